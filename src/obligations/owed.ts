import type { KeyTable } from '../offers/text/key-table.js';
import type { Text } from '../offers/text/text.js';
import { totalOf } from '../offers/text/amount-table.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';
import { quantityAt, type Terms } from '../terms/term.js';
import type { Bases } from './base.js';
import { countedUnder, type Amounted } from './key-counted.js';
import { givenOf, owedApart } from './key-giving.js';
import { owedOf } from './key-owed.js';

/** An obligation without an amount is one act. */
export const ONE_ACT: Reach = { least: 1, most: 1 };

/**
 * How much an obligation owes in all, before any rounding, and apart from what others of its series owe. `done` says what
 * was done, or is planned, of another: what an exchange key gives follows from that.
 *
 * For performance `up to` and `at most` owe nothing, and allow so much; `some` owes one step; `all`, `half of` and other
 * shares owe that part of their base, or of what the deal gives of the quantity in all.
 */
export function figuresOwed(
  { terms }: Pick<Scenario, 'terms'>,
  text: Text,
  bases: Bases,
  id: string,
  done: (obligation: string) => Amounted,
): Reach {
  const obligation = text.obligations[id];
  if (!obligation) return ONE_ACT;
  const { of, amount, table, byKey } = obligation;
  if (of !== undefined && table) {
    const { least = 0, most = Infinity } = totalOf(table, quantityAt(terms, of).step);
    return { least, most };
  }
  if (of !== undefined && byKey) {
    const key = text.keys[byKey.key];
    return key ? byKeyOf(terms, text, bases, id, of, key, done) : ONE_ACT;
  }
  return amount ? bases.figures(amount.value, of) : ONE_ACT;
}

function byKeyOf(
  terms: Terms,
  text: Text,
  bases: Bases,
  id: string,
  of: string,
  key: KeyTable,
  done: (obligation: string) => Amounted,
): Reach {
  const counted = (one: string) =>
    countedUnder(
      terms,
      key,
      (text.obligations[one]?.byKey?.of ?? []).flatMap((other) => {
        const of = text.obligations[other]?.of;
        return of === undefined ? [] : [{ ...done(other), of }];
      }),
    );
  const apart = owedApart(terms, text, id);
  return owedOf(key, counted(id), {
    whole: (path) => bases.quantity(path),
    amount: (figures) => givenOf(terms, of, figures, apart),
  });
}
