import type { Arbitrary } from 'fast-check';
import { deepFreeze } from '../base/freeze.js';
import { unique } from '../base/list.js';
import { valueOrThrow } from '../base/result.js';
import { BASES } from '../evidence/basis.js';
import { RIGIDITIES } from '../positions/position.js';
import { checkScenario } from '../scenario/define.js';
import { normaliseScenario } from '../scenario/normalise.js';
import type { Scenario } from '../scenario/scenario.js';
import { checkOptions } from './bad-options.js';
import { bareDrafts } from './bare-drafts.js';
import { isSimpler } from './complexity.js';
import { conditions } from './conditions.js';
import { fc } from './fast-check.js';
import { onceIn } from './maybe.js';
import { offersOnRecord } from './offers-on-record.js';
import { conflicts } from './planted-conflicts.js';
import { agreements } from './process/agreements.js';
import { processes } from './process/processes.js';
import { scores } from './process/scores.js';
import { simplerScenarios } from './process/simpler-scenarios.js';
import { scenarioComplexity } from './scenario-complexity.js';
import { SCENARIO_CHECKS, SCENARIO_DEFAULTS, type ScenariosConstraints } from './scenarios-constraints.js';
import { shrinkingBy, shrinkingFurther } from './shrinking-by.js';

/**
 * Small scenarios, checked, as a fast-check arbitrary: terms of every kind, by the deal and by the phase, categories that
 * overlap, exclude each other or are all there is, groups, steps other than 1, counts that shares are taken of, and
 * positions with conditions of every kind, some with two readings. Now and then there are a process, a rule of agreement,
 * scores, and offers on record, some with texts.
 *
 * They shrink towards fewer parties, terms, phases and positions, and none of the rest, then towards less that is said of
 * them, in smaller figures, the first of these that differs deciding; sets of positions planted against each other stay
 * whole. Under a drawn rule of agreement each party that holds one of these has a veto, so that none of them is outvoted and
 * nothing can be agreed before one gives way. Throws a `FaultError` with `testing/bad-option` for constraints that cannot be.
 *
 * @example
 * fc.assert(fc.property(scenarios(), (scenario) => Object.keys(scenario.parties).length <= 3));
 */
export function scenarios(constraints: ScenariosConstraints = {}): Arbitrary<Scenario> {
  checkOptions(constraints, SCENARIO_CHECKS);
  const given = Object.fromEntries(Object.entries(constraints).filter(([, value]) => value !== undefined));
  return shrinkingBy(shrinkingFurther(anyScenarios({ ...SCENARIO_DEFAULTS, ...given }), simplerScenarios), (a, b) =>
    isSimpler(scenarioComplexity(a), scenarioComplexity(b)),
  );
}

function anyScenarios(limits: Required<ScenariosConstraints>): Arbitrary<Scenario> {
  return bareDrafts(limits).chain((draft) => {
    // Only the whole is checked: checking the terms alone as well would double the time.
    const bare = deepFreeze(normaliseScenario(draft));
    const parties = Object.keys(bare.parties);
    const isPlain = limits.conflicts === 0;
    return fc
      .tuple(
        positions(bare, limits.positions),
        // Beside planted sets there is no norm, and no score: one could forbid a single position of them.
        isPlain ? invariants(bare) : fc.constant({}),
        conflicts(bare, limits.conflicts),
        limits.process ? processes(parties) : fc.constant({}),
        limits.process ? onceIn(3, agreements(parties)) : fc.constant(undefined),
        limits.scores && isPlain ? onceIn(5, scores(bare)) : fc.constant(undefined),
        offersOnRecord(bare, limits),
      )
      .map(([drawn, invariants, planted, process, agreement, scored, offers]) => {
        const holders = unique(Object.values(planted).map(({ party }) => party));
        const scenario = checked({
          ...draft,
          positions: { ...drawn, ...planted },
          invariants,
          process,
          ...(scored && { scores: scored }),
          ...(agreement && { agreement: agreement(holders) }),
        });
        // Offers are drawn checked.
        return deepFreeze({ ...scenario, offers });
      });
  });
}

function checked(draft: object): Scenario {
  return valueOrThrow(checkScenario(draft), 'A drawn scenario does not hold together.');
}

function positions(scenario: Scenario, most: number): Arbitrary<object> {
  const condition = conditions(scenario);
  const reading = fc.record({ condition, basis: fc.constantFrom(BASES[0], BASES[2]) });
  const held = fc.record({
    party: fc.constantFrom(...Object.keys(scenario.parties)),
    title: fc.constant('a drawn position'),
    rigidity: fc.constantFrom(...RIGIDITIES),
  });
  const position = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(held, condition).map(([h, c]) => ({ ...h, condition: c })) },
    {
      weight: 1,
      arbitrary: fc.tuple(held, reading, reading).map(([h, one, other]) => ({ ...h, readings: { one, other } })),
    },
  );
  return fc
    .array(position, { maxLength: most, size: 'small' })
    .map((drawn) => Object.fromEntries(drawn.map((p, i) => [`position-${i + 1}`, p])));
}

function invariants(scenario: Scenario): Arbitrary<object> {
  return fc
    .option(conditions(scenario, { depth: 1 }), { freq: 3 })
    .map((condition) => (condition === null ? {} : { norm: { title: 'a drawn norm', condition } }));
}
