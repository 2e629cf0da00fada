import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { simplerOffers } from '../simpler-offers.js';
import { newOfferIn } from './fewer-offers.js';
import { withLess } from './less.js';
import { simplerConditions } from './simpler-conditions.js';

/** An event with less in it: without a detail, with a smaller figure, with a simpler condition, or with a simpler new offer. */
export function* simplerEvents(scenario: Scenario, event: TalksEvent): Generator<TalksEvent> {
  yield* withLess(event);
  if (event.type === 'position.revised' && event.condition) {
    yield { ...event, condition: null };
    for (const condition of simplerConditions(event.condition)) yield { ...event, condition };
  }
  const offer = newOfferIn(event);
  // An event that brings in an offer may bring in another one.
  if (offer) for (const other of simplerOffers(scenario, offer)) yield { ...event, offer: other } as TalksEvent;
}
