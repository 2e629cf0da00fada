import fc from 'fast-check';
import {
  checkOffer,
  isFaultError,
  openTalks,
  type Offer,
  type Scenario,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import {
  acceptableOffers,
  blockedOffers,
  complexityOf,
  courseComplexity,
  courses,
  drawOffers,
  offers,
  partialOffersOf,
} from 'sticking-points/testing';

export const WRITTEN = [gaza2024(), fishingQuota(), labourContract()];

const START = { start: 'talks' } as const;

/** What an arbitrary of a scenario draws: whether one is as it should be, and how much there is to it. */
export interface Drawn<T> {
  readonly arbitrary: (scenario: Scenario) => fc.Arbitrary<T>;
  readonly isValid: (value: T, scenario: Scenario) => boolean;
  readonly measure: (value: T, scenario: Scenario) => readonly number[];
}

const offer = (arbitrary: (scenario: Scenario) => fc.Arbitrary<Offer>): Drawn<Offer> => ({
  arbitrary,
  isValid: (value, scenario) => checkOffer(scenario, value.id, value).ok,
  measure: (value, scenario) => complexityOf(scenario, value),
});

/** Talks in which nothing has happened: to open them takes longer than a short course in them. */
let opened: { readonly scenario: Scenario; readonly talks: Talks } | undefined;
function openedOn(scenario: Scenario): Talks {
  if (opened?.scenario !== scenario) opened = { scenario, talks: openTalks(scenario, START) };
  return opened.talks;
}

const course = (refused: 'none' | 'one'): Drawn<readonly TalksEvent[]> => ({
  arbitrary: (scenario) => courses(scenario, { refused, events: 12, talks: START }),
  isValid: (events, scenario) => {
    const talks = openedOn(scenario).fork();
    const wrong = events.filter((event) => !talks.do(event).accepted).length;
    return wrong <= (refused === 'one' ? 1 : 0);
  },
  measure: (events) => courseComplexity(events),
});

/** An arbitrary, where there is something to draw. */
export function orNone(arbitrary: () => fc.Arbitrary<Offer>): fc.Arbitrary<Offer> | undefined {
  try {
    return arbitrary();
  } catch (error) {
    const codes = isFaultError(error) ? error.faults.map(({ code }) => code) : [];
    if (codes.some((code) => code === 'testing/empty-region' || code === 'testing/region-too-hard')) return undefined;
    throw error;
  }
}

/** An arbitrary, or all offers where there is nothing to draw. */
function orElse(scenario: Scenario, arbitrary: () => fc.Arbitrary<Offer>): fc.Arbitrary<Offer> {
  return orNone(arbitrary) ?? offers(scenario, { known: 'full' });
}

/** Every arbitrary of offers and of courses. */
export const OF_OFFERS: Readonly<Record<string, Drawn<Offer>>> = {
  'full offers': offer((s) => offers(s, { known: 'full' })),
  'full offers that leave something out': offer((s) => offers(s, { known: 'full', absences: true })),
  'partial offers': offer((s) => offers(s, { known: 'partial' })),
  'what might be told of an offer': offer((s) => {
    const [full] = fc.sample(offers(s, { known: 'full' }), { seed: 1, numRuns: 1 });
    return partialOffersOf(s, full!);
  }),
  'offers of a region': offer((s) => drawOffers(s, { kind: 'both', of: [] })),
  'offers that a party would accept': offer((s) => {
    const [party = ''] = Object.keys(s.parties);
    return orElse(s, () => acceptableOffers(s, party));
  }),
  'offers that a position stands against': offer((s) => {
    const [position] = Object.keys(s.positions);
    return orElse(s, () => (position === undefined ? offers(s, { known: 'full' }) : blockedOffers(s, position)));
  }),
};

export const OF_COURSES: Readonly<Record<string, Drawn<readonly TalksEvent[]>>> = {
  'courses that can happen': course('none'),
  'courses of which one event is refused': course('one'),
};
