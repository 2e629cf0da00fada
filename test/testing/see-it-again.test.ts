import fc from 'fast-check';
import { openTalks, type Talks, type TalksEvent, type TalksOptions } from 'sticking-points';
import { labourContract } from 'sticking-points/scenarios';
import { checkDeal, courseCode, offers, type CheckDealOptions, type DealInvariant } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { runs } from '../laws/runs.js';
import { evaluated } from './print/evaluated.js';

const scenario = labourContract();
const twice: DealInvariant = {
  title: 'never two offers',
  talks: ({ log }) => log.filter(({ event }) => event.type === 'offer.tabled').length < 2,
};
const short: DealInvariant = { title: 'is short', offer: ({ phases }) => phases.length < 2 };

/** Ways to ask for something that is broken. */
const ways: readonly (readonly [string, DealInvariant, Partial<CheckDealOptions>])[] = [
  ["seed 0, path '", twice, {}],
  ["', events 9 (", twice, { events: 9 }],
  ["', talks { start: 'talks' } (", twice, { talks: { start: 'talks' } }],
  [
    "', events 12, talks { start: 'talks', answers: 'declared' } (",
    twice,
    {
      events: 12,
      seed: 4,
      talks: { start: 'talks', answers: 'declared' },
    },
  ],
  ["', among 'deals' (", short, { among: 'deals' }],
  ["', among { completing: 'draft' } (", { title: 'is none', offer: () => false }, { among: { completing: 'draft' } }],
  [
    "', among what completes 'draft' (",
    { title: 'is none', offer: () => false },
    {
      among: { completing: scenario.offers['draft'] ?? 'draft' },
    },
  ],
  ["', among what the same arbitrary draws (", short, { among: offers(scenario, { known: 'partial' }) }],
];

describe('a counterexample', () => {
  it.each(ways)('is found again by its replay alone: %s', (words, invariant, options) => {
    const [found] = checkDeal(scenario, { runs: 60, ...options, invariants: [invariant] });
    expect(found?.finding).toBe('broken');
    expect(found?.text).toContain(words);
    const [again] = checkDeal(scenario, { ...found?.replay, invariants: [invariant] });
    expect(again?.counterexample).toEqual(found?.counterexample);
    expect(again?.runs).toBe(1);
    expect(again?.replay).toMatchObject({ seed: found?.replay?.seed });
  });

  it('of talks that are run in a way of their own is printed with how they are opened', () => {
    const talks: TalksOptions = { start: 'talks', answers: 'declared' };
    const agreed: DealInvariant = { title: 'never agreed', talks: ({ state }) => state !== 'talks.agreedInPrinciple' };
    const [found] = checkDeal(scenario, { runs: 60, talks, invariants: [agreed] });
    const code = /import [^]*(?=\n\nNo course of fewer events)/.exec(found?.text ?? '')?.[0] ?? '';
    expect(code).toContain("const talks = openTalks(scenario, {\n  start: 'talks',\n  answers: 'declared',\n});");
    const opened = evaluated(code, 'talks', { scenario }) as Talks; // what is printed under that name
    const events = evaluated(code, 'events', { scenario }) as readonly TalksEvent[]; // and under that one
    expect(events.map((event) => opened.do(event).accepted)).toEqual(events.map(() => true));
    expect(opened.state).toBe('talks.agreedInPrinciple');
  });
});

it('talks open again from what is printed as they were opened', () => {
  const options = fc.record(
    {
      asOf: fc.constantFrom('2029-01-01', '2031-02'),
      answers: fc.constantFrom('by position', 'declared'),
      start: fc.constantFrom('talks', 'betweenRounds'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<TalksOptions>; // of these words
  fc.assert(
    fc.property(options, (given) => {
      const code = courseCode([{ type: 'days.passed', days: 2 }], scenario, given);
      const isPlain = Object.keys(given).length === 0;
      expect(code.includes('openTalks')).toBe(!isPlain);
      const opened = isPlain ? openTalks(scenario) : (evaluated(code, 'talks', { scenario }) as Talks); // as printed
      expect(opened.options).toEqual(openTalks(scenario, given).options);
      expect(opened.snapshot.context).toEqual(openTalks(scenario, given).snapshot.context);
    }),
    runs(30),
  );
});
