import type { NoteDraft } from '../evidence/field.js';
import type { ClauseGrounds } from '../offers/text/grounds.js';
import type { AmountTable } from '../offers/text/amount-table.js';
import type { KeyRow } from '../offers/text/key-table.js';
import type { Escrow, ObligationBase, Strength } from '../offers/text/obligation.js';
import type { AcceptedFinding, Adherence, DecisionRule, EXTENSIONS } from '../offers/text/text.js';
import type { TriggerDraft } from '../offers/text/trigger.js';
import type { AmountDraft } from '../terms/amount.js';
import type { LengthDraft } from '../terms/length.js';

/** A table of amounts as a modeller writes it: bare figures for amounts. */
export interface AmountTableDraft extends Pick<AmountTable, 'dimensions'> {
  readonly cells: readonly { readonly where?: Readonly<Record<string, string>>; readonly amount: AmountDraft }[];
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
export interface ObligationDraft extends Partial<Omit<ObligationBase, 'table'>>, Partial<ClauseGrounds> {
  /** Parties, bodies of the text, or others that it names. */
  readonly owedBy: NoteDraft<readonly string[]>;
  readonly to?: NoteDraft<readonly string[]>;
  readonly verifier?: NoteDraft<string>;
  readonly amount?: NoteDraft<AmountDraft>;
  readonly table?: AmountTableDraft;
  readonly begins?: NoteDraft<TriggerDraft>;
  readonly within?: LengthDraft;
  readonly until?: TriggerDraft;
  readonly every?: LengthDraft;
  readonly escrow?: Escrow<LengthDraft>;
}

/** A way of making a phase longer, as a modeller writes it. */
export interface PhaseExtensionDraft {
  readonly how: (typeof EXTENSIONS)[number];
  readonly unit?: LengthDraft;
  readonly per?: { readonly n: number; readonly of: string; readonly beyond?: number };
  readonly cap?: LengthDraft;
  readonly times?: number;
  readonly condition?: string;
}

/**
 * The text of a deal as a modeller writes it: what it makes due, by whom and when. Each clause takes its basis and its
 * citations from the offer around it, unless it has its own; labels are the ids, unless given.
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
export interface TextDraft {
  readonly instruments?: Readonly<
    Record<
      string,
      Partial<ClauseGrounds> & {
        readonly label?: string;
        readonly over?: readonly string[];
        readonly incorporates?: readonly string[];
        readonly parties?: Readonly<Record<string, Adherence>>;
        /** @defaultValue 'whole' */
        readonly holds?: 'whole' | 'part by part';
        readonly unaffected?: readonly string[];
      }
    >
  >;
  readonly bodies?: Readonly<
    Record<
      string,
      Partial<ClauseGrounds> & {
        readonly label?: string;
        readonly members?: readonly string[];
        readonly chair?: string;
        /** @defaultValue unanimity */
        readonly rule?: DecisionRule;
        readonly reports?: {
          readonly to: readonly string[];
          readonly every?: LengthDraft;
          /** @defaultValue 'shall' */
          readonly strength?: Strength;
          readonly begins?: TriggerDraft;
          readonly until?: TriggerDraft;
        };
      }
    >
  >;
  readonly others?: Readonly<Record<string, string>>;
  readonly events?: Readonly<
    Record<
      string,
      Partial<ClauseGrounds> & {
        readonly label?: string;
        readonly trigger?: TriggerDraft;
        readonly movedBy?: readonly string[];
      }
    >
  >;
  readonly certifications?: Readonly<
    Record<string, Partial<ClauseGrounds> & { readonly label?: string; readonly by: string }>
  >;
  readonly obligations?: Readonly<Record<string, ObligationDraft>>;
  readonly keys?: Readonly<
    Record<
      string,
      Partial<ClauseGrounds> & {
        readonly label?: string;
        readonly rows: readonly KeyRow[];
        readonly totals?: Readonly<Record<string, NoteDraft<AmountDraft>>>;
        readonly outside?: readonly string[];
      }
    >
  >;
  readonly selections?: Readonly<
    Record<
      string,
      Partial<ClauseGrounds> & {
        readonly label?: string;
        readonly of: string;
        readonly namedBy: readonly string[];
        readonly vetoBy?: readonly string[];
        readonly criteria?: readonly string[];
        readonly exclusions?: readonly string[];
        readonly deadline?: TriggerDraft;
      }
    >
  >;
  readonly definitions?: Readonly<
    Record<
      string,
      Partial<ClauseGrounds> & {
        readonly label?: string;
        readonly means?: string;
        readonly readings?: readonly { readonly party: string; readonly reading: string }[];
      }
    >
  >;
  readonly talks?: Readonly<
    Record<
      string,
      Partial<ClauseGrounds> & {
        readonly label?: string;
        readonly on?: number;
        readonly between?: readonly string[];
        readonly begin?: TriggerDraft;
        readonly end?: TriggerDraft;
        readonly otherwise?: string;
      }
    >
  >;
  readonly phases?: Readonly<
    Record<string, { readonly begins?: TriggerDraft; readonly extensions?: readonly PhaseExtensionDraft[] }>
  >;
  readonly approvals?: Readonly<Record<string, Partial<ClauseGrounds> & { readonly by: string }>>;
  readonly accepted?: readonly AcceptedFinding[];
}
