import { describe, expect, it } from 'vitest';
import { defineScenario, isFaultError, type Condition } from 'sticking-points';
import { findConcessions, findConflicts, sayStopped } from 'sticking-points/analysis';

/** Two parties over three quantities of so much at the most, each with conditions of its own. */
function over(
  most: number,
  north: readonly Condition[],
  south: readonly Condition[],
  norms: readonly Condition[] = [],
) {
  const held = (party: 'north' | 'south', conditions: readonly Condition[]) =>
    conditions.map((condition, i) => [`${party}-${i + 1}`, { party, rigidity: 'demand', condition }] as const);
  return defineScenario({
    id: 'large',
    parties: { north: {}, south: {} },
    terms: {
      grain: { kind: 'quantity', unit: 'bags', bounds: { most } },
      cash: { kind: 'quantity', unit: 'coins', bounds: { most } },
      coal: { kind: 'quantity', unit: 'sacks', bounds: { most } },
    },
    positions: Object.fromEntries([...held('north', north), ...held('south', south)]),
    ...(norms.length > 0 && {
      invariants: Object.fromEntries(norms.map((condition, i) => [`norm-${i + 1}`, { title: 'a norm', condition }])),
    }),
  } as unknown as Parameters<typeof defineScenario>[0]); // ids made by a loop are no literals
}

const grain = (op: '>=' | '<=', line: number): Condition => ({ kind: 'compare', of: 'grain', op, line });
const more = (of: string, than: string, by: number): Condition => ({
  kind: 'compare',
  of,
  plus: [{ of: than, times: -1 }],
  op: '>=',
  line: by,
});

const LARGE = [1e7, 1e8, 1e9];

describe('ranges beyond what highs counts exactly', () => {
  it.each(LARGE)('lines that cross by one step, up to %d', async (most) => {
    const half = most / 2;
    const scenario = over(most, [grain('>=', half + 1)], [grain('<=', half), more('cash', 'grain', 1 - half)]);
    const { conflicts, complete } = await findConflicts(scenario);
    expect(conflicts.map((one) => one.positions)).toEqual([['north-1', 'south-1']]);
    expect(complete).toBe(true);
    expect(conflicts[0]?.proof).toMatchObject({ atLeast: { figure: half + 1 }, atMost: { figure: half } });
  });

  it.each(LARGE)('lines that meet in one step, up to %d', async (most) => {
    const scenario = over(most, [grain('>=', most - 1), more('cash', 'grain', 1)], [more('grain', 'cash', -1)]);
    const { conflicts, complete, coalitions } = await findConflicts(scenario);
    expect([conflicts, complete, coalitions[0]?.free]).toEqual([[], true, true]);
    const { coalitions: given } = await findConcessions(scenario);
    expect(given[0]?.concessions.map((one) => one.positions)).toEqual([[]]);
  });

  it.each(LARGE)('three that exclude each other only together, up to %d', async (most) => {
    const scenario = over(
      most,
      [more('grain', 'cash', 7), { kind: 'compare', of: 'cash', op: '>=', line: most / 2 }],
      [grain('<=', most / 2 + 6)],
    );
    const { conflicts, complete } = await findConflicts(scenario);
    expect(conflicts.map((one) => one.positions)).toEqual([['north-1', 'north-2', 'south-1']]);
    expect(complete).toBe(true);
  });
});

describe('claims by which ends only creep towards each other', () => {
  const cases: readonly (readonly [string, readonly Condition[], readonly Condition[]])[] = [
    ['each more than the other', [more('grain', 'cash', 1)], [more('cash', 'grain', 0)]],
    [
      'ratios that cross',
      [{ kind: 'ratio', of: 'grain', per: 'cash', op: '>', line: 1 }],
      [{ kind: 'ratio', of: 'cash', per: 'grain', op: '>=', line: 1 }],
    ],
    [
      'odd and even',
      [{ kind: 'compare', of: 'grain', times: 2, plus: [{ of: 'cash', times: -2 }], op: '>=', line: 1 }],
      [{ kind: 'compare', of: 'grain', times: 2, plus: [{ of: 'cash', times: -2 }], op: '<=', line: 1 }],
    ],
    [
      'multiples that never meet',
      [{ kind: 'compare', of: 'grain', times: 6, plus: [{ of: 'cash', times: -9 }], op: '>=', line: 1 }],
      [{ kind: 'compare', of: 'grain', times: 6, plus: [{ of: 'cash', times: -9 }], op: '<=', line: 2 }],
    ],
  ];
  const sized = [1e3, 1e5, ...LARGE].flatMap((most) => cases.map((one) => [most, ...one] as const));

  it.each(sized)('up to %d: %s', async (most, _, north, south) => {
    const start = performance.now();
    const { conflicts, stopped, complete } = await findConflicts(over(most, north, south));
    expect(performance.now() - start).toBeLessThan(20_000); // and not for ever; on a machine that does other things as well
    if (complete) expect(conflicts.map((one) => one.positions)).toEqual([['north-1', 'south-1']]);
    else expect([conflicts, stopped]).toEqual([[], 'range']);
  });

  it.each([100, 1e3, ...LARGE])('up to %d: three in a ring', async (most) => {
    const start = performance.now();
    const ring = over(most, [more('grain', 'cash', 1), more('cash', 'coal', 0)], [more('coal', 'grain', 0)]);
    const { conflicts, stopped, complete } = await findConflicts(ring);
    expect(performance.now() - start).toBeLessThan(20_000);
    if (complete) expect(conflicts.map((one) => one.positions)).toEqual([['north-1', 'north-2', 'south-1']]);
    else expect([conflicts, stopped]).toEqual([[], 'range']);
    if (stopped) {
      expect(sayStopped(ring, stopped)).toBe(
        'some figures are too large to be searched exactly: give grain, cash and coal closer bounds, or coarser steps',
      );
    }
    if (most <= 1e3) expect(complete).toBe(true);
  });

  it.each(LARGE)('up to %d: invariants in a ring', async (most) => {
    const start = performance.now();
    const norms = [more('grain', 'cash', 1), more('cash', 'coal', 0), more('coal', 'grain', 0)];
    const outcome = await findConflicts(over(most, [grain('>=', 3)], [grain('<=', 7)], norms)).then(
      ({ stopped }) => stopped,
      (error: unknown) => (isFaultError(error) ? error.faults.map((f) => f.code).join() : error),
    );
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(['range', 'analysis/no-offer']).toContain(outcome);
  });
});
