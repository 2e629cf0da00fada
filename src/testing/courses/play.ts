import { lastDay, type CalendarDate } from '../../base/day.js';
import { hasPlace } from '../../machine/next-events.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';

/** What becomes of a course: which of its events are refused, by their place, and whether the talks have come to an end. */
export interface Played {
  readonly refused: readonly number[];
  readonly ended: boolean;
}

/** Where talks stand after some events, and where events that were tried there led: to itself where one was refused. */
export interface Stand {
  /** Not to be moved on: for that they are forked. */
  readonly talks: Talks;
  readonly next: WeakMap<TalksEvent, Stand>;
}

/** How many stands are remembered at most: a long course has more shrinks than should be held at once. */
const MOST_STANDS = 4000;

/**
 * Lets courses happen from one beginning, each step once: what a course shrinks to is made of its own events, so that it
 * goes through many of the same stands. A refused event changes nothing.
 */
export class Steps {
  private first: Stand;
  private remembered = 0;

  constructor(beginning: Talks) {
    this.first = { talks: beginning, next: new WeakMap() };
  }

  beginning(): Stand {
    if (this.remembered > MOST_STANDS) {
      this.first = { talks: this.first.talks, next: new WeakMap() };
      this.remembered = 0;
    }
    return this.first;
  }

  /** Where an event leads from a stand; to the same one where it is refused. */
  after(stand: Stand, event: TalksEvent): Stand {
    const known = stand.next.get(event);
    if (known) return known;
    const talks = stand.talks.fork();
    // Why something has no place, which takes long to tell, nobody asks.
    const isAccepted = hasPlace(talks.snapshot, event.type) && talks.do(event).accepted;
    const next = isAccepted ? { talks, next: new WeakMap<TalksEvent, Stand>() } : stand;
    stand.next.set(event, next);
    this.remembered++;
    return next;
  }

  /** The day that the talks have come to after these events, as far as one is known; up to which they know of anything, else. */
  dayAfter(events: readonly TalksEvent[]): CalendarDate | undefined {
    const { today, asOf } = events.reduce<Stand>((stand, event) => this.after(stand, event), this.beginning()).talks
      .clock;
    return today ?? (asOf === null ? undefined : lastDay(asOf));
  }

  /** Lets these events happen one after another. */
  play(events: readonly TalksEvent[]): Played {
    let stand = this.beginning();
    const refused: number[] = [];
    for (const [i, event] of events.entries()) {
      const next = this.after(stand, event);
      if (next === stand) refused.push(i);
      stand = next;
    }
    return { refused, ended: stand.talks.snapshot.status !== 'active' };
  }
}
