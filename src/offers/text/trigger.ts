import type { CalendarDate } from '../../base/day.js';
import type { Length, LengthDraft } from '../../terms/length.js';

/** The named event with which a deal comes into force, and its first phase begins. Every text has it. */
export const START = 'start';

/** A part of a running total: a figure, or a share of all that is owed. */
export type Threshold = number | { readonly parts: number; readonly outOf: number };

/** What a trigger may name. */
export interface TriggerIds {
  readonly event: string;
  readonly obligation: string;
  readonly certification: string;
}

/**
 * What sets a clause off. `L` is how a length is written, `I` are the ids that may stand in it.
 *
 * - `day`: a day of the text, counted from a named event whose own day is `first` (0 or 1); days before it are negative.
 * - `event`: a named event itself, or so long after it; `before`, so long before it.
 * - `date`: a calendar day.
 * - `started`, `completed`: another obligation is begun, or done.
 * - `total`: what was done of these obligations, together, reaches a figure or a share of what they owe.
 * - `certified`: a body certifies.
 * - `found`: a body finds that an obligation was not kept, and as long as that is not cured.
 * - `earliest`, `latest`: the first, or the last, of several.
 */
export type Trigger<L = Length, I extends TriggerIds = TriggerIds> =
  | { readonly kind: 'day'; readonly day: number; readonly from: I['event']; readonly first: 0 | 1 }
  | { readonly kind: 'event'; readonly event: I['event']; readonly after?: L; readonly before?: L }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'started' | 'completed'; readonly obligation: I['obligation']; readonly after?: L }
  | { readonly kind: 'total'; readonly of: readonly I['obligation'][]; readonly reaches: Threshold; readonly after?: L }
  | { readonly kind: 'certified'; readonly certification: I['certification']; readonly after?: L }
  | { readonly kind: 'found'; readonly obligation: I['obligation']; readonly after?: L }
  | { readonly kind: 'earliest' | 'latest'; readonly of: readonly Trigger<L, I>[] };

/** A trigger as a modeller writes it. */
export type TriggerDraft<I extends TriggerIds = TriggerIds> = Trigger<LengthDraft, I>;

/**
 * A day of the text, counted from a named event: from its start, unless another is given. `first` says whether the day of
 * the event itself is day 0 or day 1 of the count.
 *
 * @example
 * onDay(7); // { kind: 'day', day: 7, from: 'start', first: 0 }
 * onDay(1, { first: 1 }); // { kind: 'day', day: 1, from: 'start', first: 1 }
 */
export const onDay = <const E extends string = typeof START>(
  day: number,
  { from = START as E, first = 0 }: { from?: E; first?: 0 | 1 } = {},
) => ({ kind: 'day', day, from, first }) as const;

/**
 * A named event of the text, or so long after it.
 *
 * @example
 * uponEvent('signature', days(3)); // { kind: 'event', event: 'signature', after: { length: 3, unit: 'days' } }
 */
export const uponEvent = <const E extends string>(event: E, after?: LengthDraft) =>
  ({ kind: 'event', event, ...(after && { after }) }) as const;

/**
 * So long before a named event.
 *
 * @example
 * beforeEvent('vote', weeks(2)); // { kind: 'event', event: 'vote', before: { length: 2, unit: 'weeks' } }
 */
export const beforeEvent = <const E extends string>(event: E, before: LengthDraft) =>
  ({ kind: 'event', event, before }) as const;

/**
 * A calendar day.
 *
 * @example
 * onDate('2030-05-01'); // { kind: 'date', date: '2030-05-01' }
 */
export const onDate = (date: CalendarDate) => ({ kind: 'date', date }) as const;

/**
 * Another obligation is done, or so long after: what is waived or excused whole, or as to what was left of it, counts as done on the
 * day of that.
 *
 * @example
 * uponCompletion('survey', days(7));
 * // { kind: 'completed', obligation: 'survey', after: { length: 7, unit: 'days' } }
 */
export const uponCompletion = <const O extends string>(obligation: O, after?: LengthDraft) =>
  ({ kind: 'completed', obligation, ...(after && { after }) }) as const;

/**
 * Another obligation is begun, or so long after: what is waived or excused whole before it is begun counts as begun on that day.
 *
 * @example
 * uponStart('survey'); // { kind: 'started', obligation: 'survey' }
 */
export const uponStart = <const O extends string>(obligation: O, after?: LengthDraft) =>
  ({ kind: 'started', obligation, ...(after && { after }) }) as const;

/**
 * What was done of these obligations, together, reaches a figure, or a share of all that they owe.
 *
 * @example
 * whenTotal(['first-boats', 'second-boats'], { parts: 1, outOf: 2 });
 * // { kind: 'total', of: ['first-boats', 'second-boats'], reaches: { parts: 1, outOf: 2 } }
 */
export const whenTotal = <const O extends string>(of: readonly O[], reaches: Threshold, after?: LengthDraft) =>
  ({ kind: 'total', of, reaches, ...(after && { after }) }) as const;

/**
 * A certification of the text's is given, or so long after.
 *
 * @example
 * whenCertified('stock-counted'); // { kind: 'certified', certification: 'stock-counted' }
 */
export const whenCertified = <const C extends string>(certification: C, after?: LengthDraft) =>
  ({ kind: 'certified', certification, ...(after && { after }) }) as const;

/**
 * A body finds that an obligation was not kept, or so long after, unless it is cured by then. So a text says what snaps back:
 * measures that were lifted are an obligation that begins upon the finding, and their lifting one that lasts until it. Where
 * nothing is found they are never set off, and the deal is fulfilled without them; once it is cured they bind no longer.
 * What snaps back by someone's notice hangs on a named event instead, and is owed all the same until that is given: the deal
 * waits for it, unless those to whom it is owed let it go. Upon the earlier of a notice and a finding it is owed no more once all
 * phases are over and neither has come.
 *
 * @example
 * uponFinding('survey', days(30)); // { kind: 'found', obligation: 'survey', after: { length: 30, unit: 'days' } }
 */
export const uponFinding = <const O extends string>(obligation: O, after?: LengthDraft) =>
  ({ kind: 'found', obligation, ...(after && { after }) }) as const;

/**
 * The first of several triggers.
 *
 * @example
 * earliestOf(onDay(30), whenCertified('stock-counted')).of.length; // 2
 */
export const earliestOf = <const T extends readonly TriggerDraft[]>(...of: T) => ({ kind: 'earliest', of }) as const;

/**
 * The last of several triggers.
 *
 * @example
 * latestOf(onDay(30), uponCompletion('survey')).kind; // 'latest'
 */
export const latestOf = <const T extends readonly TriggerDraft[]>(...of: T) => ({ kind: 'latest', of }) as const;

/** A trigger and those it is made up of. */
export function triggersIn<L>(trigger: Trigger<L>): readonly Trigger<L>[] {
  return trigger.kind === 'earliest' || trigger.kind === 'latest'
    ? [trigger, ...trigger.of.flatMap(triggersIn)]
    : [trigger];
}
