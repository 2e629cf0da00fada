import { unique } from '../base/list.js';
import type { Basis } from '../evidence/basis.js';

/** Whose acceptance makes an agreement in principle: that of all of these parties. */
export interface Unanimity {
  readonly rule: 'unanimity';
  readonly of: readonly string[];
  readonly basis: Basis;
  readonly because?: string;
}

/** So many of these parties, among them each that holds a veto. */
export interface Quota {
  readonly rule: 'quota';
  readonly of: readonly string[];
  readonly needed: number;
  /** Nothing is agreed before each of these accepts, and any of them blocks by rejecting. */
  readonly vetoes: readonly string[];
  readonly basis: Basis;
  readonly because?: string;
}

/** Parties whose weights together reach a figure, among them each that holds a veto. */
export interface Weighted {
  readonly rule: 'weights';
  readonly of: readonly string[];
  readonly weights: Readonly<Record<string, number>>;
  readonly needed: number;
  /** Nothing is agreed before each of these accepts, and any of them blocks by rejecting. */
  readonly vetoes: readonly string[];
  readonly basis: Basis;
  readonly because?: string;
}

/** The rule by which answers become an agreement. */
export type Agreement = Unanimity | Quota | Weighted;

/** A rule of agreement as a modeller writes it. */
export type AgreementDraft<P extends string = string> = (
  | { readonly rule: 'unanimity'; readonly of: readonly P[] }
  | { readonly rule: 'quota'; readonly of: readonly P[]; readonly needed: number; readonly vetoes?: readonly P[] }
  | {
      readonly rule: 'weights';
      readonly weights: { readonly [party in P]?: number };
      readonly needed: number;
      readonly vetoes?: readonly P[];
    }
) & { readonly basis?: Basis; readonly because?: string };

/** How a party may answer an offer. */
export const ANSWERS = ['accepts', 'rejects', 'undecided'] as const;

/** How a party answers an offer: one of {@link ANSWERS}. */
export type Answer = (typeof ANSWERS)[number];

/** Where the answers of the parties leave an offer. */
export type Outcome = 'agreed' | 'blocked' | 'undecided';

/**
 * What the parties' answers come to. Agreed: enough accept, and whoever holds a veto does. Blocked: a veto is used, or so
 * many reject that those left are not enough. Under unanimity each of them holds a veto. Weighted voting (Felsenthal and
 * Machover, "The measurement of voting power", 1998).
 *
 * @example
 * outcomeOf(scenario.agreement, { north: 'accepts', south: 'undecided' }); // 'undecided'
 * const twoOfThree = { rule: 'quota', of: ['a', 'b', 'c'], needed: 2, vetoes: ['c'], basis: 'assumed' } as const;
 * outcomeOf(twoOfThree, { a: 'accepts', b: 'accepts', c: 'rejects' }); // 'blocked'
 * outcomeOf(twoOfThree, { a: 'rejects', b: 'accepts', c: 'accepts' }); // 'agreed'
 */
export function outcomeOf(agreement: Agreement, answers: Readonly<Record<string, Answer>>): Outcome {
  const given = (party: string): Answer => (Object.hasOwn(answers, party) ? answers[party] : undefined) ?? 'undecided';
  const { needed, vetoes } = thresholdOf(agreement);
  const weightOf = (answer: Answer) =>
    agreement.of.reduce((sum, party) => (given(party) === answer ? sum + weightIn(agreement, party) : sum), 0);
  const accepting = weightOf('accepts');
  if (vetoes.some((party) => given(party) === 'rejects')) return 'blocked';
  if (accepting + weightOf('undecided') < needed) return 'blocked';
  return accepting >= needed && vetoes.every((party) => given(party) === 'accepts') ? 'agreed' : 'undecided';
}

/** What a party's acceptance counts for; nothing where it has no vote. */
export function weightIn(agreement: Agreement, party: string): number {
  if (agreement.rule !== 'weights') return agreement.of.includes(party) ? 1 : 0;
  return (Object.hasOwn(agreement.weights, party) ? agreement.weights[party] : undefined) ?? 0;
}

/** Whose answers decide on an agreement: those who count, and whoever holds a veto besides. */
export function votersIn(agreement: Agreement): readonly string[] {
  return unique([...agreement.of, ...thresholdOf(agreement).vetoes]);
}

function thresholdOf(agreement: Agreement): { readonly needed: number; readonly vetoes: readonly string[] } {
  return agreement.rule === 'unanimity' ? { needed: agreement.of.length, vetoes: agreement.of } : agreement;
}
