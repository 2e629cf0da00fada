/** Something to be settled in an additive domain: one of several values, or a whole number. */
export type Issue =
  | { readonly name: string; readonly kind: 'discrete'; readonly values: readonly string[] }
  | { readonly name: string; readonly kind: 'integer'; readonly least: number; readonly most: number };

/**
 * A domain of issues that are settled each by itself, as Genius and GeniusWeb hold it (Lin et al., "Genius: an integrated
 * environment for supporting the design of generic automated negotiators", 2014).
 *
 * @example
 * const domain: AdditiveDomain = {
 *   name: 'lake',
 *   issues: [{ name: 'catch', kind: 'integer', least: 0, most: 100 }, { name: 'observer', kind: 'discrete', values: ['no', 'yes'] }],
 * };
 */
export interface AdditiveDomain {
  readonly name: string;
  readonly issues: readonly Issue[];
}

/** What the values of one issue are worth, from 0 to 1: value by value, or along a line between the two ends. */
export type Evaluation =
  | { readonly kind: 'discrete'; readonly worth: Readonly<Record<string, number>> }
  | { readonly kind: 'integer'; readonly atLeast: number; readonly atMost: number };

/** What outcomes are worth to one party: evaluations, weighed and added up, and what it would do without a deal. */
export interface AdditiveProfile {
  readonly name: string;
  /** By issue; they add up to 1. */
  readonly weights: Readonly<Record<string, number>>;
  readonly evaluations: Readonly<Record<string, Evaluation>>;
  /** What no deal is worth, as a utility. */
  readonly reservation?: number;
}

/** What was not carried over, in a sentence each; empty where nothing was lost. */
export type Losses = readonly string[];

/**
 * What an outcome is worth by a profile: the weighed sum of what its values are.
 *
 * @example
 * const domain: AdditiveDomain = { name: 'd', issues: [{ name: 'a', kind: 'integer', least: 0, most: 10 }] };
 * const profile: AdditiveProfile = { name: 'p', weights: { a: 1 }, evaluations: { a: { kind: 'integer', atLeast: 0, atMost: 1 } } };
 * utilityOf(domain, profile, { a: 5 }); // 0.5
 */
export function utilityOf(
  { issues }: AdditiveDomain,
  { weights, evaluations }: AdditiveProfile,
  outcome: Readonly<Record<string, string | number>>,
): number {
  return issues.reduce((sum, issue) => {
    const [evaluation, value] = [own(evaluations, issue.name), own(outcome, issue.name)];
    return (
      sum +
      (own(weights, issue.name) ?? 0) * (evaluation && value !== undefined ? worthOf(issue, evaluation, value) : 0)
    );
  }, 0);
}

function worthOf(issue: Issue, evaluation: Evaluation, value: string | number): number {
  if (evaluation.kind === 'discrete') return own(evaluation.worth, String(value)) ?? 0;
  if (issue.kind === 'discrete') return 0;
  const share = issue.most === issue.least ? 0 : (Number(value) - issue.least) / (issue.most - issue.least);
  return evaluation.atLeast + (evaluation.atMost - evaluation.atLeast) * share;
}

/** What a record itself holds, whatever its keys are called. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
