import { unsettledAmount } from '../offers/text/own-amount.js';
import type { Text } from '../offers/text/text.js';
import type { Reach } from '../terms/amount-span.js';
import { isTotal, seriesOf } from './adding-up.js';

/**
 * The obligations of which it is not settled, or told, how much they owe: by their own words, or since they owe it by a key for what is
 * so and not done, or as what is done of a series in all by then of which one is so. What asks for nothing certain of its own
 * does so whatever others owe.
 */
export function unsettledIn(
  { obligations }: Text,
  isBegun: (obligation: string) => boolean,
  figures: (obligation: string) => Reach,
  isUntold: (obligation: string) => boolean,
): ReadonlySet<string> {
  const open = Object.keys(obligations).filter((id) => unsettledAmount(obligations[id]) ?? isUntold(id));
  const found = new Set(open);
  // Mostly there are none.
  if (open.length === 0) return found;
  const answers = new Map<string, string[]>();
  const totals = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, name: string, id: string) => {
    const known = to.get(name);
    if (known) known.push(id);
    else to.set(name, [id]);
  };
  for (const [id, obligation] of Object.entries(obligations)) {
    for (const of of obligation.byKey?.of ?? []) add(answers, of, id);
    if (obligation.series && isTotal(obligation) && figures(id).least > 0) add(totals, seriesOf(obligation), id);
  }
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
