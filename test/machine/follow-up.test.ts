import { assess, followUp, openTalks, type FollowUp } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offers, scenarios } from 'sticking-points/testing';
import { followUpOn } from '../../src/assessment/follow-up.js';
import { wages } from '../support/wages.js';

function after(scenario: Parameters<typeof openTalks>[0], offer: string): FollowUp {
  const talks = openTalks(scenario, { start: 'talks' });
  talks.do({ type: 'offer.tabled', offer });
  const asked = followUp(talks);
  if (!asked) throw new Error('an offer lies on the table');
  return asked;
}

describe('what to ask next', () => {
  it('nothing while no offer lies on the table', () => {
    expect(followUp(openTalks(wages))).toBeUndefined();
  });

  it('tells a position met under one reading from one that can no longer be met', () => {
    const { positions } = after(wages, 'better');
    expect(positions.find((p) => p.position === 'hiring')).toMatchObject({
      verdict: 'open',
      couldBeMet: 'under some',
      readings: { unmet: 1, open: 0, met: 1 },
    });
    expect(after(wages, 'opening').positions.find((p) => p.position === 'pay')).toMatchObject({
      verdict: 'unmet',
      couldBeMet: 'under none',
    });
  });

  it('of the proposals of Hamas, as all reports have them, names what is not reported', () => {
    const { positions, facts } = after(gaza2024(), 'P6');
    expect(positions.map((p) => [p.position, p.couldBeMet])).toEqual(
      [
        ['HA-ceasefire', 'under every reading'],
        ['HA-endOfWar', 'under some'],
        ['IL-endTalks', 'under none'],
        ['IL-withdrawal', 'under none'],
        ['IL-category', 'under every reading'],
        ['IL-ceasefire', 'under every reading'],
      ].sort((a, b) => order(a[0]) - order(b[0])),
    );
    // What kind of ceasefire there would be settles two open points; which prisoners, one.
    expect(facts).toEqual([
      { of: 'ceasefire', settles: ['HA-ceasefire', 'IL-ceasefire'], maySettle: [] },
      { of: 'prisoners/tookPart', settles: ['IL-category'], maySettle: [] },
    ]);
    function order(id: string | undefined): number {
      return positions.findIndex((p) => p.position === id);
    }
  });

  it('a length nobody reports is a fact to ask for', () => {
    const { facts } = after(wages, 'talksOnly');
    expect(facts.map((f) => f.of)).toContain('raise');
  });
});

describe('of any offer', () => {
  const drawn = scenarios().chain((scenario) => offers(scenario).map((offer) => ({ scenario, offer })));

  it('what is unmet could be met under no reading, and exactly the red lines and demands not met are asked of', () => {
    fc.assert(
      fc.property(drawn, ({ scenario, offer }) => {
        const { verdicts } = assess(scenario, offer);
        const { positions } = followUpOn(scenario, offer, undefined);
        const wanted = verdicts.filter((v) => v.rigidity.value !== 'preference' && v.verdict !== 'met');
        expect(positions.map((p) => [p.position, p.verdict])).toEqual(wanted.map((v) => [v.position, v.verdict]));
        for (const p of positions) {
          if (p.verdict === 'unmet') expect(p.couldBeMet).toBe('under none');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('facts settle only open points, those that settle most first', () => {
    const seen = { settles: 0, may: 0 };
    fc.assert(
      fc.property(drawn, ({ scenario, offer }) => {
        const { positions, facts } = followUpOn(scenario, offer, undefined);
        const open = positions.filter((p) => p.verdict === 'open').map((p) => p.position);
        const counts = facts.map((f) => f.settles.length);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        for (const { settles, maySettle } of facts) {
          seen.settles += settles.length;
          seen.may += maySettle.length;
          for (const id of [...settles, ...maySettle]) expect(open).toContain(id);
          expect(settles.filter((id) => maySettle.includes(id))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.settles, seen.may)).toBeGreaterThan(0);
  });
});
