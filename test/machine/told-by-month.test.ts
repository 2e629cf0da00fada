import { days, onDay, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { conclude, pass, play, start, table } from '../support/play.js';
import { written } from '../support/written.js';

/** A phase of a hundred days, and one that is still to be negotiated, by a text. */
const plan = {
  ...written({ obligations: { walk: { owedBy: ['east'], to: ['west'], begins: onDay(2), within: days(3) } } }),
  phases: [{ length: days(100) }, { length: days(5), toBeNegotiated: true }],
};
const tabled = [{ ...table('plan'), on: '2030-01-01' }, pass(60)] as const;
const course = (...events: readonly TalksEvent[]) => play(bridge({ offers: { plan } }), [...tabled, ...events]);

describe('what is told late by its month alone', () => {
  it('stands in the way of no day that may come after it', () => {
    const begun = course({ ...conclude, on: '2030-01' }, { ...start, on: '2030-02-10' });
    expect(begun.state).toBe('carryingOut.phase1');
    for (const on of ['2030-02-20', '2030-02']) {
      const talks = begun.fork();
      expect(talks.do({ type: 'nextPhase.opened', on: '2030-02' }).reasons).toEqual([]);
      expect(talks.do({ type: 'nextPhase.settled', on }).reasons).toEqual([]);
    }
  });

  it('stands in that of a day before it all the same', () => {
    const talks = course({ ...conclude, on: '2030-02' });
    expect(talks.do({ ...start, on: '2030-01-20' }).reasons).toMatchObject([{ code: 'talks/too-early' }]);
    expect(talks.do({ ...start, on: '2030-02-03' }).accepted).toBe(true);
    expect(talks.do({ type: 'nextPhase.opened', on: '2030-02' }).accepted).toBe(true);
    expect(talks.do({ type: 'nextPhase.settled', on: '2030-01-31' }).accepted).toBe(false);
  });
});
