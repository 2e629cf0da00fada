import fc from 'fast-check';
import { courses } from 'sticking-points/testing';
import { fishingQuota } from 'sticking-points/scenarios';
import type { TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { withOffersNumbered } from '../../../src/testing/courses/numbered-offers.js';
import { newOfferIn } from '../../../src/testing/courses/fewer-offers.js';
import { runs } from '../../laws/runs.js';

const scenario = fishingQuota();
const drawnIn = (events: readonly TalksEvent[]) => [...new Set(events.flatMap((event) => newOfferIn(event)?.id ?? []))];

describe('new offers of a course', () => {
  it('are numbered from one on, whatever shrinking has left out', () => {
    let some = 0;
    const isLong = (events: readonly TalksEvent[]) => drawnIn(events).length >= 2;
    for (let seed = 1; seed <= 12; seed++) {
      // The second of them is all that is asked: the first may go.
      const law = fc.property(courses(scenario, { events: 20 }), (events) => {
        expect(drawnIn(events)).toEqual(drawnIn(events).map((_, i) => `drawn-${i + 1}`));
        return !isLong(events);
      });
      const { counterexample } = fc.check(law, { seed, ...runs(40) });
      const [events] = counterexample ?? [];
      if (!events) continue;
      some++;
      expect(drawnIn(events)).toEqual(['drawn-1', 'drawn-2']);
    }
    expect(some).toBeGreaterThan(0);
  });

  it('keep what speaks of them, in whatever order they had been numbered', () => {
    const told = (id: string): TalksEvent => ({ type: 'offer.tabled', offer: { id, label: id.replace('-', ' ') } });
    const events: readonly TalksEvent[] = [
      { type: 'offer.tabled', offer: 'south-draft' },
      told('drawn-2'),
      told('drawn-1'),
      { type: 'offer.tabled', offer: 'drawn-2' },
      told('mine'),
    ];
    expect(withOffersNumbered(scenario, events)).toEqual([
      events[0],
      told('drawn-1'),
      told('drawn-2'),
      { type: 'offer.tabled', offer: 'drawn-1' },
      told('mine'),
    ]);
    const twice = withOffersNumbered(scenario, events);
    expect(withOffersNumbered(scenario, twice)).toBe(twice);
  });
});
