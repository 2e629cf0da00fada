import type { CalendarDate } from '../base/day.js';
import type { Span } from '../base/span.js';
import type { ObligationKind, Strength } from '../offers/text/obligation.js';
import type { Trigger } from '../offers/text/trigger.js';
import type { Unsettled } from '../terms/value.js';
import { dateOf, type Instant } from './instant.js';
import type { Wait } from './wait.js';

/** A day of a schedule: on the calendar, or counted from a start whose day is not known (the day of the start is day 0). */
export interface ScheduledDay {
  readonly on?: CalendarDate;
  readonly day?: number;
}

/**
 * What a third hand holds, and when it is set free, or else goes back to those who paid it in: at the earliest when it was to
 * be paid in.
 */
export interface ScheduledEscrow {
  readonly holder: string;
  readonly released?: ScheduledDay;
  readonly returned?: ScheduledDay;
  /** What has to happen before the day of its release is known; empty where it is. */
  readonly waitsFor: readonly Wait[];
}

/** One thing that falls due: an obligation, or one of the times that a recurring one comes round. */
export interface ScheduledDuty {
  readonly obligation: string;
  /** Which time it is, from 1; always 1 for what does not recur. */
  readonly occurrence: number;
  readonly kind: ObligationKind;
  readonly strength: Strength;
  readonly label: string;
  readonly phase?: number;
  readonly owedBy: readonly string[];
  readonly to: readonly string[];
  readonly verifier?: string;
  /** From when it binds; absent while that cannot be dated. */
  readonly opens?: ScheduledDay;
  /** The last day on which it is in time. What is to be refrained from binds until then, and without end has none. */
  readonly due?: ScheduledDay;
  /** How much falls due now, in the unit of `of`; for a level, the level. */
  readonly of?: string;
  readonly amount?: Span;
  /** Why its own amount is not settled, where it is not: `amount` is then whatever it may be. */
  readonly unsettled?: Unsettled;
  /** How much of its series is due in all by then. */
  readonly total?: Span;
  /** Where it goes to a third hand until something sets it free. */
  readonly escrow?: ScheduledEscrow;
  /** What it rests on. */
  readonly trigger?: Trigger;
  /** Whether its day holds only if what it rests on is done on its own last day. */
  readonly provisional: boolean;
  /** What has to be known, or to happen, before it can be dated; empty where it is. */
  readonly waitsFor: readonly Wait[];
  /** Whether it comes round, or is to be refrained from, without an end that the text gives. */
  readonly endless: boolean;
}

/** An instant as a schedule gives it: its date, where it has one, and its day from the start. */
export function dayIn(at: Instant, start: Instant | undefined): ScheduledDay {
  const on = dateOf(at);
  return {
    ...(on !== undefined && { on }),
    ...(start?.count === at.count && { day: at.day - start.day }),
  };
}
