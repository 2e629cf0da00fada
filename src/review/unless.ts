import { figure, listed } from '../base/list.js';
import { duty, nameOf } from './clauses.js';
import type { Severity } from './finding.js';
import type { Otherwise } from './in-time.js';
import type { Subject } from './subject.js';

/** How a finding of days weighs, and what is said beside it, where some course carries the clause out all the same. */
export interface Unless {
  readonly severity: Severity;
  /** After the sentence, before its full stop: `, unless “survey” is done sooner than on its last day`. */
  readonly words: string;
  readonly facts: { readonly unless?: readonly Otherwise[] };
}

/** No more are named than so many. */
const MOST_NAMED = 3;

/** What no course carries out breaks; what some does, if it is not left to the last day, is unclear. */
export function weighed(subject: Subject, otherwise: readonly Otherwise[] | undefined): Unless {
  if (!otherwise) return { severity: 'breaks', words: '', facts: {} };
  const parts = (['sooner', 'later', 'never', 'between'] as const).flatMap((how) => {
    const ids = otherwise.filter((one) => one.how === how).map(({ obligation }) => obligation);
    return ids.length === 0 ? [] : [clauseOf(subject, how, ids)];
  });
  return { severity: 'unclear', words: `, unless ${listed(parts)}`, facts: { unless: otherwise } };
}

function clauseOf(subject: Subject, how: Otherwise['how'], ids: readonly string[]): string {
  const more = ids.length > MOST_NAMED ? [`${figure(ids.length - MOST_NAMED)} more`] : [];
  const who = listed([...ids.slice(0, MOST_NAMED).map((id) => nameOf(subject, duty(id))), ...more]);
  const [are, day] = ids.length === 1 ? ['is', 'its'] : ['are', 'their'];
  const days = ids.length === 1 ? 'day' : 'days';
  switch (how) {
    case 'sooner':
      return `${who} ${are} done sooner than on ${day} last ${days}`;
    case 'later':
      return `${who} ${are} begun later than on ${day} first ${days}`;
    case 'never':
      return `${who} ${are} left undone, or done later`;
    case 'between':
      return `${who} ${are} done on a day between ${day} first and last`;
  }
}
