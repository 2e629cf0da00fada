import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { newOfferIn, offersIn } from './fewer-offers.js';

/** How drawing names an offer that the scenario does not hold. */
export function drawnName(n: number): { readonly id: string; readonly label: string } {
  return { id: `drawn-${n}`, label: `drawn ${n}` };
}

/** A name that no offer has, of a scenario or brought in by a course. */
export function freshName({ offers }: Scenario, events: readonly TalksEvent[]): ReturnType<typeof drawnName> {
  const brought = events.map((event) => newOfferIn(event)?.id);
  let n = 1;
  while (Object.hasOwn(offers, drawnName(n).id) || brought.includes(drawnName(n).id)) n++;
  return drawnName(n);
}

/** A course whose drawn offers are numbered from one on, in the order in which they come in: shrinking leaves gaps. */
export function withOffersNumbered({ offers }: Scenario, events: readonly TalksEvent[]): readonly TalksEvent[] {
  const isDrawn = (id: string) => /^drawn-\d+$/.test(id) && !Object.hasOwn(offers, id);
  const brought = new Set(events.map((event) => newOfferIn(event)?.id));
  const names = new Map<string, ReturnType<typeof drawnName>>();
  let n = 0;
  for (const id of offersIn(events)) {
    if (!isDrawn(id) || !brought.has(id)) continue;
    do n++;
    while (Object.hasOwn(offers, drawnName(n).id));
    names.set(id, drawnName(n));
  }
  if ([...names].every(([id, name]) => id === name.id)) return events;
  return events.map((event) => {
    const offer = newOfferIn(event);
    // What an event that brings in an offer may carry is said by its type.
    if (offer) return { ...event, offer: { ...offer, ...names.get(offer.id) } } as TalksEvent;
    const name = 'offer' in event && typeof event.offer === 'string' ? names.get(event.offer) : undefined;
    return name ? ({ ...event, offer: name.id } as TalksEvent) : event;
  });
}
