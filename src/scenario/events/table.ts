import type { Offer } from '../../offers/offer.js';
import type { Condition } from '../../positions/condition.js';
import type { Rigidity } from '../../positions/position.js';
import type { Answer } from '../agreement.js';
import type { OfferDraft } from '../offer-draft.js';
import type { Mandate } from '../process.js';
import type { EventDetails, EventIds } from './details.js';

/** An offer that the scenario does not hold, brought in whole. */
export type NewOffer = { readonly id: string } & (Omit<OfferDraft, 'id'> | Omit<Offer, 'id'>);

/** A precondition of a round is met, or no longer is. A joint one follows from those it is made up of. */
export interface PreconditionEvent<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'precondition.met' | 'precondition.lapsed';
  readonly precondition: I['precondition'];
}

/** A party tells its delegation what it may do. From then on it may do no more, until told otherwise. */
export interface MandateGiven<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'mandate.given';
  readonly party: I['party'];
  readonly mandate: Mandate;
}

/** A round opens, or closes. */
export interface RoundEvent<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'round.opened' | 'round.closed';
  readonly round: I['round'];
}

/** An offer that the scenario does not hold becomes known. It does not come under consideration. */
export interface OfferRecorded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'offer.recorded';
  readonly offer: NewOffer;
}

/**
 * An offer is put on the table, in place of any that lies there: one of the scenario's by its id, or a new one whole. While
 * a deal is carried out, one for its next phase, or to amend it.
 */
export interface OfferTabled<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'offer.tabled';
  readonly offer: I['offer'] | NewOffer;
}

/** The offer on the table is taken back. */
export interface OfferWithdrawn<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'offer.withdrawn';
  readonly offer: I['offer'];
}

/** A party answers the offer on the table, whatever its positions say. */
export interface AnswerDeclared<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'answer.declared';
  readonly party: I['party'];
  readonly answer: Answer;
  /** The unmet demands that an acceptance gives up, for this offer only; all of them, where left out. */
  readonly concedes?: readonly I['position'][];
}

/** A party's position is from now on another, or none. What it was stays in the log. */
export interface PositionRevised<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'position.revised';
  readonly position: I['position'];
  /** What is asked from now on, in place of all readings; `null` where nothing is any more. */
  readonly condition: Condition | null;
  /** How firmly, where that changes. */
  readonly rigidity?: Rigidity;
  /** What is asked, as a noun phrase; the condition in words, unless given. */
  readonly title?: string;
}

/** The talks are broken off, or go on again where they were. */
export interface TalksBreak<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'talks.suspended' | 'talks.resumed';
  readonly by?: readonly I['party'][];
}

/**
 * What was agreed in principle is concluded: it goes to those who ratify it, or is a deal at once where nobody does. While a
 * deal is carried out, an amendment that is agreed becomes its text: since the day on which it was (`on`), or, of a deal that has
 * been in force only since a later one, since that. Of a month no day is known: then from today on. A phase that had not ended by
 * it goes on, unless its end was reported, or another phase has begun by that. What was agreed on before the
 * text by which the deal goes does not take its place.
 */
export interface AgreementConcluded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'agreement.concluded';
}
