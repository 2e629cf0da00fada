import { describe, expect, it } from 'vitest';
import { progress, schedule } from 'sticking-points';
import { go, inForce } from '../support/carry-out.js';
import { truce } from '../support/truce.js';

describe('what is to be left undone, and nobody says until when', () => {
  it('is laid out without a last day, and waits for nothing', () => {
    const { duties } = schedule(truce, 'deal', { anchors: { start: '2030-03-01' } });
    const of = (id: string) => duties.find(({ obligation }) => obligation === id);
    expect(of('ceasefire')).toMatchObject({ opens: { on: '2030-03-01', day: 0 }, endless: true, waitsFor: [] });
    expect(of('ceasefire')?.due).toBeUndefined();
    expect(of('flights')).toMatchObject({ opens: { day: 5 }, endless: true });
    expect(of('digging')).toMatchObject({ due: { day: 10 }, endless: false });
    expect(of('after')?.waitsFor).toEqual([{ for: 'completion of', obligation: 'ceasefire' }]);
  });

  it('binds as long as the deal is carried out, and keeps it from no end', () => {
    const talks = inForce(truce, 'deal');
    const standings = () =>
      Object.fromEntries((progress(talks)?.duties ?? []).map((duty) => [duty.obligation, duty.standing]));
    go(talks, { type: 'days.passed', days: 20 });
    expect(standings()).toMatchObject({ ceasefire: 'binding', flights: 'binding', digging: 'kept' });
    expect(progress(talks)?.duties[0]?.due).toBeUndefined();
    go(talks, { type: 'days.passed', days: 10 });
    expect(talks.state).toBe('fulfilled');
  });
});
