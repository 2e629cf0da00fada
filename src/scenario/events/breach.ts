import type { EventDetails, EventIds } from './details.js';

/** How the members of a body voted, by member. */
export type BodyVotes = Readonly<Record<string, 'for' | 'against' | 'abstains'>>;

/** A party says that something is not kept: what is alleged is not thereby so. */
export interface BreachAlleged<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'breach.alleged';
  /** An obligation of a text by which the deal goes, or has gone; or talks that one promises, since to hold them is owed as well. */
  readonly obligation: string;
  readonly by?: I['party'];
}

/**
 * Somebody says that something is kept again: a party that has alleged otherwise, or, of what was found, whoever found it,
 * which ends the finding at once. Where nobody alleges it any longer, a finding is ended by those to whom the obligation is
 * owed as well, and not by the bare word of those who owe it.
 */
export interface BreachCured<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'breach.cured';
  readonly obligation: string;
  /** A party, or a body of the text. */
  readonly by?: string;
}

/** Somebody says that the deal is not kept, or that it is again. */
export type BreachEvent<I extends EventIds = EventIds> = BreachAlleged<I> | BreachCured<I>;

/**
 * A body of the text finds that an obligation was not kept, or that talks which the text promises were not held as it says:
 * until then that is only alleged.
 */
export interface BreachFound<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'breach.found';
  readonly obligation: string;
  readonly by: string;
  /** Which of those who owe it together did not keep it; all of them, unless it says so. */
  readonly against?: readonly string[];
  readonly votes?: BodyVotes;
}

/**
 * A party to an instrument of the text invokes a breach of it that was found, and was not cured, as a ground to suspend the
 * operation of the instrument towards those who owed what was not kept: of all of it, or, where it holds part by part, of
 * what is tied to that. What was not kept stays owed, as does what the instrument lists as unaffected (Vienna Convention on
 * the Law of Treaties, 1969, articles 44, 60 and 72).
 */
export interface InstrumentSuspended<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'instrument.suspended';
  readonly instrument: string;
  /** The obligation of the instrument that a body found not kept. */
  readonly obligation: string;
  /** Who invokes it. */
  readonly by: readonly I['party'][];
}

/** What was suspended with an instrument goes on, all at once, by the word of those who invoked the breach. */
export interface InstrumentResumed<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'instrument.resumed';
  readonly instrument: string;
  readonly by?: readonly I['party'][];
}
