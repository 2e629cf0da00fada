import { figure, listed } from '../../base/list.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A body whose rule its members cannot meet, or on which others wait and of whose members the text says nothing. */
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
    if (members.length > 0 || chair !== undefined || clauses.length === 0) return [];
    const words = 'Say who sits on it, or who is to say so and by when.';
    const some = clauses.slice(0, 3).map((one) => nameOf(subject, one));
    const more = clauses.length > 3 ? [`${figure(clauses.length - 3)} more`] : [];
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `The text does not say who sits on ${nameOf(subject, clause)}, on which ${listed([...some, ...more])} ${clauses.length === 1 ? 'depends' : 'depend'}. ${words}`,
        mend: { words },
        facts: { clauses },
      },
    ];
  });
}
