import { actorLabel } from '../../obligations/actor-label.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An obligation that is verified by whoever owes it, or by a body on which nobody else sits. */
export function find(subject: Subject): readonly Found[] {
  const { bodies, obligations } = subject.text;
  return Object.entries(obligations).flatMap(([id, { verifier, owedBy, strength }]): readonly Found[] => {
    if (!verifier || strength === 'may') return [];
    const owes = (who: string) => owedBy.value.includes(who);
    const { members = [] } = (Object.hasOwn(bodies, verifier.value) ? bodies[verifier.value] : undefined) ?? {};
    const areMembers = members.length > 0 && members.every(owes);
    if (!owes(verifier.value) && !areMembers) return [];
    const who = owes(verifier.value) ? 'who owes it' : 'on which nobody sits but who owes it';
    const words = 'If that is not meant, name someone else, or a body on which others sit too.';
    return [
      {
        severity: 'note',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} is verified by ${actorLabel(subject, verifier.value)}, ${who}. ${words}`,
        mend: { words },
        facts: { verifier: verifier.value },
      },
    ];
  });
}
