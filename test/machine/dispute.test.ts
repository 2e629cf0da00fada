import { between, days } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { against, allege, cure, go, pass, states } from '../support/play.js';
import { end, started, two } from '../support/started.js';

describe('a dispute', () => {
  it.each([
    [1, 3],
    [2, 12],
  ])('in phase %d, cured, leads back to it', (phase, after) => {
    const talks = started({ phases: two });
    go(talks, pass(after));
    expect(states(talks, allege(), cure())).toEqual(['carryingOut.inDispute', `carryingOut.phase${phase}`]);
  });

  it('goes on until all that was alleged is cured', () => {
    const talks = started({ phases: two });
    expect(states(talks, allege('east'), allege('west'), cure('east'), cure('west'))).toEqual([
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'carryingOut.phase1',
    ]);
  });

  it('is alleged once by each, and cured only of what was alleged', () => {
    const talks = started({ phases: two });
    go(talks, allege('east'));
    expect(talks.do(allege('east')).reasons).toMatchObject([{ code: 'talks/so-already', path: ['obligation'] }]);
    expect(talks.do(cure('west')).reasons).toMatchObject([
      { code: 'talks/so-already', facts: { obligation: 'stones', by: 'west', open: false } },
    ]);
    expect(talks.deal?.disputes).toEqual([{ obligation: 'stones', by: 'east' }]);
  });

  it('stops no day, and no phase: once cured, the days that have passed count', () => {
    const talks = started({ phases: two }, '2030-01-01');
    expect(states(talks, pass(8), allege(), pass(4), cure())).toEqual([
      'carryingOut.phase1',
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'carryingOut.phase2',
    ]);
    expect(talks.deal).toMatchObject({ phase: 2, day: 2, began: '2030-01-11' });
  });

  it('cured after all days are over leaves the deal fulfilled', () => {
    expect(states(started({ phases: two }), allege(), pass(15), cure())).toEqual([
      'carryingOut.inDispute',
      'carryingOut.inDispute',
      'fulfilled',
    ]);
  });

  it('lets a phase be extended, and no phase be ended', () => {
    const talks = started({ phases: [{ length: days(between(0, 5)) }] });
    go(talks, allege(), { type: 'phase.extended', days: 5 }, pass(7));
    expect(against(talks, end(1))).toEqual(['talks/no-place']);
    expect(states(talks, cure())).toEqual(['carryingOut.phase1']);
  });
});
