import { about, between, defineScenario, deferred, onTheAgenda, weeks } from 'sticking-points';

/** A strike to be ended in one or two phases: a position of two readings, categories, an exchange, preferences only of one party. */
export const wages = defineScenario({
  id: 'wages',
  basis: 'assumed',
  sources: { bulletin: { outlet: 'the bulletin', date: '2031-05' } },
  parties: { union: {}, company: {}, city: {} },
  terms: {
    posts: {
      kind: 'quantity',
      unit: { one: 'post', many: 'posts' },
      scope: 'phase',
      bounds: { most: 20 },
      categories: { day: 'day shift', night: 'night shift', shifts: { label: 'either shift', of: ['day', 'night'] } },
    },
    shifts: {
      kind: 'quantity',
      label: 'shifts given up',
      unit: { one: 'shift', many: 'shifts' },
      scope: 'phase',
      bounds: { most: 40 },
    },
    raise: {
      kind: 'choice',
      ordered: true,
      options: { none: 'no raise', small: 'a small raise', large: 'a large raise' },
      absent: 'none',
    },
    amnesty: { kind: 'flag', scope: 'phase' },
  },
  exchange: { shiftsPerPost: { of: 'shifts', per: 'posts' } },
  space: { phases: { least: 1, most: 2 } },
  positions: {
    hiring: {
      party: 'union',
      title: 'posts at once',
      rigidity: 'demand',
      readings: {
        few: { title: 'at least 4', condition: { kind: 'compare', of: 'posts', in: 1, op: '>=', line: 4 } },
        many: {
          title: 'about 10',
          condition: { kind: 'compare', of: 'posts', in: 1, op: '>=', line: about(10) },
          citations: [{ source: 'bulletin', attribution: 'party-source' }],
        },
      },
    },
    pay: {
      party: 'union',
      title: 'some raise',
      rigidity: 'red line',
      condition: { kind: 'rank', of: 'raise', op: '>=', option: 'small' },
    },
    noLarge: {
      party: 'company',
      title: 'no large raise',
      rigidity: 'red line',
      condition: { kind: 'not', of: { kind: 'rank', of: 'raise', op: '>=', option: 'large' } },
    },
    rate: {
      party: 'company',
      title: 'two shifts for each post',
      rigidity: 'demand',
      condition: { kind: 'ratio', of: 'shifts', per: 'posts', op: '>=', line: 2 },
    },
    quick: {
      party: 'city',
      title: 'a first phase of at most two weeks',
      rigidity: 'preference',
      condition: { kind: 'length', in: 1, op: '<=', line: 2, unit: 'weeks' },
    },
  },
  offers: {
    opening: {
      by: ['company'],
      to: ['union'],
      terms: { raise: 'none' },
      phases: [{ length: weeks(2), terms: { posts: 2, shifts: 4 } }],
    },
    better: {
      terms: { raise: 'small' },
      phases: [
        { length: weeks(between(1, 3)), terms: { posts: 6, shifts: between(12, 15), amnesty: true } },
        { terms: { 'posts/night': onTheAgenda() } },
      ],
    },
    full: {
      by: ['city'],
      known: 'full',
      terms: { raise: 'small' },
      phases: [{ length: weeks(2), terms: { posts: 10, 'posts/day': 4, 'posts/night': 6, shifts: 20 } }],
    },
    talksOnly: { standing: 'agenda', terms: { raise: deferred({ between: ['union', 'company'], until: 'June' }) } },
  },
});
