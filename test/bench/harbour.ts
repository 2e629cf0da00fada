import {
  about,
  atLeast,
  between,
  deferred,
  defineScenario,
  inferred,
  months,
  reported,
  some,
  upTo,
  weeks,
} from 'sticking-points';

const paper = { source: 'paper', attribution: 'source-unnamed' } as const;
const radio = { source: 'radio', attribution: 'on-record', by: 'a delegate' } as const;

/** A port is to be rebuilt in up to three phases: ranges, categories, phases, lengths, choices and readings that differ. */
export const harbour = defineScenario({
  id: 'harbour',
  basis: 'reported',
  sources: {
    paper: { outlet: 'the paper', date: '2035-03-01' },
    radio: { outlet: 'the radio', date: '2035-04-15' },
  },
  parties: { union: {}, port: {}, city: {} },
  space: { phases: { least: 1, most: 3 }, days: 2000 },
  terms: {
    jobs: {
      kind: 'quantity',
      unit: { one: 'job', many: 'jobs' },
      scope: 'phase',
      bounds: { most: 600 },
      categories: { crane: 'crane drivers', yard: 'yard hands', office: 'office' },
      complete: true,
    },
    cuts: { kind: 'quantity', unit: { one: 'post', many: 'posts' }, scope: 'phase', bounds: { most: 200 } },
    pay: { kind: 'quantity', unit: 'percent', step: 0.5, bounds: { most: 20 } },
    pool: { kind: 'flag', label: 'a labour pool' },
    strikes: { kind: 'flag', label: 'right to strike', scope: 'phase' },
    rosters: {
      kind: 'choice',
      options: { fixed: 'fixed rosters', rotating: 'rotating rosters', free: 'free rosters' },
    },
    disputes: {
      kind: 'choice',
      ordered: true,
      options: { talks: 'talks', advice: 'an opinion', binding: 'a binding award' },
    },
  },
  agreement: { rule: 'unanimity', of: ['union', 'port'] },
  positions: {
    keepJobs: {
      party: 'union',
      rigidity: 'red line',
      condition: { kind: 'compare', of: 'jobs', op: '>=', line: 320 },
      citations: [radio, paper],
    },
    craneJobs: {
      party: 'union',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'jobs/crane', in: 1, op: '>=', line: about(60) },
      citations: [paper],
    },
    raise: {
      party: 'union',
      rigidity: 'demand',
      readings: {
        paper: { condition: { kind: 'compare', of: 'pay', op: '>=', line: 4.5 }, citations: [paper] },
        radio: { condition: { kind: 'compare', of: 'pay', op: '>', line: 5 }, citations: [radio] },
      },
    },
    fewCuts: {
      party: 'union',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'cuts', in: { upTo: 2 }, op: '<=', line: 40 },
      citations: [paper],
    },
    poolFirst: { party: 'union', rigidity: 'preference', condition: { kind: 'flag', of: 'pool', is: true } },
    award: {
      party: 'union',
      rigidity: 'demand',
      condition: { kind: 'rank', of: 'disputes', op: '>=', option: 'advice' },
      citations: [radio],
    },
    payCap: {
      party: 'port',
      rigidity: 'red line',
      condition: { kind: 'compare', of: 'pay', op: '<=', line: 5 },
      citations: [radio],
    },
    someCuts: {
      party: 'port',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'cuts', in: 1, op: '>=', line: 30 },
      citations: [paper],
    },
    noFixed: {
      party: 'port',
      rigidity: 'demand',
      condition: { kind: 'choice', of: 'rosters', is: ['rotating', 'free'] },
      citations: [paper],
    },
    peace: { party: 'port', rigidity: 'demand', condition: { kind: 'flag', of: 'strikes', in: 1, is: false } },
    quickStart: {
      party: 'port',
      rigidity: 'preference',
      condition: { kind: 'length', in: 1, op: '<=', line: 8, unit: 'weeks' },
      citations: [radio],
    },
    lasting: {
      party: 'city',
      rigidity: 'preference',
      condition: { kind: 'length', op: '>=', line: 26, unit: 'weeks' },
      citations: [paper],
    },
  },
  offers: {
    silent: {},
    union: {
      by: ['union'],
      terms: { jobs: atLeast(350), pay: 6, pool: true, disputes: 'binding' },
      phases: [{ terms: { cuts: 0, strikes: true } }],
      citations: [radio],
    },
    port: {
      by: ['port'],
      terms: { pay: { readings: [3, reported(between(3, 4), paper)] }, rosters: 'free', jobs: upTo(300) },
      phases: [{ terms: { cuts: between(30, 60), strikes: false }, length: weeks(4) }],
      citations: [paper],
    },
    mediator: {
      label: "the mediator's draft",
      to: ['union', 'port'],
      put: '2035-04-10',
      length: weeks(about(30)),
      terms: {
        jobs: between(300, 380),
        pay: between(4, 5),
        rosters: inferred('rotating', 'The draft speaks of turns.'),
        disputes: deferred({ until: 'the second phase' }),
      },
      phases: [
        {
          length: weeks(between(6, 7)),
          terms: { jobs: between(120, 150), 'jobs/crane': atLeast(50), cuts: upTo(25), strikes: false },
        },
        { length: months(3), terms: { jobs: between(100, 140), 'jobs/office': upTo(20), cuts: some() } },
      ],
      citations: [radio, paper],
    },
  },
});

/** The offer that is timed: ranges, phases, categories, and something left open. */
export const mediatorsDraft = harbour.offers['mediator']!;
