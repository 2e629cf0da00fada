import type { CalendarDate } from '../base/day.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Moment } from '../evidence/clocks.js';
import type { Field, Noted } from '../evidence/field.js';
import type { Amount } from '../terms/amount.js';
import type { Length } from '../terms/length.js';
import type { Value } from '../terms/value.js';
import type { Text } from './text/text.js';

/** How far an offer has come; `agenda` is a list of topics, `carried out` a deal of the past kept for comparison. */
export const STANDINGS = ['agenda', 'idea', 'proposal', 'plan', 'draft', 'agreed text', 'carried out'] as const;

/** How far an offer has come: one of {@link STANDINGS}. */
export type Standing = (typeof STANDINGS)[number];

/** How one offer stands to another. */
export const RELATIONS = ['reading of', 'answer to', 'amendment of', 'part of', 'supersedes', 'related to'] as const;

/** How one offer stands to another: one of {@link RELATIONS}. */
export type Relation = (typeof RELATIONS)[number];

/** A tie between two offers, with what it rests on. */
export interface Related<O extends string = string> {
  readonly how: Relation;
  readonly offer: O;
  readonly basis: Basis;
  readonly because?: string;
}

/** What an offer says of its terms, by path id; for a term of each phase, these are totals. */
export type Clauses = Readonly<Record<string, Field<Value>>>;

/** What an offer says of one phase. */
export interface OfferPhase {
  readonly label?: string;
  readonly length?: Field<Length>;
  readonly terms: Clauses;
  /** Whether its content is still to be negotiated, during the phase before it. */
  readonly toBeNegotiated?: Noted<boolean>;
}

/**
 * A package of terms and phases as known, every field with its basis and citations. Plain JSON. `checkOffer` and
 * `defineScenario` make it of what a modeller writes.
 *
 * @example
 * const offer: Offer = first;
 * offer.terms['observer']; // { value: true, basis: 'assumed', citations: [] }
 */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly standing: Standing;
  /** Who put it forward; absent where that is not reported. */
  readonly by?: Noted<readonly string[]>;
  /** To whom; absent where that is not reported. */
  readonly to?: Noted<readonly string[]>;
  /** `full`: the whole text is at hand, and absence means what each term declares. `partial`: silence is open. */
  readonly known: 'partial' | 'full';
  /** When it was put forward. */
  readonly put?: Moment;
  /** The day it was first reported; without it, known from the first. */
  readonly reported?: CalendarDate;
  readonly basis: Basis;
  /** The reasoning, where the record as a whole is inferred or assumed. */
  readonly because?: string;
  readonly citations: readonly Citation[];
  readonly related: readonly Related[];
  /** How many phases it has, where that is known apart from the phases listed. */
  readonly phaseCount?: Field<Amount>;
  /** How long it runs in all. */
  readonly length?: Field<Length>;
  readonly terms: Clauses;
  /** What is known phase by phase, from the first on. */
  readonly phases: readonly OfferPhase[];
  /** Exchange keys for which the facts allow no ratio, with the reason as the value. */
  readonly barred: Readonly<Record<string, Noted<string>>>;
  /** What the text makes due, by whom and when, as far as it is at hand. */
  readonly text?: Text;
  readonly note?: string;
}

/** Offers by id, in the order in which the scenario declares them. */
export type Offers = Readonly<Record<string, Offer>>;
