import type { CalendarDate } from '../base/day.js';
import type { Citation } from '../evidence/citation.js';
import type { Offer } from '../offers/offer.js';
import type { Answer } from '../scenario/agreement.js';
import type { OfferDraft } from '../scenario/draft.js';

/** What every event may carry: the two clocks, and where it is reported. */
export interface EventDetails {
  /** When it happened. */
  readonly on?: CalendarDate;
  /** When that was reported. */
  readonly reportedOn?: CalendarDate;
  readonly citation?: Citation;
  /** Why, in words. */
  readonly because?: string;
}

/** An offer that the scenario does not hold, brought to the table whole. */
export type NewOffer = { readonly id: string } & (Omit<OfferDraft, 'id'> | Omit<Offer, 'id'>);

/** An offer is put on the table, in place of any that lies there: one of the scenario's by its id, or a new one whole. */
export interface OfferTabled extends EventDetails {
  readonly type: 'offer.tabled';
  readonly offer: string | NewOffer;
}

/** The offer on the table is taken back. */
export interface OfferWithdrawn extends EventDetails {
  readonly type: 'offer.withdrawn';
  readonly offer: string;
}

/** A party answers the offer on the table, whatever its positions say. */
export interface AnswerDeclared extends EventDetails {
  readonly type: 'answer.declared';
  readonly party: string;
  readonly answer: Answer;
  /** The unmet demands that an acceptance gives up, for this offer only; all of them, where left out. */
  readonly concedes?: readonly string[];
}

/** The talks are broken off; they may resume where they were. */
export interface TalksSuspended extends EventDetails {
  readonly type: 'talks.suspended';
  readonly by?: readonly string[];
}

/** Talks that were broken off go on. */
export interface TalksResumed extends EventDetails {
  readonly type: 'talks.resumed';
  readonly by?: readonly string[];
}

/**
 * What can happen in talks.
 *
 * @example
 * const events: TalksEvent[] = [
 *   { type: 'offer.tabled', offer: 'first-offer', on: '2030-01-10' },
 *   { type: 'offer.tabled', offer: { id: 'third', terms: { catch: 45, observer: true } } },
 *   { type: 'answer.declared', party: 'north', answer: 'accepts', because: 'It is time.' },
 * ];
 */
export type TalksEvent = OfferTabled | OfferWithdrawn | AnswerDeclared | TalksSuspended | TalksResumed;

/** The types of event there are. */
export const EVENT_TYPES = [
  'offer.tabled',
  'offer.withdrawn',
  'answer.declared',
  'talks.suspended',
  'talks.resumed',
] as const satisfies readonly TalksEvent['type'][];
