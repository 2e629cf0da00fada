import fc from 'fast-check';
import {
  all,
  assess,
  between,
  canBlock,
  checkScenario,
  defineScenario,
  draw,
  halfOf,
  settingOf,
  type Condition,
  type Offer,
  type Region,
  type Scenario,
} from 'sticking-points';
import { acceptableOffers, blockedOffers, drawOffers, isEmptyRegion, offers, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { runs } from '../../laws/runs.js';
import { enriched } from '../../support/random-process.js';
import { WRITTEN } from './drawn.js';

/** What each function throws: the codes of its faults. */
function codesOf(call: () => unknown): readonly string[] {
  try {
    call();
    return [];
  } catch (error) {
    return (error as { readonly faults: readonly { readonly code: string }[] }).faults.map(({ code }) => code);
  }
}

/** Where a party's red lines and demands are all met, by the readings themselves. */
function regionOf(scenario: Scenario, party: string): Region {
  const positions = Object.values(scenario.positions).filter((p) => p.party === party && canBlock(p.rigidity.value));
  return {
    kind: 'both',
    of: positions.flatMap((p) => p.readings.map((r) => draw(r.condition, { ...settingOf(scenario), want: 'met' }))),
  };
}

function expectAccepted(scenario: Scenario, party: string, drawn: readonly Offer[]): void {
  for (const offer of drawn) {
    const { verdicts, answers } = assess(scenario, offer);
    const own = verdicts.filter((v) => v.party === party && canBlock(v.rigidity.value));
    expect(own.filter((v) => v.verdict !== 'met')).toEqual([]);
    if (own.length > 0) expect(answers[party]?.byPosition?.answer).toBe('accepts');
    const score = answers[party]?.byScore;
    if (score) expect(score.answer).toBe('accepts');
  }
}

describe('acceptableOffers', () => {
  it('are accepted, on random scenarios, some with scores; and there are none only where none can be', () => {
    let [some, none, scored] = [0, 0, 0];
    fc.assert(
      fc.property(scenarios().chain(enriched), fc.integer(), (scenario, seed) => {
        for (const party of Object.keys(scenario.parties)) {
          const codes = codesOf(() => acceptableOffers(scenario, party));
          if (codes.length > 0) {
            none++;
            expect(codes).toEqual(['testing/empty-region']);
            // With a score, it may be what leaves none.
            if (!scenario.scores[party]) expect(isEmptyRegion(scenario, regionOf(scenario, party))).toBe(true);
          } else {
            some++;
            if (scenario.scores[party]) scored++;
            expectAccepted(scenario, party, fc.sample(acceptableOffers(scenario, party), { seed, numRuns: 3 }));
          }
        }
      }),
      runs(150),
    );
    expect(Math.min(some, none, scored)).toBeGreaterThan(10);
  });

  it.each(
    WRITTEN.flatMap((scenario) =>
      Object.keys(scenario.parties).map((party) => [scenario.id, party, scenario] as const),
    ),
  )('are so in %s, for %s', (_, party, scenario) => {
    const codes = codesOf(() => acceptableOffers(scenario, party));
    if (codes.length > 0) expect(codes).toEqual(['testing/empty-region']);
    else expectAccepted(scenario, party, fc.sample(acceptableOffers(scenario, party), { seed: 1, numRuns: 25 }));
  });

  it('say whom they do not know', () => {
    expect(codesOf(() => acceptableOffers(WRITTEN[0]!, 'nobody'))).toEqual(['testing/unknown-party']);
  });
});

describe('blockedOffers', () => {
  const unmet = (scenario: Scenario, offer: Offer, position: string) =>
    assess(scenario, offer).verdicts.find((v) => v.position === position);

  it('leave the position unmet, on random scenarios and those that were written', () => {
    let [some, none] = [0, 0];
    const all = fc.oneof({ weight: 6, arbitrary: scenarios() }, { weight: 1, arbitrary: fc.constantFrom(...WRITTEN) });
    fc.assert(
      fc.property(all, fc.integer(), (scenario, seed) => {
        for (const position of Object.keys(scenario.positions)) {
          const codes = codesOf(() => blockedOffers(scenario, position));
          if (codes.length > 0) {
            none++;
            expect(codes).toEqual(['testing/empty-region']);
            continue;
          }
          some++;
          for (const offer of fc.sample(blockedOffers(scenario, position), { seed, numRuns: 2 }))
            expect(unmet(scenario, offer, position)?.verdict).toBe('unmet');
        }
      }),
      runs(100),
    );
    expect(Math.min(some, none)).toBeGreaterThan(10);
  });

  it('miss it by the margin, where it has one, and say so where it has none', () => {
    let [far, without] = [0, 0];
    fc.assert(
      fc.property(scenarios(), fc.integer(), fc.integer({ min: 1, max: 3 }), (scenario, seed, margin) => {
        for (const position of Object.keys(scenario.positions)) {
          const [code] = codesOf(() => blockedOffers(scenario, position, { margin }));
          if (code === 'testing/no-margin') {
            without++;
            if (codesOf(() => blockedOffers(scenario, position)).length > 0) continue;
            const drawn = fc.sample(blockedOffers(scenario, position), { seed, numRuns: 2 });
            const readings = drawn.map((offer) => unmet(scenario, offer, position)?.readings ?? []);
            // Of several readings, one may hold a figure against a line and another not.
            for (const each of readings) expect(each.some(({ margins }) => margins.length === 0)).toBe(true);
          }
          if (code !== undefined) continue;
          for (const offer of fc.sample(blockedOffers(scenario, position, { margin }), { seed, numRuns: 2 })) {
            const verdict = unmet(scenario, offer, position);
            expect(verdict?.verdict).toBe('unmet');
            for (const { slack } of (verdict?.readings ?? []).flatMap(({ margins }) => margins)) {
              // An end that rests on a bound of the offer space is not told.
              if (slack.most === undefined) continue;
              far++;
              const asked = JSON.stringify(scenario.positions[position]?.readings.map((r) => r.condition));
              expect(slack.most, asked).toBeLessThanOrEqual(-margin);
            }
          }
        }
      }),
      runs(300),
    );
    expect(Math.min(far, without)).toBeGreaterThan(20);
  });

  const held: Condition = { kind: 'compare', of: 'x', op: '>=', line: 40 };
  const watched: Condition = { kind: 'flag', of: 'watched', is: true };
  it.each<readonly [string, Condition]>([
    ['a share of a count', { kind: 'compare', of: 'x', op: '<=', line: all({ count: 'surely' }) }],
    [
      'a share of a count that lies in a range',
      { kind: 'compare', of: 'x', op: '<', line: halfOf({ count: 'about' }) },
    ],
    ['a share of a quantity', { kind: 'compare', of: 'x', op: '>=', line: all({ quantity: 'y' }) }],
    ['exactly a share, rounded down', { kind: 'compare', of: 'y', op: '=', line: halfOf({ quantity: 'x' }) }],
    ['what must not be so', { kind: 'not', of: held }],
    [
      'what must not be so of a share',
      { kind: 'not', of: { kind: 'compare', of: 'x', op: '>=', line: halfOf({ count: 'about' }) } },
    ],
    ['one of one', { kind: 'all', of: [held] }],
    ['two figures', { kind: 'all', of: [held, { kind: 'compare', of: 'y', op: '<=', line: 60 }] }],
    ['a figure and something else', { kind: 'all', of: [held, watched] }],
    ['either of two', { kind: 'any', of: [held, watched] }],
    [
      'what follows from a figure',
      { kind: 'ifThen', if: held, then: { kind: 'compare', of: 'y', op: '<=', line: all({ quantity: 'x' }) } },
    ],
    ['not both', { kind: 'not', of: { kind: 'all', of: [held, watched] } }],
    ['neither', { kind: 'not', of: { kind: 'any', of: [held, { kind: 'not', of: watched }] } }],
    ['a ratio that must not be', { kind: 'not', of: { kind: 'ratio', of: 'x', per: 'y', op: '>', line: 4 } }],
  ])('miss each line that decides it by the margin where it is %s', (_, condition) => {
    const checked = checkScenario({
      id: 'lines',
      parties: { a: {} },
      terms: {
        x: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 100 } },
        y: { kind: 'quantity', unit: 'tonnes', step: 0.5, bounds: { most: 100 } },
        watched: { kind: 'flag' },
      },
      counts: {
        surely: { label: 'so many', figure: 50 },
        about: { label: 'so many or so', figure: between(40, 60) },
      },
      space: { phases: { least: 1, most: 2 }, days: 100 },
      positions: { p: { party: 'a', rigidity: 'demand', condition } },
    });
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const scenario = checked.value;
    for (const margin of [0, 0.5, 1, 10]) {
      const slacks = fc.sample(blockedOffers(scenario, 'p', { margin }), { seed: 1, numRuns: 60 }).flatMap((offer) => {
        const verdict = unmet(scenario, offer, 'p');
        expect(verdict?.verdict).toBe('unmet');
        const margins = verdict?.readings.flatMap((reading) => reading.margins) ?? [];
        expect(margins).not.toEqual([]);
        return margins.flatMap(({ slack }) => slack.most ?? []);
      });
      expect(Math.max(...slacks)).toBeLessThanOrEqual(-margin);
      // Nor are those left out that just miss it.
      expect(Math.max(...slacks)).toBeGreaterThan(-margin - 1.5);
    }
  });

  it.each(WRITTEN.map((scenario) => [scenario.id, scenario] as const))(
    'as partial offers of %s may, in ranges that hold figures on both sides of a line',
    (_, scenario) => {
      const drawn = fc.sample(offers(scenario, { known: 'partial' }), { seed: 7, numRuns: 60 });
      const slacks = drawn.flatMap((offer) =>
        assess(scenario, offer).verdicts.flatMap(({ readings }) =>
          readings.flatMap(({ margins }) => margins.map(({ slack }) => slack)),
        ),
      );
      const straddling = slacks.filter(({ least, most }) => (least ?? 0) < 0 && (most ?? 0) > 0);
      expect(straddling.length).toBeGreaterThan(0);
    },
  );

  it('reach the exact line of a position of the shipped scenario, and a step to either side', () => {
    const [scenario] = WRITTEN;
    const line = Object.values(scenario!.positions).flatMap(({ readings: [reading] }) =>
      reading?.condition.kind === 'compare' &&
      typeof reading.condition.line === 'object' &&
      'n' in reading.condition.line
        ? [{ of: reading.condition.of, n: reading.condition.line.n, in: reading.condition.in }]
        : [],
    );
    const whole = line.filter((one) => one.in === undefined || one.in === 'total');
    expect(whole.length).toBeGreaterThan(0);
    const drawn = fc.sample(drawOffers(scenario!, { kind: 'both', of: [] }), { seed: 5, numRuns: 400 });
    for (const { of, n } of whole) {
      const figures = new Set(
        drawn.map(({ terms }) => {
          const field = terms[of];
          return field && 'value' in field && typeof field.value === 'object' && 'n' in field.value
            ? field.value.n
            : NaN;
        }),
      );
      expect(
        [n - 1, n, n + 1].filter((m) => !figures.has(m)),
        `of ${of}`,
      ).toEqual([]);
    }
  });
});

describe('blockedOffers before anything was reported', () => {
  const pay = defineScenario({
    id: 'pay',
    basis: 'reported',
    parties: { union: {}, firm: {} },
    sources: { news: { outlet: 'News', date: '2030-01-05' } },
    terms: { raise: { kind: 'quantity', unit: 'coins', bounds: { most: 100 } } },
    positions: {
      enough: {
        party: 'union',
        rigidity: 'demand',
        readings: {
          heard: {
            condition: { kind: 'compare', of: 'raise', op: '>=', line: 40 },
            citations: [{ source: 'news', attribution: 'on-record' }],
          },
        },
      },
    },
  });

  it.each([{}, { margin: 1000 }])('are none, since none sticks on it: %o', (margin) => {
    const early = codesOf(() => blockedOffers(pay, 'enough', { ...margin, asOf: '2029-12-01' }));
    expect(early).toEqual(['testing/empty-region']);
  });

  it('are drawn from the day of the first report on', () => {
    const [offer] = fc.sample(blockedOffers(pay, 'enough', { asOf: '2030-01-05' }), { numRuns: 1, seed: 1 });
    expect(assess(pay, offer!, { asOf: '2030-01-05' }).stickingPoints).toHaveLength(1);
  });
});
