import type { Basis } from '../evidence/basis.js';
import type { TermScope } from '../terms/term.js';

/**
 * A quantity as a modeller writes it; everything but kind and unit may be left out.
 *
 * @example
 * const prisoners: QuantityDraft = {
 *   kind: 'quantity',
 *   label: 'prisoners',
 *   verb: 'released',
 *   unit: { one: 'person', many: 'persons' },
 *   scope: 'phase',
 *   bounds: { most: 10_000 },
 *   categories: { women: 'women', minors: 'minors', young: { label: 'women and minors', of: ['women', 'minors'] } },
 * };
 */
export interface QuantityDraft {
  readonly kind: 'quantity';
  /** What people call it; its id, unless given. */
  readonly label?: string;
  /** One word where one and several read alike, such as `tonnes`. */
  readonly unit: string | { readonly one: string; readonly many: string };
  /** @defaultValue 'deal' */
  readonly scope?: TermScope;
  /** @defaultValue 1 */
  readonly step?: number;
  /** From 0, and with no upper end, unless given; a wide bound set for solvers is assumed. */
  readonly bounds?: {
    readonly least?: number;
    readonly most?: number;
    readonly basis?: Basis;
    readonly because?: string;
  };
  readonly verb?: string;
  /** Labels by id; a group says which categories it is made of. */
  readonly categories?: Readonly<Record<string, string | { readonly label: string; readonly of?: readonly string[] }>>;
  /** @defaultValue true */
  readonly overlap?: boolean;
  /** @defaultValue false */
  readonly complete?: boolean;
  /** @defaultValue the figure within bounds nearest to 0 */
  readonly absent?: number;
  readonly note?: string;
}

/** A flag as a modeller writes it. */
export interface FlagDraft {
  readonly kind: 'flag';
  readonly label?: string;
  /** @defaultValue 'deal' */
  readonly scope?: TermScope;
  /** @defaultValue false */
  readonly absent?: boolean;
  readonly note?: string;
}

/**
 * A choice as a modeller writes it.
 *
 * @example
 * const ceasefire: ChoiceDraft = {
 *   kind: 'choice',
 *   ordered: true,
 *   options: { none: 'no ceasefire', pause: 'a pause', complete: 'a complete ceasefire' },
 * };
 */
export interface ChoiceDraft {
  readonly kind: 'choice';
  readonly label?: string;
  /** @defaultValue 'deal' */
  readonly scope?: TermScope;
  /** Labels by id, lowest first if ordered. */
  readonly options: Readonly<Record<string, string>>;
  /** @defaultValue false */
  readonly ordered?: boolean;
  readonly basis?: Basis;
  readonly because?: string;
  readonly absent?: string;
  readonly note?: string;
}

/** A term as a modeller writes it. */
export type TermDraft = QuantityDraft | FlagDraft | ChoiceDraft;
