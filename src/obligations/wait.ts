import { listed } from '../base/list.js';
import { quoted } from '../base/quoted.js';
import type { Text } from '../offers/text/text.js';
import { MOST_OCCURRENCES } from '../offers/text/occurrences.js';
import { START } from '../offers/text/trigger.js';
import { dutyLabel } from './duty-label.js';
import { labelApart } from './label-twice.js';

/** What has to be known, or to happen, before a clause can be given its day. */
export type Wait =
  | { readonly for: 'event'; readonly event: string }
  | { readonly for: 'calendar' }
  | { readonly for: 'length' }
  | { readonly for: 'start of' | 'completion of'; readonly obligation: string }
  | { readonly for: 'total'; readonly of: readonly string[] }
  | { readonly for: 'certification'; readonly certification: string }
  | { readonly for: 'finding'; readonly obligation: string }
  | { readonly for: 'itself'; readonly circle: readonly string[] }
  | { readonly for: 'trigger' }
  | { readonly for: 'window' }
  | { readonly for: 'more times' };

/**
 * What a clause waits for, in words.
 *
 * @example
 * const draft = checkOffer(scenario, 'draft', {
 *   text: { events: { thaw: { label: 'the thaw' } }, obligations: { survey: { owedBy: ['north'], begins: uponEvent('thaw') } } },
 * });
 * const text = draft.ok ? draft.value.text : undefined;
 * text && sayWait({ for: 'event', event: 'thaw' }, text); // 'the thaw to happen'
 */
export function sayWait(wait: Wait, text: Pick<Text, 'events' | 'obligations' | 'certifications'>): string {
  const duty = (id: string) => dutyLabel(text, id);
  switch (wait.for) {
    case 'event':
      return `${eventLabel(text, wait.event)} to happen`;
    case 'calendar':
      return `the calendar day of ${eventLabel(text, START)}`;
    case 'length':
      return 'the length of time that it is reckoned with';
    case 'start of':
      return `${duty(wait.obligation)} to be begun`;
    case 'completion of':
      return `${duty(wait.obligation)} to be done`;
    case 'total':
      return `enough to be done of ${listed(wait.of.map(duty))}`;
    case 'certification':
      return `${labelApart(text.certifications, wait.certification, text.certifications[wait.certification]?.label)} to be certified`;
    case 'finding':
      return `a finding that ${duty(wait.obligation)} was not kept`;
    case 'itself':
      return `itself: ${[...wait.circle, wait.circle[0] ?? ''].map(duty).join(' waits for ')}`;
    case 'window':
      return 'a window that does not close before it opens, as its own does';
    case 'more times':
      return `more than ${MOST_OCCURRENCES} times to be laid out, which they are not`;
    case 'trigger':
      return 'a trigger, which the text does not give';
  }
}

/** `the start`, `the end of phase 2`, or the label that the text gives to an event. */
export function eventLabel(text: Pick<Text, 'events'>, event: string): string {
  const named = Object.hasOwn(text.events, event) ? text.events[event] : undefined;
  // The start needs no label: without one it is called by its id.
  if (event === START && (!named || named.label === START)) return 'entry into force';
  if (named) return labelApart(text.events, event, named.label);
  const [, phase, end] = /^phase(\d+)(\.end)?$/.exec(event) ?? [];
  return phase === undefined ? quoted(event) : `the ${end === undefined ? 'start' : 'end'} of phase ${phase}`;
}
