import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { FieldDraft, NoteDraft } from '../evidence/field.js';
import type { Source } from '../evidence/source.js';
import type { Rigidity } from '../positions/position.js';
import type { AmountDraft } from '../terms/amount.js';
import type { ExchangeKey } from '../terms/exchange.js';
import type { AgreementDraft, Answer } from './agreement.js';
import type { ConditionDraft, QuantityPath, TermDrafts } from './ids.js';
import type { OfferDrafts } from './offer-draft.js';
import type { MomentDraft, Origin } from './origin-draft.js';
import type { ProcessDraft } from './process-draft.js';
import type { Direction } from './scenario.js';
import type { ScoreDraft } from './score.js';
import type { TimelineEntryDraft } from './timeline.js';

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
  /** Calendar months that lengths may be worded in, besides those that lines of positions and invariants are given in. */
  readonly months?: readonly number[];
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
  /** Known to its own party alone, as an instruction in a class is; `knownTo` leaves it out for others. */
  readonly confidential?: true;
  readonly note?: string;
} & (
  | (Omit<ReadingDraft<S, T, C>, 'title'> & { readonly readings?: never })
  | (Origin<S> & { readonly readings: Readonly<Record<string, ReadingDraft<S, T, C>>>; readonly condition?: never })
);

/** A statement as a modeller writes it. */
export interface StatementDraft<S extends string, P extends string> extends Origin<S> {
  readonly party?: P;
  readonly text: string;
  /** Known to its own party alone. */
  readonly confidential?: true;
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
  F extends Readonly<Record<string, unknown>>,
  R extends string,
  K extends string,
> {
  readonly id: string;
  readonly title?: string;
  /** The language its texts are written in, as a BCP 47 tag: `en`, `ar`, `he`. */
  readonly language?: string;
  /** Which way that language is read. @defaultValue 'ltr' */
  readonly direction?: Direction;
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
  readonly agreement?: AgreementDraft<NoInfer<P>>;
  /** Parties that answer by an additive score: always assumed. */
  readonly scores?: { readonly [party in NoInfer<P>]?: ScoreDraft<NoInfer<T>> };
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
  readonly offers?: OfferDrafts<NoInfer<S>, NoInfer<P>, NoInfer<T>, NoInfer<C>, NoInfer<X>, F>;
  readonly answers?: readonly (Origin<NoInfer<S>> & {
    readonly party: NoInfer<P>;
    readonly offer: NoInfer<keyof F & string>;
    readonly answer: Answer;
  })[];
  readonly named?: readonly {
    readonly title: string;
    readonly offer?: NoInfer<keyof F & string>;
    readonly positions?: readonly NoInfer<N>[];
    readonly citations: readonly Citation<NoInfer<S>>[];
    readonly note?: string;
  }[];
  readonly statements?: Readonly<Record<string, StatementDraft<NoInfer<S>, NoInfer<P>>>>;
  readonly process?: ProcessDraft<NoInfer<S>, NoInfer<P>, R, K>;
  /** What happened, in order: entries carry an event, or are notes. */
  readonly timeline?: readonly TimelineEntryDraft<{
    readonly source: NoInfer<S>;
    readonly party: NoInfer<P>;
    readonly offer: NoInfer<keyof F & string>;
    readonly position: NoInfer<N>;
    readonly round: NoInfer<R>;
    readonly precondition: NoInfer<K>;
  }>[];
}

/** A scenario draft whose ids are any strings, as one comes from a file. */
export type LooseDraft = ScenarioDraft<
  string,
  string,
  TermDrafts,
  string,
  string,
  string,
  Record<string, unknown>,
  string,
  string
>;
