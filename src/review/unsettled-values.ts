import { unsettledAmounts, type UnsettledAmount } from '../offers/text/own-amount.js';
import type { Obligation } from '../offers/text/obligation.js';
import { isUnsettled, type Unsettled } from '../terms/value.js';
import { duty, nameOf } from './clauses.js';
import { valuesOf } from './fields.js';
import type { Subject } from './subject.js';

/** Something that an offer leaves unsettled: a term, or how much an obligation of its text owes. */
export interface UnsettledValue {
  readonly clause: string;
  readonly value: Unsettled;
  /** What a sentence calls it. */
  readonly called: string;
  /** The phase that it is of. */
  readonly phase?: number;
  /** The obligation whose amount it is. */
  readonly obligation?: string;
}

/** Everything that an offer leaves unsettled, in each reading. */
export function unsettledValues(subject: Subject): readonly UnsettledValue[] {
  const ofTerms = valuesOf(subject.offer).flatMap(([clause, value]): readonly UnsettledValue[] => {
    if (!isUnsettled(value)) return [];
    const [, phase] = /^phases\.(\d+)\./.exec(clause) ?? [];
    const called = nameOf(subject, clause);
    return [{ clause, value, called, ...(phase !== undefined && { phase: Number(phase) }) }];
  });
  const ofDuties = Object.entries(subject.text.obligations).flatMap(([id, obligation]) => {
    return unsettledAmounts(obligation).map((open) => amountOf(subject, id, obligation, open));
  });
  return [...ofTerms, ...ofDuties];
}

function amountOf(
  subject: Subject,
  id: string,
  { phase, table }: Obligation,
  { value, cell }: UnsettledAmount,
): UnsettledValue {
  const clause = duty(id);
  const where = Object.entries((cell === undefined ? undefined : table?.cells[cell]?.where) ?? {});
  const place = where.length === 0 ? '' : ` at ${where.map(([name, at]) => `${name} ${at}`).join(', ')}`;
  const called = `the amount of ${nameOf(subject, clause)}${place}`;
  return { clause, value, called, obligation: id, ...(phase !== undefined && { phase }) };
}
