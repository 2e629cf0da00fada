import type { ByParty, DeclaredAnswer } from '../assessment/answers.js';
import type { Offer } from '../offers/offer.js';

/** What changes in the course of talks, as plain JSON; the scenario itself is closed over by the machine. */
export interface TalksContext {
  /** The id of the offer on the table. */
  readonly offer: string | null;
  /** Offers brought to the table that the scenario does not hold, by id. */
  readonly tabled: Readonly<Record<string, Offer>>;
  /** Answers declared to the offer on the table. */
  readonly declared: ByParty<DeclaredAnswer>;
}

/** Talks in which nothing has happened. */
export const NO_OFFER: TalksContext = { offer: null, tabled: {}, declared: {} };

/** The same while the next one is being made. */
export interface WritableContext {
  offer: string | null;
  tabled: Record<string, Offer>;
  declared: Record<string, DeclaredAnswer>;
}
