import { noted } from '../../offers/clauses.js';
import type { Offer } from '../../offers/offer.js';
import { checkOffer } from '../../scenario/check-offer.js';
import type { NewOffer } from '../../scenario/events/table.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { newOfferIn, offersIn, speakingOf } from './fewer-offers.js';
import { freshName } from './numbered-offers.js';
import { simpleOffers } from './simple-offers.js';

/** How many courses with a simple offer are tried at most. */
const MOST_WITH_SIMPLE = 400;

/**
 * Courses that put a new offer on the table wherever they spoke of another, with one event less, with no answer declared, or with
 * a day that passes at the end: a simple one, or the same put forward by a party. One that parties accept by position, or as
 * their own, needs fewer events, and so does one that has more phases, each over in no time.
 */
export function* withSimpleOffers(scenario: Scenario, events: readonly TalksEvent[]): Generator<readonly TalksEvent[]> {
  let left = MOST_WITH_SIMPLE;
  for (const id of offersIn(events)) {
    const brought = events.map(newOfferIn).find((offer) => offer?.id === id);
    const offer = scenario.offers[id] ?? (brought && checked(scenario, brought));
    if (!offer) continue;
    const name = brought ? { id, label: offer.label } : freshName(scenario, events);
    for (const simple of [...(brought ? byEach(scenario, offer) : []), ...simpleOffers(scenario, offer)]) {
      const other = bringingIn(events, id, { ...simple, ...name });
      const unanswered = other.filter(({ type }) => type !== 'answer.declared');
      const byTime = [...other.slice(0, -2), { type: 'days.passed', days: 1 } as const];
      for (const fewer of [other, unanswered, byTime, ...other.map((_, i) => other.toSpliced(i, 1))]) {
        if (left-- <= 0) return;
        yield fewer;
      }
    }
  }
}

/** The same offer, put forward by each of those who have to accept it, and by all of them. */
function byEach({ agreement }: Scenario, offer: Offer): readonly Offer[] {
  return [...agreement.of.map((party) => [party]), agreement.of].map((by) => ({ ...offer, by: noted([...by]) }));
}

function checked(scenario: Scenario, offer: NewOffer): Offer | undefined {
  const result = checkOffer(scenario, offer.id, offer);
  return result.ok ? result.value : undefined;
}

/** The same events, in which a new offer stands in for one from where that is first tabled. */
function bringingIn(events: readonly TalksEvent[], of: string, offer: NewOffer): readonly TalksEvent[] {
  const other = speakingOf(events, of, offer.id);
  const at = other.findIndex((event) => event.type === 'offer.tabled' && event.offer === offer.id);
  const tabled = other[at];
  return tabled?.type === 'offer.tabled' ? other.with(at, { ...tabled, offer }) : other;
}
