import type { Basis } from '../evidence/basis.js';

/** Whose acceptance makes an agreement in principle: that of all of these parties. */
export interface Unanimity {
  readonly rule: 'unanimity';
  readonly of: readonly string[];
  readonly basis: Basis;
  readonly because?: string;
}

/** The rule by which answers become an agreement. */
export type Agreement = Unanimity;

/** How a party may answer an offer. */
export const ANSWERS = ['accepts', 'rejects', 'undecided'] as const;

/** How a party answers an offer: one of {@link ANSWERS}. */
export type Answer = (typeof ANSWERS)[number];

/** Where the answers of the parties leave an offer. */
export type Outcome = 'agreed' | 'blocked' | 'undecided';

/**
 * What the parties' answers come to: blocked by one rejection, agreed when all accept.
 *
 * @example
 * outcomeOf(scenario.agreement, { north: 'accepts', south: 'undecided' }); // 'undecided'
 */
export function outcomeOf(agreement: Agreement, answers: Readonly<Record<string, Answer>>): Outcome {
  const given = agreement.of.map((party) => answers[party] ?? 'undecided');
  if (given.includes('rejects')) return 'blocked';
  return given.every((answer) => answer === 'accepts') ? 'agreed' : 'undecided';
}
