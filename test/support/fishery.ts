import { about, defineScenario, weeks } from 'sticking-points';

/** Two states share a fishery: red lines on either side, an answer reported late, an offer known only later. */
export const fishery = defineScenario({
  id: 'fishery',
  basis: 'reported',
  sources: {
    gazette: { outlet: 'The Gazette', date: '2030-01-10' },
    courier: { outlet: 'The Courier', date: '2030-02-20' },
  },
  parties: { north: { label: 'North' }, south: { label: 'South' }, envoy: { label: 'the envoy' } },
  terms: {
    catch: { kind: 'quantity', unit: { one: 'tonne', many: 'tonnes' }, bounds: { most: 100 } },
    observers: { kind: 'flag' },
    zone: { kind: 'choice', options: { coastal: 'the coastal zone', shared: 'the shared zone', open: 'open waters' } },
  },
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  positions: {
    enough: {
      party: 'north',
      title: 'at least 40 tonnes',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 },
      citations: [{ source: 'gazette', attribution: 'on-record' }],
    },
    noObservers: {
      party: 'north',
      title: 'no observers',
      rigidity: 'demand',
      condition: { kind: 'flag', of: 'observers', is: false },
      citations: [{ source: 'courier', attribution: 'party-source' }],
    },
    stock: {
      party: 'south',
      title: 'at most 60 tonnes',
      rigidity: 'red line',
      condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 },
      citations: [{ source: 'gazette', attribution: 'on-record' }],
    },
    coast: {
      party: 'south',
      title: 'not the coastal zone',
      rigidity: 'red line',
      condition: { kind: 'choice', of: 'zone', is: ['shared', 'open'] },
      citations: [{ source: 'gazette', attribution: 'on-record' }],
    },
    calm: {
      party: 'envoy',
      title: 'a season of four weeks',
      rigidity: 'preference',
      condition: { kind: 'length', op: '>=', line: 4, unit: 'weeks' },
    },
  },
  offers: {
    low: { by: ['south'], to: ['north'], terms: { catch: 30, observers: true, zone: 'shared' } },
    middle: { by: ['envoy'], known: 'full', length: weeks(6), terms: { catch: 50, zone: 'open' } },
    high: { by: ['north'], terms: { catch: about(90), zone: 'shared' } },
    vague: { label: 'something in writing' },
    late: {
      by: ['envoy'],
      terms: { catch: 45, observers: false, zone: 'open' },
      citations: [{ source: 'courier', attribution: 'on-record' }],
    },
    lastYear: { standing: 'carried out', terms: { catch: 70 } },
  },
  answers: [
    {
      party: 'south',
      offer: 'high',
      answer: 'undecided',
      citations: [{ source: 'gazette', attribution: 'official-statement' }],
    },
    {
      party: 'south',
      offer: 'high',
      answer: 'rejects',
      citations: [{ source: 'courier', attribution: 'official-statement' }],
    },
  ],
});
