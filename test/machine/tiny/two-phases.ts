import { days, defineScenario } from 'sticking-points';
import type { Tiny } from './tiny.js';

/**
 * One party, whose offer is agreed as soon as it is tabled. A vote with two days to object, which ends the talks where it
 * fails; a phase of two days; another of one day, to be negotiated during the first; either may be disputed, and the days
 * run on meanwhile, from one phase to the next, but to no end. A state of the deal: its phase, its days, how the next phase stands. Days are counted to 3 in the first
 * phase, to 1 in the second: with any more it is as with these.
 */
export const twoPhases: Tiny = {
  scenario: defineScenario({
    id: 'two-phases',
    sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
    parties: { only: {} },
    terms: { flag: { kind: 'flag' } },
    space: { phases: 2 },
    positions: {},
    offers: { offer: { by: ['only'], phases: [{ length: days(2) }, { length: days(1), toBeNegotiated: true }] } },
    process: { ratification: [{ id: 'vote', body: 'the council', objectionDays: 2, onFailure: 'ends' }] },
  }),
  events: {
    table: { type: 'offer.tabled', offer: 'offer' },
    conclude: { type: 'agreement.concluded' },
    approve: { type: 'ratification.voted', step: 'vote', outcome: 'approved' },
    refuse: { type: 'ratification.voted', step: 'vote', outcome: 'rejected' },
    object: { type: 'ratification.objected', step: 'vote', outcome: 'sustained' },
    day: { type: 'days.passed', days: 1 },
    start: { type: 'deal.started' },
    allege: { type: 'breach.alleged', obligation: 'flag' },
    cure: { type: 'breach.cured', obligation: 'flag' },
    open: { type: 'nextPhase.opened' },
    settle: { type: 'nextPhase.settled' },
    fail: { type: 'nextPhase.failed' },
    break: { type: 'deal.ended', citation: { source: 'wire', attribution: 'on-record' } },
  },
  first: 'open',
  count: 34,
  table: {
    open: ['table > agreed', 'day > open'],
    agreed: ['conclude > voting', 'day > agreed'],
    voting: ['approve > objections 2', 'refuse > lapsed', 'day > voting'],
    'objections 2': ['object > lapsed', 'day > objections 1'],
    'objections 1': ['object > lapsed', 'day > awaiting'],
    awaiting: ['start > 1 day 0 toBegin', 'day > awaiting', 'break > collapsed'],

    '1 day 0 toBegin': [
      'day > 1 day 1 toBegin',
      'allege > 1 disputed 0 toBegin',
      'open > 1 day 0 underWay',
      'fail > 1 day 0 failed',
      'break > collapsed',
    ],
    '1 day 0 underWay': [
      'day > 1 day 1 underWay',
      'allege > 1 disputed 0 underWay',
      'settle > 1 day 0 settled',
      'fail > 1 day 0 failed',
      'break > collapsed',
    ],
    '1 day 0 settled': ['day > 1 day 1 settled', 'allege > 1 disputed 0 settled', 'break > collapsed'],
    '1 day 0 failed': [
      'day > 1 day 1 failed',
      'allege > 1 disputed 0 failed',
      'open > 1 day 0 underWay',
      'break > collapsed',
    ],
    '1 day 1 toBegin': [
      'day > lapsed',
      'allege > 1 disputed 1 toBegin',
      'open > 1 day 1 underWay',
      'fail > 1 day 1 failed',
      'break > collapsed',
    ],
    '1 day 1 underWay': [
      'day > lapsed',
      'allege > 1 disputed 1 underWay',
      'settle > 1 day 1 settled',
      'fail > 1 day 1 failed',
      'break > collapsed',
    ],
    '1 day 1 settled': ['day > 2 day 0 none', 'allege > 1 disputed 1 settled', 'break > collapsed'],
    '1 day 1 failed': ['day > lapsed', 'allege > 1 disputed 1 failed', 'open > 1 day 1 underWay', 'break > collapsed'],

    '1 disputed 0 toBegin': [
      'day > 1 disputed 1 toBegin',
      'cure > 1 day 0 toBegin',
      'open > 1 disputed 0 underWay',
      'fail > 1 disputed 0 failed',
      'break > collapsed',
    ],
    '1 disputed 0 underWay': [
      'day > 1 disputed 1 underWay',
      'cure > 1 day 0 underWay',
      'settle > 1 disputed 0 settled',
      'fail > 1 disputed 0 failed',
      'break > collapsed',
    ],
    '1 disputed 0 settled': ['day > 1 disputed 1 settled', 'cure > 1 day 0 settled', 'break > collapsed'],
    '1 disputed 0 failed': [
      'day > 1 disputed 1 failed',
      'cure > 1 day 0 failed',
      'open > 1 disputed 0 underWay',
      'break > collapsed',
    ],
    '1 disputed 1 toBegin': [
      'day > 1 disputed 2 toBegin',
      'cure > 1 day 1 toBegin',
      'open > 1 disputed 1 underWay',
      'fail > 1 disputed 1 failed',
      'break > collapsed',
    ],
    '1 disputed 1 underWay': [
      'day > 1 disputed 2 underWay',
      'cure > 1 day 1 underWay',
      'settle > 1 disputed 1 settled',
      'fail > 1 disputed 1 failed',
      'break > collapsed',
    ],
    '1 disputed 1 settled': ['day > 2 disputed 0 none', 'cure > 1 day 1 settled', 'break > collapsed'],
    '1 disputed 1 failed': [
      'day > 1 disputed 2 failed',
      'cure > 1 day 1 failed',
      'open > 1 disputed 1 underWay',
      'break > collapsed',
    ],
    '1 disputed 2 toBegin': [
      'day > 1 disputed 3 toBegin',
      'cure > lapsed',
      'open > 1 disputed 2 underWay',
      'fail > 1 disputed 2 failed',
      'break > collapsed',
    ],
    '1 disputed 2 underWay': [
      'day > 1 disputed 3 underWay',
      'cure > lapsed',
      'settle > 2 disputed 0 none',
      'fail > 1 disputed 2 failed',
      'break > collapsed',
    ],
    '1 disputed 2 failed': [
      'day > 1 disputed 3 failed',
      'cure > lapsed',
      'open > 1 disputed 2 underWay',
      'break > collapsed',
    ],
    '1 disputed 3 toBegin': [
      'day > 1 disputed 3 toBegin',
      'cure > lapsed',
      'open > 1 disputed 3 underWay',
      'fail > 1 disputed 3 failed',
      'break > collapsed',
    ],
    '1 disputed 3 underWay': [
      'day > 1 disputed 3 underWay',
      'cure > lapsed',
      'settle > 2 disputed 1 none',
      'fail > 1 disputed 3 failed',
      'break > collapsed',
    ],
    '1 disputed 3 failed': [
      'day > 1 disputed 3 failed',
      'cure > lapsed',
      'open > 1 disputed 3 underWay',
      'break > collapsed',
    ],

    '2 day 0 none': ['day > fulfilled', 'allege > 2 disputed 0 none', 'break > collapsed'],
    '2 disputed 0 none': ['day > 2 disputed 1 none', 'cure > 2 day 0 none', 'break > collapsed'],
    '2 disputed 1 none': ['day > 2 disputed 1 none', 'cure > fulfilled', 'break > collapsed'],
    fulfilled: [],
    lapsed: [],
    collapsed: [],
  },
  nameOf: ({ value, context }) => {
    if (typeof value === 'string') return value;
    if ('talks' in value) return value.talks === 'agreedInPrinciple' ? 'agreed' : value.talks;
    if ('ratifying' in value) {
      const left = context.ratification?.daysLeft ?? null;
      return value.ratifying === 'voting' ? 'voting' : `objections ${left ?? 'none'}`;
    }
    const { delivery, nextPhase } = value.carryingOut as { delivery: string; nextPhase: string };
    if (delivery === 'awaitingStart') return 'awaiting';
    const { phase = 0, day = 0 } = context.deal ?? {};
    const how = delivery === 'inDispute' ? 'disputed' : delivery === `phase${phase}` ? 'day' : delivery;
    return `${phase} ${how} ${Math.min(day, phase === 1 ? 3 : 1)} ${nextPhase}`;
  },
};
