import type { Length } from '../../terms/length.js';
import type { ClauseGrounds } from './grounds.js';
import type { KeyTable } from './key-table.js';
import type { Obligation, Strength } from './obligation.js';
import type { Trigger } from './trigger.js';

/**
 * A named event of a text from which days are counted. Under `start`, the entry into force: it comes by the trigger that it is
 * given here, on the day to which it was moved, or when it is reported. Its trigger can hang only on what may come before it.
 */
export interface NamedEvent extends ClauseGrounds {
  readonly label: string;
  /** What brings it about; without one it happens when it is reported. */
  readonly trigger?: Trigger;
  /** Those whose consent moves it, parties, bodies or others that the text names; without any it cannot be moved. */
  readonly movedBy: readonly string[];
}

/** How a body of a text decides: all members, more for than against, or so many. */
export type DecisionRule =
  { readonly kind: 'unanimity' } | { readonly kind: 'majority' } | { readonly kind: 'quota'; readonly needed: number };

/** A body that a text sets up. */
export interface TextBody extends ClauseGrounds {
  readonly label: string;
  readonly members: readonly string[];
  readonly chair?: string;
  readonly rule: DecisionRule;
  readonly reports?: ReportingDuty;
}

/**
 * That a body reports: to whom, and how often. Laid out and carried out like an obligation, under the id of the body and
 * `.reports`; the body owes it.
 */
export interface ReportingDuty {
  readonly to: readonly string[];
  /** A report is due at the end of each; without it, one by the end. */
  readonly every?: Length;
  readonly strength: Strength;
  /** From when on: the entry into force, unless given. */
  readonly begins?: Trigger;
  /** Until when: the end of the last phase, unless given. */
  readonly until?: Trigger;
}

/** Something that a body certifies. */
export interface Certification extends ClauseGrounds {
  readonly label: string;
  readonly by: string;
}

/** Who is chosen, and how: never whom. */
export interface Selection extends ClauseGrounds {
  readonly label: string;
  /** The quantity whose persons or things are chosen, by its path id. */
  readonly of: string;
  readonly namedBy: readonly string[];
  readonly vetoBy: readonly string[];
  readonly criteria: readonly string[];
  readonly exclusions: readonly string[];
  readonly deadline?: Trigger;
}

/** How a party stands to one of the texts of a deal. */
export const ADHERENCES = ['signs', 'adheres', 'unsigned', 'dealt with'] as const;

/**
 * How a party stands to a text: it signs; adheres to what a third party declares; stays unsigned; or is dealt with, without
 * recognition. One of {@link ADHERENCES}.
 */
export type Adherence = (typeof ADHERENCES)[number];

/** One of the texts that a deal is made up of. */
export interface Instrument extends ClauseGrounds {
  readonly label: string;
  /** Texts that it goes before where the two differ: a review says what gives way; until that is changed, both bind. */
  readonly over: readonly string[];
  /** Texts that are part of it by reference. */
  readonly incorporates: readonly string[];
  readonly parties: Readonly<Record<string, Adherence>>;
  /**
   * Whether its undertakings hold together, or each by itself: what can be suspended where a breach that was found is invoked,
   * all of those between the two sides, or only those tied to what was not kept. Nothing is suspended of itself. (Vienna
   * Convention on the Law of Treaties, 1969, articles 44 and 60.)
   */
  readonly holds: 'whole' | 'part by part';
  /** Undertakings that hold whatever becomes of the others, such as those that protect persons (article 60, paragraph 5). */
  readonly unaffected: readonly string[];
}

/** What a word means in a text, or what each party takes it to mean. */
export interface Definition extends ClauseGrounds {
  readonly label: string;
  readonly means?: string;
  readonly readings: readonly { readonly party: string; readonly reading: string }[];
}

/** How a phase may be made longer: by consent, by whole units, in proportion to what is done, or while talks go on. */
export const EXTENSIONS = ['by consent', 'by unit', 'pro rata', 'while talks continue'] as const;

/**
 * A way of making a phase longer; without `cap` or `times` it has no end. In proportion to what is done, or while talks go on,
 * a phase grows longer of itself, unless a condition is worded: whether that holds, only people can say.
 */
export interface PhaseExtension {
  readonly how: (typeof EXTENSIONS)[number];
  /** How much longer, each time: for each `per` of a quantity, where it goes in proportion to that; a day, unless given. */
  readonly unit?: Length;
  /** So many of a quantity, by its path id, done in the phase, and counted from `beyond` on. */
  readonly per?: { readonly n: number; readonly of: string; readonly beyond?: number };
  readonly cap?: Length;
  readonly times?: number;
  readonly condition?: string;
}

/**
 * That there shall be talks on a phase, or on something else, when, and what holds if they come to nothing. Those on a phase
 * go by the course of the talks on the next phase; those on no phase are told of by themselves, and nothing waits for them. A
 * deal does not lapse for want of a phase still to be negotiated, where it is said of talks on that what holds otherwise: it
 * stays in force until they are settled after all, it is superseded or amended, or it is told to be over.
 */
export interface PromisedTalks extends ClauseGrounds {
  readonly label: string;
  /** The phase that they are to settle, where it is one. */
  readonly on?: number;
  readonly between: readonly string[];
  readonly begin?: Trigger;
  readonly end?: Trigger;
  /** What holds otherwise, as worded. */
  readonly otherwise?: string;
}

/** What a text says of one phase beside its length and terms. */
export interface PhaseClauses {
  /** When it begins: with the end of the one before, unless given. */
  readonly begins?: Trigger;
  readonly extensions: readonly PhaseExtension[];
}

/** A party to which a deal needs approval at home; an amendment of a deal in force goes through no steps, whatever it states. */
export interface Approval extends ClauseGrounds {
  /** Who approves: the body of a step of ratification. */
  readonly by: string;
}

/** A finding of a review that whoever drafted the text lets stand. */
export interface AcceptedFinding {
  readonly code: string;
  /** The clauses it is about, as the finding names them. */
  readonly clauses: readonly string[];
  readonly reason: string;
}

/**
 * What the text of a deal makes due, by whom and when, beside what it settles. Every part by id; plain JSON.
 *
 * @example
 * const text: Text | undefined = first.text; // undefined
 */
export interface Text {
  readonly instruments: Readonly<Record<string, Instrument>>;
  readonly bodies: Readonly<Record<string, TextBody>>;
  /** Those who are named and are neither parties nor bodies, with their labels. */
  readonly others: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, NamedEvent>>;
  readonly certifications: Readonly<Record<string, Certification>>;
  readonly obligations: Readonly<Record<string, Obligation>>;
  readonly keys: Readonly<Record<string, KeyTable>>;
  readonly selections: Readonly<Record<string, Selection>>;
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly talks: Readonly<Record<string, PromisedTalks>>;
  /** By the ordinal of the phase. */
  readonly phases: Readonly<Record<string, PhaseClauses>>;
  readonly approvals: Readonly<Record<string, Approval>>;
  /** What a review finds and its drafters let stand, with their reasons. */
  readonly accepted: readonly AcceptedFinding[];
}

/** The name under which the start of a phase is an event of the text. */
export const phaseStart = (phase: number) => `phase${phase}`;

/** The name under which the end of a phase is an event of the text. */
export const phaseEnd = (phase: number) => `phase${phase}.end`;
