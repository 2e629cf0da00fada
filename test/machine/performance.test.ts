import { about, atLeast, days, type TalksEvent } from 'sticking-points';
import { expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { allege, conclude, go, pass, play, start, table } from '../support/play.js';

const phases = [
  { length: days(10), terms: { stones: 20, 'stones/red': atLeast(5) } },
  { length: days(10), terms: { stones: 30 } },
];
const begun = () => play(bridge({ phases }), [table('plan'), conclude, start]);
type Report = Extract<TalksEvent, { type: 'performance.reported' }>;
const done = (obligation: string, amount: Report['amount'], observer?: string): Report => ({
  type: 'performance.reported',
  obligation,
  amount,
  ...(observer !== undefined && { observer }),
});

it('what is due is told, whether or not anybody reports on it, and nothing of what nobody speaks of', () => {
  expect(begun().performance).toEqual([
    { obligation: 'stones', phase: 1, due: { least: 20, most: 20 }, said: true, reported: [] },
    { obligation: 'stones/red', phase: 1, due: { least: 5, most: 20 }, said: true, reported: [] },
    { obligation: 'cost', phase: 1, due: { least: 40, most: 40 }, said: true, reported: [] },
  ]);
});

it('the latest report of each observer stands, those of several side by side', () => {
  const talks = begun();
  go(talks, done('stones', 5, 'the mason'), done('stones', about(9), 'a walker'), done('stones', 8), pass(3));
  go(talks, done('stones', 12, 'the mason'), allege(), done('stones/grey', 4));
  const [stones, grey] = talks.performance.filter((p) => p.reported.length > 0);
  expect(stones?.reported).toEqual([
    { observer: 'the mason', amount: { wording: 'exactly', n: 12 } },
    { observer: 'a walker', amount: { wording: 'about', n: 9 } },
    { amount: { wording: 'exactly', n: 8 } },
  ]);
  // Somebody reported on it, though the text does not speak of it; a stone may be both, for all that is declared.
  expect(grey).toMatchObject({ obligation: 'stones/grey', said: false, due: { least: 0, most: 20 } });
  expect(talks.state).toBe('carryingOut.inDispute');
});

it('each phase has its own, and keeps them', () => {
  const talks = begun();
  go(talks, done('stones', 12, 'the mason'), pass(10));
  expect(talks.performance.find((p) => p.obligation === 'stones')).toEqual({
    obligation: 'stones',
    phase: 2,
    due: { least: 30, most: 30 },
    said: true,
    reported: [],
  });
  go(talks, done('stones', 1, 'the mason'));
  expect(talks.deal?.performed).toMatchObject({
    1: { stones: { 'the mason': { n: 12 } } },
    2: { stones: { 'the mason': { n: 1 } } },
  });
});

it('an observer may be called as objects are from birth', () => {
  const talks = begun();
  go(talks, done('stones', 3, 'constructor'), done('stones', 4, 'toString'));
  expect(talks.performance[0]?.reported.map((r) => r.observer)).toEqual(['constructor', 'toString']);
});

it('what is no quantity, and what cannot be an amount of it, is refused', () => {
  const talks = begun();
  expect(talks.do(done('toll', 1)).reasons).toMatchObject([
    { code: 'scenario/wrong-kind-of-term', path: ['obligation'] },
  ]);
  expect(talks.do(done('stone', 1)).reasons).toMatchObject([{ code: 'scenario/unknown-term', path: ['obligation'] }]);
  expect(talks.do(done('stones/blue', 1)).reasons).toMatchObject([
    { code: 'scenario/unknown-category', path: ['obligation'] },
  ]);
  expect(talks.do(done('stones', 1.5)).reasons).toMatchObject([{ code: 'amount/off-step', path: ['amount'] }]);
  expect(talks.do({ ...done('stones', 1), phase: 1 } as never).reasons).toMatchObject([
    { code: 'talks/unknown-key', path: ['phase'] },
  ]);
});

it('before the deal starts there is nothing to report on', () => {
  const talks = play(bridge({ phases }), [table('plan'), conclude]);
  expect(talks.performance).toEqual([]);
  expect(talks.do(done('stones', 1)).reasons).toMatchObject([{ code: 'talks/not-started' }]);
});
