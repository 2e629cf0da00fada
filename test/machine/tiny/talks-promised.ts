import { days, defineScenario } from 'sticking-points';
import type { Tiny } from './tiny.js';

/**
 * One party, whose offer is agreed as soon as it is tabled. A phase of two days; another of one day, to be negotiated during the
 * first, on which the text promises talks, and says what holds otherwise: so the deal outlasts its first phase. A state of the
 * deal: its phase, its days, how the next phase stands. Days are counted to 2 in the first phase: with any more it is as with
 * these.
 */
export const talksPromised: Tiny = {
  scenario: defineScenario({
    id: 'talks-promised',
    sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
    parties: { only: {} },
    terms: { flag: { kind: 'flag' } },
    space: { phases: { least: 1, most: 2 } },
    positions: {},
    offers: {
      offer: {
        by: ['only'],
        phases: [{ length: days(2) }, { length: days(1), toBeNegotiated: true }],
        text: { talks: { rest: { on: 2, otherwise: 'the flag stays where it is' } } },
      },
    },
  }),
  events: {
    table: { type: 'offer.tabled', offer: 'offer' },
    conclude: { type: 'agreement.concluded' },
    day: { type: 'days.passed', days: 1 },
    start: { type: 'deal.started' },
    open: { type: 'nextPhase.opened' },
    settle: { type: 'nextPhase.settled' },
    fail: { type: 'nextPhase.failed' },
    supersede: { type: 'deal.superseded' },
    break: { type: 'deal.ended', citation: { source: 'wire', attribution: 'on-record' } },
  },
  first: 'open',
  count: 18,
  table: {
    open: ['table > agreed', 'day > open'],
    agreed: ['conclude > awaiting', 'day > agreed'],
    awaiting: ['start > 1 day 0 toBegin', 'day > awaiting', 'supersede > superseded', 'break > collapsed'],

    '1 day 0 toBegin': [
      'day > 1 day 1 toBegin',
      'open > 1 day 0 underWay',
      'fail > 1 day 0 failed',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 0 underWay': [
      'day > 1 day 1 underWay',
      'settle > 1 day 0 settled',
      'fail > 1 day 0 failed',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 0 settled': ['day > 1 day 1 settled', 'supersede > superseded', 'break > collapsed'],
    '1 day 0 failed': [
      'day > 1 day 1 failed',
      'open > 1 day 0 underWay',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 1 toBegin': [
      'day > 1 day 2 toBegin',
      'open > 1 day 1 underWay',
      'fail > 1 day 1 failed',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 1 underWay': [
      'day > 1 day 2 underWay',
      'settle > 1 day 1 settled',
      'fail > 1 day 1 failed',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 1 settled': ['day > 2 day 0 none', 'supersede > superseded', 'break > collapsed'],
    '1 day 1 failed': [
      'day > 1 day 2 failed',
      'open > 1 day 1 underWay',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 2 toBegin': [
      'day > 1 day 2 toBegin',
      'open > 1 day 2 underWay',
      'fail > 1 day 2 failed',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 2 underWay': [
      'day > 1 day 2 underWay',
      'settle > 2 day 0 none',
      'fail > 1 day 2 failed',
      'supersede > superseded',
      'break > collapsed',
    ],
    '1 day 2 failed': [
      'day > 1 day 2 failed',
      'open > 1 day 2 underWay',
      'supersede > superseded',
      'break > collapsed',
    ],

    '2 day 0 none': ['day > fulfilled', 'supersede > superseded', 'break > collapsed'],
    fulfilled: [],
    superseded: [],
    collapsed: [],
  },
  nameOf: ({ value, context }) => {
    if (typeof value === 'string') return value;
    if ('talks' in value) return value.talks === 'agreedInPrinciple' ? 'agreed' : value.talks;
    if ('ratifying' in value) return value.ratifying;
    const { delivery, nextPhase } = value.carryingOut as { delivery: string; nextPhase: string };
    if (delivery === 'awaitingStart') return 'awaiting';
    const { phase = 0, day = 0 } = context.deal ?? {};
    return `${phase} day ${Math.min(day, 2)} ${nextPhase}`;
  },
};
