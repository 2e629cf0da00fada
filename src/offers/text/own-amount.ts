import type { Amount } from '../../terms/amount.js';
import { isUnsettled, type Unsettled } from '../../terms/value.js';
import type { Obligation } from './obligation.js';

type Own = Pick<Obligation, 'amount'> | undefined;

/** The amount that an obligation gives of its own, where it is one: nothing where that is not settled. */
export function settledAmount(obligation: Own): Amount | undefined {
  const value = obligation?.amount?.value;
  return value === undefined || isUnsettled(value) ? undefined : value;
}

/** Why an obligation that says that it owes so much has no amount, and what its text says of that. */
export function unsettledAmount(obligation: Own): Unsettled | undefined {
  const value = obligation?.amount?.value;
  return value !== undefined && isUnsettled(value) ? value : undefined;
}
