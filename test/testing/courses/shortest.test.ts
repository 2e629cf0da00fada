import fc from 'fast-check';
import { between, days, defineScenario, openTalks, type Scenario, type Talks, type TalksEvent } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import { checkDeal, courseComplexity, courses, exhaust, isSimpler, type Exhausted } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { runs } from '../../laws/runs.js';
import { fishery } from '../../support/fishery.js';

const fishing = fishingQuota();

const river = defineScenario({
  id: 'river',
  parties: { upper: {}, lower: {} },
  terms: {
    water: { kind: 'quantity', unit: 'megalitres', scope: 'phase', bounds: { most: 500 } },
    payment: { kind: 'quantity', unit: 'coins', scope: 'phase', bounds: { most: 900 } },
    gauge: { kind: 'flag' },
  },
  space: { phases: { least: 1, most: 4 }, days: 120 },
  positions: {
    enough: { party: 'lower', rigidity: 'demand', condition: { kind: 'compare', of: 'water', op: '>=', line: 150 } },
  },
  offers: { draft: { terms: { water: between(200, 320), payment: 600, gauge: true }, phases: [{ length: days(40) }] } },
});

/** Two phases of two days each, which nobody asks anything of: agreed as soon as it is on the table. */
const two = defineScenario({
  id: 'two',
  parties: { a: {}, b: {} },
  terms: { x: { kind: 'flag' } },
  positions: {},
  space: { phases: { least: 1, most: 2 }, days: 20 },
  offers: { o: { by: ['a', 'b'], known: 'full', phases: [{ length: days(2) }, { length: days(2) }] } },
});

/** Of its two rounds the first listed needs more; two bodies ratify by votes, of which one may be objected to. */
const harbour = defineScenario({
  id: 'harbour',
  parties: { port: {}, crew: {} },
  terms: { hours: { kind: 'quantity', unit: 'hours', scope: 'phase', bounds: { most: 40 } }, quay: { kind: 'flag' } },
  positions: {},
  space: { phases: { least: 1, most: 2 }, days: 20 },
  process: {
    preconditions: { books: { title: 'the books are open' }, quiet: { title: 'nobody strikes' } },
    rounds: {
      plenary: { needs: ['books', 'quiet'], mandates: { port: 'conclude', crew: 'conclude' } },
      breakfast: { mandates: { port: 'conclude' } },
    },
    ratification: [
      { id: 'ballot', body: 'the crew', rule: { kind: 'majority' }, objectionDays: 3 },
      { id: 'board', body: 'the board', rule: { kind: 'quota', of: 7, needed: 4 } },
    ],
  },
  offers: {
    long: { by: ['port', 'crew'], known: 'full', phases: [{ length: days(5) }, { length: days(5) }] },
    short: { by: ['port', 'crew'], known: 'full', phases: [{ length: days(2) }, { length: days(2) }] },
  },
});

interface Law {
  readonly title: string;
  readonly talks: (talks: Talks) => boolean;
}

const AGREED: Law = { title: 'is never agreed', talks: ({ state }) => !JSON.stringify(state).includes('agreed') };
const LAPSED: Law = { title: 'never lapses', talks: ({ state }) => state !== 'lapsed' };
const OVER: Law = { title: 'is never over', talks: ({ snapshot }) => snapshot.status === 'active' };
const STARTED: Law = { title: 'never starts', talks: ({ deal }) => !deal };
const PHASE_TWO: Law = { title: 'is never in a second phase', talks: ({ deal }) => deal?.phase !== 2 };
const VOTED: Law = {
  title: 'no vote is ever told by its figures',
  talks: ({ log }) => !log.some(({ event }) => event.type === 'ratification.voted' && event.votes),
};
const REPORTED: Law = {
  title: 'nothing is ever reported',
  talks: ({ log }) => !log.some(({ event }) => event.type === 'performance.reported'),
};
const ANSWERED: Law = {
  title: 'nobody ever answers',
  talks: ({ log }) => !log.some(({ event }) => event.type === 'answer.declared'),
};
const MUCH: Law = { title: 'never more than 320', talks: ({ offer }) => amountOf(offer?.terms['water']) <= 320 };
const REVISED: Law = {
  title: 'nothing else is ever asked',
  talks: ({ log }) => !log.some(({ event }) => event.type === 'position.revised' && event.condition !== null),
};

