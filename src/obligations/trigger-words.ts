import { figure, listed } from '../base/list.js';
import type { Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import { showLength, type Length } from '../terms/length.js';
import type { Namers } from '../terms/amount-words.js';
import { labelApart } from './label-twice.js';
import { dutyLabel } from './duty-label.js';
import { eventLabel } from './wait.js';

/**
 * A trigger in words: what sets a clause off.
 *
 * @example
 * const draft = checkOffer(scenario, 'draft', { text: { obligations: { survey: { owedBy: ['north'] } } } });
 * const text = draft.ok ? draft.value.text : undefined;
 * text && sayTrigger({ kind: 'completed', obligation: 'survey' }, text, scenario); // 'survey is done'
 */
export function sayTrigger(trigger: Trigger, text: Text, namers: Namers): string {
  const label = (id: string) => dutyLabel(text, id);
  const after = (length: Length | undefined, what: string) =>
    length ? `${showLength(length, namers)} after ${what}` : what;
  switch (trigger.kind) {
    case 'day': {
      const counting = trigger.first === 1 ? ', the day itself being day 1' : '';
      if (trigger.day < 0) {
        // Where the day itself is day 1, the day before it is day 0.
        const days = trigger.first - trigger.day;
        const nth = trigger.first === 1 ? `, on day ${figure(trigger.day)}` : '';
        return `${figure(days)} ${days === 1 ? 'day' : 'days'} before ${eventLabel(text, trigger.from)}${nth}${counting}`;
      }
      return `day ${figure(trigger.day)} from ${eventLabel(text, trigger.from)}${counting}`;
    }
    case 'event': {
      const event = eventLabel(text, trigger.event);
      return trigger.before ? `${showLength(trigger.before, namers)} before ${event}` : after(trigger.after, event);
    }
    case 'date':
      return trigger.date;
    case 'started':
      return after(trigger.after, `${label(trigger.obligation)} is begun`);
    case 'completed':
      return after(trigger.after, `${label(trigger.obligation)} is done`);
    case 'total': {
      const { reaches } = trigger;
      const much =
        typeof reaches === 'number' ? figure(reaches) : `${figure(reaches.parts)} of every ${figure(reaches.outOf)}`;
      return after(trigger.after, `${much} of ${listed(trigger.of.map(label))} is done`);
    }
    case 'certified':
      return after(
        trigger.after,
        `${labelApart(text.certifications, trigger.certification, text.certifications[trigger.certification]?.label)} is certified`,
      );
    case 'found':
      return after(trigger.after, `${label(trigger.obligation)} is found not kept`);
    case 'earliest':
    case 'latest': {
      const which = trigger.kind === 'earliest' ? 'the first of' : 'the last of';
      return `${which}: ${trigger.of.map((part) => sayTrigger(part, text, namers)).join('; ')}`;
    }
  }
}
