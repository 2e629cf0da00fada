import type { CalendarDate } from '../base/day.js';
import type { Citation } from '../evidence/citation.js';
import type { Offer } from '../offers/offer.js';
import type { Condition } from '../positions/condition.js';
import type { Rigidity } from '../positions/position.js';
import type { AmountDraft } from '../terms/amount.js';
import type { Answer } from './agreement.js';
import type { OfferDraft } from './offer-draft.js';
import type { Mandate } from './process.js';

/** The kinds of id that events speak of. */
export interface EventIds {
  readonly party: string;
  readonly source: string;
  readonly offer: string;
  readonly position: string;
  readonly round: string;
  readonly precondition: string;
}

/** What every event may carry: the two clocks, and where it is reported. */
export interface EventDetails<I extends EventIds = EventIds> {
  /** When it happened. */
  readonly on?: CalendarDate;
  /** When that was reported. */
  readonly reportedOn?: CalendarDate;
  readonly citation?: Citation<I['source']>;
  /** Why, in words. */
  readonly because?: string;
}

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
 * deal is carried out, an amendment that is agreed becomes its text from now on.
 */
export interface AgreementConcluded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'agreement.concluded';
}

/**
 * A step of ratification is decided: by votes, or as reported where no votes are known. Where it takes the approval of so many
 * bodies, one of them has decided.
 */
export interface RatificationVoted<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'ratification.voted';
  readonly step: string;
  /** Which body of the step has decided, where its rule names several. */
  readonly body?: string;
  readonly outcome?: 'approved' | 'rejected';
  readonly votes?: { readonly for: number; readonly against: number; readonly abstained?: number };
}

/** An objection to an approval, within its days: sustained, approval has failed; dismissed, nothing changes. */
export interface RatificationObjected<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'ratification.objected';
  readonly step: string;
  readonly outcome: 'sustained' | 'dismissed';
  readonly by?: string;
}

/** Time passes: so many whole days, or all of them up to a day after the present one, where that is known. */
export type DaysPassed<I extends EventIds = EventIds> = EventDetails<I> & { readonly type: 'days.passed' } & (
    { readonly days: number; readonly until?: never } | { readonly until: CalendarDate; readonly days?: never }
  );

/** The deal comes into force: its first phase begins. Before what brings that about by the text, it is so, and `progress` tells of it. */
export interface DealStarted<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'deal.started';
}

/** A phase whose length leaves that open comes to its end. */
export interface PhaseEnded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'phase.ended';
  readonly phase: number;
}

/**
 * A phase is made longer: by consent, by a rule of the scenario's, or in a way that the text of the deal gives, named as there
 * (`by unit`).
 */
export interface PhaseExtended<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'phase.extended';
  readonly days: number;
  /** Which of those under way, where several overlap: the latest, unless given. */
  readonly phase?: number;
  readonly rule?: string;
  /** Who agreed to it, or made use of the rule, where that is known: by consent, as many as it takes for an agreement. */
  readonly by?: readonly I['party'][];
}

/** How much of a quantity, or of an obligation of the deal's text, has been done so far, as somebody saw it. */
export interface PerformanceReported<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.reported';
  /** An obligation of the text, by its id; or a quantity, by its path id. */
  readonly obligation: string;
  /**
   * Of an obligation, in all up to now (1 is an act done); of a quantity, in all of this phase. The latest by one observer
   * stands, those of several stand side by side.
   */
  readonly amount: AmountDraft;
  /** Of an obligation: how much of that is known to be of which category, by path id. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Who saw it: a party, a body of the text, or anyone else; `progress` tells of those whom nobody names. */
  readonly observer?: string;
}

/** Part of an obligation, or all of it, is no longer owed: those to whom it was owed waive it, or it is excused, by them or by a body. */
export interface PerformanceLetGo<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.waived' | 'performance.excused';
  readonly obligation: string;
  readonly amount?: AmountDraft;
  readonly by?: readonly string[];
}

/** Whoever owes an obligation says that it is not being performed for now, and why. */
export interface PerformanceWithheld<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.withheld';
  readonly obligation: string;
  readonly by?: readonly string[];
}

/**
 * An obligation is put off to another day, by the consent of those who owe it and those to whom it is owed. It is due then, or
 * when its text has it where that is later, and not before what sets it off.
 */
export interface PerformancePostponed<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.postponed';
  readonly obligation: string;
  readonly to: CalendarDate;
  readonly by: readonly string[];
}

/**
 * Obligations are suspended, as an answer to what the other side has not done, or go on again, all at once: by those who owe
 * them, by those to whom they are owed, who let them rest for a while, or by a body of the text. Meanwhile their days do not
 * run: as many are left then as there were (Vienna Convention on the Law of Treaties, 1969, article 72).
 */
export interface PerformanceBreak<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.suspended' | 'performance.resumed';
  readonly obligations: readonly string[];
  readonly by?: readonly string[];
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

