import fc from 'fast-check';
import { assess, defineScenario, liesIn, type Offer, type Region, type Scenario, type Score } from 'sticking-points';
import { offers } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { worthEnough } from '../../src/assessment/score-region.js';
import { plainOf } from '../laws/naive.js';
import { few, runs } from '../laws/runs.js';
import { valuesOf } from '../laws/values.js';
import { scoredScenarios } from '../support/scored.js';
import '../support/seed.js';

const liesInRegion = (scenario: Scenario, score: Score, offer: Offer) =>
  liesIn(worthEnough(scenario, score), valuesOf(scenario, plainOf(scenario, offer)));

describe('where the offers lie that are worth enough', () => {
  it('is where they are accepted for what they are worth, and nowhere else', () => {
    let [accepted, rejected] = [0, 0];
    const cases = scoredScenarios().chain((scenario) =>
      fc.tuple(fc.constant(scenario), fc.array(offers(scenario, { known: 'full' }), { minLength: 4, maxLength: 4 })),
    );
    fc.assert(
      fc.property(cases, ([scenario, all]) => {
        for (const [party, score] of Object.entries(scenario.scores)) {
          for (const offer of all) {
            const answer = assess(scenario, offer).answers[party]?.byScore?.answer;
            expect(answer).not.toBe('undecided');
            if (answer === 'accepts') accepted++;
            else rejected++;
            expect(liesInRegion(scenario, score, offer), JSON.stringify(score)).toBe(answer === 'accepts');
          }
        }
      }),
      runs(120),
    );
    expect(Math.min(accepted, rejected)).toBeGreaterThan(few(30));
  });

  const pond = defineScenario({
    id: 'pond',
    parties: { north: {}, south: {} },
    terms: {
      catch: { kind: 'quantity', unit: 'tonnes', step: 0.5, bounds: { least: -20, most: 20 } },
      calm: { kind: 'flag' },
      zone: { kind: 'choice', options: { near: 'near', far: 'far' } },
    },
    space: { phases: { least: 1, most: 1 } },
    positions: {},
  });
  const score = (threshold: number, ...parts: Score['parts']): Score => ({
    threshold,
    parts,
    basis: 'assumed',
    because: 'To try it.',
  });
  const bands = (region: Region): readonly unknown[] =>
    region.kind === 'band' ? [[region.sum, region.least, region.most]] : region.of.flatMap(bands);
  const bandsOf = (of: Score) => bands(worthEnough(pond, of));

  it('is one band of whole numbers for each stretch of a line, in its lowest terms', () => {
    const points = [
      { at: -2, worth: 1 },
      { at: 4, worth: 2.5 },
    ];
    const one = [{ of: 'catch', times: 1 }];
    expect(bandsOf(score(2, { of: 'catch', points }))).toEqual([
      // Below the first point, that is worth too little whatever it is; in steps of a half.
      [one, undefined, -4],
      [[], 10, undefined],
      [one, -4, 8],
      // 1 and a quarter of what is over -2 comes to 2 from 2 on.
      [one, 4, undefined],
      [one, 8, undefined],
      [[], -5, undefined],
    ]);
  });

  it('counts a flag by the difference that it makes, and an option by what it is worth', () => {
    const calm = { of: 'calm', table: { yes: -1, no: 2 } };
    expect(bandsOf(score(2, calm))).toEqual([[[{ of: 'calm', times: -1 }], 0, undefined]]);
    expect(bandsOf(score(1, { of: 'calm', table: { yes: 3 } }))).toEqual([[[{ of: 'calm', times: 1 }], 1, undefined]]);
    expect(bandsOf(score(1, { of: 'calm', table: { no: 3 } }))).toEqual([[[{ of: 'calm', times: -1 }], 0, undefined]]);
    const zone = { of: 'zone', table: { near: 4, far: 6 } };
    expect(bandsOf(score(5, zone))).toEqual([
      [
        [
          { of: 'zone=near', times: 2 },
          { of: 'zone=far', times: 3 },
        ],
        3,
        undefined,
      ],
    ]);
  });

  it('asks for nothing where no part can make a difference, and for what cannot be where none is worth enough', () => {
    expect(bandsOf(score(1, { of: 'calm', table: { yes: 2, no: 2 } }))).toEqual([
      [[{ of: 'calm', times: 0 }], -1, undefined],
    ]);
    expect(bandsOf(score(3, { of: 'calm', table: { yes: 2, no: 2 } }))).toEqual([
      [[{ of: 'calm', times: 0 }], 1, undefined],
    ]);
  });
});
