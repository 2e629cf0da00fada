import { heldIn } from '../base/records.js';
import { reportOf } from '../offers/text/reporting.js';
import type { Text } from '../offers/text/text.js';
import type { ScheduledDuty } from './duty.js';
import { isBefore } from './instant.js';
import type { DutyNow } from './duty-now.js';
import { instantIn, type TextRun } from './text-run.js';

/** The ids of all that a text makes due, the reports of its bodies among them. */
function dutiesIn({ obligations, bodies }: Pick<Text, 'obligations' | 'bodies'>): readonly string[] {
  const reporting = Object.keys(bodies).filter((id) => bodies[id]?.reports);
  return [...Object.keys(obligations), ...reporting.map(reportOf)];
}

/**
 * A run whose deal goes by another text from a day on: what that brings which was in none of the texts before it is in force since
 * then, and due no sooner.
 */
export function broughtBy(run: TextRun, now: Text, before: readonly (Text | undefined)[], day: number): TextRun {
  const known = new Set(before.flatMap((text) => (text ? dutiesIn(text) : [])));
  const { fellDue, ...rest } = run;
  const stillThere = Object.entries(fellDue ?? {}).filter(([id]) => known.has(id));
  return broughtOn(
    stillThere.length > 0 ? { ...rest, fellDue: Object.fromEntries(stillThere) } : rest,
    dutiesIn(now).filter((id) => !known.has(id)),
    day,
  );
}

/**
 * A run whose deal goes by another text from a day on: of what recurs, by both, turns that had fallen due before it ask what they
 * did, whatever a turn asks from then on. `was` and `is` as in {@link movedBy}; `obligations` are those of the other text.
 */
export function fellDueBy(
  run: TextRun,
  obligations: Text['obligations'],
  was: readonly DutyNow[],
  is: readonly DutyNow[],
  day: number,
): TextRun {
  const today = day - (run.started ?? day);
  const isPast = ({ due }: ScheduledDuty) => due?.day !== undefined && due.day < today;
  const before = new Map(was.map((duty) => [duty.id, duty]));
  const kept = is.flatMap(({ id, duties, opens }) => {
    const then = before.get(id);
    const obligation = heldIn(obligations, id);
    const isCounted = obligation?.kind === 'recurring' && !obligation.byKey && !obligation.series;
    if (!then || !isCounted || ![opens, then.opens].every(({ at }) => isBefore(at, instantIn(run, day)))) return [];
    const isAlike = ({ kind, of }: ScheduledDuty) => kind === 'recurring' && of === obligation.of;
    const past = then.duties.filter((turn) => isPast(turn) && isAlike(turn));
    const fallen = new Map(past.map(({ occurrence, amount }) => [occurrence, amount]));
    const turns = duties.filter(isPast).flatMap(({ occurrence, amount }) => {
      const asked = fallen.get(occurrence);
      return asked && (asked.least !== amount?.least || asked.most !== amount?.most)
        ? [[occurrence, asked] as const]
        : [];
    });
    return turns.length > 0 ? [[id, { ...heldIn(run.fellDue, id), ...Object.fromEntries(turns) }] as const] : [];
  });
  return kept.length > 0 ? { ...run, fellDue: { ...run.fellDue, ...Object.fromEntries(kept) } } : run;
}

/**
 * A run whose deal goes by another text from a day on: what that lets open, or makes overdue, before, and was not so by then, is
 * in force since that day as well. `was` and `is` are how obligations stand on it by the one text and by the other.
 */
export function movedBy(run: TextRun, was: readonly DutyNow[], is: readonly DutyNow[], day: number): TextRun {
  const today = instantIn(run, day);
  const before = new Map(was.map((duty) => [duty.id, duty]));
  const moved = is.filter((duty) => {
    const then = before.get(duty.id);
    if (!then) return false;
    const wasOpen = then.opens.at !== undefined && !isBefore(today, then.opens.at);
    return (isBefore(duty.opens.at, today) && !wasOpen) || isOverdueOnly(duty, then);
  });
  return broughtOn(
    run,
    moved.map(({ id }) => id),
    day,
  );
}

/** Whether something is overdue that, as it stood before, was not. */
function isOverdueOnly({ standing }: DutyNow, before: DutyNow): boolean {
  if (standing === before.standing || before.standing === 'late') return false;
  return standing === 'late' || standing === 'not done';
}

function broughtOn(run: TextRun, ids: readonly string[], day: number): TextRun {
  if (ids.length === 0) return run;
  return { ...run, brought: { ...run.brought, ...Object.fromEntries(ids.map((id) => [id, day])) } };
}
