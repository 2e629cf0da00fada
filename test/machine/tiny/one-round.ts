import { defineScenario } from 'sticking-points';
import type { Tiny } from './tiny.js';

/**
 * One round, which opens when it is calm and the only party has a mandate to negotiate; one offer, which only that party
 * has to accept; what is agreed outlasts the round, what is only considered does not. Calm or not, mandated or not, and how the table stands: `-` for what is not.
 */
export const oneRound: Tiny = {
  scenario: defineScenario({
    id: 'one-round',
    parties: { only: {} },
    terms: { flag: { kind: 'flag' } },
    positions: {},
    offers: { offer: {} },
    process: {
      preconditions: { calm: { title: 'calm' } },
      rounds: { round: { needs: ['calm'], mandates: { only: 'negotiate' } } },
    },
  }),
  events: {
    calm: { type: 'precondition.met', precondition: 'calm' },
    unrest: { type: 'precondition.lapsed', precondition: 'calm' },
    mandate: { type: 'mandate.given', party: 'only', mandate: 'negotiate' },
    open: { type: 'round.opened', round: 'round' },
    close: { type: 'round.closed', round: 'round' },
    table: { type: 'offer.tabled', offer: 'offer' },
    accept: { type: 'answer.declared', party: 'only', answer: 'accepts' },
  },
  first: 'between - - empty',
  count: 12,
  table: {
    'between - - empty': ['calm > between calm - empty', 'mandate > between - mandate empty'],
    'between calm - empty': ['unrest > between - - empty', 'mandate > between calm mandate empty'],
    'between - mandate empty': ['calm > between calm mandate empty', 'mandate > between - mandate empty'],
    'between calm mandate empty': [
      'unrest > between - mandate empty',
      'mandate > between calm mandate empty',
      'open > talks calm mandate empty',
    ],
    'talks calm mandate empty': [
      'unrest > talks - mandate empty',
      'mandate > talks calm mandate empty',
      'close > between calm mandate empty',
      'table > talks calm mandate considered',
    ],
    'talks - mandate empty': [
      'calm > talks calm mandate empty',
      'mandate > talks - mandate empty',
      'close > between - mandate empty',
      'table > talks - mandate considered',
    ],
    'talks calm mandate considered': [
      'unrest > talks - mandate considered',
      'mandate > talks calm mandate considered',
      'close > between calm mandate empty',
      'accept > talks calm mandate agreed',
    ],
    'talks - mandate considered': [
      'calm > talks calm mandate considered',
      'mandate > talks - mandate considered',
      'close > between - mandate empty',
      'accept > talks - mandate agreed',
    ],
    'talks calm mandate agreed': [
      'unrest > talks - mandate agreed',
      'mandate > talks calm mandate agreed',
      'close > between calm mandate agreed',
    ],
    'talks - mandate agreed': [
      'calm > talks calm mandate agreed',
      'mandate > talks - mandate agreed',
      'close > between - mandate agreed',
    ],
    'between calm mandate agreed': [
      'unrest > between - mandate agreed',
      'mandate > between calm mandate agreed',
      'open > talks calm mandate agreed',
    ],
    'between - mandate agreed': ['calm > between calm mandate agreed', 'mandate > between - mandate agreed'],
  },
  nameOf: ({ value, context }) => {
    const place = value === 'betweenRounds' ? 'between' : typeof value === 'string' ? value : Object.keys(value)[0];
    const inTalks = typeof value === 'object' && 'talks' in value ? value.talks : undefined;
    const words = { open: 'empty', considering: 'considered', agreedInPrinciple: 'agreed' } as const;
    const table =
      inTalks !== undefined
        ? words[inTalks as keyof typeof words] // one of them, or else shown as it is not in the table
        : context.offer === null
          ? 'empty'
          : context.declared['only']
            ? 'agreed'
            : 'considered';
    return `${place ?? ''} ${context.met[0] ?? '-'} ${'only' in context.mandates ? 'mandate' : '-'} ${table}`;
  },
};
