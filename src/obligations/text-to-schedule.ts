import { isCalendarDate } from '../base/day.js';
import { fault, FaultError, type Fault } from '../base/fault.js';
import { show } from '../base/plain.js';
import { didYouMean } from '../base/spelling.js';
import type { Offer } from '../offers/offer.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import type { Scenario } from '../scenario/scenario.js';
import { instantOf, type Instant } from './instant.js';
import { startByPhases } from './start-by-phases.js';

/** What was asked to be laid out, once it has been checked. */
interface ToSchedule {
  readonly whole: Offer;
  readonly text: Text;
  readonly events: Readonly<Record<string, Instant>>;
}

/** By whom a text is asked for: the first part of the codes of its faults. */
type Asking = 'schedule' | 'review';

/** An offer with its text: else `schedule/unknown-offer` or `schedule/no-text`, by the name of who asks. */
export function offerWithText(
  scenario: Scenario,
  offer: string | Offer,
  asking: Asking = 'schedule',
): { readonly whole: Offer; readonly text: Text } {
  const known = Object.keys(scenario.offers);
  const whole =
    typeof offer === 'string' ? (known.includes(offer) ? scenario.offers[offer] : undefined) : (offer as Offer | null);
  if (!whole || typeof whole !== 'object') {
    const id = typeof offer === 'string' ? offer : show(offer);
    const message = `There is no offer called '${id}'. ${didYouMean(id.slice(0, 60), known)}`;
    throw refusal('There is no such offer.', fault(`${asking}/unknown-offer`, ['offer'], message, { id, known }));
  }
  const { text } = whole;
  if (text) return { whole, text };
  const message = `'${whole.id}' has no text: write what it makes due under 'text'.`;
  throw refusal(
    `There is nothing to ${asking === 'schedule' ? 'lay out' : 'review'}.`,
    fault(`${asking}/no-text`, ['offer'], message, { id: whole.id }),
  );
}

/** An offer with its text, and the days that its events were given, or have by those. */
export function textToSchedule(
  scenario: Scenario,
  offer: string | Offer,
  anchors: Readonly<Record<string, unknown>>,
  asking: Asking = 'schedule',
): ToSchedule {
  const { whole, text } = offerWithText(scenario, offer, asking);
  const known = eventsOf(scenario, text);
  const events: Record<string, Instant> = {};
  const found: Fault[] = [];
  for (const [id, date] of Object.entries(anchors)) {
    const path = ['anchors', id];
    const at = typeof date === 'string' && isCalendarDate(date) ? instantOf(date) : undefined;
    if (!known.includes(id)) {
      const message = `The text has no event called '${id}'. ${didYouMean(id.slice(0, 60), known)}`;
      found.push(fault(`${asking}/unknown-event`, path, message, { id, known }));
    } else if (at) events[id] = at;
    else {
      const message = `${show(date)} is no day: give one such as 2024-02-23.`;
      found.push(fault(`${asking}/bad-date`, path, message, { found: show(date) }));
    }
  }
  if (found.length > 0)
    throw refusal(`The text cannot be ${asking === 'schedule' ? 'laid out' : 'reviewed'} from these days.`, ...found);
  const start = events[START] ?? startByPhases(scenario, whole, text, events);
  return { whole, text, events: { ...events, ...(start && { [START]: start }) } };
}

/** The events from which a text may count. */
function eventsOf(scenario: Scenario, text: Text): readonly string[] {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  return [START, ...phases.flatMap((n) => [phaseStart(n), phaseEnd(n)]), ...Object.keys(text.events)];
}

function refusal(what: string, ...faults: readonly Fault[]): FaultError {
  return new FaultError(what, faults);
}
