import type { Basis } from '../evidence/basis.js';
import type { FieldDraft, NoteDraft } from '../evidence/field.js';
import type { Relation, Standing } from '../offers/offer.js';
import type { AmountDraft } from '../terms/amount.js';
import type { LengthDraft } from '../terms/length.js';
import type { OneOf, Unsettled } from '../terms/value.js';
import type { IdOf, OptionOf, QuantityPath, TermDrafts } from './ids.js';
import type { MomentDraft, Origin } from './origin-draft.js';
import type { TextDraft } from './text-draft.js';

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
  readonly text?: TextDraft;
  readonly note?: string;
}
