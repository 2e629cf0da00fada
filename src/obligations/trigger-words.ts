import { figure, listed } from '../base/list.js';
import type { Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import { showLength, type Length } from '../terms/length.js';
import type { Namers } from '../terms/amount-words.js';
import { labelApart } from './label-twice.js';
import { dutyLabel } from './duty-label.js';
import { eventLabel } from './wait.js';

/** How the clauses of a text are named, by id. */
export interface ClauseNames {
  readonly duty: (id: string) => string;
  readonly event: (id: string) => string;
  readonly certification: (id: string) => string;
}

/** Clauses by their labels. */
export const labelsOf = (text: Text): ClauseNames => ({
  duty: (id) => dutyLabel(text, id),
  event: (id) => eventLabel(text, id),
  certification: (id) => labelApart(text.certifications, id, text.certifications[id]?.label),
});

/**
 * A trigger in words: what sets a clause off.
 *
 * @example
 * const draft = checkOffer(scenario, 'draft', { text: { obligations: { survey: { owedBy: ['north'] } } } });
 * const text = draft.ok ? draft.value.text : undefined;
 * text && sayTrigger({ kind: 'completed', obligation: 'survey' }, text, scenario); // '“survey” is done'
 */
export function sayTrigger(trigger: Trigger, text: Text, namers: Namers): string {
  return triggerWords(trigger, labelsOf(text), namers);
}

/** The same, with clauses named in any way. */
export function triggerWords(trigger: Trigger, names: ClauseNames, namers: Namers): string {
  const after = (length: Length | undefined, what: string) =>
    length ? `${showLength(length, namers)} after ${what}` : what;
  switch (trigger.kind) {
    case 'day':
      return dayWords(trigger, names.event(trigger.from));
    case 'event': {
      const event = names.event(trigger.event);
      return trigger.before ? `${showLength(trigger.before, namers)} before ${event}` : after(trigger.after, event);
    }
    case 'date':
      return trigger.date;
    case 'started':
      return after(trigger.after, `${names.duty(trigger.obligation)} is begun`);
    case 'completed':
      return after(trigger.after, `${names.duty(trigger.obligation)} is done`);
    case 'total':
      return after(trigger.after, `${muchOf(trigger.reaches)} of ${listed(trigger.of.map(names.duty))} is done`);
    case 'certified':
      return after(trigger.after, `${names.certification(trigger.certification)} is certified`);
    case 'found':
      return after(trigger.after, `${names.duty(trigger.obligation)} is found not kept`);
    case 'earliest':
    case 'latest': {
      const which = trigger.kind === 'earliest' ? 'the first of' : 'the last of';
      return `${which}: ${trigger.of.map((part) => triggerWords(part, names, namers)).join('; ')}`;
    }
  }
}

function dayWords({ day, first }: Extract<Trigger, { kind: 'day' }>, from: string): string {
  const counting = first === 1 ? ', the day itself being day 1' : '';
  if (day >= 0) return `day ${figure(day)} from ${from}${counting}`;
  // Where the day itself is day 1, the day before it is day 0.
  const days = first - day;
  const nth = first === 1 ? `, on day ${figure(day)}` : '';
  return `${figure(days)} ${days === 1 ? 'day' : 'days'} before ${from}${nth}${counting}`;
}

function muchOf(reaches: Extract<Trigger, { kind: 'total' }>['reaches']): string {
  if (typeof reaches === 'number') return figure(reaches);
  const { parts, outOf } = reaches;
  if (parts === outOf) return 'all';
  if (parts > outOf) return parts % outOf === 0 ? `${figure(parts / outOf)} times all` : `${parts}/${outOf} times all`;
  return parts * 2 === outOf ? 'half' : `${figure(parts)} of every ${figure(outOf)}`;
}
