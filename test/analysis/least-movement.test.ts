import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineScenario, say, type AmountDraft, type Condition, type Position, type Scenario } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { conditions, scenarios } from 'sticking-points/testing';
import { leastMovement } from '../../src/analysis/least-movement.js';
import { daysIn, evaluate, inScope, near, quantity, type PlainDeal } from '../laws/naive.js';
import { few, runs } from '../laws/runs.js';
import { dealsMeeting, speakOfCounts } from '../support/naive-deals.js';
import { PLAIN } from '../support/plain.js';

/** Longer deals have too many lengths to be listed thousands of times. */
const isShort = ({ space }: Scenario) => (space.days ?? Infinity) <= 14;

/** Scenarios whose positions hold simple conditions, of which many can be moved. */
const cases = scenarios({ terms: 2, phases: 2, steps: 3, positions: 0, ...PLAIN })
  .filter(isShort)
  .chain((scenario) =>
    fc
      .array(
        fc.record({
          condition: conditions(scenario, { depth: 0 }),
          party: fc.constantFrom(...Object.keys(scenario.parties)),
          rigidity: fc.constantFrom<'demand' | 'red line'>('demand', 'demand', 'demand', 'red line'),
        }),
        { minLength: 1, maxLength: 4 },
      )
      .map((drawn): Scenario => ({
        ...scenario,
        agreement: { rule: 'unanimity', of: Object.keys(scenario.parties), basis: 'assumed' },
        positions: Object.fromEntries(
          drawn.map(({ condition, party, rigidity }, i): readonly [string, Position] => [
            `p${i}`,
            {
              id: `p${i}`,
              party,
              title: `p${i}`,
              rigidity: { value: rigidity, basis: 'assumed', citations: [] },
              readings: [{ id: 'only', condition, basis: 'assumed', citations: [] }],
            },
          ]),
        ),
      })),
  );

