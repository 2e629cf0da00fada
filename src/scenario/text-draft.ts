import type { Citation } from '../evidence/citation.js';
import type { NoteDraft } from '../evidence/field.js';
import type { ClauseGrounds } from '../offers/text/grounds.js';
import type { AmountTable } from '../offers/text/amount-table.js';
import type { KeyRow } from '../offers/text/key-table.js';
import type { Escrow, ObligationBase, Strength } from '../offers/text/obligation.js';
import type { AcceptedFinding, Adherence, DecisionRule, EXTENSIONS } from '../offers/text/text.js';
import type { TriggerDraft } from '../offers/text/trigger.js';
import type { AmountDraft } from '../terms/amount.js';
import type { LengthDraft } from '../terms/length.js';
import type { Unsettled } from '../terms/value.js';
import type { ByIds, TextIds } from './text-ids.js';

/** What a clause rests on, as a modeller writes it. */
export type GroundsDraft<I extends TextIds> = Partial<Omit<ClauseGrounds, 'instrument' | 'citations'>> & {
  readonly instrument?: I['instrument'];
  readonly citations?: readonly Citation<I['source']>[];
};

/** A table of amounts as a modeller writes it: bare figures for amounts; or that one is not settled, and why. */
export interface AmountTableDraft<I extends TextIds = TextIds> extends Pick<AmountTable, 'dimensions'> {
  readonly cells: readonly {
    readonly where?: Readonly<Record<string, string>>;
    readonly amount: AmountDraft<I['quantity'], I['count']> | Unsettled<I['party']>;
  }[];
}

/**
 * An obligation as a modeller writes it: done once, by someone who shall, unless said otherwise.
 *
 * @example
 * const survey: ObligationDraft = {
 *   label: 'counts the stock',
 *   owedBy: ['north'],
 *   to: ['south'],
 *   verifier: 'commission',
 *   begins: onDay(1),
 *   within: weeks(2),
 * };
 */
export interface ObligationDraft<I extends TextIds = TextIds>
  extends Partial<Omit<ObligationBase, 'table' | 'of' | 'concurrent' | 'following' | 'byKey'>>, GroundsDraft<I> {
  readonly of?: I['quantity'];
  readonly concurrent?: readonly I['obligation'][];
  readonly following?: readonly I['obligation'][];
  readonly byKey?: { readonly key: I['key']; readonly of: readonly I['obligation'][] };
  /** Parties, bodies of the text, or others that it names. */
  readonly owedBy: NoteDraft<readonly I['actor'][], I['source']>;
  readonly to?: NoteDraft<readonly I['actor'][], I['source']>;
  readonly verifier?: NoteDraft<I['actor'], I['source']>;
  /** How much of `of`; or that it is not settled, and why. */
  readonly amount?: NoteDraft<AmountDraft<I['quantity'], I['count']> | Unsettled<I['party']>, I['source']>;
  readonly table?: AmountTableDraft<I>;
  readonly begins?: NoteDraft<TriggerDraft<I>, I['source']>;
  readonly within?: LengthDraft;
  readonly until?: TriggerDraft<I>;
  readonly every?: LengthDraft;
  readonly escrow?: Escrow<TriggerDraft<I>, I['actor']>;
}

/** A way of making a phase longer, as a modeller writes it. */
export interface PhaseExtensionDraft<Q extends string = string> {
  readonly how: (typeof EXTENSIONS)[number];
  readonly unit?: LengthDraft;
  readonly per?: { readonly n: number; readonly of: Q; readonly beyond?: number };
  readonly cap?: LengthDraft;
  readonly times?: number;
  readonly condition?: string;
}

