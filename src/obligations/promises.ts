import type { Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import { dayIn, type ScheduledDay } from './duty.js';
import type { Instant } from './instant.js';
import type { Timing } from './days.js';
import type { Wait } from './wait.js';

/** Talks that a text promises, with the days from which and until which they are to be held, as far as it gives them. */
export interface ScheduledTalks {
  readonly talks: string;
  readonly label: string;
  /** The phase that they are to settle, where it is one. */
  readonly on?: number;
  readonly between: readonly string[];
  readonly begin?: ScheduledDay;
  readonly end?: ScheduledDay;
  /** Whether a day of theirs holds only if what it rests on is done on its own last day. */
  readonly provisional: boolean;
  readonly waitsFor: readonly Wait[];
}

/** A choice that is to be made by a day, by those who name; of what, and never of whom. */
export interface ScheduledSelection {
  readonly selection: string;
  readonly label: string;
  readonly of: string;
  readonly namedBy: readonly string[];
  readonly due?: ScheduledDay;
  /** Whether its day holds only if what it rests on is done on its own last day. */
  readonly provisional: boolean;
  readonly waitsFor: readonly Wait[];
}

/** The talks that a text promises, laid out by day. */
export function talksLaidOut(text: Text, timing: Timing, start: Instant | undefined): readonly ScheduledTalks[] {
  return Object.entries(text.talks).map(([talks, { label, on, between, begin, end }]) => {
    const [from, until] = [dayOf(begin, timing, start), dayOf(end, timing, start)];
    return {
      talks,
      label,
      ...(on !== undefined && { on }),
      between,
      ...(from.day && { begin: from.day }),
      ...(until.day && { end: until.day }),
      provisional: from.provisional || until.provisional,
      waitsFor: [...from.waits, ...until.waits],
    };
  });
}

/** The choices that a text asks for, laid out by day. */
export function selectionsLaidOut(
  text: Text,
  timing: Timing,
  start: Instant | undefined,
): readonly ScheduledSelection[] {
  return Object.entries(text.selections).map(([selection, { label, of, namedBy, deadline }]) => {
    const { day, provisional, waits } = dayOf(deadline, timing, start);
    return { selection, label, of, namedBy, ...(day && { due: day }), provisional, waitsFor: waits };
  });
}

/** The day of a trigger; one that the text does not give is waited for. */
function dayOf(trigger: Trigger | undefined, timing: Timing, start: Instant | undefined) {
  if (!trigger) return { provisional: false, waits: [{ for: 'trigger' }] as const };
  const { at, provisional, waits } = timing.trigger(trigger);
  return { provisional, waits, ...(at && { day: dayIn(at, start) }) };
}
