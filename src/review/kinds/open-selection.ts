import { nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A choice that nobody is to make, or that is to be made by no day. */
export function find(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.selections).flatMap(([id, { namedBy, deadline }]): readonly Found[] => {
    const isNobodys = namedBy.length === 0;
    if (!isNobodys && deadline) return [];
    const clause = `selections.${id}`;
    const what = isNobodys ? (deadline ? 'by whom' : 'by whom, nor by when') : 'by when';
    const words = isNobodys
      ? deadline
        ? 'Say who makes it.'
        : 'Say who makes it, and by when.'
      : 'Give a day by which it is made.';
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${nameOf(subject, clause)} is a choice to be made, and the text does not say ${what}. ${words}`,
        mend: { words },
        facts: { missing: [...(isNobodys ? ['namedBy'] : []), ...(deadline ? [] : ['deadline'])] },
      },
    ];
  });
}
