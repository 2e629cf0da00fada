import { defineScenario, offerBy, reported } from 'sticking-points';
import { assess } from 'sticking-points';
import { stepText } from 'sticking-points/report';
import { describe, expect, it } from 'vitest';

const cite = <const S extends string>(source: S) => ({ source, attribution: 'on-record' }) as const;

const scenario = defineScenario({
  id: 'dam',
  basis: 'reported',
  sources: { early: { outlet: 'The Post', date: '2030-05-01' }, late: { outlet: 'The Post', date: '2030-06-01' } },
  parties: { upper: {}, lower: {} },
  space: { phases: { least: 1, most: 2 } },
  terms: {
    water: { kind: 'quantity', unit: 'units', scope: 'phase', bounds: { most: 9 } },
    power: { kind: 'quantity', unit: 'units', scope: 'phase', bounds: { most: 9 } },
  },
  exchange: { rate: { of: 'water', per: 'power' } },
  positions: {
    more: {
      party: 'lower',
      rigidity: reported('red line', cite('late')),
      condition: { kind: 'compare', of: 'water', op: '>=', line: 3 },
      citations: [cite('early')],
    },
  },
  offers: {
    first: {
      by: reported(['upper'], cite('late')),
      citations: [cite('early')],
      terms: {
        water: { readings: [reported(4, cite('early')), reported(2, cite('late'))] },
        power: reported(3, cite('late')),
      },
      phases: [{ terms: {}, toBeNegotiated: reported(true, cite('late')) }],
      related: [{ how: 'related to', offer: 'second' }],
      barred: { rate: reported('counted apart', cite('late')) },
    },
    second: { citations: [cite('late')] },
  },
});

describe('an offer by a day', () => {
  const early = offerBy(scenario.offers['first']!, scenario, '2030-05-15');

  it('holds only what had been reported', () => {
    expect(early.terms).toEqual({ water: expect.objectContaining({ value: { wording: 'exactly', n: 4 } }) as unknown });
    expect(early.related).toEqual([]);
    expect(early.barred).toEqual({});
    expect(early.phases).toEqual([{ terms: {} }]);
    expect(early).not.toHaveProperty('by');
  });

  it('is the offer itself once all is reported', () => {
    expect(offerBy(scenario.offers['first']!, scenario, '2030-06-01')).toEqual(scenario.offers['first']);
    expect(offerBy(scenario.offers['first']!, scenario, undefined)).toBe(scenario.offers['first']);
  });

  it('is what is judged and printed: nothing reported later shows', () => {
    const assessment = assess(scenario, 'first', { asOf: '2030-05-15' });
    expect(assessment.verdicts.map((v) => [v.verdict, v.rigidity.basis])).toEqual([['met', 'assumed']]);
    expect(assessment.answers['upper']).not.toHaveProperty('byAuthorship');
    const text = stepText(scenario, assessment);
    for (const late of ['power 3', 'counted apart', 'second', 'to be negotiated', 'upper', 'in another report']) {
      expect(text).not.toContain(late);
    }
  });
});
