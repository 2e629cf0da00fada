import { between, days, months, onDay, uponEvent, type TalksEvent, type TextDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { against, conclude, go, pass, play, start, table } from '../support/play.js';
import { end } from '../support/started.js';
import { bridgeBy, written } from '../support/written.js';

/** Talks whose deal has just started on a day: its phases are so long, and its text says this. */
const begun = (phases: readonly object[], text: TextDraft = {}, on = '2030-03-01') =>
  play(bridge({ offers: { plan: { ...written(text), phaseCount: phases.length, phases } } }), [
    { ...table('plan'), on },
    conclude,
    start,
  ]);
const done = (amount: number): TalksEvent => ({ type: 'performance.reported', obligation: 'dig', amount });
const DIG = { dig: { owedBy: ['east'], to: ['west'], of: 'cost', amount: 90, begins: onDay(0) } } as const;

describe('an entry into force', () => {
  it('has come where a first phase is waited for, and is not reported again', () => {
    const talks = play(bridgeBy({ phases: { 1: { begins: onDay(9) } } }), [
      { ...table('plan'), on: '2030-03-01' },
      conclude,
    ]);
    expect(against(talks, start)).toEqual([]);
    go(talks, start);
    expect(talks.state).toBe('carryingOut.awaitingStart');
    expect(talks.do(start).reasons).toMatchObject([{ code: 'talks/so-already', path: ['type'] }]);
  });
});

describe('the end of a phase that goes on beside the present one', () => {
  // The first begins on the third day, the second on the eighth.
  const beside = { 1: { begins: onDay(3) }, 2: { begins: onDay(8) } };
  const lengths = [{ length: days(between(12, 20)) }, { length: days(30) }];

  it('is told by its own days, and not by those of the present phase', () => {
    const talks = begun(lengths, { phases: beside });
    go(talks, pass(14));
    expect(talks.deal).toMatchObject({ phase: 2, day: 6 });
    expect(talks.do(end(1)).reasons).toMatchObject([
      { code: 'talks/phase-not-over', path: ['phase'], facts: { phase: 1, least: 12, day: 11, left: 1 } },
    ]);
    expect(talks.do(end(2)).reasons).toMatchObject([
      { code: 'talks/phase-not-over', facts: { phase: 2, day: 6, left: 24 } },
    ]);
    go(talks, pass(1), end(1));
    expect(talks.deal).toMatchObject({ phase: 2, text: { ended: { 1: 15 } } });
    expect(talks.do(end(1)).reasons).toMatchObject([{ code: 'talks/another-phase' }]);
  });

  it('moves with the days by which that phase was made longer, and no other', () => {
    const talks = begun(lengths, { phases: beside });
    go(talks, pass(14), { type: 'phase.extended', days: 2, phase: 1 }, { type: 'phase.extended', days: 5 });
    expect(talks.do(end(1)).reasons).toMatchObject([{ facts: { phase: 1, least: 14, left: 3 } }]);
    expect(talks.do(end(2)).reasons).toMatchObject([{ facts: { phase: 2, least: 35 } }]);
    go(talks, pass(3), end(1));
  });

  it('moves with what the text grants that phase for what was done in it', () => {
    const grown = { extensions: [{ how: 'pro rata', unit: days(1), per: { n: 10, of: 'cost' } }] } as const;
    const talks = begun(lengths, { obligations: DIG, phases: { 1: { begins: onDay(3), ...grown }, 2: beside[2] } });
    go(talks, pass(15), done(40));
    expect(talks.do(end(1)).reasons).toMatchObject([{ facts: { phase: 1, least: 16, day: 12, left: 4 } }]);
    go(talks, pass(4), end(1));
  });

  it.each([
    ['has the months that it began in: of 28 days, beside a phase that began in a longer month', '2030-02-20', 12, 28],
    ['has the months that it began in: of 31 days, beside a phase that began in a shorter month', '2030-03-25', 10, 31],
  ])('%s', (_, on, second, least) => {
    const calendar = [{ length: months(between(1, 3)) }, { length: months(between(1, 3)) }];
    const talks = begun(calendar, { phases: { 2: { begins: onDay(second) } } }, on);
    go(talks, pass(least - 1));
    expect(talks.do(end(1)).reasons).toMatchObject([{ facts: { phase: 1, least, day: least - 1 } }]);
    go(talks, pass(1), end(1));
  });

  it('may come though a duty is left, since the deal goes on', () => {
    const talks = begun(lengths, { obligations: DIG, phases: beside });
    go(talks, pass(15), end(1));
    expect(talks.state).toBe('carryingOut.phase2');
  });
});

describe('the end of the last phase of a deal', () => {
  const duty = { owedBy: ['east'], to: ['west'], begins: onDay(0) } as const;
  const obligations = { fence: duty, gate: duty, lamp: duty, rail: duty };
  const report = (obligation: string): TalksEvent => ({ type: 'performance.reported', obligation, amount: 1 });

  it('does not come before all that binds is done, though the offer space has room for another phase', () => {
    const talks = begun([{ length: days(10) }, {}], { obligations });
    go(talks, pass(9));
    // That of the first is no end of the deal.
    expect(talks.do(end(1)).reasons).toMatchObject([{ code: 'talks/phase-not-over' }]);
    go(talks, pass(4));
    expect(talks.deal?.phase).toBe(2);
    const [fault] = talks.do(end(2)).reasons;
    expect(fault).toMatchObject({
      code: 'talks/unsettled',
      path: ['phase'],
      facts: { phase: 2, obligations: ['fence', 'gate', 'lamp', 'rail'] },
    });
    expect(fault?.message).toContain("The deal cannot end with 'fence', 'gate' and 'lamp' and others not done");
    go(talks, report('gate'));
    expect(talks.do(end(2)).reasons[0]?.message).toContain("with 'fence', 'lamp' and 'rail' not done");
    go(talks, report('fence'), report('lamp'), report('rail'), end(2));
    expect(talks.state).toBe('fulfilled');
  });

  it('is not that of a phase before it, whatever is left to do', () => {
    const talks = begun([{ length: days(between(4, 10)) }, { length: days(5) }], { obligations });
    go(talks, pass(5), end(1));
    expect(talks.deal).toMatchObject({ phase: 2, day: 0 });
  });
});

describe('a phase that is over and whose successor is waited for', () => {
  it('ends no second time, and is made no longer', () => {
    const talks = begun([{ length: days(between(4, 10)) }, { length: days(5) }], {
      events: { thaw: {} },
      phases: { 2: { begins: uponEvent('thaw') } },
    });
    go(talks, pass(5), end(1));
    expect(talks.do(end(1)).reasons).toMatchObject([
      { code: 'talks/so-already', path: ['phase'], facts: { phase: 1 } },
    ]);
    expect(talks.do({ type: 'phase.extended', days: 1 }).reasons).toMatchObject([
      { code: 'talks/so-already', path: ['phase'], facts: { phase: 1 } },
    ]);
    go(talks, { type: 'event.happened', event: 'thaw' });
    expect(talks.deal?.phase).toBe(2);
  });
});
