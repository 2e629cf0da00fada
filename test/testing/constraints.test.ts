import fc from 'fast-check';
import { between, defineScenario, isFaultError, type Offer, type Region } from 'sticking-points';
import {
  acceptableOffers,
  amendments,
  blockedOffers,
  checkDeal,
  conditions,
  courses,
  drawOffers,
  everyNegotiatedPhaseHasAFallback,
  exhaust,
  inOrder,
  isEmptyRegion,
  offers,
  partialOffersOf,
  plantedConflicts,
  scenarios,
  weakerNeverAddsSticking,
  type Among,
  type DealInvariant,
} from 'sticking-points/testing';
import { testDeal } from 'sticking-points/vitest';
import { describe, expect, it } from 'vitest';
import { show } from '../../src/base/plain.js';

const lease = defineScenario({
  id: 'lease',
  parties: { landlord: {}, tenant: {} },
  terms: {
    rent: { kind: 'quantity', unit: 'euros', bounds: { least: 0, most: 2000 }, step: 50 },
    pets: { kind: 'flag' },
  },
  positions: {
    floor: { party: 'landlord', rigidity: 'red line', condition: { kind: 'compare', of: 'rent', op: '>=', line: 800 } },
  },
  offers: { first: { by: ['landlord'], terms: { rent: between(900, 1000), pets: true } } },
});
const first = lease.offers['first']!;
const yes: DealInvariant = { title: 'yes', offer: () => true };
const enough: DealInvariant = { condition: { kind: 'compare', of: 'rent', op: '>=', line: 0 } };
const everywhere: Region = { kind: 'both', of: [] };

/** The faults that a call throws, each as its code, place and sentence. */
function faultsOf(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    if (!isFaultError(error)) throw error;
    return error.faults.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
  }
  return [];
}

/** From JavaScript, constraints may be anything: each of these takes them. */
const TAKES: Readonly<Record<string, (constraints: never) => unknown>> = {
  checkDeal: (o: object) => checkDeal(lease, { invariants: [yes], ...o }),
  testDeal: (o: object) => {
    testDeal(lease, { invariants: [yes], ...o });
  },
  exhaust: (o: object) => exhaust(lease, { bounds: { states: 5 }, ...o }),
  offers: (o) => offers(lease, o),
  acceptableOffers: (o) => acceptableOffers(lease, 'landlord', o),
  blockedOffers: (o) => blockedOffers(lease, 'floor', o),
  drawOffers: (o) => drawOffers(lease, everywhere, o),
  isEmptyRegion: (o) => isEmptyRegion(lease, everywhere, o),
  partialOffersOf: (o) => partialOffersOf(lease, first, o),
  amendments: (o) => amendments(lease, first, o),
  conditions: (o) => conditions(lease, o),
  courses: (o) => courses(lease, o),
  scenarios: (o) => scenarios(o),
};

/** What is no whole number between two is none in every one of these ways. */
function whole(name: string, key: string, least: number, most: string, greatest: number) {
  return [NaN, Infinity, least - 1, least + 0.5, greatest + 1, String(least), null, {}].map((value) => {
    const said = `${key}: '${key}' cannot be ${show(value)}: give a whole number from ${least} to ${most}.`;
    return [name, { [key]: value }, said] as const;
  });
}

const BILLION = ['1,000,000,000', 1e9] as const;

