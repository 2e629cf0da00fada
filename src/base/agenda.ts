import type { Tie } from './ties.js';

/** Which ties are still to be looked at. */
export interface Agenda {
  readonly ties: readonly Tie[];
  readonly tiesOf: readonly (readonly number[])[];
  /** 0, or `LISTED`, or `STIRRED`, by the number of the tie. */
  readonly waiting: Uint8Array;
  /** Those that came up again after their turn. */
  readonly again: number[];
  /** The tie whose turn it is, in their order. */
  at: number;
}

/** A tie that comes up again, and nothing it depends on has changed. It keeps its place, should something do so yet. */
const LISTED = 1;
/** A tie of which something it depends on has changed. */
export const STIRRED = 2;

/** Notes which ties may narrow something now that one end of a variable is closer. */
export function stir(
  { ties, tiesOf }: Pick<Agenda, 'ties' | 'tiesOf'>,
  waiting: Uint8Array,
  changed: number,
  end: 'least' | 'most',
): void {
  for (const t of tiesOf[changed] ?? []) {
    const tie = ties[t];
    if (tie && turnsOn(tie, changed, end)) waiting[t] = STIRRED;
  }
}

/** Whether what a tie says of its other variables turns on this end of one. */
function turnsOn({ sum, least, most }: Tie, variable: number, end: 'least' | 'most'): boolean {
  for (const { of, times } of sum) {
    if (of === variable && (times > 0 === (end === 'least') ? most : least) !== undefined) return true;
  }
  return false;
}

/** Notes that one end of a variable is closer: its ties come up again, those whose turn is over after all others. */
export function wake(agenda: Agenda, changed: number, end: 'least' | 'most'): void {
  const { tiesOf, waiting, again, at } = agenda;
  for (const t of tiesOf[changed] ?? []) {
    if (t > at || waiting[t] !== 0) continue;
    waiting[t] = LISTED;
    again.push(t);
  }
  stir(agenda, waiting, changed, end);
}
