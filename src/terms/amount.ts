import type { Basis } from '../evidence/basis.js';
import type { Scope } from './scope.js';

/** How an amount may be worded. */
export const WORDINGS = [
  'exactly',
  'about',
  'between',
  'at least',
  'more than',
  'at most',
  'up to',
  'less than',
  'some',
  'all',
  'remaining',
  'half of',
  'share of',
] as const;

/** How an amount is worded: one of {@link WORDINGS}. */
export type Wording = (typeof WORDINGS)[number];

/**
 * What a share is a share of: a count kept by the scenario, or another quantity of the same offer.
 *
 * @example
 * const held: Base = { count: 'held' };
 * const caughtAtFirst: Base = { quantity: 'catch', in: 1 };
 */
export type Base<Q extends string = string, C extends string = string> =
  { readonly count: C } | { readonly quantity: Q; readonly in?: Scope };

/**
 * A quantity as people report it: a set of possible figures with the wording kept, in the unit of its term.
 *
 * `about` is judged at its figure; `give` is a tolerance that the modeller adds, and with it the figure may lie that far
 * to either side. `some` is one step or more. A share is rounded down to the term's step; without a base, or with a
 * base nobody reports, it may be anything.
 *
 * @example
 * const range: Amount = { wording: 'between', from: 200, to: 300, words: 'two to three hundred' };
 */
export type Amount<Q extends string = string, C extends string = string> = {
  /** The source's own word for it, such as `dozens` or `a half dozen`. */
  readonly words?: string;
} & (
  | { readonly wording: 'exactly' | 'at least' | 'more than' | 'at most' | 'up to' | 'less than'; readonly n: number }
  | About
  | { readonly wording: 'between'; readonly from: number; readonly to: number }
  | { readonly wording: 'some' }
  | { readonly wording: 'all' | 'remaining' | 'half of'; readonly of?: Base<Q, C> }
  | { readonly wording: 'share of'; readonly parts: number; readonly outOf: number; readonly of?: Base<Q, C> }
);

/** An amount worded `about`. */
export interface About {
  readonly wording: 'about';
  readonly n: number;
  readonly give?: Tolerance;
}

/** How far to either side `about` may reach: the modeller's supposition, never a report. */
export interface Tolerance {
  readonly n: number;
  readonly basis: Extract<Basis, 'assumed'>;
}

/** An amount as a modeller may write it: a bare number is that number exactly. */
export type AmountDraft<Q extends string = string, C extends string = string> = number | Amount<Q, C>;

/**
 * Exactly `n`, in the unit of its term; a bare number means the same.
 *
 * @example
 * exactly(40); // { wording: 'exactly', n: 40 }
 */
export const exactly = (n: number) => ({ wording: 'exactly', n }) as const;
/**
 * About `n`: judged at `n`, and the verdict marked as approximate. `give` is how far to either side the modeller supposes
 * it may lie; it is assumed, never reported.
 *
 * @example
 * about(40); // { wording: 'about', n: 40 }
 * about(40, 5); // { wording: 'about', n: 40, give: { n: 5, basis: 'assumed' } }
 */
export function about(n: number, give?: number): About {
  return { wording: 'about', n, ...(give === undefined ? {} : { give: { n: give, basis: 'assumed' } }) };
}
/**
 * From `from` to `to`, both included.
 *
 * @example
 * between(200, 300); // { wording: 'between', from: 200, to: 300 }
 */
export const between = (from: number, to: number) => ({ wording: 'between', from, to }) as const;
/**
 * At least `n`: `n` or more.
 *
 * @example
 * atLeast(40); // { wording: 'at least', n: 40 }
 */
export const atLeast = (n: number) => ({ wording: 'at least', n }) as const;
/**
 * More than `n`: at least one step of the term above it.
 *
 * @example
 * moreThan(40); // { wording: 'more than', n: 40 }
 */
export const moreThan = (n: number) => ({ wording: 'more than', n }) as const;
/**
 * At most `n`: `n` or fewer.
 *
 * @example
 * atMost(60); // { wording: 'at most', n: 60 }
 */
