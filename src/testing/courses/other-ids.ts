import { unique } from '../../base/list.js';
import type { TalksEvent } from '../../scenario/event.js';
import { withLessSomewhere } from './less-somewhere.js';
import { idsIn, speakingOf, type IdKind } from './ids.js';

/** How many courses with another id are tried at most. */
const MOST_WITH_OTHERS = 1000;

/**
 * Courses that speak of another id of the same kind wherever they spoke of one, with one event less, or less in one: it may
 * need less to come about, as one round needs fewer preconditions than another. Offers have their own way (`withOtherOffers`).
 */
export function* withIdsThatNeedLess(
  events: readonly TalksEvent[],
  kinds: readonly IdKind[],
  canHappen: (events: readonly TalksEvent[]) => boolean,
): Generator<readonly TalksEvent[]> {
  let left = MOST_WITH_OTHERS;
  for (const kind of kinds.filter(({ keys }) => !keys.includes('offer'))) {
    for (const [of, instead] of swapsIn(events, kind)) {
      const other = events.map((event) => speakingOf(event, kind, of, instead));
      if (left-- <= 0) return;
      yield other;
      // What cannot happen with all that comes before it hardly will with less.
      if (!canHappen(other)) continue;
      for (const less of withLessSomewhere(other)) {
        if (left-- <= 0) return;
        yield less;
      }
    }
  }
}

/** Courses that speak of an id that stands earlier in the scenario, wherever they spoke of another of its kind, or in one event. */
export function* withEarlierIds(
  events: readonly TalksEvent[],
  kinds: readonly IdKind[],
): Generator<readonly TalksEvent[]> {
  for (const kind of kinds) {
    for (const [of, instead] of swapsIn(events, kind)) {
      if (kind.ids.indexOf(instead) > kind.ids.indexOf(of)) continue;
      const speaking = (event: TalksEvent) => speakingOf(event, kind, of, instead);
      yield events.map(speaking);
      for (const [i, event] of events.entries()) {
        if (idsIn(event, kind).includes(of)) yield events.with(i, speaking(event));
      }
    }
  }
}

/** Each id of a kind that events speak of, with every other one of its kind. */
function* swapsIn(events: readonly TalksEvent[], kind: IdKind): Generator<readonly [string, string]> {
  for (const of of unique(events.flatMap((event) => idsIn(event, kind)))) {
    for (const instead of kind.ids) if (instead !== of) yield [of, instead];
  }
}
