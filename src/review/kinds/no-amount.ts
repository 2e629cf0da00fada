import { hasAmount } from '../../obligations/adding-up.js';
import { termLabel } from '../../terms/term.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An obligation of a quantity of which the text does not say how much: one act of it is taken to be all. */
export function find(subject: Subject): readonly Found[] {
  const { text, scenario } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const { of, kind } = obligation;
    // What is to be left undone is so in any amount.
    if (of === undefined || kind === 'refrain' || hasAmount(obligation)) return [];
    const words = 'Say how much, or take the quantity out of the clause.';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} is about ${termLabel(scenario.terms, of)}, and the text does not say how much is owed of it: one act is counted as all. ${words}`,
        mend: { words },
        facts: { of },
      },
    ];
  });
}
