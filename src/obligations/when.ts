import type { Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import { labelsOf, triggerWords, type ClauseNames } from './trigger-words.js';
import type { Namers } from '../terms/amount-words.js';

/** When a trigger fires, after a verb: `on day 5 from entry into force`, `when “survey” is done`, `3 days after the vote`. */
export function sayWhen(trigger: Trigger, text: Text, namers: Namers, names: ClauseNames = labelsOf(text)): string {
  return `${leadOf(trigger)}${triggerWords(trigger, names, namers)}`;
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
