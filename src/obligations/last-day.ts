import type { Obligation } from '../offers/text/obligation.js';
import { phaseEnd } from '../offers/text/text.js';
import { phaseOf } from './course.js';
import type { Timing } from './days.js';
import { isWithoutEnd } from './endless.js';
import { bySince } from './in-force.js';
import { isBefore } from './instant.js';
import { turnsByPhase } from './phase-rates.js';
import { scaledLength } from './scaled-length.js';
import { after, lastOf } from './trigger-day.js';
import { waiting, type Timed } from './timed.js';
import type { Timetable } from './timetable.js';
import { turnAfter, turnsBy } from './turns.js';
import { endsBy } from './windows.js';

/**
 * The last day of an obligation that opens on a day, as its text has it: that to which it may have been put off counts for
 * nothing. Of what comes round until a day it is that of its last turn by then, if it has any.
 */
export function lastDayOf(table: Timetable, obligation: Obligation, begins: Timed, days: Timing): Timed {
  const opens = bySince(begins);
  const closes = asWorded(obligation, opens, days);
  const { kind, every, times, perPhase } = obligation;
  if (kind !== 'recurring' || !opens.at || !closes.at) return closes;
  if (perPhase === true) return lastPhaseBy(table, obligation, { opens, closes }, days);
  if (!every || times !== undefined) return closes;
  if (!turnAfter(opens.at, every, 1)) return waiting({ for: 'calendar' });
  const { count, dayOf } = turnsIn(table, obligation, { opens, closes }, days);
  return { ...closes, at: dayOf(count) ?? closes.at };
}

/** From which day to which something comes round, by the words of its text. */
interface Window {
  readonly opens: Timed;
  readonly closes: Timed;
}

/** How many turns something has that comes round up to a day, and the last day of each by its text; at least one, by that day. */
export function turnsIn(
  { scenario }: Timetable,
  { every, times, perPhase, until }: Obligation,
  window: Window,
  days: Timing,
) {
  const [opens, closes] = [bySince(window.opens), window.closes];
  const only = { count: 1, dayOf: () => closes.at };
  if (perPhase === true) {
    const turns = turnsByPhase(days, scenario.space.phases.most, { opens, closes, until });
    return turns.length === 0 ? only : { count: turns.length, dayOf: (n: number) => turns[n - 1]?.until.at };
  }
  const { at: first } = opens;
  if (!first || !closes.at || !every) return only;
  const count = times ?? turnsBy(first, every, closes.at) ?? 0;
  return count === 0 ? only : { count, dayOf: (n: number) => (n > count ? undefined : turnAfter(first, every, n)) };
}

/** The end of the last phase to end by the last day; that day itself as long as another may still end by then. */
function lastPhaseBy(table: Timetable, { until }: Obligation, window: Window, days: Timing): Timed {
  const { scenario, offer, happened, by } = table;
  const { opens, closes } = window;
  const { most } = scenario.space.phases;
  const isToCome = (phase: number) =>
    !days.of(`event ${phaseEnd(phase)}`).at && phaseOf(scenario, offer, phase, null).has !== false;
  const isOver = isBefore(closes.at, happened.today);
  const phases = Array.from({ length: most }, (_, i) => i + 1);
  if (by === 'fact' && !isOver && phases.some(isToCome)) return closes;
  const last = lastOf(turnsByPhase(days, most, { opens, closes, until }).map((turn) => turn.until));
  return last.at ? { ...last, provisional: last.provisional || closes.provisional } : closes;
}

/** The last day of an obligation that opens on a day, by the words of its text. */
export function asWorded(obligation: Obligation, begins: Timed, { trigger: fires }: Timing): Timed {
  const opens = bySince(begins);
  if (!opens.at) return opens;
  const { within, every, times } = obligation;
  if (every && times !== undefined) return after(opens, scaledLength(every, times));
  if (within) return after(opens, within);
  const end = endsBy(obligation);
  // What is to be left undone, or comes round, and nobody says until when, has no last day.
  if (!end) return isWithoutEnd(obligation) ? waiting() : opens;
  const closes = fires(end);
  return closes.at ? { ...closes, provisional: closes.provisional || opens.provisional } : closes;
}
