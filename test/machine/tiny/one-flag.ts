import { defineScenario } from 'sticking-points';
import type { Tiny } from './tiny.js';

/**
 * Two parties, one flag, one offer that raises it. The first asks for that, so that it accepts; the second has no position
 * and is waited for. What they agree upon runs for one phase, for as long as it takes.
 */
export const oneFlag: Tiny = {
  scenario: defineScenario({
    id: 'one-flag',
    parties: { first: {}, second: {} },
    terms: { flag: { kind: 'flag' } },
    agreement: { rule: 'unanimity', of: ['first', 'second'] },
    positions: { raised: { party: 'first', rigidity: 'red line', condition: { kind: 'flag', of: 'flag', is: true } } },
    offers: { yes: { terms: { flag: true }, phaseCount: 1 } },
  }),
  events: {
    table: { type: 'offer.tabled', offer: 'yes' },
    withdraw: { type: 'offer.withdrawn', offer: 'yes' },
    accept: { type: 'answer.declared', party: 'second', answer: 'accepts' },
    reject: { type: 'answer.declared', party: 'second', answer: 'rejects' },
    suspend: { type: 'talks.suspended' },
    resume: { type: 'talks.resumed' },
    conclude: { type: 'agreement.concluded' },
    start: { type: 'deal.started' },
    end: { type: 'phase.ended', phase: 1 },
    supersede: { type: 'deal.superseded' },
  },
  first: 'open',
  count: 12,
  table: {
    open: ['table > considering', 'suspend > suspended, open'],
    considering: ['withdraw > open', 'accept > agreed', 'reject > blocked', 'suspend > suspended, considering'],
    blocked: ['withdraw > open', 'accept > agreed', 'reject > blocked', 'suspend > suspended, blocked'],
    agreed: ['withdraw > open', 'suspend > suspended, agreed', 'conclude > awaiting'],
    'suspended, open': ['resume > open'],
    'suspended, considering': ['resume > considering'],
    'suspended, blocked': ['resume > blocked'],
    'suspended, agreed': ['resume > agreed'],
    awaiting: ['start > running', 'supersede > superseded'],
    running: ['end > fulfilled', 'supersede > superseded'],
    fulfilled: [],
    superseded: [],
  },
  nameOf: ({ value, context }) => {
    const answer = context.declared['second']?.answer;
    const table =
      context.offer === null
        ? 'open'
        : answer === 'accepts'
          ? 'agreed'
          : answer === 'rejects'
            ? 'blocked'
            : 'considering';
    if (value === 'suspended') return `suspended, ${table}`;
    if (typeof value === 'string') return value;
    if ('talks' in value) return value.talks === 'agreedInPrinciple' ? 'agreed' : value.talks;
    return context.deal?.phase === 0 ? 'awaiting' : 'running';
  },
};
