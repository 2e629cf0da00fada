import { isUnsettled } from '../../terms/value.js';
import { nameOf } from '../clauses.js';
import { valuesOf } from '../fields.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Something left to be agreed later, or on the agenda, without by when, or without what holds otherwise. */
export function find(subject: Subject): readonly Found[] {
  return valuesOf(subject.offer).flatMap(([clause, value]): readonly Found[] => {
    if (!isUnsettled(value)) return [];
    if (value.unsettled !== 'deferred' && value.unsettled !== 'on the agenda') return [];
    const { until, otherwise } = { ...promisedOn(subject, clause), ...(value.unsettled === 'deferred' && value) };
    if (until !== undefined && otherwise !== undefined) return [];
    const missing = [
      ...(until === undefined ? ['by when'] : []),
      ...(otherwise === undefined ? ['what holds if it is not'] : []),
    ];
    const [left, words] =
      value.unsettled === 'deferred'
        ? ['is left to be agreed', `Say ${missing.join(', and ')}.`]
        : ['is on the agenda', `Defer it, and say ${missing.join(', and ')}; or promise talks that settle it.`];
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${capital(nameOf(subject, clause))} ${left}, and the text does not say ${missing.join(', nor ')}. ${words}`,
        mend: { words },
        facts: { value },
      },
    ];
  });
}

/** By when talks that the text promises on a phase end, and what holds otherwise, for what the phase leaves open. */
function promisedOn({ text }: Subject, clause: string): { readonly until?: unknown; readonly otherwise?: string } {
  const [, phase] = /^phases\.(\d+)\./.exec(clause) ?? [];
  const { end, otherwise } = Object.values(text.talks).find(({ on }) => String(on) === phase) ?? {};
  return { ...(end && { until: end }), ...(otherwise !== undefined && { otherwise }) };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
