import { isRecord } from '../../base/plain.js';
import type { TalksOptions } from '../../machine/options.js';
import { checkOffer } from '../../scenario/check-offer.js';
import type { TalksEvent } from '../../scenario/event.js';
import { offerDraftOf } from '../../scenario/offer-draft-of.js';
import type { Scenario } from '../../scenario/scenario.js';
import { codeText, type Code } from './code-layout.js';
import { codeOf } from './code-of.js';
import { importLine } from './import-line.js';
import { isSameData } from './same-data.js';

/**
 * What happens in talks as TypeScript to paste into a test: what it imports, then `events`, the same events in order. An
 * offer that stands whole in one is written as the draft that it is filled in from again. Where the talks are run in a way of
 * their own, `talks` comes after them, opened so.
 *
 * @param options - how the talks are run
 * @example
 * const code = courseCode([{ type: 'offer.tabled', offer: 'counter' }, { type: 'days.passed', days: 3 }], scenario);
 * code.split('\n').slice(3); // ["  { type: 'offer.tabled', offer: 'counter' },", "  { type: 'days.passed', days: 3 },", '];', '']
 */
export function courseCode(events: readonly TalksEvent[], scenario: Scenario, options: TalksOptions = {}): string {
  const { code, imports } = codeOf(events.map((event) => inDraft(event, scenario)));
  const opened = openingOf(options);
  const names = [...imports, ...(opened === '' ? [] : ['openTalks']), 'type TalksEvent'];
  return `${importLine(names)}\n\n${codeText(code, 'const events: TalksEvent[] = ', ';')}\n${opened}`;
}

/** How talks are opened that are run so; nothing where that goes without saying. */
function openingOf(options: TalksOptions): string {
  if (Object.values(options).every((value) => value === undefined)) return '';
  const given: readonly Code[] = [{ kind: 'word', text: 'scenario' }, codeOf(options).code];
  return `${codeText({ kind: 'call', name: 'openTalks', given }, 'const talks = ', ';')}\n`;
}

/** The event with its offer as a draft where it is whole: what nobody would write by hand. Anything else as it is. */
function inDraft(event: TalksEvent, scenario: Scenario): unknown {
  if (!isRecord(event) || !('offer' in event) || typeof event.offer !== 'object') return event;
  const { offer } = event;
  if (!isRecord(offer)) return event;
  const whole =
    'related' in offer && 'barred' in offer && 'phases' in offer ? checkOffer(scenario, offer.id, offer) : undefined;
  if (!whole?.ok || !isSameData(whole.value, offer)) return event;
  return { ...event, offer: { id: offer.id, ...offerDraftOf(whole.value, scenario) } };
}
