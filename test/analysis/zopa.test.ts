import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineScenario, say, type Condition, type Scenario } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { scenarios } from 'sticking-points/testing';
import { placesOf, type TermSpan } from '../../src/analysis/spans.js';
import { zopaMoves } from '../../src/analysis/zopa-moves.js';
import { zopa } from '../../src/analysis/zopa.js';
import { few, runs } from '../laws/runs.js';
import { askedBy, dealsMeeting, mentionOf, speakOfCounts, valueAt } from '../support/naive-deals.js';
import { PLAIN } from '../support/plain.js';

/** The span of a place among listed deals. */
function naiveSpan(scenario: Scenario, path: string, asked: readonly (readonly Condition[])[]): TermSpan | undefined {
  const values = new Set<number | string | boolean>();
  for (const deal of dealsMeeting(scenario, asked, [mentionOf(scenario, path)])) {
    const value = valueAt(scenario, deal, path);
    if (value !== undefined) values.add(value);
  }
  if (values.size === 0) return undefined;
  const figures = [...values].filter((v) => typeof v === 'number');
  if (figures.length > 0) return { path, least: Math.min(...figures), most: Math.max(...figures) };
  const term = scenario.terms[path.split('.').at(-1) ?? ''];
  const order = term?.kind === 'choice' ? Object.keys(term.options) : [false, true];
  return { path, found: order.filter((one) => values.has(one)) };
}

const round = (n: number) => Math.round(n * 1e6) / 1e6;

/** Longer deals have too many lengths to be listed thousands of times. Under unanimity there is one zone, and scores would ask for more than is listed. */
const cases = scenarios({ terms: 2, phases: 2, steps: 3, positions: 3, ...PLAIN }).filter(
  ({ space }) => (space.days ?? Infinity) <= 14,
);

function conditionsIn(scenario: Scenario): readonly Condition[] {
  const norms = Object.values(scenario.invariants).map((i) => i.condition);
  return [...askedBy(scenario, scenario.agreement.of).flat(), ...norms];
}

