import type { Noted } from '../../evidence/field.js';
import type { Amount } from '../../terms/amount.js';
import type { Length } from '../../terms/length.js';
import type { Unsettled } from '../../terms/value.js';
import type { AmountTable } from './amount-table.js';
import type { ClauseGrounds } from './grounds.js';
import type { Trigger } from './trigger.js';

/**
 * What an obligation asks: something done once; something done anew in every period; a stock brought to a level and held
 * there; something left undone.
 *
 * What is left undone is kept or broken, and never delivered: it is begun on the day on which it binds, and done on its last
 * day, if no body has found otherwise by then, or on that of the cure. A level is to be reached by its last day and held from
 * then, or from when it was reached, up to that day: it may be what its amount may be, an exact figure no less and no more,
 * `at most` no more; where nothing at all would do, it is kept to from its opening on, as long as nobody says otherwise. What is reported of later days does not count, unless it was not held on its last day: then it is late
 * until it is. Where observers differ, and no verifier has spoken, it is held only if all say so. What asks for nothing
 * certain, as `up to`, is done once all that it allows is, or else on its last day.
 */
export const OBLIGATION_KINDS = ['once', 'recurring', 'level', 'refrain'] as const;

/** What an obligation asks: one of {@link OBLIGATION_KINDS}. */
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** How far a clause binds: whoever shall do it breaks the text by not doing it; nobody does who only aims to, or may. */
export const STRENGTHS = ['shall', 'aims to', 'may'] as const;

/** How far a clause binds: one of {@link STRENGTHS}. */
export type Strength = (typeof STRENGTHS)[number];

/** How a figure that is no whole step is made one. */
export const ROUNDINGS = ['down', 'up', 'nearest'] as const;

/** How a figure is rounded: one of {@link ROUNDINGS}; `nearest` takes halves up. */
export type Rounding = (typeof ROUNDINGS)[number];

/**
 * Obligations that share out one stock, each as what it adds or as what is done in all by then. Where that was too little on its
 * day, it is done late, once all that a later one has in all is done.
 */
export interface Series {
  readonly series: string;
  readonly counted: 'increment' | 'running total';
}

/**
 * What an obligation owes by an exchange key: it follows from what was done of others. Of what nobody reports, it is owed for
 * what is to come by plan; for what is overdue, only once it has come, so that nobody is late with it before.
 */
export interface ByKey {
  readonly key: string;
  /** The obligations whose performance it answers. */
  readonly of: readonly string[];
}

/** Money, or anything else, that a third hand holds until something sets it free: `T` is how that is written, `A` who may hold it. */
export interface Escrow<T = Trigger, A extends string = string> {
  readonly holder: A;
  readonly released: T;
  /** When it goes back to those who paid it in, unless it has been set free by then. */
  readonly returned?: T;
}

/** What an obligation says in the same way in a text and in its draft. */
export interface ObligationBase {
  readonly label: string;
  readonly kind: ObligationKind;
  readonly strength: Strength;
  /** A quantity of the scenario's, by its path id: what it is an amount of. */
  readonly of?: string;
  /** The phase it belongs to. */
  readonly phase?: number;
  /** Whether it goes on when its phase is over; what is to be done once is due by then all the same, where no other end is given. */
  readonly outlasts?: boolean;
  /** What counts as done, as worded. */
  readonly done?: string;
  /** Obligations to be done together with this one, neither first: where one is put off, or suspended, the others need not be done before it. */
  readonly concurrent: readonly string[];
  /** Obligations that come before it: it begins no sooner than these are done, or the rest is let go, and on the same day comes after them. */
  readonly following: readonly string[];
  readonly series?: Series;
  readonly rounding: Rounding;
  /** How often, where it recurs so many times. */
  readonly times?: number;
  /** Whether it recurs once a phase, in place of a period: so much is due at the end of each. */
  readonly perPhase?: boolean;
  /** Defined terms of the text that it uses. */
  readonly uses: readonly string[];
  /** The amount by several dimensions, in place of one figure. */
  readonly table?: AmountTable;
  readonly byKey?: ByKey;
}

/**
 * Who owes what to whom, from when until when, and who verifies it.
 *
 * It opens when its trigger fires, and is due when `within` has gone by, or `until` fires, or it has come round so many times:
 * one of these, and no more. Where none is given it is due at once; what is to be left undone then has no last day.
 * For a recurring obligation `every` is the period, and it is due at the end of each from the opening on; or, where it is so
 * much a phase, at the end of each phase. Until a day that falls within a turn, its last day is that of the turn before.
 */
export interface Obligation extends ObligationBase, ClauseGrounds {
  /** Parties, bodies of the text, or others that it names. */
  readonly owedBy: Noted<readonly string[]>;
  readonly to?: Noted<readonly string[]>;
  readonly verifier?: Noted<string>;
  /**
   * How much, in the unit of `of`; one act, where there is none. Where it is not settled, it may be anything from nothing to all
   * that the quantity can be, until an amendment settles it; by then it is done only once all of that is, or the rest let go. So
   * it is with all, or a share, of what nobody tells the number of.
   */
  readonly amount?: Noted<Amount | Unsettled>;
  readonly begins?: Noted<Trigger>;
  readonly within?: Length;
  readonly until?: Trigger;
  readonly every?: Length;
  readonly escrow?: Escrow;
}
