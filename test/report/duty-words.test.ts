import {
  days,
  deferred,
  defineScenario,
  onDay,
  schedule,
  uponCompletion,
  uponEvent,
  whenCertified,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { actorLabel } from '../../src/obligations/actor-label.js';
import { dutyWords } from '../../src/report/duty-words.js';
import { wide } from '../support/wide-text.js';

const harbour = defineScenario({
  id: 'harbour',
  parties: { port: { label: 'The port' }, crews: {} },
  terms: { cranes: { kind: 'quantity', unit: { one: 'crane', many: 'cranes' }, bounds: { most: 90 } } },
  space: { phases: 1 },
  positions: {},
  offers: {
    deal: {
      by: ['port', 'crews'],
      phases: [{ length: days(60) }],
      text: wide({
        bodies: { court: { label: 'the harbour court', members: ['port', 'crews'] } },
        others: { bank: 'the bank of the town' },
        events: { vote: { label: 'the vote' } },
        certifications: { safe: { label: 'it is safe', by: 'court' } },
        obligations: {
          lend: { owedBy: ['port'], to: ['crews'], of: 'cranes', amount: 4, begins: onDay(3), verifier: 'court' },
          mend: {
            owedBy: ['crews'],
            of: 'cranes',
            amount: { wording: 'between', from: 2, to: 3 },
            begins: uponCompletion('lend', days(2)),
          },
          keep: { kind: 'level', owedBy: ['port'], of: 'cranes', amount: 1, begins: onDay(0), within: days(5) },
          paint: { strength: 'may', owedBy: ['crews'], begins: onDay(1) },
          sweep: { strength: 'aims to', owedBy: ['crews'], begins: onDay(1) },
          quiet: { kind: 'refrain', owedBy: ['crews'], begins: onDay(0) },
          later: { owedBy: ['port'], of: 'cranes', amount: deferred(), begins: onDay(2) },
          sail: { owedBy: ['crews'], begins: uponEvent('vote') },
          pay: {
            owedBy: ['port'],
            to: ['crews'],
            begins: onDay(1),
            escrow: { holder: 'bank', released: whenCertified('safe') },
          },
        },
      }),
    },
  },
});
const text = harbour.offers['deal']!.text!;
const { duties } = schedule(harbour, 'deal', { anchors: { start: '2031-03-01' } });

describe('what a schedule says of a duty beside who owes it and when', () => {
  it.each([
    ['lend', '4 cranes; verified by the harbour court; on day 3 from entry into force'],
    ['mend', '2–3 cranes; 2 days after “lend” is done; provisional'],
    ['keep', 'a level of 1 crane; on day 0 from entry into force'],
    ['paint', 'which it may do, and need not; on day 1 from entry into force'],
    ['sweep', 'which it aims to do, and is not bound to; on day 1 from entry into force'],
    ['quiet', 'from 2031-03-01 on, without end; on day 0 from entry into force'],
    ['later', '0–90 cranes; to be agreed; on day 2 from entry into force'],
    ['sail', 'waits for the vote to happen'],
    [
      'pay',
      'paid in to the bank of the town; its release waits for it is safe to be certified; on day 1 from entry into force',
    ],
  ])('is how much, how firmly, on what it rests: of %s', (id, words) => {
    const duty = duties.find(({ obligation }) => obligation === id)!;
    expect(dutyWords(duty, harbour, text).join('; ')).toBe(words);
  });

  it('calls whoever it names as the scenario and the text do, and by id where neither does', () => {
    const label = (id: string) => actorLabel({ scenario: harbour, text }, id);
    expect(['port', 'crews', 'court', 'bank', 'mayor', 'constructor'].map(label)).toEqual([
      ...['The port', 'crews', 'the harbour court', 'the bank of the town', 'mayor', 'constructor'],
    ]);
  });
});
