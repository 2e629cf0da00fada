import { all, atLeast, defineScenario, halfOf, inferred, moreThan, some } from 'sticking-points';

/** Three states on a river, silent offers, answers reported, one party without any position of its own that could block. */
export const rivers = defineScenario({
  id: 'rivers',
  sources: {
    wire: { outlet: 'the wire', date: '2032-03-01' },
    weekly: { outlet: 'the weekly', date: '2032-03-08', dateBasis: 'inferred', because: 'It speaks of last Friday.' },
  },
  parties: { upper: {}, middle: {}, lower: {} },
  terms: {
    water: { kind: 'quantity', unit: 'units', step: 0.5, bounds: { most: 12 } },
    power: { kind: 'quantity', unit: 'megawatts', bounds: { most: 8 } },
    dam: { kind: 'flag' },
  },
  counts: { inflow: { figure: 10 } },
  exchange: { waterForPower: { of: 'water', per: 'power' } },
  agreement: { rule: 'unanimity', of: ['upper', 'middle', 'lower'] },
  positions: {
    half: {
      party: 'lower',
      title: 'half of the inflow',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'water', op: '>=', line: halfOf({ count: 'inflow' }) },
      citations: [{ source: 'wire', attribution: 'on-record' }],
    },
    build: {
      party: 'upper',
      title: 'the dam, or more than five units kept',
      rigidity: 'demand',
      condition: {
        kind: 'any',
        of: [
          { kind: 'flag', of: 'dam', is: true },
          { kind: 'compare', of: 'water', op: '<', line: 5 },
        ],
      },
      citations: [{ source: 'weekly', attribution: 'narrator' }],
    },
    noDam: {
      party: 'lower',
      title: 'no dam without power',
      rigidity: 'red line',
      condition: {
        kind: 'ifThen',
        if: { kind: 'flag', of: 'dam', is: true },
        then: { kind: 'compare', of: 'power', op: '>=', line: some() },
      },
    },
  },
  invariants: {
    shares: { title: 'no more water than flows in', condition: { kind: 'compare', of: 'water', op: '<=', line: 10 } },
  },
  offers: {
    first: { by: ['upper'], terms: { dam: true, power: 2, water: inferred(moreThan(4), 'It keeps the mills going.') } },
    second: { by: ['lower'], terms: { water: all({ count: 'inflow' }), dam: false } },
    third: { terms: { water: atLeast(5), dam: true } },
    silent: {},
  },
  answers: [
    { party: 'middle', offer: 'first', answer: 'accepts', citations: [{ source: 'wire', attribution: 'on-record' }] },
    { party: 'middle', offer: 'third', answer: 'accepts', citations: [{ source: 'weekly', attribution: 'on-record' }] },
    { party: 'upper', offer: 'second', answer: 'accepts', reported: '2032-03-02' },
  ],
});