/**
 * The text of a deal as a modeller writes it: what it makes due, by whom and when. Each clause takes its basis and its
 * citations from the offer around it, unless it has its own; labels are the ids, unless given.
 *
 * Inside {@link defineScenario} a misspelt id does not compile. A text written apart is checked as well where it keeps its
 * literals (`as const satisfies TextDraft`); one declared as a `TextDraft`, or a record of obligations made elsewhere, is
 * checked when it runs.
 *
 * @example
 * const text: TextDraft = {
 *   bodies: { commission: { members: ['north', 'south'], rule: { kind: 'unanimity' } } },
 *   obligations: {
 *     survey: { owedBy: ['north'], to: ['south'], verifier: 'commission', begins: onDay(0), within: weeks(2) },
 *     boats: { owedBy: ['south'], to: ['north'], verifier: 'commission', begins: uponCompletion('survey') },
 *   },
 * };
 */
export interface TextDraft<I extends TextIds = TextIds> {
  readonly instruments?: Readonly<
    Record<
      string,
      GroundsDraft<I> & {
        readonly label?: string;
        readonly over?: readonly I['instrument'][];
        readonly incorporates?: readonly I['instrument'][];
        readonly parties?: ByIds<I['party'], Adherence>;
        /** @defaultValue 'whole' */
        readonly holds?: 'whole' | 'part by part';
        readonly unaffected?: readonly I['obligation'][];
      }
    >
  >;
  readonly bodies?: Readonly<
    Record<
      string,
      GroundsDraft<I> & {
        readonly label?: string;
        readonly members?: readonly I['actor'][];
        readonly chair?: I['actor'];
        /** @defaultValue unanimity */
        readonly rule?: DecisionRule;
        readonly reports?: {
          readonly to: readonly I['actor'][];
          readonly every?: LengthDraft;
          /** @defaultValue 'shall' */
          readonly strength?: Strength;
          readonly begins?: TriggerDraft<I>;
          readonly until?: TriggerDraft<I>;
        };
      }
    >
  >;
  readonly others?: Readonly<Record<string, string>>;
  readonly events?: Readonly<
    Record<
      string,
      GroundsDraft<I> & {
        readonly label?: string;
        readonly trigger?: TriggerDraft<I>;
        readonly movedBy?: readonly I['actor'][];
      }
    >
  >;
  readonly certifications?: Readonly<
    Record<string, GroundsDraft<I> & { readonly label?: string; readonly by: I['actor'] }>
  >;
  readonly obligations?: Readonly<Record<string, ObligationDraft<I>>>;
  readonly keys?: Readonly<
    Record<
      string,
      GroundsDraft<I> & {
        readonly label?: string;
        readonly rows: readonly KeyRow<I['quantity']>[];
        readonly totals?: ByIds<I['quantity'], NoteDraft<AmountDraft<I['quantity'], I['count']>, I['source']>>;
        readonly outside?: readonly I['quantity'][];
      }
    >
  >;
  readonly selections?: Readonly<
    Record<
      string,
      GroundsDraft<I> & {
        readonly label?: string;
        readonly of: I['quantity'];
        readonly namedBy: readonly I['actor'][];
        readonly vetoBy?: readonly I['actor'][];
        readonly criteria?: readonly string[];
        readonly exclusions?: readonly string[];
        readonly deadline?: TriggerDraft<I>;
      }
    >
  >;
  readonly definitions?: Readonly<
    Record<
      string,
      GroundsDraft<I> & {
        readonly label?: string;
        readonly means?: string;
        readonly readings?: readonly { readonly party: I['party']; readonly reading: string }[];
      }
    >
  >;
  readonly talks?: Readonly<
    Record<
      string,
      GroundsDraft<I> & {
        readonly label?: string;
        readonly on?: number;
        readonly between?: readonly I['party'][];
        readonly begin?: TriggerDraft<I>;
        readonly end?: TriggerDraft<I>;
        readonly otherwise?: string;
      }
    >
  >;
  readonly phases?: Readonly<
    Record<
      I['phase'],
      { readonly begins?: TriggerDraft<I>; readonly extensions?: readonly PhaseExtensionDraft<I['quantity']>[] }
    >
  >;
  readonly approvals?: ByIds<I['party'], GroundsDraft<I> & { readonly by: string }>;
  readonly accepted?: readonly AcceptedFinding[];
}
