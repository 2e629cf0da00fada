import type { TalksEvent } from '../../scenario/event.js';

/** How many pairs are tried at most; of longer courses, those that stand closest to each other. */
const MOST_PAIRS = 1000;

/**
 * Courses with events left out, what takes away most first: ever shorter stretches, the last ones first, down to single
 * events; then any two events, such as a break and its end, of which neither can go alone.
 */
export function* withFewerEvents(events: readonly TalksEvent[]): Generator<readonly TalksEvent[]> {
  const many = events.length;
  if (many === 0) return;
  for (let cut = many; cut >= 1; cut = Math.floor(cut / 2)) {
    yield events.slice(0, many - cut);
    for (let at = many - 2 * cut; at > -cut; at -= cut) {
      yield [...events.slice(0, Math.max(0, at)), ...events.slice(at + cut)];
    }
  }
  const apart = Math.max(1, Math.floor(MOST_PAIRS / many));
  for (let last = many - 1; last > 0; last--) {
    for (let first = last - 1; first >= Math.max(0, last - apart); first--) {
      yield events.filter((_, i) => i !== first && i !== last);
    }
  }
}

/** Courses in which as many days pass at once, earlier or later, as passed in two parts. */
export function* withDaysAtOnce(events: readonly TalksEvent[]): Generator<readonly TalksEvent[]> {
  const passing = events.flatMap((event, at) =>
    event.type === 'days.passed' && event.days !== undefined ? [{ at, days: event.days }] : [],
  );
  for (const [i, later] of passing.entries()) {
    const before = passing[i - 1];
    if (!before) continue;
    const atOnce: TalksEvent = { type: 'days.passed', days: before.days + later.days };
    yield events.with(before.at, atOnce).toSpliced(later.at, 1);
    yield events.with(later.at, atOnce).toSpliced(before.at, 1);
  }
}
