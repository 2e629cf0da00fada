import { rightDraft } from './draft.js';

/** A draft that says everything a scenario can say, inferred, noted, disputed or left open. */
export function everything() {
  const inferred = { basis: 'inferred', because: 'It follows.' };
  const cited = [{ source: 'wire', attribution: 'narrator', by: 'it', fact: 'F1', as: 'support' }];
  return {
    ...rightDraft(),
    title: 'Right',
    basis: 'reported',
    note: 'a note',
    parties: {
      north: { label: 'N', aliases: ['the north'], roles: ['host', { value: 'witness', ...inferred }] },
      south: {},
    },
    counts: {
      stock: { label: 'the stock', figure: { readings: [130, { value: 140, basis: 'assumed', citations: [] }] } },
    },
    space: { phases: 2, days: 400, basis: 'inferred', because: 'The text says so.' },
    invariants: { norm: { title: 'a norm', condition: { kind: 'flag', of: 'observers', is: true }, ...inferred } },
    positions: {
      enough: {
        party: 'north',
        rigidity: { value: 'demand', basis: 'reported', citations: cited },
        ...inferred,
        citations: cited,
        reported: '2030-01-20',
        from: '2030-01',
        reservation: { value: { kind: 'compare', of: 'catch', op: '>=', line: 30 }, ...inferred },
        readings: {
          one: { condition: { kind: 'compare', of: 'catch', op: '>=', line: -0 }, from: '2030-01' },
          two: {
            title: 'two',
            basis: 'assumed',
            condition: { kind: 'flag', of: 'observers', is: true },
            from: { words: 'then' },
          },
        },
      },
      only: {
        party: 'south',
        rigidity: 'preference',
        ...inferred,
        condition: { kind: 'length', op: '<', line: 3, unit: 'weeks' },
        from: '2030-01-03',
      },
    },
    offers: {
      first: {
        ...inferred,
        citations: cited,
        by: { value: ['south'], basis: 'reported' },
        to: ['north'],
        put: { words: 'late', earliest: '2030-01-03', basis: 'assumed' },
        related: [{ how: 'answer to', offer: 'second' }],
        phaseCount: { readings: [1, { wording: 'up to', n: 2 }] },
        length: { length: { wording: 'about', n: 4, give: { n: 1, basis: 'assumed' } }, unit: 'weeks' },
        terms: {
          boats: {
            readings: [
              { value: 3, basis: 'reported', reported: '2030-02' },
              { wording: 'some', words: 'a few' },
            ],
          },
          observers: { value: { unsettled: 'deferred', between: ['north'], until: 'June' }, ...inferred },
          zone: { oneOf: ['coastal', 'open'] },
        },
        phases: [{ label: 'One', terms: { catch: -0 }, toBeNegotiated: { value: true, ...inferred } }, { terms: {} }],
        barred: { rate: 'It would mislead.' },
        note: 'x',
      },
      second: { put: '2030-01', basis: 'assumed', because: 'So it seems.' },
    },
    answers: [{ party: 'north', offer: 'first', answer: 'accepts', ...inferred, reported: '2030-02' }],
    named: [{ title: 'x', positions: ['enough'], citations: cited, note: undefined }],
    agreement: { rule: 'weights', weights: { north: 2, south: 1 }, needed: 2, vetoes: ['north'], ...inferred },
    scores: {
      north: { threshold: 1, because: 'To try it.', parts: [{ of: 'observers', table: { yes: 1, no: 0 } }] },
    },
    process: {
      preconditions: { survey: { title: 'counted', party: 'north', ...inferred, citations: cited } },
      rounds: {
        spring: {
          held: '2030-03',
          venue: { value: 'Oslo', basis: 'assumed' },
          format: 'shuttle',
          needs: ['survey'],
          mandates: { north: { value: 'listen', basis: 'assumed', citations: cited } },
          ...inferred,
        },
        summer: { participants: [], mandates: { south: 'conclude' } },
      },
      ratification: [
        { id: 'vote', body: 'the parliament', rule: { kind: 'quota', needed: 1, of: 2 }, ...inferred },
        {
          id: 'houses',
          body: 'both houses',
          rule: {
            kind: 'bodies',
            needed: 2,
            of: ['the upper', 'the lower'],
            rules: { 'the upper': { kind: 'majority' }, 'the lower': { kind: 'quota', needed: 2, of: 3 } },
          },
        },
      ],
      deadlines: { season: { title: 'the season', by: '2030-05', kind: 'hard', reported: '2030-01' } },
    },
    timeline: [
      { text: 'It began.', when: '2030-01', ...inferred, reported: '2030-02' },
      {
        text: 'Next.',
        event: { type: 'offer.recorded', offer: { id: 'third', terms: { boats: 2 } }, on: '2030-02-01' },
      },
    ],
    statements: { no: { text: 'No.', said: '2030-01', reported: '2030-02-01', ...inferred } },
  };
}
