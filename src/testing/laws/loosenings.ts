import { deepFreeze } from '../../base/freeze.js';
import type { Condition } from '../../positions/condition.js';
import { mentions } from '../../positions/mentions.js';
import type { Scenario } from '../../scenario/scenario.js';
import { splitPath, type Term } from '../../terms/term.js';
import { faultsIn, fitting } from './fitting.js';
import { movedIn } from './moved-conditions.js';

/**
 * Conditions that ask a little less than one: every deal that meets it meets each of them.
 *
 * One thing is changed in each: a line lies a step or a tenth further out, a choice allows one option more, a part of
 * `all` is dropped, or another way out is added by `any`, on a term that the condition does not speak of. Inside `not`, and in the
 * premise of `ifThen`, it is the other way round. Not a complete list; none that the scenario would refuse.
 *
 * @throws a `FaultError` with the faults of a condition that does not fit the scenario
 * @example
 * const enough: Condition = { kind: 'compare', of: 'catch', op: '>=', line: 40 };
 * loosenings(scenario, enough).map((looser) => say(looser, scenario));
 * // [
 * //   'catch: at least 39 tonnes',
 * //   'catch: at least 36 tonnes',
 * //   'any of [(catch: at least 40 tonnes) or (observer: yes)]',
 * // ]
 */
export function loosenings(scenario: Scenario, condition: Condition): readonly Condition[] {
  fitting(scenario, condition);
  const spoken = new Set(mentions(condition, undefined).map(({ term }) => splitPath(term).term));
  const branches = Object.entries(scenario.terms).flatMap(([id, term]) => (spoken.has(id) ? [] : [some(id, term)]));
  const found = [
    ...movedIn(scenario, condition, 'looser'),
    ...branches.map((branch): Condition => ({ kind: 'any', of: [condition, branch] })),
  ];
  const unlike = new Map(found.map((looser) => [JSON.stringify(looser), looser]));
  unlike.delete(JSON.stringify(condition));
  return deepFreeze([...unlike.values()].filter((looser) => faultsIn(scenario, looser).length === 0));
}

/** That something comes of a term. */
function some(of: string, term: Term): Condition {
  const first = term.scope === 'phase' ? { in: 1 } : {};
  switch (term.kind) {
    case 'quantity':
      return { kind: 'compare', of, op: '>', line: term.bounds.least };
    case 'flag':
      return { kind: 'flag', of, ...first, is: true };
    case 'choice':
      return { kind: 'choice', of, ...first, is: Object.keys(term.options).slice(-1) };
  }
}