export const atMost = (n: number) => ({ wording: 'at most', n }) as const;
/**
 * Up to `n`: `n` or fewer, worded as an offer's reach.
 *
 * @example
 * upTo(60); // { wording: 'up to', n: 60 }
 */
export const upTo = (n: number) => ({ wording: 'up to', n }) as const;
/**
 * Less than `n`: at least one step of the term below it.
 *
 * @example
 * lessThan(60); // { wording: 'less than', n: 60 }
 */
export const lessThan = (n: number) => ({ wording: 'less than', n }) as const;
/**
 * Some: at least one step of the term, with no upper figure.
 *
 * @example
 * some(); // { wording: 'some' }
 */
export const some = () => ({ wording: 'some' }) as const;
/**
 * All of a base; without one, all of something that nobody counts, which may be any figure.
 *
 * @example
 * all({ count: 'held' }); // { wording: 'all', of: { count: 'held' } }
 */
export const all = <const B extends Base = never>(of?: B) =>
  ({ wording: 'all', ...(of && { of }) }) as ShareOf<'all', B>;
/**
 * All that remain of a base. The base is what remains, not what there was at first.
 *
 * @example
 * remaining({ count: 'heldStill' }); // { wording: 'remaining', of: { count: 'heldStill' } }
 */
export const remaining = <const B extends Base = never>(of?: B) =>
  ({ wording: 'remaining', ...(of && { of }) }) as ShareOf<'remaining', B>;
/**
 * Half of a base, rounded down to the term's step.
 *
 * @example
 * halfOf({ quantity: 'catch' }); // { wording: 'half of', of: { quantity: 'catch' } }
 */
export const halfOf = <const B extends Base = never>(of?: B) =>
  ({ wording: 'half of', ...(of && { of }) }) as ShareOf<'half of', B>;
/**
 * A share of a base, `parts` out of `outOf`, rounded down to the term's step.
 *
 * @param parts - a whole number, 1 or more
 * @param outOf - a whole number, 1 or more
 * @example
 * shareOf(2, 3, { quantity: 'catch', in: 1 });
 * // { wording: 'share of', parts: 2, outOf: 3, of: { quantity: 'catch', in: 1 } }
 */
export const shareOf = <const B extends Base = never>(parts: number, outOf: number, of?: B) =>
  ({ wording: 'share of', parts, outOf, ...(of && { of }) }) as ShareOf<'share of', NoInfer<B>> & {
    readonly parts: number;
    readonly outOf: number;
  };

/** What the share constructors return. Cast there: spreading an optional key loses the wording's literal type. */
export interface ShareOf<W extends Wording, B extends Base> {
  readonly wording: W;
  readonly of?: B;
}

/**
 * The same amount with the source's own word for it, which readers see in its place.
 *
 * @example
 * worded('half a dozen', about(6)); // { wording: 'about', n: 6, words: 'half a dozen' }
 */
export const worded = <const A extends Amount>(words: string, amount: A): A & { readonly words: string } => ({
  ...amount,
  words,
});

/** An amount from what a modeller wrote. */
export function normaliseAmount(draft: AmountDraft): Amount {
  return typeof draft === 'number' ? exactly(draft) : draft;
}

/** The share an amount is, with its base, if it is one: `half of` is 1 out of 2. */
export function shareIn(amount: Amount): Share | undefined {
  switch (amount.wording) {
    case 'all':
    case 'remaining':
      return { parts: 1, outOf: 1, ...(amount.of && { of: amount.of }) };
    case 'half of':
      return { parts: 1, outOf: 2, ...(amount.of && { of: amount.of }) };
    case 'share of':
      return { parts: amount.parts, outOf: amount.outOf, ...(amount.of && { of: amount.of }) };
    default:
      return undefined;
  }
}

/** A part of a base: `parts` out of `outOf`. */
export interface Share {
  readonly parts: number;
  readonly outOf: number;
  readonly of?: Base;
}
