import { assess, atLeast, defineScenario, halfOf, type Basis, type ReadingVerdict } from 'sticking-points';
import { describe, expect, it } from 'vitest';

const scenario = defineScenario({
  id: 'phased',
  basis: 'reported',
  parties: { north: {} },
  terms: {
    q: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 1000, basis: 'reported' } },
    p: { kind: 'quantity', unit: 'tonnes', scope: 'phase', bounds: { most: 1000, basis: 'reported' } },
    debt: { kind: 'quantity', unit: 'crowns', scope: 'phase', bounds: { least: -50, most: 50, basis: 'reported' } },
    boats: { kind: 'quantity', unit: 'boats', scope: 'phase', bounds: {} },
  },
  space: { phases: { least: 1, most: 2 }, basis: 'assumed' },
  positions: {
    much: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'q', in: { upTo: 2 }, op: '>=', line: 100 },
    },
    little: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'q', in: { upTo: 2 }, op: '<=', line: 300 },
    },
    lessOf: {
      party: 'north',
      rigidity: 'demand',
      condition: {
        kind: 'compare',
        of: 'p',
        times: 0,
        plus: [{ of: 'q', in: { upTo: 2 }, times: -1 }],
        op: '<=',
        line: -100,
      },
    },
    long: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'length', in: { upTo: 2 }, op: '>=', line: 7, unit: 'days' },
    },
    begins: { party: 'north', rigidity: 'demand', condition: { kind: 'begins', of: 'q', noLaterThan: 2 } },
    half: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'q', in: { upTo: 2 }, op: '>=', line: halfOf({ quantity: 'p' }) },
    },
    anyForBoats: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'ratio', of: 'q', per: 'boats', in: { upTo: 2 }, op: '>', line: 0 },
    },
    noMoreForEach: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'ratio', of: 'q', per: 'p', in: { upTo: 2 }, op: '<=', line: 3 },
    },
    deepDebt: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'ratio', of: 'debt', per: 'boats', in: { upTo: 2 }, op: '<', line: -2 },
    },
    each: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'ratio', of: 'q', per: 'p', in: { upTo: 2 }, op: '>=', line: 2 },
    },
  },
  offers: {
    totals: {
      terms: { q: 300, p: 100, debt: -4, boats: atLeast(2) },
      length: { length: 40, unit: 'days' },
      phases: [{}],
    },
  },
});

const { verdicts } = assess(scenario, 'totals');

function verdictOf(position: string): ReadingVerdict {
  const reading = verdicts.find((v) => v.position === position)?.readings[0];
  if (!reading) throw new Error(`There is no verdict on '${position}'.`);
  return reading;
}

describe('that a deal has no more phases than are laid out', () => {
  it.each(['much', 'half', 'lessOf', 'long', 'begins', 'each', 'noMoreForEach', 'anyForBoats'])(
    'is a fact that "%s" rests on: totals are all of it',
    (position) => {
      const { verdict, basis, facts } = verdictOf(position);
      expect({ verdict, basis }).toEqual<{ verdict: string; basis: Basis }>({ verdict: 'met', basis: 'assumed' });
      expect(facts.map((f) => f.path)).toContain('space.phases');
    },
  );

  it('is one that a ratio is unmet by, with what it is held against: as the line is below nothing, the fewest boats', () => {
    const { verdict, basis, facts } = verdictOf('deepDebt');
    expect({ verdict, basis }).toEqual({ verdict: 'unmet', basis: 'assumed' });
    expect(facts.map((f) => f.path)).toEqual(['space.phases', 'debt', 'boats']);
  });

  it('leaves what there is to spare known, other than the bounds of a quantity do', () => {
    expect(verdictOf('much').margins).toMatchObject([{ slack: { least: 200, most: 200 } }]);
  });

  it('is none where the total is an upper end: further phases would only lower it', () => {
    const { verdict, basis, facts } = verdictOf('little');
    expect({ verdict, basis }).toEqual({ verdict: 'met', basis: 'reported' });
    expect(facts.map((f) => f.path)).toEqual(['q']);
  });
});
