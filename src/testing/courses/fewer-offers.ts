import { unique } from '../../base/list.js';
import type { NewOffer } from '../../scenario/events/table.js';
import type { TalksEvent } from '../../scenario/event.js';
import { withLessSomewhere } from './less-somewhere.js';

/**
 * Courses that bring in fewer new offers, or do so in fewer words: with one that is known by its id in place of a new one,
 * wherever that is spoken of, or with a new one on record only as it is put on the table.
 */
export function* withFewerOffers(
  events: readonly TalksEvent[],
  known: readonly string[],
): Generator<readonly TalksEvent[]> {
  const ids = [...known];
  for (const [at, event] of events.entries()) {
    const offer = newOfferIn(event);
    if (!offer) continue;
    for (const id of ids) yield speakingOf(events, offer.id, id);
    ids.push(offer.id);
    const tabled = events.findIndex((other) => other.type === 'offer.tabled' && other.offer === offer.id);
    if (event.type !== 'offer.recorded' || tabled < at) continue;
    yield events.with(tabled, { type: 'offer.tabled', offer }).toSpliced(at, 1);
  }
}

/** How many courses with another offer are tried at most. */
const MOST_WITH_OTHERS = 1000;

/**
 * Courses that speak of another of these offers wherever they spoke of one, with one event less, or less in one: it may need
 * less to come about, or fewer days to be carried out.
 */
export function* withOtherOffers(
  events: readonly TalksEvent[],
  known: readonly string[],
): Generator<readonly TalksEvent[]> {
  let left = MOST_WITH_OTHERS;
  for (const of of offersIn(events)) {
    for (const instead of known) {
      if (of === instead) continue;
      const other = speakingOf(events, of, instead);
      for (const less of [...withoutAnswers(other), ...withLessSomewhere(other)]) {
        if (left-- <= 0) return;
        yield less;
      }
    }
  }
}

/** How often the days of a course are doubled at most: up to some years. */
const MOST_DOUBLINGS = 10;

/**
 * A course that leaves it to the positions, and to those who put an offer forward, how each answers it; with more days at
 * its end as well, since an offer that nobody has to be asked about may take longer to be carried out.
 */
function* withoutAnswers(events: readonly TalksEvent[]): Generator<readonly TalksEvent[]> {
  const fewer = events.filter(({ type }) => type !== 'answer.declared');
  if (fewer.length === events.length) return;
  yield fewer;
  const at = fewer.findLastIndex((event) => event.type === 'days.passed' && event.days !== undefined);
  const last = fewer[at];
  if (last?.type !== 'days.passed' || last.days === undefined) return;
  for (let n = 1; n <= MOST_DOUBLINGS; n++) yield fewer.with(at, { type: 'days.passed', days: last.days * 2 ** n });
}

/** The new offer that an event brings in. */
export function newOfferIn(event: TalksEvent): NewOffer | undefined {
  return 'offer' in event && typeof event.offer === 'object' ? event.offer : undefined;
}

/** The ids of the offers that events speak of. */
export function offersIn(events: readonly TalksEvent[]): readonly string[] {
  return unique(events.flatMap((event) => offerOf(event) ?? []));
}

/** The id of the offer that an event speaks of. */
function offerOf(event: TalksEvent): string | undefined {
  if (!('offer' in event) || event.offer === undefined) return undefined;
  return typeof event.offer === 'object' ? event.offer.id : event.offer;
}

/** The same events, which speak of one offer where they spoke of another: it is on record already. */
export function speakingOf(events: readonly TalksEvent[], of: string, instead: string): readonly TalksEvent[] {
  return events.flatMap((event) => {
    if (offerOf(event) !== of) return [event];
    // Whatever else speaks of an offer does so by its id.
    return event.type === 'offer.recorded' ? [] : [{ ...event, offer: instead }];
  });
}
