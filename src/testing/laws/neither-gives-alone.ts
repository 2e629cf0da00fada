import type { Condition } from '../../positions/condition.js';
import type { Scenario } from '../../scenario/scenario.js';
import { splitPath, termLabel } from '../../terms/term.js';
import type { ConditionInvariant } from '../invariant.js';
import { fitting } from './fitting.js';

/**
 * In no phase is one thing given and nothing of another in return: wherever there is any of either, there is some of both.
 *
 * @param one - a quantity or a category of one, by its path id
 * @param other - the same; both are settled in each phase, or both once for the deal
 * @throws a `FaultError` with `scenario/unknown-term` or `scenario/scope-of-deal-term`, among others
 * @example
 * const law = neitherGivesAlone(gaza2024(), 'hostages', 'prisoners');
 * law.title; // 'hostages released and prisoners released: neither without the other'
 */
export function neitherGivesAlone(scenario: Scenario, one: string, other: string): ConditionInvariant {
  const { terms, space } = scenario;
  const any = (of: string, phase?: number): Condition => ({
    kind: 'compare',
    of,
    ...(phase !== undefined && { in: phase }),
    op: '>',
    line: 0,
  });
  const bothOrNone = (phase?: number): readonly Condition[] => [
    { kind: 'ifThen', if: any(one, phase), then: any(other, phase) },
    { kind: 'ifThen', if: any(other, phase), then: any(one, phase) },
  ];
  const inPhases = [one, other].some((of) => terms[splitPath(of).term]?.scope === 'phase');
  const phases = Array.from({ length: inPhases ? space.phases.most : 0 }, (_, i) => i + 1);
  const of = inPhases ? phases.flatMap(bothOrNone) : bothOrNone();
  const condition = fitting<Condition>(scenario, { kind: 'all', of });
  return { title: `${termLabel(terms, one)} and ${termLabel(terms, other)}: neither without the other`, condition };
}
