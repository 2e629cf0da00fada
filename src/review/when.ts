import { figure, listed } from '../base/list.js';
import { eventLabel } from '../obligations/wait.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import { showLength, type Length } from '../terms/length.js';
import { duty, nameOf } from './clauses.js';
import type { Subject } from './subject.js';

/** What it takes to name the clauses of a text. */
type Naming = Pick<Subject, 'text' | 'scenario'>;

/** When a trigger fires, after a verb, with every clause in quotation marks: `when “survey” is done`, `3 days after “vote”`. */
export function sayWhen(trigger: Trigger, subject: Naming): string {
  return `${leadOf(trigger)}${wordsFor(trigger, subject)}`;
}

function leadOf(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'day':
      return trigger.day < 0 ? '' : 'on ';
    case 'date':
      return 'on ';
    case 'event':
      return trigger.after || trigger.before ? '' : 'upon ';
    case 'earliest':
    case 'latest':
      return 'upon ';
    default:
      return trigger.after ? '' : 'when ';
  }
}

function wordsFor(trigger: Trigger, subject: Naming): string {
  const { text, scenario } = subject;
  const name = (id: string) => nameOf(subject, duty(id));
  const event = (id: string) =>
    id !== START && Object.hasOwn(text.events, id) ? nameOf(subject, `events.${id}`) : eventLabel(text, id);
  const after = (length: Length | undefined, what: string) =>
    length ? `${showLength(length, scenario)} after ${what}` : what;
  switch (trigger.kind) {
    case 'day': {
      const counting = trigger.first === 1 ? ', the day itself being day 1' : '';
      const from = `${event(trigger.from)}${counting}`;
      return trigger.day < 0
        ? `${figure(-trigger.day)} days before ${from}`
        : `day ${figure(trigger.day)} from ${from}`;
    }
    case 'event':
      if (trigger.before) return `${showLength(trigger.before, scenario)} before ${event(trigger.event)}`;
      return after(trigger.after, event(trigger.event));
    case 'date':
      return trigger.date;
    case 'started':
      return after(trigger.after, `${name(trigger.obligation)} is begun`);
    case 'completed':
      return after(trigger.after, `${name(trigger.obligation)} is done`);
    case 'total': {
      const { reaches, of } = trigger;
      return after(trigger.after, `${muchOf(reaches)} of ${listed(of.map(name))} is done`);
    }
    case 'certified':
      return after(trigger.after, `${nameOf(subject, `certifications.${trigger.certification}`)} is certified`);
    case 'found':
      return after(trigger.after, `${name(trigger.obligation)} is found not kept`);
    case 'earliest':
    case 'latest': {
      const which = trigger.kind === 'earliest' ? 'the first of' : 'the last of';
      return `${which}: ${trigger.of.map((part) => wordsFor(part, subject)).join('; ')}`;
    }
  }
}

function muchOf(reaches: Extract<Trigger, { kind: 'total' }>['reaches']): string {
  if (typeof reaches === 'number') return figure(reaches);
  const { parts, outOf } = reaches;
  if (parts === outOf) return 'all';
  return parts * 2 === outOf ? 'half' : `${figure(parts)} of every ${figure(outOf)}`;
}
