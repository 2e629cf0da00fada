import { defineScenario, openTalks } from 'sticking-points';
import { explain } from 'sticking-points/analysis';
import { explanationText } from 'sticking-points/report';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';

describe('the text of an explanation', () => {
  it('goes from the offer on the table to all offers, on the shipped scenario', async () => {
    const talks = openTalks(gaza2024(), { asOf: '2024-02-23', start: 'talks' });
    talks.do({ type: 'offer.tabled', offer: 'P5' });
    const text = explanationText(talks.scenario, await explain(talks, { bridges: 10 }));
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expectGolden(`${text}\n`, 'explanation-p5.txt');
    expect(text).not.toContain('more were not asked for');
    for (const [bridges, said] of [
      [undefined, 'with the first of these alone: more were not asked for.'],
      [2, 'with the first 2 of these alone: more were not asked for.'],
      [0, 'with none of these: more were not asked for.'],
    ] as const) {
      const short = explanationText(
        talks.scenario,
        await explain(talks, { ...(bridges !== undefined && { bridges }) }),
      );
      const lines = short.replaceAll(/\s+/g, ' ');
      expect(lines.split(`Near Six-week plan, an offer was looked for ${said}`)).toHaveLength(3);
    }
  });

  it('does not say that no offer meets what turns on a line that is not known exactly', async () => {
    const between = defineScenario({
      id: 'between',
      parties: { north: {}, south: {} },
      terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
      positions: {
        enough: {
          party: 'north',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'catch', op: '>=', line: { wording: 'between', from: 40, to: 60 } },
        },
        limit: { party: 'south', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '<=', line: 50 } },
      },
    });
    const talks = openTalks(between);
    const text = explanationText(between, await explain(talks)).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'One smallest set of red lines and demands that no offer in exact figures is sure to meet together. ' +
        '1. No offer in exact figures is sure to meet both “catch: at least between 40 and 60 tonnes” (north;',
    );
    expect(text).not.toMatch(/no offer meets/i);
  });

  it('keeps to a narrower page', async () => {
    const talks = openTalks(gaza2024(), { start: 'talks' });
    const text = explanationText(talks.scenario, await explain(talks, { concessions: 1 }), { width: 50 });
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(50);
  });

  const lake = defineScenario({
    id: 'lake',
    parties: { north: {}, south: {}, island: {} },
    terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
    agreement: { rule: 'quota', of: ['north', 'south', 'island'], needed: 2 },
    positions: {
      enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
      limit: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 30 } },
    },
    scores: {
      island: {
        because: 'To try.',
        threshold: 5,
        parts: [
          {
            of: 'catch',
            points: [
              { at: 0, worth: 0 },
              { at: 100, worth: 10 },
            ],
          },
        ],
      },
    },
    offers: { low: { by: ['south'], terms: { catch: 20 } }, open: {} },
  });

  it('says which sets of parties would do, what a score comes to, and on which positions the outcome turns', async () => {
    const talks = openTalks(lake, { start: 'talks' });
    talks.do({ type: 'offer.tabled', offer: 'low' });
    const text = explanationText(talks.scenario, await explain(talks)).replace(/\s+/g, ' ');
    expect(text).toContain('For an agreement it still needs the acceptance of one of these: north; island.');
    expect(text).toContain('· north rejects, by position: 1 unmet, 0 open');
    expect(text).toContain(
      '· island rejects, by a supposed score: 0 unmet, 0 open; worth 2 to it, with a threshold of 5',
    );
    expect(text).toContain('Positions whose change alone would change that it is blocked:');
    expect(text).toContain('(north; the line itself assumed): agreed if met, undecided if given up');
    expect(text).toContain('“a deal worth 5 to it” (island; supposed by a modeller)');
    expect(text).not.toMatch(/LAKE.*as reported/);
  });

  it('says that nothing lies on the table', async () => {
    const talks = openTalks(lake, { start: 'talks' });
    const text = explanationText(talks.scenario, await explain(talks));
    expect(text).toContain('ON THE TABLE: NOTHING');
    expect(text).not.toContain('nearest');
  });
});
