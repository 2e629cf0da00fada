import type { Obligation } from '../offers/text/obligation.js';
import { lastPhaseIn } from './last-end.js';
import type { Timed } from './timed.js';
import { endsBy } from './windows.js';

/** Whether an obligation that lasts has no end that its text gives. */
export function isEndless(obligation: Obligation): boolean {
  const { kind, times, within, perPhase } = obligation;
  const lasts = kind === 'recurring' || kind === 'refrain' || kind === 'level';
  return lasts && perPhase !== true && times === undefined && !within && !endsBy(obligation);
}

/** Whether an obligation has no last day at all: a level without end is still to be reached when it opens. */
export function isWithoutEnd(obligation: Obligation): boolean {
  return obligation.kind !== 'level' && isEndless(obligation);
}

/** Whether it hangs on a day that is no number of times, of phases or of days how often an obligation comes round. */
export function isRoundUntil(obligation: Obligation): boolean {
  const { kind, times, within, perPhase } = obligation;
  if (kind !== 'recurring' || times !== undefined || within) return false;
  const end = endsBy(obligation);
  return end !== undefined && (perPhase !== true || lastPhaseIn(end) === undefined);
}

/** Whether a last day, by what has happened, is still to come, on whatever day: what closes before it opens never has one. */
export function isStillToEnd(due: Timed): boolean {
  return !due.at && !due.waits.some((wait) => wait.for === 'window');
}
