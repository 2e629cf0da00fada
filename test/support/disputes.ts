import fc from 'fast-check';
import type { Scenario } from 'sticking-points';
import { scenarios, type ScenariosConstraints } from 'sticking-points/testing';
import { scoredScenarios } from './scored.js';

/** A scenario, with readings chosen for some of its positions. */
export interface Dispute {
  readonly scenario: Scenario;
  readonly readings: Readonly<Record<string, string>>;
}

/**
 * Scenarios small enough to list all deals of, with conflicts planted or not, scores now and then, every rule of agreement,
 * and readings chosen for some positions.
 */
export function disputes(constraints: ScenariosConstraints = {}): fc.Arbitrary<Dispute> {
  const limits = { terms: 3, phases: 2, steps: 2, positions: 5, ...constraints };
  return fc
    .oneof(
      { weight: 3, arbitrary: scenarios(limits) },
      { weight: 3, arbitrary: scenarios({ ...limits, conflicts: 1, positions: 4 }) },
      { weight: 2, arbitrary: scenarios({ ...limits, conflicts: 2, positions: 3 }) },
      { weight: 2, arbitrary: scoredScenarios({ ...limits, conflicts: 1, positions: 3 }) },
    )
    .chain((scenario) =>
      fc.record({
        scenario: agreements(Object.keys(scenario.parties)).map((agreement) => ({ ...scenario, agreement })),
        readings: chosenReadings(scenario),
      }),
    );
}

function agreements(parties: readonly string[]): fc.Arbitrary<Scenario['agreement']> {
  const basis = fc.constant('assumed' as const);
  const some = fc.subarray([...parties], { minLength: 1 });
  return some.chain((of): fc.Arbitrary<Scenario['agreement']> => {
    const vetoes = fc.subarray(of, { maxLength: 1 });
    const quota = fc.record({
      rule: fc.constant('quota' as const),
      of: fc.constant(of),
      needed: fc.integer({ min: 1, max: of.length }),
      vetoes,
      basis,
    });
    const weights = fc.tuple(...of.map(() => fc.integer({ min: 1, max: 4 }))).chain((heavy) =>
      fc.record({
        rule: fc.constant('weights' as const),
        of: fc.constant(of),
        weights: fc.constant(Object.fromEntries(of.map((party, i) => [party, heavy[i] ?? 0]))),
        needed: fc.integer({ min: 1, max: heavy.reduce((a, b) => a + b, 0) }),
        vetoes,
        basis,
      }),
    );
    const unanimity = fc.record({ rule: fc.constant('unanimity' as const), of: fc.constant(parties), basis });
    return fc.oneof({ weight: 2, arbitrary: unanimity }, { weight: 1, arbitrary: quota }, weights);
  });
}

function chosenReadings({ positions }: Scenario): fc.Arbitrary<Readonly<Record<string, string>>> {
  const several = Object.values(positions).filter((position) => position.readings.length > 1);
  return fc
    .tuple(
      ...several.map(({ id, readings }) =>
        fc.option(
          fc.constantFrom(...readings).map((reading) => [id, reading.id] as const),
          { freq: 2 },
        ),
      ),
    )
    .map((chosen) => Object.fromEntries(chosen.filter((one) => one !== null)));
}
