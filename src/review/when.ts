import { eventLabel } from '../obligations/wait.js';
import { sayWhen as sayWhenBy } from '../obligations/when.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import { duty, nameOf } from './clauses.js';
import type { Subject } from './subject.js';

/** When a trigger fires, after a verb, with every clause in quotation marks: `when “survey” is done`, `3 days after “vote”`. */
export function sayWhen(trigger: Trigger, subject: Pick<Subject, 'text' | 'scenario'>): string {
  const { text, scenario } = subject;
  return sayWhenBy(trigger, text, scenario, {
    duty: (id) => nameOf(subject, duty(id)),
    event: (id) =>
      id !== START && Object.hasOwn(text.events, id) ? nameOf(subject, `events.${id}`) : eventLabel(text, id),
    certification: (id) => nameOf(subject, `certifications.${id}`),
  });
}
