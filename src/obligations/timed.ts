import type { Instant } from './instant.js';
import type { Wait } from './wait.js';

/** When something in a text is, or what that waits for. */
export interface Timed {
  readonly at?: Instant;
  /** Of what opens only once the deal is in force: the day before that on which it would by its words. */
  readonly since?: Instant;
  readonly waits: readonly Wait[];
  /** Whether the day holds only if what it rests on is done on its own day. */
  readonly provisional: boolean;
  /** Of what waits: whether only a finding that there is not could set it off, so that it is not owed as long as there is none. */
  readonly onFinding?: true;
}

/** It has its day. */
export const at = (instant: Instant, provisional = false): Timed => ({ at: instant, waits: [], provisional });

/** It waits. */
export const waiting = (...waits: readonly Wait[]): Timed => ({ waits, provisional: false });

/** The same, where it waits for a finding and for nothing that could do without one. */
export const waitingIf = (onFinding: boolean, ...waits: readonly Wait[]): Timed =>
  onFinding ? { ...waiting(...waits), onFinding } : waiting(...waits);
