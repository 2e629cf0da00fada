import { triggersIn } from '../../offers/text/trigger.js';
import type { Text } from '../../offers/text/text.js';
import { duty, nameOf } from '../clauses.js';
import { supposed, textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { triggerPlaces } from '../trigger-places.js';

/** A binding obligation of which the text does not say who verifies it. It matters more where others hang on its being done. */
export function find(subject: Subject): readonly Found[] {
  const { text } = subject;
  const awaited = awaitedIn(text);
  const bodies = Object.keys(text.bodies);
  return Object.entries(text.obligations).flatMap(([id, { verifier, strength, owedBy }]): readonly Found[] => {
    if (verifier || strength !== 'shall') return [];
    const by = awaited.get(id);
    const [only] = bodies;
    const usable = bodies.length === 1 && only !== undefined && !owedBy.value.includes(only);
    const words = 'Name who verifies it.';
    const hanging = by === undefined ? '' : `, though ${nameOf(subject, by)} hangs on its being done`;
    return [
      {
        severity: by === undefined ? 'note' : 'unclear',
        clauses: [duty(id)],
        message: `The text does not say who verifies ${nameOf(subject, duty(id))}${hanging}. ${words}`,
        mend: { words, ...(usable && { patches: [textPatch(['obligations', id, 'verifier'], supposed(only))] }) },
        facts: by === undefined ? {} : { awaitedBy: by },
      },
    ];
  });
}

/** For each obligation on whose being done a clause hangs, the first such clause. */
function awaitedIn(text: Text): ReadonlyMap<string, string> {
  const awaited = new Map<string, string>();
  const wait = (id: string, clause: string) => {
    if (!awaited.has(id) && duty(id) !== clause) awaited.set(id, clause);
  };
  for (const { clause, trigger } of triggerPlaces(text)) {
    for (const part of triggersIn(trigger)) {
      if (part.kind === 'completed') wait(part.obligation, clause);
      if (part.kind === 'total') for (const id of part.of) wait(id, clause);
    }
  }
  for (const [id, { byKey }] of Object.entries(text.obligations)) {
    for (const other of byKey?.of ?? []) wait(other, duty(id));
  }
  return awaited;
}
