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
  /** Of a last day that would fall before the first: the day on which that window would open. */
  readonly shut?: Instant;
  /** Of what waits: what alone could set it off, where that may well never come. */
  readonly wants?: Wanted;
}

/**
 * A finding that there is not, so that nothing is owed as long as there is none; or a notice: a certification, or an event that
 * nothing in the text brings about, of which nobody knows whether it comes before the text is over.
 */
type Wanted = 'finding' | 'notice';

/** It has its day. */
export const at = (instant: Instant, provisional = false): Timed => ({ at: instant, waits: [], provisional });

/** It waits. */
export const waiting = (...waits: readonly Wait[]): Timed => ({ waits, provisional: false });

/** The same, where it waits for a finding, or a notice, and for nothing that could do without one. */
export const wanting = (wants: Wanted | undefined, ...waits: readonly Wait[]): Timed =>
  wants ? { ...waiting(...waits), wants } : waiting(...waits);

/** What is wanting where all of these are waited for: one that may well never come is enough. */
export function wantedByAny(parts: readonly Pick<Timed, 'wants'>[]): Wanted | undefined {
  const all = parts.map(({ wants }) => wants);
  return all.includes('finding') ? 'finding' : all.includes('notice') ? 'notice' : undefined;
}

/** What is wanting where any of these would do: nothing, unless each may well never come. */
export function wantedByAll(parts: readonly Pick<Timed, 'wants'>[]): Wanted | undefined {
  if (parts.length === 0 || parts.some(({ wants }) => wants === undefined)) return undefined;
  return parts.every(({ wants }) => wants === 'finding') ? 'finding' : 'notice';
}