/** What was suspended with an instrument goes on, all at once. */
export interface InstrumentResumed<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'instrument.resumed';
  readonly instrument: string;
  readonly by?: readonly I['party'][];
}

/** How the members of a body voted, by member. */
export type BodyVotes = Readonly<Record<string, 'for' | 'against' | 'abstains'>>;

/** A body of the text finds that an obligation was not kept: until then that is only alleged. */
export interface BreachFound<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'breach.found';
  readonly obligation: string;
  readonly by: string;
  readonly votes?: BodyVotes;
}

/** A named event of the text happens. */
export interface TextEventHappened<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'event.happened';
  readonly event: string;
}

/**
 * A named event of the text, or as `start` its entry into force, is moved to another day, by those whose consent that needs;
 * on that day it happens. What has happened already cannot be moved.
 */
export interface TextEventMoved<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'event.moved';
  readonly event: string;
  readonly to: CalendarDate;
  readonly by: readonly string[];
}

/** A body certifies what the text lets it certify. */
export interface CertificationGiven<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'certification.given';
  readonly certification: string;
  readonly votes?: BodyVotes;
}

/**
 * Somebody says that the deal is not kept, or that it is again. What is alleged is not thereby so; what was found stands as
 * long as anybody still alleges it, unless who found it says that it is cured, and can be cured where nobody does.
 */
export interface BreachEvent<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'breach.alleged' | 'breach.cured';
  readonly obligation: string;
  readonly by?: I['party'];
}

/** The talks on the next phase begin, come to an agreement, or fail. */
export interface NextPhaseEvent<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'nextPhase.opened' | 'nextPhase.settled' | 'nextPhase.failed';
}

/** Talks that the text of the deal promises, on no phase of it, begin, come to an agreement, or fail. */
export interface PromisedTalksEvent<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'promisedTalks.opened' | 'promisedTalks.settled' | 'promisedTalks.failed';
  readonly talks: string;
}

/** Another deal takes the place of this one. */
export interface DealSuperseded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'deal.superseded';
  /** The offer that is the other deal, where it is known. */
  readonly offer?: I['offer'];
}

/** The deal is over before its time. Needs a citation. */
export interface DealEnded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'deal.ended';
  readonly by?: readonly I['party'][];
}

/**
 * What can happen in talks, as plain data.
 *
 * @example
 * const events: TalksEvent[] = [
 *   { type: 'offer.tabled', offer: 'first-offer', on: '2030-01-10' },
 *   { type: 'offer.tabled', offer: { id: 'third', terms: { catch: 45, observer: true } } },
 *   { type: 'answer.declared', party: 'north', answer: 'accepts', because: 'It is time.' },
 *   { type: 'days.passed', days: 30 },
 * ];
 */
export type TalksEvent<I extends EventIds = EventIds> =
  | PreconditionEvent<I>
  | MandateGiven<I>
  | RoundEvent<I>
  | OfferRecorded<I>
  | OfferTabled<I>
  | OfferWithdrawn<I>
  | AnswerDeclared<I>
  | PositionRevised<I>
  | TalksBreak<I>
  | AgreementConcluded<I>
  | RatificationVoted<I>
  | RatificationObjected<I>
  | DaysPassed<I>
  | DealStarted<I>
  | PhaseEnded<I>
  | PhaseExtended<I>
  | PerformanceReported<I>
  | PerformanceLetGo<I>
  | PerformanceWithheld<I>
  | PerformancePostponed<I>
  | PerformanceBreak<I>
  | InstrumentSuspended<I>
  | InstrumentResumed<I>
  | BreachEvent<I>
  | BreachFound<I>
  | TextEventHappened<I>
  | TextEventMoved<I>
  | CertificationGiven<I>
  | NextPhaseEvent<I>
  | PromisedTalksEvent<I>
  | DealSuperseded<I>
  | DealEnded<I>;

/** The types of event there are. */
export const EVENT_TYPES = [
  'precondition.met',
  'precondition.lapsed',
  'mandate.given',
  'round.opened',
  'round.closed',
  'offer.recorded',
  'offer.tabled',
  'offer.withdrawn',
  'answer.declared',
  'position.revised',
  'talks.suspended',
  'talks.resumed',
  'agreement.concluded',
  'ratification.voted',
  'ratification.objected',
  'days.passed',
  'deal.started',
  'phase.ended',
  'phase.extended',
  'performance.reported',
  'performance.waived',
  'performance.excused',
  'performance.withheld',
  'performance.postponed',
  'performance.suspended',
  'performance.resumed',
  'instrument.suspended',
  'instrument.resumed',
  'breach.alleged',
  'breach.cured',
  'breach.found',
  'event.happened',
  'event.moved',
  'certification.given',
  'nextPhase.opened',
  'nextPhase.settled',
  'nextPhase.failed',
  'promisedTalks.opened',
  'promisedTalks.settled',
  'promisedTalks.failed',
  'deal.superseded',
  'deal.ended',
] as const satisfies readonly TalksEvent['type'][];
