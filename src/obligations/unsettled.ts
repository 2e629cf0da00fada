import { unsettledAmount } from '../offers/text/own-amount.js';
import type { Text } from '../offers/text/text.js';
import type { Reach } from '../terms/amount-span.js';
import { isTotal, seriesOf } from './adding-up.js';

/** What tells of obligations that are not settled. */
interface Known {
  /** Whether it is known what was done of one. */
  readonly isBegun: (obligation: string) => boolean;
  /** Whether it is overdue, or should be answered, and nobody knows whether it comes. */
  readonly isMissing: (obligation: string) => boolean;
  readonly figures: (obligation: string) => Reach;
  readonly isUntold: (obligation: string) => boolean;
}

/**
 * The obligations of which it is not settled, or told, how much they owe: by their own words, or since they owe it by a key for what is
 * so and not done, or for what is missing, or as what is done of a series in all by then of which one is so. What asks for
 * nothing certain of its own does so whatever others owe.
 */
export function unsettledIn({ obligations }: Text, known: Known): ReadonlySet<string> {
  const { isBegun, isMissing, figures, isUntold } = known;
  const ids = Object.keys(obligations);
  const found = new Set(ids.filter((id) => unsettledAmount(obligations[id]) ?? isUntold(id)));
  const missing = ids.filter(isMissing);
  // Mostly there are none.
  if (found.size + missing.length === 0) return found;
  const answers = new Map<string, string[]>();
  const totals = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, name: string, id: string) => {
    const before = to.get(name);
    if (before) before.push(id);
    else to.set(name, [id]);
  };
  for (const [id, obligation] of Object.entries(obligations)) {
    for (const of of obligation.byKey?.of ?? []) add(answers, of, id);
    if (obligation.series && isTotal(obligation) && figures(id).least > 0) add(totals, seriesOf(obligation), id);
  }
  for (const id of missing) for (const other of answers.get(id) ?? []) found.add(other);
  // Whatever is added is gone through in its turn.
  for (const id of found) {
    const obligation = obligations[id];
    for (const other of isBegun(id) ? [] : (answers.get(id) ?? [])) found.add(other);
    if (!obligation?.series || obligation.kind === 'refrain') continue;
    const name = seriesOf(obligation);
    for (const other of totals.get(name) ?? []) found.add(other);
    totals.delete(name);
  }
  return found;
}
