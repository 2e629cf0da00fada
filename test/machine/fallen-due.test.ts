import { days, onDay, progress, type Talks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { conclude, go, pass, play, start, table } from '../support/play.js';
import { written } from '../support/written.js';

/** So many stones a week, four times, of which more or fewer are asked by each offer. */
const weekly = (amount: number, begins = onDay(0)) =>
  written(
    {
      obligations: {
        haul: {
          owedBy: ['east'],
          to: ['west'],
          kind: 'recurring',
          every: days(7),
          times: 4,
          of: 'cost',
          amount,
          begins,
        },
      },
    },
    [60],
  );
const offers = { four: weekly(4), six: weekly(6), one: weekly(1), later: weekly(6, onDay(9)), none: written({}, [60]) };
const done = (amount: number): TalksEvent => ({ type: 'performance.reported', obligation: 'haul', amount });
/** Amended twenty days after its start, by when two turns have fallen due. */
const amended = (offer: string, ...events: readonly TalksEvent[]) =>
  play(bridge({ offers }), [
    { ...table('four'), on: '2030-03-01' },
    conclude,
    start,
    ...events,
    table(offer),
    conclude,
  ]);
const haul = (talks: Talks) => {
  const [duty] = progress(talks)?.duties ?? [];
  return { owed: duty?.owed.least, standing: duty?.standing };
};

describe('of what comes round, and of which an amendment asks more or less', () => {
  it.each([
    ['six', 8, { owed: 20, standing: 'partly done' }],
    ['six', 7, { owed: 20, standing: 'late' }],
    ['one', 8, { owed: 10, standing: 'partly done' }],
    ['one', 7, { owed: 10, standing: 'late' }],
  ])('turns that had fallen due ask what they did: %s, and %i done', (offer, n, told) => {
    expect(haul(amended(offer, pass(10), done(4), pass(10), done(n)))).toEqual(told);
  });

  it('those to come ask what it says', () => {
    const talks = amended('six', pass(20), done(8));
    go(talks, pass(1), done(13), pass(1));
    expect(haul(talks)).toEqual({ owed: 20, standing: 'late' });
    go(talks, done(14));
    expect(haul(talks)).toEqual({ owed: 20, standing: 'partly done' });
    go(talks, pass(6), done(20));
    expect(haul(talks)).toEqual({ owed: 20, standing: 'done' });
  });

  it('it may be amended again, and what fell due in between asks what it did then', () => {
    const talks = amended('six', pass(10));
    go(talks, pass(10), table('one'), conclude);
    expect(haul(talks).owed).toBe(4 + 6 + 1 + 1);
    go(talks, pass(10), table('four'), conclude);
    expect(haul(talks).owed).toBe(4 + 6 + 1 + 1);
  });

  it('a turn that fell due after the amendment was agreed on, which is told later, asks what that says', () => {
    const talks = play(bridge({ offers }), [{ ...table('four'), on: '2030-03-01' }, conclude, start, pass(20)]);
    go(talks, done(8), table('six'), { ...conclude, on: '2030-03-11' });
    expect(haul(talks)).toEqual({ owed: 22, standing: 'late' });
    go(talks, done(10));
    expect(haul(talks)).toEqual({ owed: 22, standing: 'partly done' });
  });

  it('a turn that falls due only later by its words asks what it says', () => {
    // By its words the first turn fell due after nine days and a week, and so before the amendment; the second had not.
    expect(haul(amended('later', pass(20))).owed).toBe(4 + 6 + 6 + 6);
  });

  it('what was taken out, and is brought in again, asks nothing of what it was', () => {
    const talks = amended('six', pass(20));
    go(talks, table('none'), conclude, table('six'), conclude);
    expect(haul(talks).owed).toBe(24);
  });

  it('all is asked anew where no turn had fallen due, or the deal had not begun', () => {
    expect(haul(amended('six', pass(7))).owed).toBe(24);
    expect(haul(amended('six', pass(8))).owed).toBe(22);
    const early = play(bridge({ offers }), [table('four'), conclude, pass(20), table('six'), conclude, start]);
    expect(haul(early).owed).toBe(24);
  });
});