describe('constraints that cannot be', () => {
  it.each<readonly [string, object, string]>([
    ...whole('offers', 'most', 0, ...BILLION),
    ...whole('acceptableOffers', 'most', 0, ...BILLION),
    ...whole('blockedOffers', 'most', 0, ...BILLION),
    ...whole('drawOffers', 'most', 0, ...BILLION),
    ...whole('isEmptyRegion', 'most', 0, ...BILLION),
    ...whole('conditions', 'depth', 0, '20', 20),
    ...whole('courses', 'events', 0, '10,000', 10_000),
    ...whole('courses', 'least', 0, '10,000', 10_000),
    ...whole('checkDeal', 'events', 1, '10,000', 10_000),
    ...whole('scenarios', 'parties', 1, '4', 4),
    ...whole('scenarios', 'terms', 1, '8', 8),
    ...whole('scenarios', 'phases', 1, '12', 12),
    ...whole('scenarios', 'steps', 0, '1,000,000', 1e6),
    ...whole('scenarios', 'positions', 0, '100', 100),
    ...whole('scenarios', 'conflicts', 0, '100', 100),
    ...whole('scenarios', 'offers', 0, '10', 10),
    ...[0, NaN, -1, 1.5].map(
      (terms) =>
        ['amendments', { terms }, `terms: 'terms' cannot be ${terms}: give a whole number, 1 or more.`] as const,
    ),
    ...[NaN, -1, Infinity, 1e300].map(
      (margin) =>
        [
          'blockedOffers',
          { margin },
          `margin: 'margin' cannot be ${margin}: give a figure from 0 to 1,000,000,000.`,
        ] as const,
    ),
    ['offers', { known: 'zz' }, "known: 'known' cannot be 'zz': say 'full', 'partial' or 'either'."],
    ['offers', { absences: 1 }, "absences: 'absences' cannot be 1: say true or false."],
    ['offers', { shares: 'no' }, "shares: 'shares' cannot be 'no': say true or false."],
    ['offers', { known: ['full'] }, "known: 'known' cannot be this list: say 'full', 'partial' or 'either'."],
    ...['yesterday', 7, '2024-02-31', ''].map(
      (asOf) =>
        [
          'acceptableOffers',
          { asOf },
          `asOf: 'asOf' cannot be ${typeof asOf === 'string' ? `'${asOf}'` : asOf}: give a real day, 2024-02-23, or a month, 2024-02.`,
        ] as const,
    ),
    ['partialOffersOf', { readings: null }, "readings: 'readings' cannot be null: say true or false."],
    ['amendments', { id: '' }, "id: 'id' cannot be '': give a text that is not empty."],
    ['amendments', { id: 7 }, "id: 'id' cannot be 7: give a text that is not empty."],
    ['conditions', { lines: 'some' }, "lines: 'lines' cannot be 'some': say 'any' or 'single'."],
    ['courses', { least: 9, events: 3 }, "least: 'least' cannot be 9: no course has more than 3 events."],
    ['courses', { least: 31 }, "least: 'least' cannot be 31: no course has more than 30 events."],
    [
      'courses',
      { refused: 'one', events: 0 },
      "events: 'events' cannot be 0: a course of no event has none that is refused.",
    ],
    ['courses', { refused: 'x' }, "refused: 'refused' cannot be 'x': say 'none' or 'one'."],
    ['scenarios', { labels: 'odd' }, "labels: 'labels' cannot be 'odd': say 'plain' or 'awkward'."],
    ['scenarios', { bounded: 0 }, "bounded: 'bounded' cannot be 0: say true or false."],
    ['testDeal', { undetermined: 'pass' }, "undetermined: 'undetermined' cannot be 'pass': say 'fail' or 'skip'."],
    ['testDeal', { timeout: -1 }, "timeout: 'timeout' cannot be -1: give a whole number, 0 or more."],
    ['exhaust', { invariant: [] }, "invariant: No option is called 'invariant'. Did you mean 'invariants'?"],
  ])('of %s: %j', (name, constraints, said) => {
    expect(faultsOf(() => TAKES[name]?.(constraints as never))).toEqual([`testing/bad-option ${said}`]);
  });

  it.each(Object.entries(TAKES))('are all told at once by %s, and what is left out may be undefined', (_, takes) => {
    expect(faultsOf(() => takes({ strange: 1, odd: 2 } as never))).toHaveLength(2);
    expect(faultsOf(() => takes({ seed: undefined, strange: 1 } as never)).at(-1)).toContain("called 'strange'");
  });

  it.each([
    'offers',
    'acceptableOffers',
    'blockedOffers',
    'drawOffers',
    'partialOffersOf',
    'amendments',
    'conditions',
    'courses',
    'scenarios',
  ])('are no record: %s', (name) => {
    for (const none of [null, 5, 'all', []]) {
      expect(faultsOf(() => TAKES[name]?.(none as never))[0]).toMatch(
        /^testing\/bad-option : The options cannot be .*: give a record\.$/,
      );
    }
  });

  it('of the way talks are run are told before anything is drawn', () => {
    for (const takes of [TAKES['courses'], TAKES['checkDeal'], TAKES['exhaust']]) {
      expect(faultsOf(() => takes?.({ talks: { answers: 'loudly' } } as never))[0]).toMatch(
        /^talks\/bad-option talks\.answers: /,
      );
    }
  });

  it('cannot be told of what is no scenario', () => {
    expect(faultsOf(() => plantedConflicts(fc.constant(lease) as never))[0]).toMatch(
      /^testing\/bad-option positions: 'positions' cannot be missing: give a scenario/,
    );
  });
});

