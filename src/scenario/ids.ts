import type { All } from '../positions/kinds/all.js';
import type { Any } from '../positions/kinds/any.js';
import type { Before } from '../positions/kinds/before.js';
import type { Begins } from '../positions/kinds/begins.js';
import type { ChoiceCondition } from '../positions/kinds/choice.js';
import type { Compare } from '../positions/kinds/compare.js';
import type { FlagCondition } from '../positions/kinds/flag.js';
import type { IfThen } from '../positions/kinds/if-then.js';
import type { LengthCondition } from '../positions/kinds/length.js';
import type { Not } from '../positions/kinds/not.js';
import type { RankCondition } from '../positions/kinds/rank.js';
import type { RatioCondition } from '../positions/kinds/ratio.js';
import type { TermDraft } from './term-draft.js';

/** Terms as a modeller writes them, by id. */
export type TermDrafts = Readonly<Record<string, TermDraft>>;

/** The ids of the terms of one kind. */
export type IdOf<T extends TermDrafts, Kind extends TermDraft['kind']> = {
  [K in keyof T & string]: T[K] extends { readonly kind: Kind } ? K : never;
}[keyof T & string];

/** The path ids of all quantities: each term, and each of its categories as `term/category`. */
export type QuantityPath<T extends TermDrafts> = {
  [K in IdOf<T, 'quantity'>]: K | (T[K] extends { readonly categories: infer C } ? `${K}/${keyof C & string}` : never);
}[IdOf<T, 'quantity'>];

/** The option ids of a choice. */
export type OptionOf<D> = D extends { readonly options: infer O } ? keyof O & string : never;

/**
 * What the compiler holds terms against: a group is made of categories of its own quantity, and absence of a choice means
 * one of its own options.
 */
export type CheckedTerms<T extends TermDrafts> = {
  readonly [K in keyof T]: T[K] extends { readonly categories: infer C }
    ? { readonly categories: { readonly [G in keyof C]: string | { readonly of?: readonly (keyof C & string)[] } } }
    : T[K] extends { readonly options: infer O }
      ? { readonly absent?: keyof O & string }
      : unknown;
};

/** A condition in which every id is one of the scenario's. `C` are the ids of its counts. */
export type ConditionDraft<T extends TermDrafts, C extends string> =
  | Compare<QuantityPath<T>, C>
  | LengthCondition
  | RatioCondition<QuantityPath<T>>
  | FlagCondition<IdOf<T, 'flag'>>
  // The options of a choice are those of its own term.
  | {
      [K in IdOf<T, 'choice'>]: ChoiceCondition<K, OptionOf<T[K]>> | RankCondition<K, OptionOf<T[K]>>;
    }[IdOf<T, 'choice'>]
  | Begins<QuantityPath<T> | IdOf<T, 'flag'>>
  | Before<QuantityPath<T> | IdOf<T, 'flag'>>
  | All<ConditionDraft<T, C>>
  | Any<ConditionDraft<T, C>>
  | Not<ConditionDraft<T, C>>
  | IfThen<ConditionDraft<T, C>>;
