import fc from 'fast-check';
import type { Offer, Scenario } from 'sticking-points';
import { acceptableOffers, blockedOffers, scenarios } from 'sticking-points/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EVERYWHERE, points } from '../../../src/testing/points.js';
import { few, runs } from '../../laws/runs.js';
import { orNone, WRITTEN } from './drawn.js';

/** What was used up for the offers drawn: whole points of the offer space, and values that a filter was asked of. */
interface Used {
  readonly offers: number;
  readonly points: number;
  readonly filtered: number;
}

const ofPoints = Object.getPrototypeOf(points(WRITTEN[0]!, EVERYWHERE, 1)) as fc.Arbitrary<unknown>;

/** Draws so many, and counts. */
function usedFor(arbitrary: () => fc.Arbitrary<Offer>, seed: number, numRuns: number): Used {
  const drawn = vi.spyOn(ofPoints, 'generate');
  let filtered = 0;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with the arbitrary it was read from
  const { filter } = fc.Arbitrary.prototype;
  const asked = vi.spyOn(fc.Arbitrary.prototype, 'filter').mockImplementation(function (
    this: fc.Arbitrary<unknown>,
    keeps: (value: unknown) => boolean,
  ) {
    return filter.call(this, (value: unknown) => {
      filtered++;
      return keeps(value);
    });
  });
  const { numSkips, numRuns: offers } = fc.check(
    fc.property(arbitrary(), () => undefined),
    { seed, numRuns },
  );
  const used = { offers, points: drawn.mock.calls.length, filtered: filtered + numSkips };
  drawn.mockRestore();
  asked.mockRestore();
  return used;
}

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every arbitrary of offers that parties would accept, or that positions stand against, where there are such offers. */
function ofStanding(scenario: Scenario): readonly (() => fc.Arbitrary<Offer>)[] {
  const all = [
    ...Object.keys(scenario.parties).map((party) => () => acceptableOffers(scenario, party)),
    ...Object.keys(scenario.positions).map((position) => () => blockedOffers(scenario, position)),
  ];
  return all.filter((arbitrary) => orNone(arbitrary) !== undefined);
}

describe('nothing is drawn and then rejected', () => {
  it.each(WRITTEN.map((scenario) => [scenario.id, scenario] as const))('in %s', (_, scenario) => {
    const arbitraries = ofStanding(scenario);
    expect(arbitraries.length).toBeGreaterThan(2);
    for (const arbitrary of arbitraries) {
      expect(usedFor(arbitrary, 1, 20)).toEqual({ offers: 20, points: 20, filtered: 0 });
    }
  });

  it('in random scenarios', () => {
    let tried = 0;
    fc.assert(
      fc.property(scenarios(), fc.integer(), (scenario, seed) => {
        for (const arbitrary of ofStanding(scenario)) {
          tried++;
          expect(usedFor(arbitrary, seed, 5)).toEqual({ offers: 5, points: 5, filtered: 0 });
        }
      }),
      runs(60),
    );
    expect(tried).toBeGreaterThan(few(60));
  });

  it.each<readonly [string, (offers: fc.Arbitrary<Offer>) => fc.Arbitrary<Offer>]>([
    ['a filter', (offers) => offers.filter(({ phases }) => phases.length !== 1)],
    ['two draws for one', (offers) => offers.chain(() => offers)],
  ])('as is told of %s', (_, spoilt) => {
    const [arbitrary] = ofStanding(WRITTEN[0]!);
    expect(usedFor(() => spoilt(arbitrary!()), 1, 20)).not.toEqual({ offers: 20, points: 20, filtered: 0 });
  });
});