describe('constraints at their ends', () => {
  it.each<readonly [string, object]>([
    ['offers', { most: 0 }],
    ['offers', { most: 1e9 }],
    ['blockedOffers', { margin: 0 }],
    ['drawOffers', { most: 0 }],
    ['amendments', { terms: 99 }],
    ['conditions', { depth: 20 }],
    ['courses', { events: 0 }],
    ['courses', { events: 300, least: 300 }],
    ['scenarios', { parties: 4, terms: 8, phases: 12, steps: 1e6, positions: 20, conflicts: 5, bounded: false }],
    ['scenarios', { parties: 1, terms: 1, phases: 1, steps: 0, positions: 0, conflicts: 3 }],
  ])('draw something: %s, %j', (name, constraints) => {
    const drawn = fc.sample(TAKES[name]?.(constraints as never) as fc.Arbitrary<unknown>, { seed: 1, numRuns: 3 });
    expect(drawn).toHaveLength(3);
  });

  it('that leave nothing are told', () => {
    expect(faultsOf(() => blockedOffers(lease, 'floor', { margin: 1e9 }))[0]).toMatch(
      /^testing\/empty-region : No offer of 'lease' leaves 'floor' unmet by 1000000000: /,
    );
  });
});

describe('ids that there are not', () => {
  it.each<readonly [unknown, string]>([
    ['landlrd', "testing/unknown-party : There is no party 'landlrd'. Did you mean 'landlord'?"],
    ['toString', "testing/unknown-party : There is no party 'toString'. Known: 'landlord', 'tenant'."],
    [undefined, "testing/unknown-party : missing is no party: give its id. Known: 'landlord', 'tenant'."],
    [7, "testing/unknown-party : 7 is no party: give its id. Known: 'landlord', 'tenant'."],
    [['landlord'], "testing/unknown-party : this list is no party: give its id. Known: 'landlord', 'tenant'."],
  ])('of a party: %j', (party, said) => {
    expect(faultsOf(() => acceptableOffers(lease, party as string))).toEqual([said]);
  });

  it.each<readonly [unknown, string]>([
    ['flor', "testing/unknown-position : There is no position 'flor'. Did you mean 'floor'?"],
    [null, "testing/unknown-position : null is no position: give its id. Known: 'floor'."],
  ])('of a position: %j', (position, said) => {
    expect(faultsOf(() => blockedOffers(lease, position as string))).toEqual([said]);
  });
});

describe('what is no region', () => {
  const band = { kind: 'band', sum: [{ of: 'rent', times: 1 }], least: 3 };
  it.each<readonly [unknown, string]>([
    [undefined, "region: missing is no region: give one of kind 'band', 'both' or 'either'."],
    [[], "region: this list is no region: give one of kind 'band', 'both' or 'either'."],
    [{ kind: 'bnd' }, "region: this record is no region: give one of kind 'band', 'both' or 'either'."],
    [{ kind: 'both' }, 'region.of: missing is no list of regions: give one.'],
    [{ kind: 'both', of: [null] }, "region.of.0: null is no region: give one of kind 'band', 'both' or 'either'."],
    [{ kind: 'either', of: [], most: 3 }, "region.most: A region of kind 'either' has no 'most'. Known: 'of'."],
    [{ ...band, sum: 'rent' }, "region.sum: 'rent' is no sum: give a list."],
    [{ ...band, least: NaN }, "region.least: 'least' cannot be NaN: give a whole number, or leave it out."],
    [{ ...band, most: 1.5 }, "region.most: 'most' cannot be 1.5: give a whole number, or leave it out."],
    [{ ...band, sum: [{ of: 'rent', times: '1' }] }, "region.sum.0.times: 'times' cannot be '1': give a whole number."],
    [{ ...band, sum: [{ of: 'rnt', times: 1 }] }, "region.sum.0.of: There is no variable 'rnt'. Did you mean 'rent'?"],
    [new Map(), 'region: The whole cannot be a Map: it should be a record.'],
  ])('%j', (region, said) => {
    expect(faultsOf(() => drawOffers(lease, region as Region))).toEqual([`testing/bad-region ${said}`]);
    expect(faultsOf(() => isEmptyRegion(lease, region as Region))).toEqual([`testing/bad-region ${said}`]);
  });

  it('holds itself', () => {
    const endless: { kind: 'both'; of: Region[] } = { kind: 'both', of: [] };
    endless.of.push(endless);
    expect(faultsOf(() => drawOffers(lease, endless))[0]).toMatch(
      /^testing\/bad-region region\..*more than 200 levels/,
    );
  });
});

