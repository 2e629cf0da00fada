import { nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** Talks that are promised, with nothing said of what holds if they come to nothing. */
export function find(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.talks).flatMap(([id, { otherwise, on }]): readonly Found[] => {
    if (otherwise !== undefined) return [];
    const clause = `talks.${id}`;
    const words = 'Say what holds then.';
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `The text does not say what holds should ${nameOf(subject, clause)}${on === undefined ? '' : `, on phase ${on},`} come to nothing. ${words}`,
        mend: { words },
        facts: { ...(on !== undefined && { on }) },
      },
    ];
  });
}
