import { actorLabel, duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An obligation that is verified by whoever owes it. */
export function find(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.obligations).flatMap(([id, { verifier, owedBy, strength }]): readonly Found[] => {
    if (!verifier || strength === 'may' || !owedBy.value.includes(verifier.value)) return [];
    const words = 'If that is not meant, name someone else, or a body on which others sit too.';
    return [
      {
        severity: 'note',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} is verified by ${actorLabel(subject, verifier.value)}, who owes it. ${words}`,
        mend: { words },
        facts: { verifier: verifier.value },
      },
    ];
  });
}
