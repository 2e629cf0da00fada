import { actorLabel } from '../../obligations/actor-label.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An obligation that is verified by the party to which it is owed: its word alleges a breach, and finds it. */
export function find(subject: Subject): readonly Found[] {
  const { bodies, obligations } = subject.text;
  return Object.entries(obligations).flatMap(([id, { verifier, owedBy, to, strength }]): readonly Found[] => {
    if (!verifier || !to || strength === 'may' || owedBy.value.includes(verifier.value)) return [];
    const isOwed = (who: string) => to.value.includes(who);
    const { members = [] } = (Object.hasOwn(bodies, verifier.value) ? bodies[verifier.value] : undefined) ?? {};
    const areMembers = members.length > 0 && members.every(isOwed);
    // A body that takes something in, with both sides on it, is no party to it.
    const isCreditor = Object.hasOwn(subject.scenario.parties, verifier.value) && isOwed(verifier.value);
    if (!isCreditor && !areMembers) return [];
    const who = isCreditor ? 'to whom it is owed' : 'on which nobody sits but those to whom it is owed';
    const words = 'If that is not meant, name someone else, or a body on which others sit too.';
    return [
      {
        severity: 'note',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} is verified by ${actorLabel(subject, verifier.value)}, ${who}: the same word alleges a breach and finds it. ${words}`,
        mend: { words },
        facts: { verifier: verifier.value },
      },
    ];
  });
}
