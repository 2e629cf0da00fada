import type { Obligation } from '../offers/text/obligation.js';
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
