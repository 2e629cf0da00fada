import { days } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import {
  accept,
  against,
  allege,
  conclude,
  go,
  pass,
  play,
  reject,
  start,
  states,
  table,
  withdraw,
} from '../support/play.js';

const opened = { type: 'nextPhase.opened' } as const;
const settled = { type: 'nextPhase.settled' } as const;
const failed = { type: 'nextPhase.failed' } as const;

/** The second phase is still to be negotiated; an amended text says how it runs, another shortens the first. */
const offers = {
  amended: {
    by: ['guild'],
    terms: { cost: 45, toll: false },
    phaseCount: 2,
    phases: [{ length: days(10) }, { length: days(4) }],
  },
  short: { by: ['guild'], terms: { cost: 45, toll: false }, phaseCount: 1, phases: [{ length: days(6) }] },
  costly: { by: ['guild'], terms: { cost: 60, toll: false } },
};
const open = { offers, phases: [{ length: days(10) }, { length: days(5), toBeNegotiated: true }] };
const begun = (changes: object = open) => play(bridge(changes), [table('plan'), conclude, start]);

describe('the talks on the next phase', () => {
  it('are to begin where it is to be negotiated, and there are none where it is settled from the first', () => {
    expect([begun().state, begun().nextPhase]).toEqual(['carryingOut.phase1', 'toBegin']);
    expect(begun({ phases: [{ length: days(10) }, { length: days(5) }] }).nextPhase).toBe('none');
    expect(begun({}).nextPhase).toBe('none');
    expect(play(bridge(open), [table('plan'), conclude]).nextPhase).toBe('none'); // before the deal starts
    expect(play(bridge(open), []).nextPhase).toBeUndefined();
  });

  it('begin, are settled, and the phase follows', () => {
    const talks = begun();
    go(talks, opened);
    expect(talks.nextPhase).toBe('underWay');
    go(talks, settled);
    expect(talks.nextPhase).toBe('settled');
    expect(states(talks, pass(10))).toEqual(['carryingOut.phase2']);
    expect(talks.nextPhase).toBe('none');
    expect(states(talks, pass(4), pass(1))).toEqual(['carryingOut.phase2', 'fulfilled']);
  });

  it('go on through a dispute, which does not touch them', () => {
    const talks = begun();
    go(talks, opened, allege());
    expect([talks.state, talks.nextPhase]).toEqual(['carryingOut.inDispute', 'underWay']);
    go(talks, settled, { type: 'breach.cured', obligation: 'stones' });
    expect([talks.state, talks.nextPhase]).toEqual(['carryingOut.phase1', 'settled']);
  });

  it('may fail and begin again', () => {
    const talks = begun();
    go(talks, failed);
    expect([talks.nextPhase, against(talks, settled)]).toEqual(['failed', ['talks/no-place']]);
    go(talks, opened);
    expect(talks.nextPhase).toBe('underWay');
    go(talks, failed);
    expect(talks.nextPhase).toBe('failed');
  });

  it.each([
    ['not begun', []],
    ['under way', [opened]],
    ['failed', [failed]],
  ])('%s when the phase before runs out, leave nothing to carry out: the deal lapses', (_, events) => {
    const talks = begun();
    go(talks, ...events);
    expect(states(talks, pass(9), pass(1))).toEqual(['carryingOut.phase1', 'lapsed']);
  });

  it('may be held, though a phase is settled from the first or nobody spoke of it', () => {
    const talks = begun({ phases: [{ length: days(10) }, { length: days(5) }] });
    go(talks, opened, failed);
    // The text has the phase all the same.
    expect(states(talks, pass(10))).toEqual(['carryingOut.phase2']);
    go(talks, opened, settled);
    expect(states(talks, pass(5))).toEqual(['carryingOut.phase3']);
  });

  it('have no place before a phase has begun, nor in the last', () => {
    const talks = play(bridge({ ...open, space: { phases: { least: 1, most: 2 } } }), [table('plan'), conclude]);
    expect(talks.do(opened).reasons).toMatchObject([{ code: 'talks/not-started', path: ['type'] }]);
    go(talks, start, opened, settled, pass(10));
    expect(talks.do(opened).reasons).toMatchObject([
      { code: 'talks/no-further-phase', path: ['type'], facts: { phase: 2, most: 2 } },
    ]);
  });
});

describe('a phase of which it is open whether the deal has it', () => {
  const plan = { by: ['guild'], terms: { cost: 40, toll: false }, phases: [{ length: days(10) }] };

  it('begins only if it is settled', () => {
    const scenario = bridge({ offers: { plan } });
    const talks = play(scenario, [table('plan'), conclude, start]);
    expect(states(talks.fork(), pass(10))).toEqual(['fulfilled']);
    go(talks, opened, settled);
    expect(states(talks, pass(10))).toEqual(['carryingOut.phase2']);
    // The text does not say how long it lasts.
    expect(states(talks, pass(5000), { type: 'phase.ended', phase: 2 })).toEqual(['carryingOut.phase2', 'fulfilled']);
  });
});

describe('an offer tabled while a deal is carried out', () => {
  it('becomes its text with the next phase, once agreed and settled', () => {
    const talks = begun();
    go(talks, opened, table('amended'));
    expect([talks.offer?.id, talks.deal?.offer]).toEqual(['amended', 'plan']);
    go(talks, settled);
    expect([talks.offer, talks.deal?.offer, talks.deal?.settled]).toEqual([undefined, 'plan', 'amended']);
    expect(states(talks, pass(10), pass(4))).toEqual(['carryingOut.phase2', 'fulfilled']);
    expect(talks.deal?.offer).toBe('amended');
  });

  it('is not the text before it is agreed', () => {
    const talks = begun();
    go(talks, opened, table('costly'));
    expect(talks.do(settled).reasons).toMatchObject([
      { code: 'talks/not-agreed', path: ['type'], facts: { offer: 'costly' } },
    ]);
    go(talks, accept('west')); // over its demand
    go(talks, settled);
    expect(talks.deal?.settled).toBe('costly');
    expect(talks.snapshot.context.declared).toEqual({});
  });

  it('can be answered and taken back', () => {
    const talks = begun();
    expect(talks.do(accept('west')).reasons).toMatchObject([{ code: 'talks/nothing-to-answer', path: [] }]);
    go(talks, opened, table('amended'), reject('west'));
    expect(against(talks, settled)).toEqual(['talks/not-agreed']);
    go(talks, withdraw('amended'), settled);
    expect(talks.deal?.offer).toBe('plan');
  });

  it('cannot be the text itself', () => {
    expect(begun().do(table('plan')).reasons).toMatchObject([{ code: 'talks/in-force', path: ['offer'] }]);
  });

  it('may amend the deal at once where it is agreed and concluded: a phase made shorter is then over sooner', () => {
    const talks = begun();
    expect(against(talks, conclude)).toEqual(['talks/not-agreed']);
    go(talks, pass(7), table('costly'));
    expect(against(talks, conclude)).toEqual(['talks/not-agreed']);
    go(talks, table('short'), conclude);
    expect([talks.state, talks.deal?.offer, talks.offer]).toEqual(['carryingOut.phase1', 'short', undefined]);
    // The new text speaks of no further phase.
    expect(states(talks, pass(1))).toEqual(['fulfilled']);
  });
});
