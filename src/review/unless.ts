import { figure, listed } from '../base/list.js';
import { START } from '../offers/text/trigger.js';
import { duty, nameOf } from './clauses.js';
import type { Severity } from './finding.js';
import type { Point } from './hanging.js';
import type { Otherwise } from './in-time.js';
import type { Starts } from './plans.js';
import type { Subject } from './subject.js';

/** How a finding of days weighs, and what is said beside it, where some course carries the clause out all the same. */
export interface Unless {
  readonly severity: Severity;
  /** After the sentence, before its full stop: `, unless “survey” is done sooner than on its last day`. */
  readonly words: string;
  readonly facts: { readonly unless?: readonly Otherwise[]; readonly starts?: Starts };
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

/** That one point lies before another: always, and how many days where that is always as many, or only for some starts. */
export interface Before {
  readonly days?: number;
  readonly starts?: Starts;
}

/** Whether one point lies before another, if all is done on its last day: whatever happens, or as months are long. */
export function beforeIn({ plans }: Subject, a: Point, b: Point): Before | undefined {
  return plans.alwaysBefore(a, b) ?? plans.beforeFromSome(a, b);
}

/** How it weighs that one point lies before another: what depends on the start is unclear, whatever may be done sooner. */
export function weighedBefore(subject: Subject, before: Before, a: Point, b: Point): Unless {
  const { starts } = before;
  return starts ? weighedFromSome(subject, starts) : weighed(subject, subject.plans.unlessBefore(a, b));
}

/** How it weighs what is so for some starts only. */
export function weighedFromSome(subject: Subject, starts: Starts): Unless {
  return { severity: 'unclear', words: startsInWords(subject, starts), facts: { starts } };
}

/** For which starts it is so, and for which it is not: `, if the deal enters into force on such a day as 1 March, and not if …`. */
function startsInWords(subject: Subject, { anchor, before, otherwise }: Starts): string {
  const on = (days: readonly string[]) => listed(days.slice(0, MOST_NAMED).map(dayInWords), 'or');
  return `, if ${comes(subject, anchor)} on such a day as ${on(before)}, and not if it does on ${on(otherwise)}`;
}

function comes(subject: Subject, anchor: string): string {
  const [, what, id = ''] = /^(\w+) (.*)$/.exec(anchor) ?? [];
  if (what === 'certified') return `${nameOf(subject, `certifications.${id}`)} is certified`;
  if (what === 'found') return `${nameOf(subject, duty(id))} is found not kept`;
  return id === START ? 'the deal enters into force' : `${nameOf(subject, `events.${id}`)} happens`;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `02-28` as `28 February`. */
function dayInWords(day: string): string {
  const [month, of] = day.split('-').map(Number);
  return `${of ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''}`;
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
