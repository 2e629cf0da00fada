import type { Basis } from '../evidence/basis.js';
import type { FieldDraft, NoteDraft } from '../evidence/field.js';
import type { Relation, Standing } from '../offers/offer.js';
import type { AmountDraft } from '../terms/amount.js';
import type { LengthDraft } from '../terms/length.js';
import type { OneOf, Unsettled } from '../terms/value.js';
import type { IdOf, OptionOf, QuantityPath, TermDrafts } from './ids.js';
import type { MomentDraft, Origin } from './origin-draft.js';
import type { TextDraft } from './text-draft.js';
import type { IdsIn, TextIds } from './text-ids.js';

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
  I extends TextIds = TextIds,
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
  readonly text?: TextDraft<I>;
  readonly note?: string;
}

/**
 * Offers by id, `F` as they are written: what a text names is among its own clauses, or in the scenario. `F` is inferred from
 * the branch that is never taken, so that what is checked, and told of, is the draft alone.
 */
export type OfferDrafts<
  S extends string,
  P extends string,
  T extends TermDrafts,
  C extends string,
  X extends string,
  F,
> = [F] extends [never]
  ? F
  : {
      readonly [K in keyof F]: OfferDraft<S, P, T, C, keyof F & string, X, TextIdsOf<F[K], S, P, T, C>>;
    };

/** What the text of an offer may name, where it has one. */
export type TextIdsOf<D, S extends string, P extends string, T extends TermDrafts, C extends string> = D extends {
  readonly text: infer X;
}
  ? IdsIn<X, S, P, QuantityPath<T>, C>
  : TextIds;
