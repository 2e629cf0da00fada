import fc from 'fast-check';
import {
  applyPatches,
  checkOffer,
  checkScenario,
  isFaultError,
  openTalks,
  type Amendment,
  type Condition,
  type Offer,
  type Scenario,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import {
  acceptableOffers,
  amendments,
  blockedOffers,
  complexityOf,
  conditions,
  courseComplexity,
  courses,
  drawOffers,
  offers,
  partialOffersOf,
  plantedConflicts,
  scenarios,
} from 'sticking-points/testing';
import { wholeDraftOf } from '../../../src/scenario/draft-of.js';
import { conditionComplexity } from '../../../src/testing/condition-complexity.js';
import { faultsIn } from '../../../src/testing/laws/fitting.js';
import { scenarioComplexity } from '../../../src/testing/scenario-complexity.js';

export const WRITTEN = [gaza2024(), fishingQuota(), labourContract()];

const START = { start: 'talks' } as const;

/** What an arbitrary of a scenario draws: whether one is as it should be, and how much there is to it. */
export interface Drawn<T> {
  /** The function of the door that draws it. */
  readonly by: string;
  readonly arbitrary: (scenario: Scenario) => fc.Arbitrary<T>;
  readonly isValid: (value: T, scenario: Scenario) => boolean;
  readonly measure: (value: T, scenario: Scenario) => readonly number[];
  /** Which part of the tries others are given: of what is made of two that are tried by themselves, less. */
  readonly share?: number;
}

const offer = (by: string, arbitrary: (scenario: Scenario) => fc.Arbitrary<Offer>): Drawn<Offer> => ({
  by,
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

/** Talks seldom come to so few events that they end before. */
const LEAST = 4;

const course = (refused: 'none' | 'one', least = 0): Drawn<readonly TalksEvent[]> => ({
  by: 'courses',
  arbitrary: (scenario) => courses(scenario, { refused, least, events: 12, talks: START }),
  isValid: (events, scenario) => {
    const talks = openedOn(scenario).fork();
    const wrong = events.filter((event) => !talks.do(event).accepted).length;
    return wrong === (refused === 'one' ? 1 : 0) && (events.length >= least || talks.snapshot.status !== 'active');
  },
  measure: (events, scenario) => courseComplexity(events, scenario),
  // Whatever is left of a course is played anew.
  share: 0.8,
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
  'full offers': offer('offers', (s) => offers(s, { known: 'full' })),
  'full offers that leave something out': offer('offers', (s) => offers(s, { known: 'full', absences: true })),
  'full offers with texts': offer('offers', (s) => offers(s, { known: 'full', texts: true })),
  'partial offers with texts': {
    ...offer('offers', (s) => offers(s, { known: 'partial', texts: true })),
    share: 0.4,
  },
  'partial offers': offer('offers', (s) => offers(s, { known: 'partial' })),
  'what might be told of an offer': offer('partialOffersOf', (s) => {
    const [full] = fc.sample(offers(s, { known: 'full' }), { seed: 1, numRuns: 1 });
    return partialOffersOf(s, full!);
  }),
  'offers of a region': offer('drawOffers', (s) => drawOffers(s, { kind: 'both', of: [] })),
  'offers that a party would accept': offer('acceptableOffers', (s) => {
    const [party = ''] = Object.keys(s.parties);
    return orElse(s, () => acceptableOffers(s, party));
  }),
  'offers that a position stands against': offer('blockedOffers', (s) => {
    const [position] = Object.keys(s.positions);
    return orElse(s, () => (position === undefined ? offers(s, { known: 'full' }) : blockedOffers(s, position)));
  }),
};

export const OF_COURSES: Readonly<Record<string, Drawn<readonly TalksEvent[]>>> = {
  'courses that can happen': course('none'),
  'courses of which one event is refused': course('one'),
  'courses of a few events at least': course('none', LEAST),
};

export const OF_CONDITIONS: Readonly<Record<string, Drawn<Condition>>> = {
  conditions: {
    by: 'conditions',
    arbitrary: (s) => conditions(s),
    isValid: (value, s) => faultsIn(s, value).length === 0,
    measure: (value) => conditionComplexity(value),
  },
};

export const OF_AMENDMENTS: Readonly<Record<string, Drawn<Amendment>>> = {
  amendments: {
    by: 'amendments',
    arbitrary: (s) => {
      const [first = fc.sample(offers(s), { seed: 1, numRuns: 1 })[0]] = Object.values(s.offers);
      return amendments(s, first!, { terms: 3 });
    },
    isValid: ({ offer: amended, inverse }, s) =>
      checkOffer(s, amended.id, amended).ok && checkOffer(s, 'before', applyPatches(amended, inverse)).ok,
    measure: ({ offer: amended, patches }, s) => [patches.length, ...complexityOf(s, amended)],
  },
};

/** Whether a scenario could be written down, with all that it would not have to say: to find what can be left out takes long. */
function isWritable(scenario: Scenario): boolean {
  const { because: _, ...agreement } = scenario.agreement;
  // Why a rule is supposed, and who has weights, is told by the rest.
  const { of: __, ...weights } = agreement;
  const draft = wholeDraftOf(scenario);
  return checkScenario({ ...draft, agreement: agreement.rule === 'weights' ? weights : agreement }).ok;
}

/** Of no scenario: they are drawn themselves. */
export const OF_SCENARIOS: Readonly<Record<string, Drawn<Scenario>>> = {
  scenarios: {
    by: 'scenarios',
    arbitrary: () => scenarios(),
    isValid: (value) => isWritable(value),
    measure: (value) => scenarioComplexity(value),
  },
  'scenarios without bounds, with conflicts': {
    by: 'scenarios',
    arbitrary: () => scenarios({ bounded: false, conflicts: 1, labels: 'awkward' }),
    isValid: (value) => isWritable(value) && plantedConflicts(value).length === 1,
    measure: (value) => scenarioComplexity(value),
  },
};
