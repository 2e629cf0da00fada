import { days, defineScenario, onDay, progress, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { go, inForce } from '../support/carry-out.js';
import { against } from '../support/play.js';

const both = { owedBy: ['hill', 'shore'], to: [], begins: onDay(0), instrument: 'truce' } as const;
const truce = defineScenario({
  id: 'truce',
  parties: { hill: {}, shore: {} },
  terms: {},
  space: { phases: 1 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['hill', 'shore'] },
  offers: {
    deal: {
      by: ['hill', 'shore'],
      phases: [{ length: days(60) }],
      text: {
        others: { monitor: 'the monitors' },
        instruments: { truce: { parties: { hill: 'signs', shore: 'signs' } } },
        obligations: {
          hold: { ...both, kind: 'refrain', verifier: 'monitor', phase: 1 },
          survey: { ...both, owedBy: ['shore'], to: ['hill'], within: days(40) },
          grain: { ...both, owedBy: ['hill'], to: ['shore'], within: days(40) },
        },
      },
    },
  },
});

const found = (more: object = {}) =>
  ({ type: 'breach.found', obligation: 'hold', by: 'monitor', ...more }) as TalksEvent; // what is more, each test says
const invoked = (by: string): TalksEvent => ({
  type: 'instrument.suspended',
  instrument: 'truce',
  obligation: 'hold',
  by: [by],
});
const cured = (by: string): TalksEvent => ({ type: 'breach.cured', obligation: 'hold', by });

describe('what several owe together', () => {
  it('is found not kept by one of them, and the others may invoke that', () => {
    const talks = inForce(truce, 'deal');
    go(talks, found({ against: ['hill'] }));
    expect(against(talks, invoked('hill'))).toEqual(['talks/own-breach']);
    expect(talks.nextEvents.filter(({ type }) => type === 'instrument.suspended')).toHaveLength(1);
    go(talks, invoked('shore'));
    const standing = progress(talks)?.duties.map((duty) => [duty.obligation, duty.standing]);
    expect(standing).toEqual([
      ['hold', 'breach found'],
      ['survey', 'suspended'],
      ['grain', 'suspended'],
    ]);
  });

  it('is found not kept by all of them, where it is not said by whom', () => {
    const talks = inForce(truce, 'deal');
    go(talks, found());
    expect([against(talks, invoked('hill')), against(talks, invoked('shore'))]).toEqual([
      ['talks/own-breach'],
      ['talks/own-breach'],
    ]);
    expect(talks.nextEvents.filter(({ type }) => type === 'instrument.suspended')).toEqual([]);
  });

  it('is not found against anybody who does not owe it', () => {
    const talks = inForce(truce, 'deal');
    const { reasons } = talks.do(found({ against: ['monitor', 'hill'] }));
    expect(reasons.map(({ code, path }) => [code, path])).toEqual([['talks/not-owed-by-them', ['against']]]);
    expect(reasons[0]?.message).toContain("'monitor' does not owe 'hold'");
  });

  it('is taken back by whoever found it, though no party and no body', () => {
    const talks = inForce(truce, 'deal');
    go(talks, found({ against: ['hill'] }));
    expect(against(talks, cured('monito'))).toEqual(['talks/unknown-party']);
    expect(against(talks, { type: 'breach.alleged', obligation: 'hold', by: 'monitor' })).toEqual([
      'talks/unknown-party',
    ]);
    go(talks, cured('monitor'));
    expect(progress(talks)?.duties[0]).toMatchObject({ found: [] });
  });
});
