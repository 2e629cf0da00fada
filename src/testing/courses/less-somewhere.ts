import type { TalksEvent } from '../../scenario/event.js';
import { withLess } from './less.js';

/** Courses of as many events, with a simpler one in place of one of them. */
export function* withLessInOne(
  events: readonly TalksEvent[],
  simplerEvents: (event: TalksEvent) => Iterable<TalksEvent>,
): Generator<readonly TalksEvent[]> {
  for (const [i, event] of events.entries()) {
    for (const simpler of simplerEvents(event)) yield events.with(i, simpler);
  }
}

/** Courses with one event left out, or with less in one of them. */
export function* withLessSomewhere(events: readonly TalksEvent[]): Generator<readonly TalksEvent[]> {
  for (const i of events.keys()) yield events.toSpliced(i, 1);
  yield* withLessInOne(events, withLess);
}
