import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineScenario, isFaultError, readingsOf, type Condition, type Offer, type Scenario } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { offers, scenarios } from 'sticking-points/testing';
import { settle, type SettledVerdict } from '../../src/analysis/settle.js';
import { completions } from '../laws/enumerate.js';
import { inBrief } from '../laws/in-brief.js';
import { evaluate, plainOf, type Truth } from '../laws/naive.js';
import { few, runs } from '../laws/runs.js';

/** What all completions make of a condition, looked at one after another. */
function naively(scenario: Scenario, condition: Condition, offer: Offer): 'met' | 'unmet' | 'open' | 'no completion' {
  const truths = new Set<Truth>();
  for (const deal of completions(scenario, offer, condition)) truths.add(evaluate(condition, deal, scenario));
  if (truths.size === 0) return 'no completion';
  if (truths.size > 1 || truths.has('either')) return 'open';
  return truths.has('yes') ? 'met' : 'unmet';
}

const cases = scenarios({ terms: 3, steps: 3 }).chain((scenario) =>
  fc.tuple(fc.constant(scenario), offers(scenario, { known: 'partial', phaseCount: true })),
);

/** The conditions that are settled, each with what is said of it. */
function settledIn(scenario: Scenario, settlement: Awaited<ReturnType<typeof settle>>) {
  const ofPositions = settlement.positions.flatMap(({ position, readings }) =>
    readings.map((r): readonly [Condition | undefined, SettledVerdict] => [
      scenario.positions[position]?.readings.find(({ id }) => id === r.reading)?.condition,
      r,
    ]),
  );
  const ofNorms = settlement.invariants.map((i): readonly [Condition | undefined, SettledVerdict] => [
    scenario.invariants[i.invariant]?.condition,
    i,
  ]);
  return [...ofPositions, ...ofNorms];
}

/** The codes of the faults that something is refused with. */
async function codesOf(promise: Promise<unknown>): Promise<readonly string[]> {
  const failure: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  return isFaultError(failure) ? failure.faults.map((f) => f.code) : [String(failure)];
}

describe('what is open is settled', () => {
  it('as looking at every completion settles it', async () => {
    const met = { met: 0, unmet: 0, open: 0, shown: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ([scenario, offer]) => {
        const settlement = await settle(scenario, offer);
        expect(settlement.complete).toBe(true);
        for (const [condition, settled] of settledIn(scenario, settlement)) {
          if (!condition || settled.judged !== 'open') continue;
          const { verdict } = settled;
          expect(verdict, inBrief(scenario, condition, offer)).toBe(naively(scenario, condition, offer));
          if (verdict) met[verdict]++;
          for (const [word, shown] of [
            ['yes', settled.met],
            ['no', settled.unmet],
          ] as const) {
            if (!shown || Object.keys(shown.counts ?? {}).length > 0 || lengthsInMonths(offer)) continue;
            met.shown++;
            expect(evaluate(condition, plainOf(scenario, shown.deal), scenario)).toBe(word);
          }
        }
      }),
      runs(2000),
    );
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(few(50));
  });

  it('in the shipped scenario, with the invariants', async () => {
    const scenario = gaza2024();
    const plain = await settle(scenario, 'P5');
    expect(plain.positions.every(({ verdict }) => verdict === 'open')).toBe(true);
    const { positions } = await settle(scenario, 'P5', { invariants: true });
    const end = positions.find(({ position }) => position === 'HA-endOfWar');
    expect(end?.readings.map(({ reading, verdict }) => [reading, verdict])).toEqual([
      ['a', 'unmet'],
      ['b', 'open'],
    ]);
    expect(end?.verdict).toBe('open');
  });

  it('says why it cannot be', async () => {
    const lake = defineScenario({
      id: 'lake',
      parties: { north: {}, south: {} },
      terms: {
        catch: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 100 } },
        net: { kind: 'quantity', unit: 'nets' },
      },
      positions: {
        enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
        few: { party: 'south', rigidity: 'demand', condition: { kind: 'compare', of: 'net', op: '<=', line: 4 } },
      },
      // No total that is reported is what the only phase holds, though it lies between the two.
      offers: {
        odd: { terms: { catch: { readings: [20, 80] } }, phases: [{ terms: { catch: 50 } }] },
        plain: { terms: { net: { wording: 'at least', n: 2 } } },
      },
    });
    expect(await codesOf(settle(lake, 'odd'))).toEqual(['analysis/unfit-offer']);
    expect(await codesOf(settle(lake, 'even'))).toEqual(['analysis/unknown-offer']);
    expect(await codesOf(settle(lake, 'plain'))).toEqual(['analysis/unbounded']);
    expect(await codesOf(settle(lake, 'plain', { readings: { many: 'a' } }))).toEqual(['analysis/unknown-position']);
  });

  it('never says otherwise within limits', async () => {
    const stopped = await settle(gaza2024(), 'P5', { seconds: 0 });
    expect([stopped.complete, stopped.stopped]).toEqual([false, 'time']);
    expect(stopped.positions.flatMap((p) => p.readings).every(({ verdict }) => verdict === undefined)).toBe(true);
  });
});

function lengthsInMonths({ length, phases }: Offer): boolean {
  return [length, ...phases.map((p) => p.length)].some(
    (field) => field && readingsOf(field).some(({ value }) => value.unit === 'months'),
  );
}
