import { listed } from '../../base/list.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A term that clauses use and the text does not define, or names among its definitions and says nothing of. */
export function find(subject: Subject): readonly Found[] {
  const { obligations, definitions } = subject.text;
  const users = new Map<string, string[]>();
  for (const [id, { uses }] of Object.entries(obligations)) {
    for (const term of uses) {
      const known = users.get(term) ?? [];
      known.push(duty(id));
      users.set(term, known);
    }
  }
  const empty = Object.entries(definitions).flatMap(([id, { means, readings }]) =>
    means === undefined && readings.length === 0 ? [id] : [],
  );
  const terms = [...new Set([...[...users.keys()].filter((term) => !Object.hasOwn(definitions, term)), ...empty])];
  return terms.map((term): Found => {
    const clauses = users.get(term) ?? [];
    const words = 'Say what it means.';
    const by =
      clauses.length === 0
        ? ''
        : `, which ${listed(clauses.map((id) => nameOf(subject, id)))} ${clauses.length === 1 ? 'uses' : 'use'}`;
    const label = Object.hasOwn(definitions, term) ? (definitions[term]?.label ?? term) : term;
    return {
      severity: 'unclear',
      clauses: clauses.length > 0 ? clauses : [`definitions.${term}`],
      message: `The text does not say what “${label}” means${by}. ${words}`,
      mend: { words },
      facts: { term },
    };
  });
}
