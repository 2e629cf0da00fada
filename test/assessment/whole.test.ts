import { assess, compareOffers, type Assessment, type AssessOptions, type Scenario } from 'sticking-points';
import { describe, it } from 'vitest';
import { fishery } from '../support/fishery.js';
import { expectGolden } from '../support/golden.js';
import { rivers } from '../support/rivers.js';
import { wages } from '../support/wages.js';

/** Everything an assessment says, a line for each thing said. */
function linesOf({ verdicts, stickingPoints, openPoints, answers, invariants, exchanges, named, ...head }: Assessment) {
  const each = (what: string, of: readonly unknown[]) => of.map((one) => `  ${what} ${JSON.stringify(one)}`);
  return [
    JSON.stringify(head),
    ...verdicts.flatMap(({ readings, ...verdict }) => [...each('', [verdict]), ...each('  reading', readings)]),
    `  sticks on ${stickingPoints.map((v) => v.position).join()}; open ${openPoints.map((v) => v.position).join()}`,
    ...each('answers', Object.entries(answers)),
    ...each('invariant', invariants),
    ...each('exchange', exchanges),
    ...each('named', named),
  ];
}

describe('the whole of what is said of every offer', () => {
  const of = (scenario: Scenario, options: AssessOptions) =>
    compareOffers(scenario, undefined, options).columns.flatMap(({ offer, turned }) => [
      ...linesOf(assess(scenario, offer, options)),
      ...turned.map((turn) => `  turned ${JSON.stringify(turn)}`),
    ]);

  it.each([
    [fishery, [{}, { asOf: '2030-02-10' }, { asOf: '2030-02', positionsAsOf: '2030-01' }]],
    [wages, [{}, { asOf: '2031-04' }]],
    [rivers, [{}, { asOf: '2032-03-07' }]],
  ] as const)('$id', (scenario, days) => {
    const text = days.flatMap((options) => [`as of ${JSON.stringify(options)}`, ...of(scenario, options)]).join('\n');
    expectGolden(`${text}\n`, `assessments/${scenario.id}.txt`);
  });
});
