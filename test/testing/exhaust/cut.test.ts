import fc from 'fast-check';
import { days, defineScenario, onDay, weeks, type Scenario, type Talks, type TalksEvent } from 'sticking-points';
import { exhaust } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { runs } from '../../laws/runs.js';
import { gather } from '../../support/gather.js';
import { textedScenarios } from '../../support/texted.js';

const ferry = defineScenario({
  id: 'ferry',
  parties: { east: {}, west: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
  positions: {
    many: { party: 'east', rigidity: 'demand', condition: { kind: 'compare', of: 'boats', op: '>=', line: 3 } },
  },
  space: { phases: { least: 1, most: 1 } },
  offers: {
    signed: {
      by: ['east', 'west'],
      terms: { boats: 4 },
      phases: [{ length: days(20) }],
      text: {
        obligations: {
          handover: { owedBy: ['east'], to: ['west'], of: 'boats', amount: 4, begins: onDay(7), within: weeks(2) },
        },
      },
    },
  },
});

/** The types of event that the states reached would let happen, as the talks themselves say it. */
function possibleIn(seen: readonly Talks[]): ReadonlySet<TalksEvent['type']> {
  return new Set(seen.flatMap(({ nextEvents }) => nextEvents.map(({ type }) => type)));
}

/** How the cut tells of types that are left out by ids. */
const WITH_IDS: Partial<Record<TalksEvent['type'], string>> = {
  'mandate.given': 'Mandates never given, ',
  'position.revised': 'Never given up, ',
  'breach.alleged': 'Never said to be broken, ',
};

/** The types that might have happened, were not tried, and are not told by the cut, be it by name or with their ids. */
function untold(scenario: Scenario): readonly string[] {
  const { seen, invariant } = gather();
  const bounds = { answers: ['accepts'], positions: [], days: [], disputes: 0, extensions: 0 } as const;
  const { tried, cut, complete } = exhaust(scenario, { invariants: [invariant], bounds });
  expect(complete).toBe(true); // of a state that was not gone on from, nothing is told by name
  const told = cut.map(({ sentence }) => sentence).join('\n');
  return [...possibleIn(seen)].filter(
    (type) =>
      !tried.some((event) => event.type === type) && !told.includes(WITH_IDS[type] ?? `No '${type}' is tried: `),
  );
}

describe('what is cut', () => {
  const { cut } = exhaust(ferry, { bounds: { days: [], extensions: 0, disputes: 0 } });
  const sentenceOf = (start: string) => cut.filter(({ sentence }) => sentence.startsWith(start));

  it.each([
    'performance.reported',
    'performance.waived',
    'performance.withheld',
    'performance.postponed',
    'performance.suspended',
    'performance.excused',
    'breach.found',
  ])('names %s, of which none is tried', (type) => {
    const [told, ...more] = sentenceOf(`No '${type}' is tried: `);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ bound: 'events' });
    expect(told?.times).toBeGreaterThan(0);
  });

  it('says what of a type is tried only', () => {
    expect(
      cut.flatMap(({ bound, sentence }) => (bound === 'events' && !sentence.startsWith("No '") ? [sentence] : [])),
    ).toEqual([
      'Only offers of the scenario are tabled, no new one: 8 times another would have had a place.',
      'No answer names what it concedes: 4 times another would have had a place.',
      'Positions are only given up, none is changed to another: 12 times another would have had a place.',
      'A deal is superseded by no offer that is named: 4 times another would have had a place.',
      'No event bears a day, a reason, or the names of those who brought it about where it can do without: 12 times another would have had a place.',
    ]);
    const some = exhaust(ferry, { bounds: { days: [1, 20], answers: ['accepts'], positions: [], depth: 6 } }).cut.map(
      ({ sentence }) => sentence,
    );
    expect(some.join('\n')).toMatch(
      /^Only 1 and 20 days pass at once, no other number: [\d,]+ times another would have had a place\.$/m,
    );
    expect(some.join('\n')).toContain('Breaches are alleged and cured by nobody in particular: ');
    expect(some.join('\n')).toContain(
      'Only the present phase is extended, by consent a day, by a rule as many as it adds: ',
    );
  });

  it('is nothing of events that were given', () => {
    const events: readonly TalksEvent[] = [{ type: 'offer.tabled', offer: 'signed' }];
    const told = exhaust(ferry, { bounds: { events } }).cut.map(({ sentence }) => sentence);
    expect(told.filter((sentence) => !/^No '[a-zA-Z.]+' is tried: /.test(sentence))).toEqual([]);
  });

  it('tells of every type that the talks let happen and that was not tried', () => {
    expect(untold(ferry)).toEqual([]);
    fc.assert(
      fc.property(textedScenarios({ terms: 2, phases: 2, positions: 1 }), (scenario) => {
        expect(untold(scenario)).toEqual([]);
      }),
      runs(12),
    );
  });
});

it('that no offer is ever tabled is told of a scenario that has none yet', () => {
  const { cut } = exhaust({ ...ferry, offers: {} }, { invariants: [] });
  const of = (type: string) => cut.some(({ sentence }) => sentence.startsWith(`No '${type}' is tried: `));
  expect([of('offer.tabled'), of('offer.withdrawn')]).toEqual([true, true]);
  expect(exhaust(ferry, { invariants: [] }).cut.some(({ sentence }) => sentence.includes("'offer.tabled'"))).toBe(
    false,
  );
});

it.each([
  ['offers', 'No new offer is tabled either: '],
  ['positions', 'No position is changed to another either: '],
] as const)('that there are others than those of the scenario is told where its %s are left out', (bound, told) => {
  const of = (bounds: object) =>
    exhaust(ferry, { invariants: [], bounds }).cut.filter(({ sentence }) => sentence.startsWith(told));
  expect(of({ [bound]: [] })).toMatchObject([{ bound }]);
  expect(of({})).toEqual([]);
  const none = { ...ferry, offers: {}, positions: {} };
  expect(exhaust(none, { invariants: [] }).cut.filter(({ sentence }) => sentence.startsWith(told))).toEqual([]);
});
