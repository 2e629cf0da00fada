import { isUnsettled } from '../../terms/value.js';
import { nameOf } from '../clauses.js';
import { valuesOf } from '../fields.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Something left to be agreed later, without by when, or without what holds otherwise. */
export function find(subject: Subject): readonly Found[] {
  return valuesOf(subject.offer).flatMap(([clause, value]): readonly Found[] => {
    if (!isUnsettled(value) || value.unsettled !== 'deferred') return [];
    const { until, otherwise } = value;
    if (until !== undefined && otherwise !== undefined) return [];
    const missing = [
      ...(until === undefined ? ['by when'] : []),
      ...(otherwise === undefined ? ['what holds if it is not'] : []),
    ];
    const words = `Say ${missing.join(', and ')}.`;
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${capital(nameOf(subject, clause))} is left to be agreed, and the text does not say ${missing.join(', nor ')}. ${words}`,
        mend: { words },
        facts: { value },
      },
    ];
  });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
