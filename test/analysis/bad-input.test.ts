import { describe, expect, it } from 'vitest';
import { defineScenario, isFaultError, type Scenario } from 'sticking-points';
import { findConcessions, findConflicts, type ConcessionsOptions } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';

type Draft = Parameters<typeof defineScenario>[0];

const pay = { kind: 'quantity', unit: 'coins', bounds: { most: 100 } } as const;
const line = (op: '>=' | '<=', n: number) => ({ kind: 'compare', of: 'pay', op, line: n }) as const;
const held = (party: string, rigidity: string, condition: object) => ({ party, rigidity, condition });

/** A scenario of two parties over pay, with this besides. */
function scenarioWith(part: object): Scenario {
  const draft = { id: 'small', parties: { crew: {}, owner: {} }, terms: { pay }, positions: {}, ...part };
  return defineScenario(draft as unknown as Draft); // spread together, ids are no literals
}

const crossing = scenarioWith({
  positions: { raise: held('crew', 'demand', line('>=', 60)), cap: held('owner', 'demand', line('<=', 40)) },
});

const BOTH = [
  ['findConflicts', findConflicts],
  ['findConcessions', findConcessions],
] as const;

async function faultsOf(asked: Promise<unknown>): Promise<readonly string[]> {
  try {
    await asked;
    return [];
  } catch (error) {
    if (!isFaultError(error)) throw error;
    return error.faults.map((f) => `${f.code} ${f.path.join('.')}`);
  }
}

describe.each(BOTH)('%s refuses, with the way out,', (_, find) => {
  it.each([-1, NaN, 1.5, -Infinity, '3'])('to find %s sets at the most', async (most) => {
    expect(await faultsOf(find(crossing, { most: most as number }))).toEqual(['analysis/bad-limit most']);
  });

  it.each([-1, NaN, '3'])('to take %s seconds', async (seconds) => {
    expect(await faultsOf(find(crossing, { seconds: seconds as number }))).toEqual(['analysis/bad-limit seconds']);
  });

  it('readings that nobody has reported', async () => {
    const readings = { raise: 'other', rise: 'only' };
    expect(await faultsOf(find(crossing, { readings }))).toEqual([
      'analysis/unknown-reading readings.raise',
      'analysis/unknown-position readings.rise',
    ]);
  });

  it('terms without an upper end that positions turn on', async () => {
    const open = scenarioWith({
      terms: { pay: { kind: 'quantity', unit: 'coins' } },
      positions: { raise: held('crew', 'demand', line('>=', 60)) },
    });
    expect(await faultsOf(find(open))).toEqual(['analysis/unbounded terms.pay.bounds.most']);
    const lasting = scenarioWith({
      positions: { long: held('crew', 'demand', { kind: 'length', op: '>=', line: 3, unit: 'days' }) },
    });
    expect(await faultsOf(find(lasting))).toEqual(['analysis/unbounded space.days']);
  });

  it('an offer space with nothing in it', async () => {
    const norm = (op: '>=' | '<=', n: number) => ({ title: `a norm at ${n}`, condition: line(op, n) });
    const empty = scenarioWith({ invariants: { low: norm('<=', 10), high: norm('>=', 20) } });
    expect(await faultsOf(find(empty))).toEqual(['analysis/no-offer invariants']);
  });
});

describe('weights', () => {
  it.each([0, -1, NaN, Infinity, '1'])('of %s are refused', async (weight) => {
    const weights = { raise: weight as number, cap: 1 };
    expect(await faultsOf(findConcessions(crossing, { weights }))).toEqual(['analysis/bad-weight weights.raise']);
  });

  it('that are missing, or of something that is not there, are refused', async () => {
    const weights = { cap: 1, hat: 2 };
    expect(await faultsOf(findConcessions(crossing, { weights }))).toEqual([
      'analysis/unknown-weight weights.hat',
      'analysis/missing-weight weights.raise',
    ]);
  });

  it('put the lightest first, and change nothing else', async () => {
    const found = await findConcessions(crossing, { weights: { raise: 3, cap: 2 } });
    expect(found.coalitions[0]?.concessions.map((one) => [one.positions, one.weight])).toEqual([
      [['cap'], 2],
      [['raise'], 3],
    ]);
  });
});

describe('what can be answered is', () => {
  it('where there are no positions at all', async () => {
    const conflicts = await findConflicts(scenarioWith({}));
    expect(conflicts).toMatchObject({ conflicts: [], complete: true, coalitions: [{ conflicts: [], free: true }] });
    const { coalitions, complete } = await findConcessions(scenarioWith({}));
    expect([coalitions[0]?.concessions.map((one) => one.positions), complete]).toEqual([[[]], true]);
  });

  it("where one party's own red lines exclude each other", async () => {
    const torn = scenarioWith({
      positions: { most: held('crew', 'red line', line('<=', 10)), least: held('crew', 'red line', line('>=', 20)) },
    });
    const { conflicts, coalitions } = await findConflicts(torn);
    expect(conflicts.map((one) => [one.positions, one.parties, one.certain])).toEqual([
      [['least', 'most'], ['crew'], true],
    ]);
    expect(coalitions.map((one) => one.free)).toEqual([false]);
    const given = await findConcessions(torn);
    expect(given.coalitions[0]).toMatchObject({ concessions: [], firm: { positions: ['least', 'most'] } });
    const asked = await findConcessions(torn, { redLines: true });
    expect(asked.coalitions[0]?.concessions.map((one) => one.positions)).toEqual([['least'], ['most']]);
  });

  it.each<readonly [string, ConcessionsOptions, string]>([
    ['an aborted signal', { signal: { aborted: true } }, 'aborted'],
    ['no time', { seconds: 0 }, 'time'],
    ['no sets wanted', { most: 0 }, 'most'],
  ])('with %s: nothing, and said so', async (_, options, stopped) => {
    const conflicts = await findConflicts(gaza2024(), options);
    expect(conflicts).toMatchObject({ conflicts: [], complete: false, stopped });
    for (const { free } of conflicts.coalitions) expect(free).toBeUndefined();
    const given = await findConcessions(gaza2024(), options);
    expect(given).toMatchObject({ complete: false, stopped });
    expect(given.coalitions.flatMap((one) => one.concessions)).toEqual([]);
    for (const { firm, complete } of given.coalitions) expect([firm, complete]).toEqual([undefined, false]);
  });
});