describe('the zone of possible agreement', () => {
  it('has the spans that listing every deal finds', async () => {
    const met = { empty: 0, spans: 0, asked: 0, beside: 0 };
    await fc.assert(
      fc.asyncProperty(cases, fc.array(fc.nat(), { minLength: 2, maxLength: 2 }), async (scenario, picks) => {
        if (speakOfCounts(conditionsIn(scenario))) return;
        const parties = scenario.agreement.of;
        const asked = askedBy(scenario, parties);
        const places = placesOf(scenario, () => false).map(({ path }) => path);
        const picked = picks.map((n) => places[n % places.length] ?? '');
        const pair = [picked[0] ?? '', picked[1] ?? ''] as const;
        const some = [...dealsMeeting(scenario, [])].length > 0;
        if (!some) {
          await expect(zopa(scenario)).rejects.toThrow('analysis/no-offer');
          return;
        }
        const { coalitions, complete } = await zopa(scenario, { pairs: [pair] });
        expect(complete).toBe(true);
        const [zone] = coalitions;
        for (const path of picked) {
          const span = zone?.spans.find((one) => one.path === path);
          const naive = naiveSpan(scenario, path, asked);
          const inShort = `${path} of ${JSON.stringify(scenario.space)} ${conditionsIn(scenario)
            .map((c) => say(c, scenario))
            .join('; ')}`;
          const rounded =
            naive && 'least' in naive ? { path, least: round(naive.least), most: round(naive.most ?? NaN) } : naive;
          expect(span, inShort).toEqual(rounded);
          if (span) met.spans++;
          if (span && asked.length > 0) met.asked++;
        }
        if (zone?.empty === true) {
          met.empty++;
          expect(zone.conflict?.positions.length).toBeGreaterThan(0);
        } else {
          const [beside] = zone?.pairs ?? [];
          const both = pair.map((path) => mentionOf(scenario, path));
          const values = [...dealsMeeting(scenario, asked, both)].map((deal) =>
            pair.map((path) => valueAt(scenario, deal, path)).map((v) => (typeof v === 'number' ? round(v) : v)),
          );
          for (const { is, span } of beside?.at ?? []) {
            const others = new Set(
              values.flatMap(([one, other]) => (one === is && other !== undefined ? [other] : [])),
            );
            met.beside++;
            expect(others.size === 0, 'none').toBe(span === undefined);
            if (span?.found) expect(new Set(span.found)).toEqual(others);
            else if (span) {
              const figures = [...others] as number[];
              expect([span.least, span.most]).toEqual([Math.min(...figures), Math.max(...figures)]);
            }
          }
        }
      }),
      runs(2000),
    );
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(few(50));
  }, 180_000);

  it('is the same whatever parties, terms and positions are called and in which order they stand', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios({ terms: 3, phases: 2, steps: 3 }), async (scenario) => {
        const reversed = <T>(record: Readonly<Record<string, T>>) =>
          Object.fromEntries(Object.entries(record).reverse());
        const renamed = Object.fromEntries(
          Object.entries(scenario.positions).map(([id, p]) => [`z${id}`, { ...p, id: `z${id}` }]),
        );
        const other: Scenario = {
          ...scenario,
          positions: reversed(renamed),
          parties: reversed(scenario.parties),
          terms: reversed(scenario.terms),
        };
        const spansOf = async (one: Scenario) => {
          const found = await zopa(one).catch((error: unknown) => String(error).slice(0, 40));
          if (typeof found === 'string') return found;
          return found.coalitions.map(({ empty, spans }) => ({
            empty,
            spans: [...spans].sort((a, b) => (a.path < b.path ? -1 : 1)),
          }));
        };
        expect(await spansOf(other)).toEqual(await spansOf(scenario));
      }),
      runs(150),
    );
  });

  it('is empty in the shipped scenario, and for one party it is not', async () => {
    const scenario = gaza2024();
    const both = await zopa(scenario);
    expect(both.coalitions.map(({ empty }) => empty)).toEqual([true]);
    expect(both.coalitions[0]?.conflict?.positions).toHaveLength(2);
    const alone = await zopa(scenario, { parties: ['hamas'] });
    expect(alone.coalitions[0]?.empty).toBe(false);
    expect(alone.coalitions[0]?.spans.find(({ path }) => path === 'phases.1.prisoners')?.least).toBe(1500);
    await expect(zopa(scenario, { parties: ['hamass'] })).rejects.toThrow("Did you mean 'hamas'?");
    await expect(zopa(scenario, { pairs: [['prisoners', 'hostage']] })).rejects.toThrow('analysis/unknown-place');
  });

  it('says within limits nothing that is otherwise without', async () => {
    const lake = defineScenario({
      id: 'lake',
      parties: { north: {}, south: {} },
      terms: {
        catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
        free: { kind: 'quantity', unit: 'nets' },
      },
      positions: {
        enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
      },
      offers: {},
    });
    const { coalitions } = await zopa(lake);
    expect(coalitions[0]?.spans.slice(-2)).toEqual([
      { path: 'catch', least: 40, most: 100 },
      { path: 'free', least: 0 }, // nothing limits it
    ]);
    let left = 0;
    for (let turns = 0; turns < 12; turns++) {
      let asked = 0;
      const signal = {
        get aborted() {
          return asked++ >= turns;
        },
      };
      const partly = await zopa(lake, { signal });
      for (const span of partly.coalitions[0]?.spans ?? []) expect(coalitions[0]?.spans).toContainEqual(span);
      if (!partly.complete) left++;
    }
    expect(left).toBeGreaterThan(0);
  });

  it('moves where a position is revised', async () => {
    const scenario = gaza2024();
    const { 'HA-prisoners': prisoners, ...others } = scenario.positions;
    expect(prisoners).toBeDefined();
    const { coalitions, complete } = await zopaMoves(
      scenario,
      { ...scenario, positions: others },
      { parties: ['hamas'] },
    );
    expect(complete).toBe(true);
    const moved = coalitions[0]?.moves.map(({ path, before, after }) => [path, before?.least, after?.least]);
    expect(moved).toContainEqual(['phases.1.prisoners', 1500, 0]);
    expect(moved?.every(([path]) => String(path).includes('prisoners'))).toBe(true);
  });
});
