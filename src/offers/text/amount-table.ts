import type { Amount } from '../../terms/amount.js';
import type { Reach } from '../../terms/amount-span.js';
import { remembered } from '../../base/remembered.js';
import { added } from '../../terms/decimal.js';
import type { Unsettled } from '../../terms/value.js';

/**
 * One line of a table of amounts: where it applies, dimension by dimension; a dimension left out means all of it. Its amount
 * may be left unsettled, with the reason.
 */
export interface AmountCell {
  readonly where: Readonly<Record<string, string>>;
  readonly amount: Amount | Unsettled;
}

/**
 * An amount by several dimensions, such as zone, side and class. A line that names more dimensions overrides one that names
 * fewer; of two that name as many, the later one stands.
 */
export interface AmountTable {
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  readonly cells: readonly AmountCell[];
}

/** The most places that a table may have, one for each combination of its dimensions. */
export const MOST_PLACES = 10_000;

/**
 * The amount that a table gives for a place; nothing where no line applies to it.
 *
 * @example
 * const table: AmountTable = {
 *   dimensions: { shore: ['east', 'west'], season: ['spring', 'autumn'] },
 *   cells: [
 *     { where: {}, amount: exactly(10) },
 *     { where: { shore: 'east', season: 'spring' }, amount: exactly(0) },
 *   ],
 * };
 * amountAt(table, { shore: 'east', season: 'spring' }); // { wording: 'exactly', n: 0 }
 * amountAt(table, { shore: 'west', season: 'spring' }); // { wording: 'exactly', n: 10 }
 */
export function amountAt(
  table: AmountTable,
  place: Readonly<Record<string, string>>,
): AmountCell['amount'] | undefined {
  return cellAt(table, place)?.amount;
}

function cellAt(table: AmountTable, place: Readonly<Record<string, string>>): AmountCell | undefined {
  let best: AmountCell | undefined;
  for (const cell of table.cells) {
    const named = Object.entries(cell.where);
    if (!named.every(([dimension, value]) => place[dimension] === value)) continue;
    if (!best || named.length >= Object.keys(best.where).length) best = cell;
  }
  return best;
}

/** The lines of a table that stand for any place of it: others are overridden wherever they apply. */
export const cellsInUse = remembered((table: AmountTable): readonly AmountCell[] => {
  const used = new Set(placesOf(table).map((place) => cellAt(table, place)));
  return table.cells.filter((cell) => used.has(cell));
});

/** Every place of a table: one for each combination of what its dimensions may be. */
function placesOf({ dimensions }: AmountTable): readonly Readonly<Record<string, string>>[] {
  let places: readonly Readonly<Record<string, string>>[] = [{}];
  for (const [dimension, values] of Object.entries(dimensions)) {
    places = places.flatMap((place) => values.map((value) => ({ ...place, [dimension]: value })));
  }
  return places;
}

/** What a table comes to over all its places, by what each amount may be; a place that no line applies to adds nothing. */
export function totalOf(table: AmountTable, reachOf: (amount: AmountCell['amount']) => Reach): Reach {
  let [least, most] = [0, 0];
  for (const place of placesOf(table)) {
    const amount = amountAt(table, place);
    if (!amount) continue;
    const reach = reachOf(amount);
    least = added(least, Math.max(0, reach.least));
    most = Number.isFinite(most + reach.most) ? added(most, Math.max(0, reach.most)) : Infinity;
  }
  return { least, most };
}
