import type { ByParty, DeclaredAnswer } from '../assessment/answers.js';
import type { CalendarDate } from '../base/day.js';
import type { TextRun } from '../obligations/text-run.js';
import type { Offer } from '../offers/offer.js';
import type { Position } from '../positions/position.js';
import type { Mandate } from '../scenario/process.js';
import type { Amount } from '../terms/amount.js';

/** The chain of approvals that an agreement is going through. */
export interface Ratification {
  /** What was agreed. */
  readonly offer: string;
  /** The place of the step in the chain, from 0. */
  readonly step: number;
  /** Days in which the step's approval may still be objected to; `null` while it is being voted on. */
  readonly daysLeft: number | null;
  /** The day on which it was agreed, and that on which the step was approved, as far as any is known. */
  readonly agreed?: CalendarDate;
  readonly approved?: CalendarDate;
  /** The day on which the step before this one was over, where there was one, as far as that is known. */
  readonly since?: CalendarDate;
  /** What the bodies of the step have decided so far, where its rule names several. */
  readonly decided?: Readonly<Record<string, 'approved' | 'rejected'>>;
  /** The days on which they did, as far as they are known. */
  readonly decidedOn?: Readonly<Record<string, CalendarDate>>;
  /** The place of the step for which the present one is a second way. */
  readonly insteadOf?: number;
}

/** That the deal is not kept, as somebody alleges. */
export interface Dispute {
  readonly obligation: string;
  readonly by?: string;
}

/** What was reported done of a quantity in a phase, by observer; the latest of each. */
export type Performed = Readonly<Record<string, Readonly<Record<string, Amount>>>>;

/** A deal being carried out. */
export interface DealRun {
  /** The offer that is its text. */
  readonly offer: string;
  /** The offers with a text by which it went before, since it came into force, where it has gone by such. */
  readonly before?: readonly string[];
  /** The day on which it was agreed, or since when it has gone by its present offer, as far as it is known. */
  readonly byOfferSince?: CalendarDate;
  /** The present phase from 1; 0 before the first has begun. */
  readonly phase: number;
  /** Days gone by in this phase. */
  readonly day: number;
  /** The day this phase began, where that is known. */
  readonly began: CalendarDate | null;
  /** Where no text keeps it, or only its month is known, the day on which the deal came into force; before that, the one on which it was agreed. */
  readonly since?: CalendarDate;
  /** Likewise, the day on which talks on the next phase were opened. */
  readonly opened?: CalendarDate;
  /** Days added to this phase, and how often by each rule; `''` stands for consent. */
  readonly extended: number;
  readonly extensions: Readonly<Record<string, number>>;
  /** The offer whose text the next phase follows, once that is settled. */
  readonly settled: string | null;
  readonly disputes: readonly Dispute[];
  /** By phase, then by the path id of the quantity. */
  readonly performed: Readonly<Record<string, Performed>>;
  /** What has become of its text, where it has one. */
  readonly text?: TextRun;
}

/** Whether a deal has come into force: its first phase has begun, or is waited for. */
export function isInForce({ phase, text }: DealRun): boolean {
  return phase > 0 || (text !== undefined && text.started !== null);
}

/**
 * The offers with a text by which a deal in force has gone, once it goes by another: what those made due may have been broken.
 * In one order whichever came first, since nothing hangs on that.
 */
export function wentBy({ offer, before = [] }: DealRun, hasText: (offer: string) => boolean): Pick<DealRun, 'before'> {
  if (!hasText(offer) || before.includes(offer)) return {};
  return { before: [...before, offer].sort() };
}

/** What changes in the course of talks, as plain JSON; the scenario itself is closed over by the machine. */
export interface TalksContext {
  /** The id of the offer on the table. */
  readonly offer: string | null;
  /** Offers that events brought in and the scenario does not hold, by id. */
  readonly added: Readonly<Record<string, Offer>>;
  /** Answers declared to the offer on the table. */
  readonly declared: ByParty<DeclaredAnswer>;
  /** Positions revised in these talks; `null` where one is given up for good. */
  readonly revised: Readonly<Record<string, Position | null>>;
  /** Preconditions that are met. */
  readonly met: readonly string[];
  /** What each delegation may do, where that is known. */
  readonly mandates: ByParty<Mandate>;
  /** The round that is being held. */
  readonly round: string | null;
  /** The day that events have come to, where any carried one; never a month. */
  readonly today: CalendarDate | null;
  /** The day up to which reports count; `null` for all that is known. */
  readonly asOf: CalendarDate | null;
  readonly ratification: Ratification | null;
  readonly deal: DealRun | null;
}

/** Talks in which nothing has happened. */
export const NOTHING_YET: TalksContext = {
  offer: null,
  added: {},
  declared: {},
  revised: {},
  met: [],
  mandates: {},
  round: null,
  today: null,
  asOf: null,
  ratification: null,
  deal: null,
};

/** The same while the next one is being made: what is read only outside may be written on. */
type Writable<T> = T extends object ? { -readonly [K in keyof T]: T[K] } : T;

/** A context's own fields and its records may be written on; what lies in them is replaced whole. */
export type WritableContext = {
  -readonly [K in keyof TalksContext]: Writable<TalksContext[K]>;
};
