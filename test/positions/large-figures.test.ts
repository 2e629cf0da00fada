import { checkScenario, judge, readDeal, settingOf, defineScenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';

const AT_LINE = 9_007_199_254_740_992;

/** The faults of a draft with one open-ended quantity, as `code at path`. */
function faultsOf(line: unknown, figure: unknown = 5, step = 1) {
  const result = checkScenario({
    id: 'large',
    parties: { north: {} },
    terms: { q: { kind: 'quantity', unit: 'tonnes', step }, r: { kind: 'quantity', unit: 'tonnes' } },
    positions: { ask: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'q', op: '>', line } } },
    offers: { only: { terms: { q: figure } } },
  });
  return result.ok ? [] : result.faults.map((f) => `${f.code} at ${f.path.join('.')}`);
}

describe('figures beyond what whole numbers hold exactly', () => {
  it('are faults in offers and in lines', () => {
    expect(faultsOf(AT_LINE, AT_LINE)).toEqual([
      'amount/out-of-range at positions.ask.condition.line',
      'amount/out-of-range at offers.only.terms.q',
    ]);
    expect(faultsOf(4, 3e10, 0.000001)).toContain('amount/out-of-range at offers.only.terms.q');
    expect(faultsOf(0.15000000000000002)).toEqual(['amount/too-fine at positions.ask.condition.line']);
    expect(faultsOf({ wording: 'about', n: 5, give: { n: 1e300, basis: 'assumed' } })).toEqual([
      'amount/out-of-range at positions.ask.condition.line',
    ]);
    expect(faultsOf(1e12, 1e12)).toEqual([]);
  });

  it('are faults where a condition would make them', () => {
    const faults = (change: object) => {
      const { code, path, message } = faultIn({ kind: 'compare', of: 'q', op: '>=', line: 0, ...change });
      return [`${code} at ${path.join('.')}`, message] as const;
    };
    expect(faults({ times: 1_000_001 })[0]).toBe('condition/out-of-range at positions.ask.condition.times');
    expect(faults({ times: 100_000 })[0]).toBe('condition/out-of-range at positions.ask.condition');
    expect(faults({ times: 100_000 })[1]).toContain("'q'");
    expect(faults({ times: 100_000 })[1]).toContain('larger unit');
    expect(faults({ line: { wording: 'share of', parts: 1, outOf: 1e7, of: { quantity: 'r' } } })[0]).toBe(
      'amount/out-of-range at positions.ask.condition.line',
    );
    expect(faultIn({ kind: 'ratio', of: 'q', per: 'r', op: '<=', line: 0.123456 })).toMatchObject({
      code: 'condition/out-of-range',
    });
  });

  it('claim nothing where a condition that was never checked makes them', () => {
    const offer = large.offers['only'];
    if (!offer) throw new Error('There is no offer.');
    const much = { kind: 'compare', of: 'q', times: 1_000_001, op: '>=', line: 0 } as const;
    expect(judge(much, readDeal(settingOf(large), offer)).verdict).toBe('open');
  });
});

const large = defineScenario({
  id: 'large',
  parties: { north: {} },
  terms: { q: { kind: 'quantity', unit: 'tonnes' }, r: { kind: 'quantity', unit: 'tonnes' } },
  positions: { ask: { party: 'north', rigidity: 'demand', condition: { kind: 'all', of: [] } } },
  offers: { only: { terms: { q: 999_999_999_999 } } },
});

/** The one fault of a condition. */
function faultIn(condition: unknown) {
  const { terms } = large;
  const positions = { ask: { party: 'north', rigidity: 'demand', condition } };
  const result = checkScenario({ id: 'large', parties: { north: {} }, terms: bare(terms), positions });
  if (result.ok || !result.faults[0]) throw new Error('There is no fault.');
  return result.faults[0];
}

/** The same quantities as a modeller writes them. */
function bare(terms: object) {
  return Object.fromEntries(Object.keys(terms).map((id) => [id, { kind: 'quantity', unit: 'tonnes' }]));
}
