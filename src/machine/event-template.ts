import type { TalksEvent } from '../scenario/event.js';

/** A part of an event that a template leaves to be filled in. */
export type FreePart =
  'offer' | 'condition' | 'outcome' | 'days' | 'amount' | 'by' | 'mandate' | 'citation' | 'to' | 'occurrence';

/** An event that nothing is left to be filled in of. */
type Ready<E> = E extends TalksEvent ? Omit<E, 'on' | 'reportedOn' | 'citation' | 'because'> : never;

/**
 * An event that would be accepted, by its type and ids. One without `free` can be done as it stands; one with it stands for
 * every event that fills those parts in and against which there is no reason.
 *
 * @example
 * openTalks(scenario).nextEvents.find((template) => template.type === 'days.passed'); // { type: 'days.passed', free: ['days'] }
 */
export type EventTemplate =
  | (Ready<TalksEvent> & { readonly free?: never })
  | (Partial<Record<IdKey, string | number | readonly string[]>> & {
      readonly type: TalksEvent['type'];
      readonly free: readonly FreePart[];
    });

/** The keys by which events name what they are about. */
type IdKey =
  | 'party'
  | 'offer'
  | 'position'
  | 'round'
  | 'precondition'
  | 'step'
  | 'body'
  | 'rule'
  | 'obligation'
  | 'obligations'
  | 'event'
  | 'certification'
  | 'talks'
  | 'instrument'
  | 'phase'
  | 'mandate'
  | 'answer'
  | 'outcome';

/** A template, and an event that it stands for: what is left free is filled in so that only ids can stand against it. */
export interface Candidate {
  readonly template: EventTemplate;
  readonly like: TalksEvent;
}

/** That a phase is made longer, by a way of doing so or by consent. */
export const extending = (by: { readonly rule?: string }, phase: number | undefined, days = 1): Candidate => ({
  template: { type: 'phase.extended', ...by, ...(phase !== undefined && { phase }), free: ['days'] },
  like: { type: 'phase.extended', ...by, ...(phase !== undefined && { phase }), days },
});

/** An event as it stands. */
export const ready = (event: Ready<TalksEvent>): Candidate => ({ template: event, like: event });
