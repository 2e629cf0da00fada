import type { Obligation } from '../offers/text/obligation.js';
import type { Text } from '../offers/text/text.js';
import { totalOf } from '../offers/text/amount-table.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { hasOthers, quantityAt, type Terms } from '../terms/term.js';
import type { Bases } from './base.js';
import { apartFrom, countedAs } from './key-apart.js';
import { owedByKey } from './key-owed.js';

/** How much was done, or is to be done, and how much of it is known to be of which category, by path id. */
export interface Amounted extends Reach {
  readonly parts?: Readonly<Record<string, number>>;
}

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
  if (of !== undefined && byKey) return byKeyOf(terms, text, bases, byKey, of, done);
  return amount ? bases.figures(amount.value, of) : ONE_ACT;
}

function byKeyOf(
  terms: Terms,
  text: Text,
  bases: Bases,
  byKey: NonNullable<Obligation['byKey']>,
  of: string,
  done: (obligation: string) => Amounted,
): Reach {
  const key = text.keys[byKey.key];
  if (!key) return ONE_ACT;
  const given: Record<string, Reach> = {};
  for (const other of byKey.of) {
    const of = text.obligations[other]?.of;
    if (of === undefined) continue;
    const path = countedAs(terms, key, of);
    const { least, most, parts = {} } = done(other);
    // What is known to be of a kind that no line is for is none of what may be of one.
    const apart = apartFrom(terms, key, path).reduce((sum, kind) => added(sum, partIn(parts, kind)), 0);
    const open = { least: Math.max(0, added(least, -apart)), most: Math.max(0, added(most, -apart)) };
    for (const [at, figure] of [[path, open], ...partsOf(parts, path)] as const) {
      const before = given[at] ?? { least: 0, most: 0 };
      given[at] = { least: before.least + figure.least, most: before.most + figure.most };
    }
  }
  const others = (path: string, categories: readonly string[]) => hasOthers(terms, path, categories);
  return owedByKey(key, given, (path) => bases.quantity(path), others)[of] ?? { least: 0, most: 0 };
}

/** The categories known of what was done, but for what it is an amount of itself. */
function partsOf(parts: Readonly<Record<string, number>>, of: string): readonly (readonly [string, Reach])[] {
  return Object.entries(parts)
    .filter(([path]) => path !== of)
    .map(([path, n]) => [path, { least: n, most: n }]);
}

const partIn = (parts: Readonly<Record<string, number>>, path: string): number =>
  (Object.hasOwn(parts, path) ? parts[path] : undefined) ?? 0;