describe('a ready law of what the scenario has not got', () => {
  it.each<readonly [string, DealInvariant, string]>([
    ['a term', everyNegotiatedPhaseHasAFallback('pet'), 'scenario/unknown-term term: '],
    ['a position', weakerNeverAddsSticking('flor', null), 'scenario/unknown-position position: '],
    [
      'a condition',
      weakerNeverAddsSticking('floor', { kind: 'flag', of: 'pet', is: true }),
      'scenario/unknown-term of: ',
    ],
    ['an order', inOrder('rent', 'pet'), 'scenario/unknown-term '],
  ])('is a fault and never a finding: %s', (_, law, said) => {
    const [offer] = fc.sample(offers(lease, { known: 'full' }), { seed: 1, numRuns: 1 });
    const asks = [
      () => checkDeal(lease, { invariants: [law], runs: 3 }),
      () => ('offer' in law ? law.offer(offer!, lease) : checkDeal(lease, { invariants: [law] })),
    ];
    for (const ask of asks) expect(faultsOf(ask).join('\n')).toContain(said);
  });
});

describe('what something must be so of', () => {
  const ask = (among: unknown, invariant: DealInvariant = enough) =>
    checkDeal(lease, { invariants: [invariant], among: among as Among });

  it.each<readonly [string, unknown]>([
    ['nothing', fc.constant(undefined)],
    ['a record', fc.constant({})],
    ['an offer of something else', fc.constant({ ...first, terms: { rnt: first.terms['rent'] } })],
  ])('cannot be drawn as %s', (_, among) => {
    for (const invariant of [enough, yes]) {
      expect(faultsOf(() => ask(among, invariant))[0]).toMatch(/^testing\/no-finding among: .* is no offer of 'lease'/);
    }
  });

  it('cannot be a draft that does not fit', () => {
    const strange = { ...first, terms: { rnt: first.terms['rent'] } } as Offer;
    expect(faultsOf(() => ask({ completing: strange }))[0]).toMatch(/^testing\/unfit-offer among\.completing: /);
    expect(faultsOf(() => ask({ completing: 5 }))[0]).toMatch(/^testing\/bad-option among\.completing: /);
    expect(faultsOf(() => ask({ completing: 'frst' }))[0]).toMatch(/^testing\/unknown-offer .*Did you mean 'first'/);
    expect(faultsOf(() => amendments(lease, undefined as never))[0]).toMatch(/^testing\/unfit-offer offer: /);
    expect(faultsOf(() => amendments(lease, strange))[0]).toMatch(/^testing\/unfit-offer offer: /);
    expect(faultsOf(() => partialOffersOf(lease, strange))[0]).toMatch(/^testing\/unfit-offer offer: /);
  });

  it('may be drawn by an arbitrary of any copy of fast-check', () => {
    const constant = fc.constant(first);
    const foreign: Pick<typeof constant, 'generate' | 'canShrinkWithoutContext' | 'shrink'> = {
      generate: (random, bias) => constant.generate(random, bias),
      canShrinkWithoutContext: (value): value is Offer => constant.canShrinkWithoutContext(value),
      shrink: (value, context) => constant.shrink(value, context),
    };
    expect(faultsOf(() => ask(foreign))).toEqual([]);
    expect(ask(foreign, yes)[0]?.finding).toBe('held');
  });
});
