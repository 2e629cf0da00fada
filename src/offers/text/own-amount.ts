import type { Amount } from '../../terms/amount.js';
import { isUnsettled, type Unsettled } from '../../terms/value.js';
import { cellsInUse } from './amount-table.js';
import type { Obligation } from './obligation.js';

type Own = Pick<Obligation, 'amount' | 'table'> | undefined;

/** An amount that is not settled, by the line of the table that it stands in where it stands in one. */
export interface UnsettledAmount {
  readonly value: Unsettled;
  readonly cell?: number;
}

/** The amount that an obligation gives of its own, where it is one: nothing where that is not settled. */
export function settledAmount(obligation: Own): Amount | undefined {
  const value = obligation?.amount?.value;
  return value === undefined || isUnsettled(value) ? undefined : value;
}

/** Why an obligation has no amount that it says that it owes, or not the whole of it: of several reasons, the first. */
export function unsettledAmount(obligation: Own): Unsettled | undefined {
  return unsettledAmounts(obligation)[0]?.value;
}

/** Whatever is not settled of what an obligation says that it owes: its amount, or lines of its table that stand for a place. */
export function unsettledAmounts(obligation: Own): readonly UnsettledAmount[] {
  const { amount, table } = obligation ?? {};
  if (amount !== undefined) return isUnsettled(amount.value) ? [{ value: amount.value }] : [];
  if (!table?.cells.some((cell) => isUnsettled(cell.amount))) return [];
  const used = cellsInUse(table);
  return table.cells.flatMap((line, cell) =>
    isUnsettled(line.amount) && used.includes(line) ? [{ value: line.amount, cell }] : [],
  );
}