const amountOf = (field: unknown) => (field as { readonly value?: { readonly n?: number } } | undefined)?.value?.n ?? 0;

/** The course that is left of those for which a law is broken. */
function left(scenario: Scenario, law: Law, seed: number): readonly TalksEvent[] {
  const [found] = checkDeal(scenario, { invariants: [law], seed, runs: 300 });
  expect(found?.finding).toBe('broken');
  // A law of talks is broken by a course.
  return found?.counterexample as readonly TalksEvent[];
}

/** Whether a law is broken by events that all happen. */
function isBroken(scenario: Scenario, law: Law, events: readonly TalksEvent[]): boolean {
  const talks = openTalks(scenario);
  const states = events.map((event) => talks.do(event).accepted && !law.talks(talks.fork()));
  return states.includes(true) && talks.log.length === events.length;
}

describe('the course that is left of what breaks a law', () => {
  it('has no event, and no two, without which it would break it all the same', () => {
    const asked = fc.constantFrom<readonly [Scenario, Law]>(
      [fishing, AGREED],
      [fishing, STARTED],
      [river, PHASE_TWO],
      [river, STARTED],
      [two, PHASE_TWO],
      [harbour, PHASE_TWO],
    );
    fc.assert(
      fc.property(asked, fc.integer(), ([scenario, law], seed) => {
        const events = left(scenario, law, seed);
        expect(isBroken(scenario, law, events)).toBe(true);
        for (const i of events.keys()) {
          for (const j of events.keys()) {
            const fewer = events.filter((_, k) => k !== i && k !== j);
            expect([fewer, isBroken(scenario, law, fewer)]).toEqual([fewer, false]);
          }
        }
      }),
      runs(20),
    );
  });

  it.each([
    { scenario: fishing, law: AGREED },
    { scenario: fishing, law: STARTED },
    { scenario: two, law: PHASE_TWO },
    { scenario: harbour, law: STARTED },
    { scenario: harbour, law: PHASE_TWO },
  ])('is of $scenario.id as short as the shortest that there is: $law.title', ({ scenario, law }) => {
    const bounds = { disputes: 0, extensions: 0, positions: [], states: 3000 };
    const [{ counterexample } = {}] = exhaust(scenario, { invariants: [law], bounds }).findings;
    const found = Array.from({ length: 5 }, (_, seed) => left(scenario, law, seed));
    expect(found.map(({ length }) => length)).toEqual(found.map(() => counterexample?.events.length));
    const simplest = courseComplexity(counterexample?.events ?? [], scenario);
    for (const events of found) expect(isSimpler(simplest, courseComplexity(events, scenario))).toBe(false);
  });

  it('needs no event for the day alone that it bears', () => {
    for (let seed = 0; seed < 6; seed++) {
      const events = left(fishing, LAPSED, seed);
      expect(events).toMatchObject([{ type: 'days.passed', days: 1 }]);
      expect(isBroken(fishing, LAPSED, events)).toBe(true);
    }
  });

  it('lets as many days pass as it takes, where it is known from which day', () => {
    for (let seed = 0; seed < 3; seed++) {
      const [found] = checkDeal(fishing, { invariants: [LAPSED], seed, runs: 300, talks: { asOf: '2031-04-25' } });
      expect(found?.counterexample).toEqual([{ type: 'days.passed', days: 7 }]);
    }
  });

  it('tells of votes by how they came out, and of no more of them than it takes where it is their figures that matter', () => {
    for (let seed = 0; seed < 2; seed++) {
      for (const event of left(harbour, PHASE_TWO, seed)) expect(event).not.toHaveProperty('votes');
      const votes = left(harbour, VOTED, seed).find(({ type }) => type === 'ratification.voted');
      expect(votes).toEqual({ type: 'ratification.voted', step: 'ballot', votes: { for: 0, against: 0 } });
    }
  });

  it('speaks of what stands first in the scenario, where nothing hangs on which one it is', () => {
    for (let seed = 0; seed < 2; seed++) {
      expect(left(harbour, REPORTED, seed).at(-1)).toEqual({
        type: 'performance.reported',
        obligation: 'hours',
        amount: 0,
      });
      expect(left(harbour, ANSWERED, seed).at(-1)).toMatchObject({ party: 'port' });
      const answer = left(river, ANSWERED, seed).find(({ type }) => type === 'answer.declared');
      expect(answer).toMatchObject({ party: 'upper' });
    }
  });

  it('brings in a new offer as it is tabled, with nothing in it that does not matter', () => {
    for (let seed = 0; seed < 5; seed++) {
      const [event, ...more] = left(river, MUCH, seed);
      expect(more).toEqual([]);
      const { offer } = event as { readonly offer: Record<string, unknown> };
      expect(event?.type).toBe('offer.tabled');
      expect(Object.keys(offer)).not.toContain('by');
      expect(offer['phases']).toHaveLength(1);
      expect(Object.keys(offer['terms'] as object)).toEqual(['water']);
      expect(amountOf((offer['terms'] as Record<string, unknown>)['water'])).toBe(400);
    }
  });

  it('brings in no more phases of a new offer than it takes', () => {
    for (let seed = 0; seed < 3; seed++) {
      for (const event of left(river, PHASE_TWO, seed)) {
        const { offer } = event as { readonly offer?: unknown };
        if (typeof offer === 'object') expect(offer).toMatchObject({ phases: [{}, {}] });
      }
    }
  });

  it('asks for one thing where something else is asked for', () => {
    for (let seed = 0; seed < 8; seed++) {
      const [event, ...more] = left(river, REVISED, seed);
      expect(more).toEqual([]);
      expect(['all', 'any', 'not', 'ifThen']).not.toContain(
        (event as { readonly condition?: { readonly kind: string } }).condition?.kind,
      );
    }
  });
});

