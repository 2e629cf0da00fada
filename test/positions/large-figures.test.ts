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

  it('are never told apart wrongly, even unchecked', () => {
    const scenario = defineScenario({
      id: 'large',
      parties: { north: {} },
      terms: { q: { kind: 'quantity', unit: 'tonnes' } },
      positions: { any: { party: 'north', rigidity: 'demand', condition: { kind: 'all', of: [] } } },
      offers: { only: { terms: { q: 999_999_999_999 } } },
    });
    const offer = scenario.offers['only'];
    if (!offer) throw new Error('There is no offer.');
    const deal = readDeal(settingOf(scenario), offer);
    const much = { kind: 'compare', of: 'q', times: 1_000_001, op: '>=', line: 0 } as const;
    expect(judge(much, deal).verdict).toBe('open');
  });
});
