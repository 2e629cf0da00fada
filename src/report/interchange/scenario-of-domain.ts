import type { Result } from '../../base/result.js';
import { checkScenario } from '../../scenario/define.js';
import type { Scenario } from '../../scenario/scenario.js';
import { own, type AdditiveDomain, type AdditiveProfile } from './additive-domain.js';

/**
 * A scenario of an additive domain: issues as terms, profiles as the supposed scores of parties. A party without a reservation
 * value accepts anything, which its score says.
 *
 * @param profiles - by the id of the party
 * @returns the faults of `checkScenario` where a name cannot be an id
 * @example
 * const { domain } = domainOf(scenario);
 * const evaluations = { catch: { kind: 'integer', atLeast: 0, atMost: 1 } } as const;
 * const north = { name: 'north', weights: { catch: 1 }, evaluations };
 * const result = scenarioOfDomain(domain, { north });
 * result.ok && Object.keys(result.value.terms); // ['catch', 'observer']
 */
export function scenarioOfDomain(
  domain: AdditiveDomain,
  profiles: Readonly<Record<string, AdditiveProfile>>,
): Result<Scenario> {
  const terms = domain.issues.map((issue) => [
    issue.name,
    issue.kind === 'integer'
      ? { kind: 'quantity', unit: 'units', bounds: { least: issue.least, most: issue.most } }
      : { kind: 'choice', options: Object.fromEntries(issue.values.map((value) => [value, value])) },
  ]);
  const scores = Object.entries(profiles).map(([party, { weights, evaluations, reservation }]) => {
    const parts = domain.issues.flatMap((issue): readonly object[] => {
      const [weight, evaluation] = [own(weights, issue.name) ?? 0, own(evaluations, issue.name)];
      if (!evaluation) return [];
      if (issue.kind === 'integer' && evaluation.kind === 'integer') {
        const ends = [
          { at: issue.least, worth: weight * evaluation.atLeast },
          { at: issue.most, worth: weight * evaluation.atMost },
        ];
        return [{ of: issue.name, points: issue.least === issue.most ? ends.slice(0, 1) : ends }];
      }
      if (issue.kind !== 'discrete' || evaluation.kind !== 'discrete') return [];
      const table = issue.values.map((value) => [value, weight * (own(evaluation.worth, value) ?? 0)]);
      return [{ of: issue.name, table: Object.fromEntries(table) as Record<string, number> }];
    });
    const why =
      reservation === undefined
        ? 'Read from a profile without a reservation value: anything is accepted.'
        : 'Read from a profile.';
    return [party, { threshold: reservation ?? 0, because: why, parts }];
  });
  const parties = Object.entries(profiles).map(([party, { name }]) => [party, { label: name }]);
  return checkScenario({
    id: domain.name,
    parties: Object.fromEntries(parties) as object,
    terms: Object.fromEntries(terms) as object,
    positions: {},
    scores: Object.fromEntries(scores) as object,
  });
}
