import { about, assess, checkScenario, days, defineScenario, type Condition, type Scenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../src/positions/suppositions.js';

const scenario: Scenario = defineScenario({
  id: 'supposed',
  basis: 'reported',
  parties: { north: {} },
  terms: {
    q: { kind: 'quantity', unit: 'tonnes', bounds: { most: 1000, basis: 'reported' } },
    zone: { kind: 'choice', ordered: true, options: { coast: 'the coast', open: 'open waters' } },
    season: {
      kind: 'choice',
      ordered: true,
      basis: 'assumed',
      because: 'No report orders them.',
      options: { short: 'short', long: 'long' },
    },
    gear: {
      kind: 'choice',
      ordered: true,
      basis: 'reported',
      because: 'The law lists them so.',
      options: { nets: 'nets', lines: 'lines' },
    },
  },
  positions: {
    exact: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'q', op: '>=', line: 10 } },
    roughly: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'q', op: '>=', line: about(10, 2) },
    },
    nested: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'not', of: { kind: 'length', op: '<', line: about(3, 1), unit: 'days' } },
    },
    short: { party: 'north', rigidity: 'demand', condition: { kind: 'length', op: '<=', line: 30, unit: 'days' } },
    far: { party: 'north', rigidity: 'demand', condition: { kind: 'rank', of: 'zone', op: '>=', option: 'open' } },
    late: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'any', of: [{ kind: 'rank', of: 'season', op: '>', option: 'short' }] },
    },
  },
  invariants: {
    norm: { title: 'a norm', condition: { kind: 'compare', of: 'q', op: '<=', line: about(90, 1) } },
  },
  offers: {
    plain: { terms: { q: 20, zone: 'open', season: 'long' }, length: days(20) },
    rough: { terms: { q: about(20, 5) }, length: days(about(20, 5)) },
  },
});

function verdictOn(offer: string, position: string) {
  const reading = assess(scenario, offer).verdicts.find((v) => v.position === position)?.readings[0];
  if (!reading) throw new Error(`There is no verdict on '${position}'.`);
  return reading;
}

describe('a tolerance is supposed', () => {
  it('in an offer: what rests on it is assumed, with the reasoning', () => {
    for (const position of ['exact', 'short']) {
      const { verdict, basis, margins, facts } = verdictOn('rough', position);
      expect([verdict, basis, margins[0]?.basis]).toEqual(['met', 'assumed', 'assumed']);
      expect(facts[0]?.because).toContain('give or take 5');
      expect(verdictOn('plain', position)).toMatchObject({ basis: 'reported' });
    }
  });

  it('in a line: every verdict on it is assumed', () => {
    for (const position of ['roughly', 'nested']) {
      const { verdict, basis, lineBasis, because } = verdictOn('plain', position);
      expect([verdict, basis, lineBasis]).toEqual(['met', 'assumed', 'assumed']);
      expect(because).toContain('give or take');
    }
    expect(assess(scenario, 'plain').invariants).toMatchObject([{ verdict: 'met', basis: 'assumed' }]);
  });
});

describe('the order of a choice', () => {
  it('is what a rank rests on: its basis, with its reasoning', () => {
    expect(verdictOn('plain', 'late')).toMatchObject({ verdict: 'met', basis: 'assumed', lineBasis: 'assumed' });
    expect(verdictOn('plain', 'late').because).toContain('No report orders them.');
  });

  it('is no reasoning of the line where it is reported', () => {
    const rank = { kind: 'rank', of: 'gear', op: '>', option: 'nets' } as const;
    const line = { condition: rank, basis: 'inferred', because: 'Nets were refused.' } as const;
    expect(lineOf(line, scenario.terms)).toEqual({ basis: 'inferred', because: 'Nets were refused.' });
  });

  it('and a tolerance are taken for granted on both sides of a condition of two', () => {
    const rank = { kind: 'rank', of: 'season', op: '>', option: 'short' } as const;
    const rough = { kind: 'compare', of: 'q', op: '>=', line: about(10, 2) } as const;
    const exact = { kind: 'compare', of: 'q', op: '>=', line: 10 } as const;
    const basisOf = (first: Condition, then: Condition) =>
      lineOf({ condition: { kind: 'ifThen', if: first, then }, basis: 'reported' }, scenario.terms).basis;
    expect([basisOf(exact, exact), basisOf(rank, exact), basisOf(exact, rough)]).toEqual([
      'reported',
      'assumed',
      'assumed',
    ]);
  });

  it("has the scenario's own basis where it has none", () => {
    expect(verdictOn('plain', 'far')).toMatchObject({ verdict: 'met', basis: 'reported' });
    const terms = { zone: { kind: 'choice', ordered: true, options: { coast: 'the coast' } } };
    const bare = checkScenario({ id: 'bare', parties: { north: {} }, terms, positions: {} });
    expect(bare.ok && bare.value.terms['zone']).toMatchObject({ basis: 'assumed' });
  });
});