describe('the search for a course of fewer events', () => {
  const laws: readonly Law[] = [
    AGREED,
    LAPSED,
    STARTED,
    PHASE_TWO,
    OVER,
    { title: 'is never superseded', talks: ({ state }) => state !== 'superseded' },
    { title: 'is never fulfilled', talks: ({ state }) => state !== 'fulfilled' },
    { title: 'nothing is ever said to be broken', talks: ({ deal }) => !deal || deal.disputes.length === 0 },
    { title: 'is never longer than planned', talks: ({ deal }) => !deal || deal.extended === 0 },
    { title: 'is never out of reach', talks: ({ state }) => state !== 'talks.blocked' },
  ];
  const walks = new Map<string, Exhausted>();
  const walkedOf = (scenario: Scenario, law: Law): Exhausted => {
    const key = `${scenario.id} ${law.title}`;
    const walked = walks.get(key) ?? exhaust(scenario, { invariants: [law], bounds: { states: 1000 } });
    walks.set(key, walked);
    return walked;
  };
  const all = [fishing, two, harbour, fishery].flatMap((scenario) => laws.map((law) => ({ scenario, law })));

  it('leaves none that is longer than one that exhaust finds, and says how far it looked', () => {
    let [compared, looked] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.integer(), ({ scenario, law }, seed) => {
        const [found] = checkDeal(scenario, { invariants: [law], seed, runs: 100 });
        // A law of talks is broken by a course.
        const events = found?.counterexample as readonly TalksEvent[] | undefined;
        if (!events) return;
        expect(isBroken(scenario, law, events)).toBe(true);
        const shortest = walkedOf(scenario, law).findings[0]?.counterexample?.events.length;
        if (shortest !== undefined) compared++;
        expect(events.length).toBeLessThanOrEqual(shortest ?? events.length);
        const { any = 0, alike = 0 } = found?.shorter ?? {};
        expect(any).toBeLessThan(events.length);
        expect(alike).toBeLessThan(events.length);
        // Within what it says was tried, nothing is found beside the course by walking every state.
        const isAlike = ({ type }: TalksEvent) => events.some((event) => event.type === type);
        for (const [menu, depth] of [
          [[...walkedOf(scenario, law).tried, ...events], any],
          [[...walkedOf(scenario, law).tried, ...events].filter(isAlike), alike],
        ] as const) {
          if (depth === 0) continue;
          const walked = exhaust(scenario, { invariants: [law], bounds: { events: menu, depth, states: 1000 } });
          if (walked.states < 1000) looked++;
          expect(walked.findings.map(({ counterexample }) => counterexample)).toEqual([undefined]);
        }
      }),
      runs(40),
    );
    expect(compared).toBeGreaterThan(runs(40).numRuns / 3);
    expect(looked).toBeGreaterThan(runs(40).numRuns / 3);
  });

  it('ends a deal from outside where nothing that happens within is as short', () => {
    for (let seed = 0; seed < 8; seed++) {
      const events = left(fishery, OVER, seed);
      expect(events.slice(0, -1).map(({ type }) => type)).toEqual(['offer.tabled', 'agreement.concluded']);
      expect(['deal.superseded', 'deal.ended']).toContain(events.at(-1)?.type);
    }
  });

  it('has a new offer put forward by all, where nobody asks anything and none is known', () => {
    const blank = defineScenario({
      id: 'blank',
      parties: { a: {}, b: {} },
      terms: { x: { kind: 'flag' } },
      positions: {},
      space: { phases: { least: 1, most: 2 }, days: 9 },
    });
    for (let seed = 0; seed < 6; seed++) {
      const events = left(blank, AGREED, seed);
      expect(events).toMatchObject([{ type: 'offer.tabled', offer: { by: { value: ['a', 'b'] } } }]);
      expect(left(blank, STARTED, seed)).toHaveLength(2);
    }
  });

  it('goes on from nothing that a law passes over', () => {
    const law: Law = {
      title: 'is in force only where talks had rested',
      talks: ({ deal, log }) => {
        fc.pre(!deal || log.some(({ event }) => event.type === 'talks.suspended'));
        return !deal;
      },
    };
    for (let seed = 0; seed < 4; seed++) {
      const types = left(two, law, seed).map(({ type }) => type);
      expect(types).toContain('talks.suspended');
      expect(types).toHaveLength(4);
    }
  });

  it('asks of every course to a state, for a law that looks at how it came about', () => {
    const law: Law = {
      title: 'nothing is taken from the table and put there again',
      talks: ({ log }) => log.filter(({ event }) => event.type === 'offer.tabled').length < 2,
    };
    for (let seed = 0; seed < 4; seed++) {
      expect(left(two, law, seed).map(({ type }) => type)).toEqual(['offer.tabled', 'offer.tabled']);
      expect(left(harbour, VOTED, seed)).toHaveLength(left(harbour, VOTED, 0).length);
    }
  });

  it('finds what breaks talks by what a law throws', () => {
    const law: Law = {
      title: 'can be asked of a deal that is over',
      talks: ({ snapshot }) => {
        if (snapshot.status !== 'active') throw new Error('over');
        return true;
      },
    };
    for (let seed = 0; seed < 4; seed++) {
      const [found] = checkDeal(two, { invariants: [law], seed, runs: 60 });
      expect(found?.counterexample).toHaveLength(3);
      expect(found?.shorter).toEqual({ alike: 2, any: 2 });
      expect(found?.text).toContain('Asking it threw: Error: over');
      expect(found?.text).toContain('No course of fewer events breaks it');
    }
  });
});

it('courses of which one event is refused shrink to that one', () => {
  fc.assert(
    fc.property(fc.constantFrom(fishing, river, two), fc.integer(), (scenario, seed) => {
      const { counterexample } = fc.check(
        fc.property(courses(scenario, { refused: 'one' }), ({ length }) => length < 0),
        { seed, numRuns: 1 },
      );
      const events = counterexample?.[0] ?? [];
      expect(events).toHaveLength(1);
      expect(events.map((event) => openTalks(scenario).do(event).accepted)).toEqual([false]);
    }),
    runs(20),
  );
});

it('a deal is superseded by none in particular, where any would do', () => {
  const law = { title: 'is never superseded', talks: ({ state }: Talks) => state !== 'superseded' };
  for (let seed = 4; seed < 12; seed++) {
    const [found] = checkDeal(two, { invariants: [law], seed, runs: 60 });
    // A law of talks is broken by a course.
    const events = found?.counterexample as readonly TalksEvent[];
    expect(events.map(({ type }) => type)).toEqual(['offer.tabled', 'agreement.concluded', 'deal.superseded']);
    expect(events.at(-1)).toEqual({ type: 'deal.superseded' });
  }
});
