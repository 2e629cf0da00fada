import { paragraph } from '../../report/wrap.js';
import { eventFaults } from '../../machine/event-faults.js';
import type { TalksOptions } from '../../machine/options.js';
import { openTalks } from '../../machine/talks.js';
import { checkOffer } from '../../scenario/check-offer.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { dealText, oneLine } from './deal-text.js';
import { eventWords } from './event-words.js';
import { fc } from '../fast-check.js';

const WIDTH = 80;

/**
 * What happens in talks as a person reads it: the state they begin in, then a numbered line for each event with the state
 * it leads to or the reasons why it is refused, and under it the terms of an offer that is new.
 *
 * @param options - how the talks are run
 * @example
 * const text = courseText(scenario, [{ type: 'offer.tabled', offer: 'first-offer' }, { type: 'deal.started' }]);
 * text.split('\n').slice(0, 2); // ['   talks.open', '1. offer.tabled: first-offer → talks.blocked']
 */
export function courseText(scenario: Scenario, events: readonly TalksEvent[], options: TalksOptions = {}): string {
  const talks = openTalks(scenario, options);
  const indent = ' '.repeat(String(events.length).length + 2);
  const lines = [`${indent}${talks.state}`];
  for (const [i, event] of events.entries()) {
    // Those before it may have brought in offers and revised positions; what was given up can be held again.
    const now = talks.scenario;
    const present = { ...now, positions: { ...scenario.positions, ...now.positions } };
    const { accepted, reasons } = talks.do(event);
    const number = `${i + 1}.`.padEnd(indent.length);
    const become = accepted ? `→ ${talks.state}` : '→ refused';
    lines.push(paragraph(oneLine(`${wordsOf(present, event)} ${become}`), WIDTH, '', indent).replace(/^/, number));
    lines.push(...reasons.map(({ code, message }) => paragraph(oneLine(`${code}: ${message}`), WIDTH, indent, indent)));
    lines.push(...newOfferLines(present, event).map((line) => `${indent}${line}`));
  }
  return lines.join('\n');
}

/** An event in words; one that is not well formed, as it is. */
function wordsOf(scenario: Scenario, event: TalksEvent): string {
  if (eventFaults(scenario, event).length > 0) return fc.stringify(event);
  const words = eventWords(scenario, event);
  return words === '' ? event.type : `${event.type}: ${words}`;
}

function newOfferLines(scenario: Scenario, event: TalksEvent): readonly string[] {
  if (eventFaults(scenario, event).length > 0 || !('offer' in event) || typeof event.offer !== 'object') return [];
  const checked = checkOffer(scenario, event.offer.id, event.offer);
  return checked.ok ? dealText(scenario, checked.value).split('\n') : [];
}