/** Two or three figures that cannot all be high, or all be low: lines on one can be moved instead of lines on another. */
const linked = fc
  .record({
    lines: fc.array(
      fc.record({
        of: fc.constantFrom('a', 'b', 'c'),
        op: fc.constantFrom('>=', '<=', '>', '<', '='),
        line: fc.nat({ max: 5 }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    op: fc.constantFrom('>=', '<='),
    sum: fc.integer({ min: 2, max: 10 }),
  })
  .map(({ lines, op, sum }) =>
    defineScenario({
      id: 'linked',
      parties: { north: {}, south: {} },
      terms: Object.fromEntries(
        ['a', 'b', 'c'].map((id) => [id, { kind: 'quantity', unit: 'tonnes', bounds: { most: 5 } }]),
      ) as Record<'a' | 'b' | 'c', { kind: 'quantity'; unit: 'tonnes'; bounds: { most: 5 } }>,
      agreement: { rule: 'unanimity', of: ['north', 'south'] },
      positions: Object.fromEntries(
        lines.map(({ of, op: held, line }, i) => [
          `p${i}`,
          {
            party: i % 2 === 0 ? 'north' : 'south',
            rigidity: 'demand',
            condition: { kind: 'compare', of: of as 'a', op: held as '>=', line },
          } as const,
        ]),
      ),
      invariants: {
        together: {
          title: 'together',
          condition: { kind: 'compare', of: 'a', plus: [{ of: 'b' }, { of: 'c' }], op: op as '>=', line: sum },
        },
      },
      space: { days: 1 },
      offers: {},
    }),
  );

/** The line with all its figures moved; nothing where it has none that could be. */
function moved(line: AmountDraft, by: number): AmountDraft | undefined {
  if (typeof line === 'number') return line + by;
  if ('n' in line) return { ...line, n: line.n + by };
  return line.wording === 'between' ? { ...line, from: line.from + by, to: line.to + by } : undefined;
}

const FAR = 80;

/** How many steps a position's line has to move for a deal to meet it; nothing where no movement does, `fixed` where it has no such line. */
function stepsTo(scenario: Scenario, c: Condition, deal: PlainDeal): number | undefined | 'fixed' {
  switch (c.kind) {
    case 'compare': {
      if ((c.plus ?? []).length > 0 || (c.times ?? 1) !== 1) return 'fixed';
      const { step } = quantity(scenario, c.of);
      return steps(scenario, deal, c.line, step, (line) => ({ ...c, line }));
    }
    case 'length': {
      if (moved(c.line, 0) === undefined) return 'fixed';
      const { least, most } = daysIn(c.line, c.unit);
      const is = inScope(deal.days, c.in ?? 'total');
      const figures = Array.from({ length: FAR }, (_, s) => s);
      // Moved by days, whichever unit it is worded in.
      const met = (by: number) => {
        const [low, high] = [least + by, most + by];
        const holds = {
          '>=': is >= high,
          '>': is > high,
          '<=': is <= low,
          '<': is < low,
          '=': low === high && is === low,
        };
        return holds[c.op];
      };
      if (c.op === '=' ? least !== most : !Number.isFinite(c.op.startsWith('>') ? most : least)) return 'fixed';
      return figures.find((s) => met(s) || met(-s));
    }
    case 'rank':
    case 'choice': {
      const term = scenario.terms[c.of];
      if (term?.kind !== 'choice' || !term.ordered) return 'fixed';
      const options = Object.keys(term.options);
      const at = c.kind === 'rank' ? options.indexOf(c.option) : -1;
      const asked = options.filter((o, i) =>
        c.kind === 'choice' ? c.is.includes(o) : { '>=': i >= at, '>': i > at, '<=': i <= at, '<': i < at }[c.op],
      );
      if (asked.length === 0) return 'fixed';
      const settled = deal.terms[c.of]?.[(c.in ?? 1) - 1];
      if (typeof settled !== 'string') return undefined;
      return Math.min(...asked.map((o) => Math.abs(options.indexOf(o) - options.indexOf(settled))));
    }
    default:
      return 'fixed';
  }
}

function steps(
  scenario: Scenario,
  deal: PlainDeal,
  line: AmountDraft,
  step: number,
  withLine: (line: AmountDraft) => Condition,
): number | undefined | 'fixed' {
  if (moved(line, 0) === undefined) return 'fixed';
  for (let s = 0; s < FAR; s++) {
    for (const by of [s * step, -s * step]) {
      const to = moved(line, by);
      if (to !== undefined && evaluate(withLine(to), deal, scenario) === 'yes') return s;
    }
  }
  return 'fixed'; // nothing meets it for sure, wherever it lies
}

function naively(scenario: Scenario, redLines: boolean): readonly (readonly number[])[] {
  const terms = ['length', ...Object.keys(scenario.terms)];
  const held = Object.values(scenario.positions).map(({ readings, rigidity }) => ({
    condition: readings[0]!.condition,
    fixed: rigidity.value !== 'demand' && !redLines,
  }));
  const all: (readonly number[])[] = [];
  for (const deal of dealsMeeting(
    scenario,
    [],
    held.map(({ condition }) => condition),
  )) {
    const vector = terms.map(() => 0);
    const reached = held.every(({ condition: c, fixed }) => {
      const by = fixed ? 'fixed' : stepsTo(scenario, c, deal);
      if (by === 'fixed') return evaluate(c, deal, scenario) === 'yes';
      if (by === undefined) return false;
      const term =
        c.kind === 'length' ? 'length' : 'of' in c && typeof c.of === 'string' ? (c.of.split('/')[0] ?? '') : '';
      vector[terms.indexOf(term)]! += by;
      return true;
    });
    if (reached) all.push(vector);
  }
  const unlike = [...new Map(all.map((v) => [v.join(), v])).values()];
  return unlike.filter((v) => !unlike.some((o) => o !== v && o.every((n, i) => n <= v[i]!)));
}

/** The units that one step of movement on each term comes to. */
function unitsOf(scenario: Scenario): readonly (readonly [string, number])[] {
  return [
    ['length', 1],
    ...Object.entries(scenario.terms).map(([id, t]) => [id, t.kind === 'quantity' ? t.step : 1] as const),
  ];
}

describe('the least movement', () => {
  it('has the smallest vectors that listing every deal finds, and no others', async () => {
    const met = { none: 0, one: 0, several: 0, stuck: 0 };
    await fc.assert(
      fc.asyncProperty(fc.oneof(cases, linked), fc.boolean(), async (scenario, redLines) => {
        const norms = Object.values(scenario.invariants).map((i) => i.condition);
        const all = Object.values(scenario.positions).flatMap((p) => p.readings.map((r) => r.condition));
        if (speakOfCounts([...norms, ...all]) || [...dealsMeeting(scenario, [])].length === 0) return;
        const { coalitions, complete } = await leastMovement(scenario, { redLines });
        expect(complete).toBe(true);
        const { movements = [], conflict } = coalitions[0] ?? {};
        const vectors = movements.map(({ terms }) =>
          unitsOf(scenario).map(([id, unit]) => Math.round((terms[id] ?? 0) / unit)),
        );
        const naive = naively(scenario, redLines);
        const brief = `${JSON.stringify(scenario.space)} ${all.map((c) => say(c, scenario)).join('; ')}`;
        expect(new Set(vectors.map((v) => v.join())), brief).toEqual(new Set(naive.map((v) => v.join())));
        expect(vectors.length).toBe(naive.length);
        expect(conflict === undefined, brief).toBe(naive.length > 0);
        for (const { terms, lines } of movements) {
          for (const [id, total] of Object.entries(terms)) {
            const own = lines.filter((line) => line.term === id);
            expect(near(own.reduce((sum, { by }) => sum + by, 0)), brief).toBe(near(total));
            for (const { by, least, most } of own) expect(least <= by && by <= most).toBe(true);
          }
        }
        const first = vectors[0] ?? [];
        const isFree = vectors.length > 0 && first.every((n) => n === 0);
        met[vectors.length === 0 ? 'stuck' : isFree ? 'none' : vectors.length === 1 ? 'one' : 'several']++;
      }),
      runs(2000),
    );
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(few(20));
  }, 240_000);

  it('moves no figure of Israel on prisoners in the shipped scenario, since none was stated', async () => {
    const scenario = gaza2024();
    const { coalitions, complete } = await leastMovement(scenario);
    expect(complete).toBe(true);
    expect(coalitions[0]?.movements.map(({ terms }) => terms)).toEqual([{ ceasefire: 1, endOfWar: 1, withdrawal: 1 }]);
    const lines = coalitions[0]?.movements.flatMap((m) => m.lines) ?? [];
    expect(lines.some(({ term }) => term === 'prisoners')).toBe(false);
    expect(lines.find(({ position }) => position === 'IL-endTalks')).toMatchObject({ least: 1, most: 1 });
    // Of a position with two readings, one that is chosen may move.
    const chosen = await leastMovement(scenario, { readings: { 'HA-endOfWar': 'b' } });
    const moving = chosen.coalitions[0]?.movements.flatMap((m) => m.lines.map(({ position }) => position));
    expect(moving).toContain('HA-endOfWar');
  });

  it('trades movement on one term against another, and weighs it only by the weights given', async () => {
    const port = defineScenario({
      id: 'port',
      parties: { north: {}, south: {} },
      terms: {
        quay: { kind: 'quantity', unit: 'metres', step: 10, bounds: { most: 100 } },
        fund: { kind: 'quantity', unit: 'millions', bounds: { most: 50 } },
      },
      positions: {
        long: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'quay', op: '>=', line: 60 } },
        cheap: { party: 'south', rigidity: 'demand', condition: { kind: 'compare', of: 'fund', op: '<=', line: 10 } },
      },
      invariants: {
        cost: {
          title: 'ten metres cost four millions',
          condition: { kind: 'compare', of: 'fund', plus: [{ of: 'quay', times: -1 }], op: '>=', line: -40 },
        },
      },
      offers: {},
    });
    const { coalitions } = await leastMovement(port);
    expect(coalitions[0]?.movements.map(({ terms }) => terms)).toEqual([{ fund: 10 }, { quay: 10 }]);
    expect(coalitions[0]?.movements[1]?.lines.map(({ sentence }) => sentence)).toEqual([
      'quay: at least 60 metres became quay: at least 50 metres',
    ]);
    const weighed = await leastMovement(port, { weights: { quay: 3, fund: 1 }, most: 1 });
    expect(weighed.coalitions[0]?.movements.map(({ terms, weight }) => [terms, weight])).toEqual([[{ fund: 10 }, 10]]);
    expect([weighed.complete, weighed.stopped]).toEqual([false, 'most']);
    await expect(leastMovement(port, { weights: { quay: 1 } })).rejects.toThrow('analysis/missing-weight');
    const stopped = await leastMovement(port, { seconds: 0 });
    expect([stopped.complete, stopped.stopped, stopped.coalitions[0]?.movements]).toEqual([false, 'time', []]);
  });

  it('says what excludes each other where no movement of lines helps', async () => {
    const lake = defineScenario({
      id: 'lake',
      parties: { north: {}, south: {} },
      terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } }, observer: { kind: 'flag' } },
      positions: {
        enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
        alone: { party: 'north', rigidity: 'demand', condition: { kind: 'flag', of: 'observer', is: false } },
        limit: { party: 'south', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '<=', line: 20 } },
        watched: { party: 'south', rigidity: 'demand', condition: { kind: 'flag', of: 'observer', is: true } },
      },
      offers: {},
    });
    const { coalitions, complete } = await leastMovement(lake);
    expect(coalitions[0]?.movements).toEqual([]);
    expect(coalitions[0]?.conflict?.positions).toEqual(['alone', 'watched']);
    expect(complete).toBe(true);
  });
});
