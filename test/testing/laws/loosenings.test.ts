import fc from 'fast-check';
import {
  all,
  atMost,
  defineScenario,
  draw,
  judge,
  layoutOf,
  readDeal,
  say,
  settingOf,
  type Condition,
  type Position,
  type Scenario,
} from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { checkDeal, conditions, drawOffers, isEmptyRegion, offers, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { faultsIn } from '../../../src/testing/laws/fitting.js';
import { loosenings } from '../../../src/testing/laws/loosenings.js';
import { movedIn } from '../../../src/testing/laws/moved-conditions.js';
import { weakerNeverAddsSticking } from '../../../src/testing/laws/weaker-never-adds-sticking.js';
import { few, runs } from '../../laws/runs.js';
import { camps } from './camps.js';
import { PLAIN } from '../../support/plain.js';

/** Those of several conditions that a deal leaves unmet, or open, which meets another: drawn from where that is met. */
function notImplied(
  scenario: Scenario,
  condition: Condition,
  weaker: readonly Condition[],
  numRuns: number,
  seed: number,
) {
  const region = draw(condition, { ...scenario, layout: layoutOf(scenario), want: 'met' });
  if (isEmptyRegion(scenario, region)) return [];
  const deals = fc.sample(drawOffers(scenario, region), { numRuns, seed });
  const met = (c: Condition) => deals.every((deal) => judge(c, readDeal(settingOf(scenario), deal)).verdict === 'met');
  expect(met(condition)).toBe(true);
  return weaker.filter((c) => !met(c)).map((c) => say(c, scenario));
}

const drawn = fc
  .oneof(scenarios(PLAIN), fc.constant(camps))
  .chain((scenario) => fc.tuple(fc.constant(scenario), conditions(scenario), fc.nat()));

describe('loosenings', () => {
  it('are met by every deal that meets the condition', () => {
    let tried = 0;
    fc.assert(
      fc.property(drawn, ([scenario, condition, seed]) => {
        const weaker = loosenings(scenario, condition);
        tried += weaker.length;
        expect(notImplied(scenario, condition, weaker, 8, seed)).toEqual([]);
      }),
      { numRuns: 250 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  it('would be told if they moved a line the other way', () => {
    const firmer = (scenario: Scenario, c: Condition) =>
      movedIn(scenario, c, 'tighter').filter((other) => faultsIn(scenario, other).length === 0);
    const found = fc
      .sample(drawn, { numRuns: 120, seed: 5 })
      .flatMap(([scenario, condition, seed]) =>
        notImplied(scenario, condition, firmer(scenario, condition), 20, seed).map(() => condition.kind),
      );
    expect(new Set(found).size).toBeGreaterThan(5);
  });

  it('change one thing at a time, and say it in the scenario’s own words', () => {
    const said = (condition: Condition) => loosenings(camps, condition).map((c) => say(c, camps));
    const inside = (condition: Condition) => said(condition).filter((one) => !one.startsWith('any of'));
    expect(inside({ kind: 'compare', of: 'captives', op: '>=', line: 30 })).toEqual([
      'captives: at least 29 persons',
      'captives: at least 27 persons',
    ]);
    expect(inside({ kind: 'compare', of: 'captives', op: '<', line: 10 })).toEqual([
      'captives: less than 11 persons',
      'captives: at most 10 persons',
    ]);
    expect(inside({ kind: 'compare', of: 'captives', op: '=', line: 10 })).toEqual([
      'captives: at least 10 persons',
      'captives: at most 10 persons',
    ]);
    expect(
      inside({ kind: 'compare', of: 'captives', op: '>=', line: { wording: 'all', of: { count: 'held' } } }),
    ).toEqual(['captives: at least 9 out of 10 of captives held']);
    // A share of what may be negative is left alone.
    expect(
      inside({ kind: 'compare', of: 'captives', op: '>=', line: { wording: 'half of', of: { quantity: 'debt' } } }),
    ).toEqual([]);
    expect(inside({ kind: 'length', op: '<=', line: 3, unit: 'weeks' })).toEqual(['length: at most 4 weeks']);
    expect(inside({ kind: 'length', op: '>=', line: 0, unit: 'weeks' })).toEqual([]);
    expect(inside({ kind: 'choice', of: 'ifNoAgreement', in: 1, is: ['end'] })).toEqual([
      'ifNoAgreement in phase 1: an end of the fighting or back to fighting',
      'ifNoAgreement in phase 1: an end of the fighting or the phase before goes on',
    ]);
    expect(inside({ kind: 'rank', of: 'ifNoAgreement', in: 1, op: '>', option: 'extend' })).toEqual([
      'ifNoAgreement in phase 1: more than back to fighting',
      'ifNoAgreement in phase 1: at least the phase before goes on',
    ]);
    const watched: Condition = { kind: 'flag', of: 'watch', is: true };
    expect(inside({ kind: 'not', of: { kind: 'all', of: [watched] } })).toEqual([]);
    expect(inside({ kind: 'not', of: { kind: 'any', of: [watched] } })).toEqual(['not (any of [])']);
    expect(inside({ kind: 'all', of: [watched, { kind: 'begins', of: 'captives', noLaterThan: 1 }] })).toEqual([
      'all of [(captives begins no later than phase 1)]',
      'all of [(watch: yes)]',
      'all of [(watch: yes) and (captives begins no later than phase 2)]',
    ]);
  });

  it('add a way out on each term that is not spoken of, and never the condition itself', () => {
    const watched: Condition = { kind: 'flag', of: 'watch', is: true };
    const found = loosenings(camps, watched);
    expect(found).toHaveLength(Object.keys(camps.terms).length - 1);
    expect(found).not.toContainEqual(watched);
    expect(Object.isFrozen(found)).toBe(true);
    expect(() => loosenings(camps, { kind: 'flag', of: 'watched', is: true })).toThrow('scenario/unknown-term');
  });
});

describe('a position that asks for less by its loosenings', () => {
  const { positions } = gaza2024();
  const alone = Object.values(positions).filter(({ readings }) => readings.length === 1);

  it('adds no sticking point to any offer reported of Gaza', () => {
    const weaker = alone.flatMap(({ id, readings }) =>
      readings.flatMap(({ condition }) =>
        [null, ...loosenings(gaza2024(), condition)].map((c) => weakerNeverAddsSticking(id, c)),
      ),
    );
    expect(weaker.length).toBeGreaterThan(50);
    const reported = Object.values(gaza2024().offers);
    for (const law of weaker) expect(reported.map((offer) => law.offer(offer, gaza2024()))).not.toContain('broken');
  });

  it('nor to any that may be drawn, told in full or in part', () => {
    const laws = Object.values(camps.positions).flatMap(({ id, readings }) =>
      readings.flatMap(({ condition }) => loosenings(camps, condition).map((c) => weakerNeverAddsSticking(id, c))),
    );
    fc.assert(
      fc.property(offers(camps), (offer) => laws.every((law) => law.offer(offer, camps) === 'held')),
      { numRuns: 60 },
    );
  });

  it('is never called broken where it is weaker, of whatever is told', () => {
    const told = drawn.chain(([scenario, condition]) =>
      fc.tuple(fc.constant(asked(scenario, condition)), fc.constant(condition), offers(scenario)),
    );
    let tried = 0;
    fc.assert(
      fc.property(told, ([scenario, condition, offer]) => {
        for (const weaker of loosenings(scenario, condition)) {
          const finding = weakerNeverAddsSticking('asked', weaker).offer(offer, scenario);
          expect(finding, say(weaker, scenario)).not.toBe('broken');
          tried++;
        }
      }),
      runs(150),
    );
    expect(tried).toBeGreaterThan(few(300));
  });

  it('cannot be told where the firmer one was open, of an offer that the weaker one is surely unmet by', () => {
    const two = defineScenario({
      id: 'two',
      parties: { a: {} },
      terms: {
        x: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
        y: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
      },
      positions: {
        p: {
          party: 'a',
          rigidity: 'demand',
          condition: {
            kind: 'all',
            of: [
              { kind: 'compare', of: 'x', op: '>=', line: all({ quantity: 'y' }) },
              { kind: 'compare', of: 'y', op: '>=', line: 50 },
            ],
          },
        },
      },
      offers: { few: { terms: { x: atMost(30) } } },
    });
    const weaker: Condition = { kind: 'compare', of: 'x', op: '>=', line: 40 };
    const firmer = two.positions['p']!.readings[0]!.condition;
    const [implied] = checkDeal(two, { invariants: [{ condition: { kind: 'ifThen', if: firmer, then: weaker } }] });
    expect(implied).toMatchObject({ finding: 'held', proved: true });
    expect(weakerNeverAddsSticking('p', weaker).offer(two.offers['few']!, two)).toBe('undetermined');
  });
});

/** The scenario with one position more, a demand of its first party. */
function asked(scenario: Scenario, condition: Condition): Scenario {
  const [party = ''] = Object.keys(scenario.parties);
  const asked: Position = {
    id: 'asked',
    title: 'what is asked',
    party,
    rigidity: { value: 'demand', basis: 'assumed', citations: [] },
    readings: [{ id: 'only', condition, basis: 'assumed', citations: [] }],
  };
  return { ...scenario, positions: { ...scenario.positions, asked } };
}
