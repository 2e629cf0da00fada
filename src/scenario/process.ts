import type { CalendarDate } from '../base/day.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Moment } from '../evidence/clocks.js';
import type { Noted } from '../evidence/field.js';

/**
 * What a delegation may do, least first: hear what others say; put ideas and ask; offer and answer; bind its side.
 *
 * @example
 * MANDATES.indexOf('negotiate') > MANDATES.indexOf('listen'); // true
 */
export const MANDATES = ['listen', 'explore', 'negotiate', 'conclude'] as const;

/** What a delegation may do: one of {@link MANDATES}. */
export type Mandate = (typeof MANDATES)[number];

/** How those who take part in a round meet. */
export const FORMATS = ['direct', 'proximity', 'shuttle', 'back channel', 'exchange of messages'] as const;

/** How those who take part in a round meet: one of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** What a record of the process rests on. */
export interface Grounds {
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
  /** The day it was first reported, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}

/** Something that has to be so before a round can open. Whether it is so, events say. */
export interface Precondition extends Grounds {
  readonly title: string;
  /** Who put it; absent where that is not reported. */
  readonly party?: string;
  /** The preconditions it is made up of, where it is a joint one: it is met while all of them are. */
  readonly jointly?: readonly string[];
  readonly note?: string;
}

/** A meeting or an exchange. */
export interface Round extends Grounds {
  readonly label: string;
  readonly venue?: Noted<string>;
  readonly format?: Noted<Format>;
  /** Parties that take part, as far as is known. */
  readonly participants: Noted<readonly string[]>;
  readonly held?: Moment;
  /** Preconditions that must be met before it opens. */
  readonly needs: readonly string[];
  /** The least mandate that a party's delegation must hold before it opens. */
  readonly mandates: Readonly<Record<string, Noted<Mandate>>>;
  readonly note?: string;
}

/** How one body decides: as reported; by more votes for than against; or by so many votes for, of so many that may vote. */
export type BodyRule =
  | { readonly kind: 'as reported' }
  | { readonly kind: 'majority' }
  | { readonly kind: 'quota'; readonly needed: number; readonly of: number };

/**
 * How a step of ratification is decided: by one body; or by the approval of so many bodies of those named, each of which
 * decides by itself, in any order, and by its own rule: as reported, where `rules` gives it none.
 *
 * @example
 * // Both houses approve: one by a majority, one by 60 of its 90 votes.
 * const rule: VotingRule = {
 *   kind: 'bodies',
 *   needed: 2,
 *   of: ['the assembly', 'the senate'],
 *   rules: { 'the assembly': { kind: 'majority' }, 'the senate': { kind: 'quota', needed: 60, of: 90 } },
 * };
 */
export type VotingRule =
  | BodyRule
  | {
      readonly kind: 'bodies';
      readonly needed: number;
      readonly of: readonly string[];
      readonly rules?: Readonly<Record<string, BodyRule>>;
    };

/** The bodies that decide by a rule, each as a vote names it; where it names none, one vote without a name. */
export function deciding(rule: VotingRule): readonly { readonly body?: string }[] {
  return rule.kind === 'bodies' ? rule.of.map((body) => ({ body })) : [{}];
}

/** The rule that votes are held against: that of the body they are told of, where several decide. */
export function ruleOfVotes(rule: VotingRule, body?: string): BodyRule {
  if (rule.kind !== 'bodies') return rule;
  const { rules = {} } = rule;
  return (body !== undefined && Object.hasOwn(rules, body) && rules[body]) || { kind: 'as reported' };
}

/** One approval in the chain that follows an agreement in principle. */
export interface RatificationStep extends Grounds {
  readonly id: string;
  readonly label: string;
  /** Who approves: a party, a cabinet, a court; of several, what they are called together. */
  readonly body: string;
  readonly rule: VotingRule;
  /** Days in which an approval may be objected to, that of the approval the first of them; without it, none. */
  readonly objectionDays?: number;
  /** What follows where approval fails: the talks go on with an empty table, or they are over. */
  readonly onFailure: 'talks' | 'ends';
  /** The step that is a second way of approval where this one fails; where that is approved, this one stands approved. */
  readonly otherwise?: string;
}

/** A day by which something is wanted: the talks lapse once a hard one is over; a soft one is only told. */
export interface Deadline extends Grounds {
  readonly title: string;
  /** The last day; of a month, which of its days is not known, so that it is over for certain only when the month is. */
  readonly by: CalendarDate;
  readonly kind: 'hard' | 'soft';
  readonly party?: string;
}

/** A way in which a phase may be made longer. */
export interface ExtensionRule extends Grounds {
  readonly title: string;
  /** The most days that one extension adds. */
  readonly days?: number;
  /** How often a phase may be extended by it. */
  readonly times?: number;
}

/**
 * How the talks are held and an agreement comes into force, as far as is known. Empty where nothing is: the talks are then
 * open from the first, and what is concluded needs no further approval.
 *
 * @example
 * Object.keys(scenario.process.rounds); // []
 */
export interface Process {
  readonly preconditions: Readonly<Record<string, Precondition>>;
  readonly rounds: Readonly<Record<string, Round>>;
  readonly ratification: readonly RatificationStep[];
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly extensions: Readonly<Record<string, ExtensionRule>>;
}

/** Whether a mandate allows what another does. */
export function mandateCovers(held: Mandate, needed: Mandate): boolean {
  return MANDATES.indexOf(held) >= MANDATES.indexOf(needed);
}
