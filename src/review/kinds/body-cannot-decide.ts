import { figure, listed } from '../../base/list.js';
import type { Text } from '../../offers/text/text.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A body whose rule its members cannot meet, or on which others wait and of which the text does not say who in the end decides. */
export function find(subject: Subject): readonly Found[] {
  const { text } = subject;
  const waiting = new Map<string, string[]>();
  const wait = (body: string, clause: string) => {
    const known = waiting.get(body);
    if (known) known.push(clause);
    else waiting.set(body, [clause]);
  };
  for (const [id, { by }] of Object.entries(text.certifications)) wait(by, `certifications.${id}`);
  for (const [id, { verifier, owedBy }] of Object.entries(text.obligations)) {
    for (const actor of new Set([...(verifier ? [verifier.value] : []), ...owedBy.value])) wait(actor, duty(id));
  }
  return Object.entries(text.bodies).flatMap(([id, { members, chair, rule }]): readonly Found[] => {
    const clause = `bodies.${id}`;
    const needed = rule.kind === 'quota' ? rule.needed : 0;
    if (members.length > 0 && needed > members.length) {
      const words = 'Let it need no more votes than it has members.';
      return [
        {
          severity: 'breaks',
          clauses: [clause],
          message: `${nameOf(subject, clause)} needs ${figure(needed)} votes and has ${figure(members.length)} ${members.length === 1 ? 'member' : 'members'}. ${words}`,
          mend: { words, patches: [textPatch(['bodies', id, 'rule'], { kind: 'quota', needed: members.length })] },
          facts: { needed, members },
        },
      ];
    }
    const clauses = waiting.get(id) ?? [];
    const isEmpty = members.length === 0 && chair === undefined;
    if (clauses.length === 0 || !(isEmpty || isOfItself(text, id))) return [];
    const [missing, words] = isEmpty
      ? ['who sits on', 'Say who sits on it, or who is to say so and by when.']
      : ['who but bodies that sit on each other sits on', 'Name someone who sits on one of them and is no such body.'];
    const some = clauses.slice(0, 3).map((one) => nameOf(subject, one));
    const more = clauses.length > 3 ? [`${figure(clauses.length - 3)} more`] : [];
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `The text does not say ${missing} ${nameOf(subject, clause)}, on which ${listed([...some, ...more])} ${clauses.length === 1 ? 'depends' : 'depend'}. ${words}`,
        mend: { words },
        facts: { clauses },
      },
    ];
  });
}

/** Whether nobody sits on a body but bodies, and on these none but bodies, and so on in a circle. */
function isOfItself({ bodies }: Text, id: string): boolean {
  const seen = new Set([id]);
  for (const body of seen) {
    const { members = [], chair } = bodies[body] ?? {};
    const seated = chair === undefined ? members : [...members, chair];
    // Of a body of whose members nothing is said, that is told; it goes round in no circle.
    if (seated.length === 0 || seated.some((one) => !Object.hasOwn(bodies, one))) return false;
    for (const one of seated) seen.add(one);
  }
  return true;
}
