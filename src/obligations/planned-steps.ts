import { heldIn } from '../base/records.js';
import { added } from '../terms/decimal.js';
import type { DoneOn } from './happened.js';
import { bySince, noSoonerThan } from './in-force.js';
import { earlierOf, isBefore, type Instant } from './instant.js';
import { turnsByPhase } from './phase-rates.js';
import { turnMoved } from './put-off.js';
import type { Look, Timetable } from './timetable.js';
import { turnAfter } from './turns.js';
import { turnsMoved } from './turns-moved.js';

/**
 * What is still to come of an obligation by plan, as far as that has days: on its last, or, of what comes round, on the last day
 * of each of its times. What was done of it or let go, `gone` in all, counts for its times in the order of their days.
 */
export function plannedSteps(table: Timetable, of: Look, id: string, gone: number): readonly DoneOn[] {
  const due = of(`due ${id}`).at;
  let left = added(table.owes(id), -gone);
  if (!due || left <= 0) return [];
  const steps: DoneOn[] = [];
  let before = gone;
  for (const { at, amount } of turnsOf(table, of, id, due)) {
    const over = Math.min(before, amount);
    const now = Math.min(left, added(amount, -over));
    before = added(before, -over);
    left = added(left, -now);
    if (now > 0) steps.push({ at, amount: now });
  }
  return left > 0 ? [...steps, { at: due, amount: left }] : steps;
}

/** How much falls due on the last day of each time that something comes round, in the order of these days. */
function turnsOf(table: Timetable, of: Look, id: string, due: Instant): readonly DoneOn[] {
  const { text, turns, happened } = table;
  const obligation = text.obligations[id];
  const amounts = turns?.(id) ?? [];
  const opens = of(`opens ${id}`);
  const { at: first } = bySince(opens);
  if (obligation?.kind !== 'recurring' || amounts.length < 2 || !first) return [];
  const moved = turnsMoved(happened, id, opens);
  const wholePutOff = heldIn(happened.postponed, id);
  const ends = obligation.perPhase === true ? phaseEnds(table, of, id, due) : undefined;
  const dayOf = (turn: number): Instant => {
    const byText = ends ? ends[turn - 1] : obligation.every && turnAfter(first, obligation.every, turn);
    const isLast = turn === amounts.length;
    const day = byText && (isLast && isBefore(byText, wholePutOff) ? wholePutOff : byText);
    return (day && earlierOf(turnMoved(noSoonerThan(opens, day), turn, moved), due)) ?? due;
  };
  return amounts.map((amount, i) => ({ at: dayOf(i + 1), amount })).sort((a, b) => a.at.day - b.at.day);
}

function phaseEnds(
  { text, scenario }: Timetable,
  of: Look,
  id: string,
  due: Instant,
): readonly (Instant | undefined)[] {
  const [opens, closes] = [bySince(of(`opens ${id}`)), { ...of(`due ${id}`), at: due }];
  const { until } = text.obligations[id] ?? {};
  return turnsByPhase({ of }, scenario.space.phases.most, { opens, closes, until }).map((turn) => turn.until.at);
}
