import type { CalendarDate } from '../base/day.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Moment } from '../evidence/clocks.js';
import type { FieldDraft, NoteDraft } from '../evidence/field.js';
import type { Source } from '../evidence/source.js';
import type { Relation, Standing } from '../offers/offer.js';
import type { Rigidity } from '../positions/position.js';
import type { AmountDraft } from '../terms/amount.js';
import type { ExchangeKey } from '../terms/exchange.js';
import type { LengthDraft } from '../terms/length.js';
import type { OneOf, Unsettled } from '../terms/value.js';
import type { Answer } from './agreement.js';
import type { ConditionDraft, IdOf, OptionOf, QuantityPath, TermDrafts } from './ids.js';

/** A day, or what else is known of when something happened. */
export type MomentDraft = CalendarDate | (Omit<Moment, 'basis'> & { readonly basis?: Basis });

/** What a record may say about where it comes from; fields inside it take this over. */
export interface Origin<S extends string> {
  readonly basis?: Basis;
  readonly because?: string;
  readonly citations?: readonly Citation<S>[];
  /** The day it was first reported, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}

/** A source as a modeller writes it. */
export type SourceDraft = Omit<Source, 'dateBasis'> & { readonly dateBasis?: Basis };

/** A party as a modeller writes it. */
export interface PartyDraft<S extends string> {
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly roles?: readonly NoteDraft<string, S>[];
  readonly note?: string;
}

/** A count as a modeller writes it. */
export interface CountDraft<S extends string> {
  readonly label?: string;
  readonly figure?: FieldDraft<AmountDraft, S>;
  readonly note?: string;
}

/** The offer space as a modeller writes it; one phase and no limit of days, unless given. */
export interface SpaceDraft {
  readonly phases?: number | { readonly least: number; readonly most: number };
  readonly days?: number;
  readonly basis?: Basis;
  readonly because?: string;
}

/** One reading of a position as a modeller writes it. */
export interface ReadingDraft<S extends string, T extends TermDrafts, C extends string> extends Origin<S> {
  readonly title?: string;
  readonly condition: ConditionDraft<T, C>;
  readonly from?: MomentDraft;
}

/**
 * A position as a modeller writes it: a condition, or several readings of one. A bare rigidity is assumed.
 *
 * @example
 * defineScenario({
 *   id: 'lake',
 *   parties: { north: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
 *   positions: {
 *     enough: {
 *       party: 'north',
 *       title: 'enough to live on',
 *       rigidity: 'demand',
 *       readings: {
 *         minister: { condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
 *         fishers: { condition: { kind: 'compare', of: 'catch', op: '>=', line: 55 } },
 *       },
 *     },
 *   },
 * });
 */
export type PositionDraft<S extends string, P extends string, T extends TermDrafts, C extends string> = {
  readonly party: P;
  /** What is asked, as a noun phrase; the condition in words, unless given. */
  readonly title?: string;
  readonly rigidity: NoteDraft<Rigidity, S>;
  readonly reservation?: NoteDraft<ConditionDraft<T, C>, S>;
  readonly note?: string;
} & (
  | (Omit<ReadingDraft<S, T, C>, 'title'> & { readonly readings?: never })
  | (Origin<S> & { readonly readings: Readonly<Record<string, ReadingDraft<S, T, C>>>; readonly condition?: never })
);

/** What an offer says of terms, as a modeller writes it: by path id, bare values or noted ones. */
export type ClausesDraft<S extends string, P extends string, T extends TermDrafts, C extends string> = {
  readonly [Q in QuantityPath<T>]?: FieldDraft<AmountDraft<QuantityPath<T>, C> | Unsettled<P>, S>;
} & {
  readonly [F in IdOf<T, 'flag'>]?: FieldDraft<boolean | Unsettled<P>, S>;
} & {
  readonly [K in IdOf<T, 'choice'>]?: FieldDraft<OptionOf<T[K]> | OneOf<OptionOf<T[K]>> | Unsettled<P>, S>;
};

/** A phase of an offer as a modeller writes it. */
export interface PhaseDraft<S extends string, P extends string, T extends TermDrafts, C extends string> {
  readonly label?: string;
  readonly length?: FieldDraft<LengthDraft, S>;
  readonly terms?: ClausesDraft<S, P, T, C>;
  readonly toBeNegotiated?: NoteDraft<boolean, S>;
}

/**
 * An offer as a modeller writes it; `partial` unless said to be known in full.
 *
 * @example
 * const draft: OfferDraft = {
 *   by: ['north'],
 *   known: 'partial',
 *   length: weeks(6),
 *   terms: { catch: inferred(about(45), 'Half of last year.'), observer: onTheAgenda() },
 * };
 */
export interface OfferDraft<
  S extends string = string,
  P extends string = string,
  T extends TermDrafts = TermDrafts,
  C extends string = string,
  O extends string = string,
  X extends string = string,
> extends Origin<S> {
  readonly label?: string;
  /** @defaultValue 'proposal' */
  readonly standing?: Standing;
  readonly by?: NoteDraft<readonly P[], S>;
  readonly to?: NoteDraft<readonly P[], S>;
  /** @defaultValue 'partial' */
  readonly known?: 'partial' | 'full';
  readonly put?: MomentDraft;
  readonly related?: readonly {
    readonly how: Relation;
    readonly offer: O;
    readonly basis?: Basis;
    readonly because?: string;
  }[];
  readonly phaseCount?: FieldDraft<AmountDraft, S>;
  readonly length?: FieldDraft<LengthDraft, S>;
  readonly terms?: ClausesDraft<S, P, T, C>;
  readonly phases?: readonly PhaseDraft<S, P, T, C>[];
  readonly barred?: { readonly [K in X]?: NoteDraft<string, S> };
  readonly note?: string;
}

/** A statement as a modeller writes it. */
export interface StatementDraft<S extends string, P extends string> extends Origin<S> {
  readonly party?: P;
  readonly text: string;
  readonly said?: MomentDraft;
}

/** A whole scenario as a modeller writes it. The type parameters are its own ids, so that a misspelt one does not compile. */
export interface ScenarioDraft<
  S extends string,
  P extends string,
  T extends TermDrafts,
  C extends string,
  X extends string,
  N extends string,
  O extends string,
> {
  readonly id: string;
  readonly title?: string;
  /** What everything rests on that says nothing else; what is inferred says so, with its reasoning, where it stands. @defaultValue 'assumed' */
  readonly basis?: Exclude<Basis, 'inferred'>;
  readonly note?: string;
  readonly sources?: Readonly<Record<S, SourceDraft>>;
  readonly parties: Readonly<Record<P, PartyDraft<NoInfer<S>>>>;
  readonly terms: T;
  readonly counts?: Readonly<Record<C, CountDraft<NoInfer<S>>>>;
  readonly exchange?: Readonly<
    Record<X, Omit<ExchangeKey<QuantityPath<NoInfer<T>>>, 'label'> & { readonly label?: string }>
  >;
  readonly space?: SpaceDraft;
  /** Unanimity of the parties that hold a red line or a demand, unless given. */
  readonly agreement?: {
    readonly rule: 'unanimity';
    readonly of: readonly NoInfer<P>[];
    readonly basis?: Basis;
    readonly because?: string;
  };
  readonly positions: Readonly<Record<N, PositionDraft<NoInfer<S>, NoInfer<P>, NoInfer<T>, NoInfer<C>>>>;
  readonly invariants?: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly condition: ConditionDraft<NoInfer<T>, NoInfer<C>>;
        readonly basis?: Basis;
        readonly because?: string;
      }
    >
  >;
  readonly offers?: Readonly<
    Record<O, OfferDraft<NoInfer<S>, NoInfer<P>, NoInfer<T>, NoInfer<C>, NoInfer<O>, NoInfer<X>>>
  >;
  readonly answers?: readonly (Origin<NoInfer<S>> & {
    readonly party: NoInfer<P>;
    readonly offer: NoInfer<O>;
    readonly answer: Answer;
  })[];
  readonly named?: readonly {
    readonly title: string;
    readonly offer?: NoInfer<O>;
    readonly positions?: readonly NoInfer<N>[];
    readonly citations: readonly Citation<NoInfer<S>>[];
    readonly note?: string;
  }[];
  readonly statements?: Readonly<Record<string, StatementDraft<NoInfer<S>, NoInfer<P>>>>;
}

/** A scenario draft whose ids are any strings, as one comes from a file. */
export type LooseDraft = ScenarioDraft<string, string, TermDrafts, string, string, string, string>;
