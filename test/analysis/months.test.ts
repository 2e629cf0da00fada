import fc from 'fast-check';
import {
  assess,
  between,
  checkOffer,
  checkScenario,
  days,
  judge,
  months,
  readDeal,
  readingsOf,
  settingOf,
  type Condition,
  type Offer,
  type Scenario,
} from 'sticking-points';
import { bridge, findConcessions, findConflicts, leastMovement, settle, zopa } from 'sticking-points/analysis';
import { acceptableOffers, blockedOffers, checkDeal, drawOffers, isEmptyRegion, offers } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../laws/runs.js';

const LIMIT = 64;

function scenarioWith(
  conditions: Readonly<Record<string, Condition>>,
  phases: 1 | 2 = 1,
  offers: object = {},
): Scenario {
  const ids = Object.keys(conditions);
  const draft = {
    id: 'months',
    parties: Object.fromEntries(ids.map((id) => [`of-${id}`, {}])),
    space: { phases: { least: 1, most: phases }, days: LIMIT },
    terms: { monitored: { kind: 'flag' } },
    positions: Object.fromEntries(
      ids.map((id) => [id, { party: `of-${id}`, rigidity: 'demand', condition: conditions[id]! }] as const),
    ),
    offers,
  };
  const checked = checkScenario(draft);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}

const length = (op: string, line: unknown, unit: string, scope?: unknown) =>
  ({ kind: 'length', op, line, unit, ...(scope !== undefined && { in: scope }) }) as Condition;
const least = length('>=', 2, 'months');
const most = length('<=', 2, 'months');
const just = length('=', 2, 'months');

/** An exact length, and the months that it is worded in. */
interface Worded {
  readonly days: number;
  readonly months?: number;
}

const ENDS: Readonly<Record<number, readonly [number, number]>> = { 1: [28, 31], 2: [59, 62] };

/** The ways to word so many days. */
function wordings(n: number): readonly Worded[] {
  const fitting = Object.entries(ENDS).filter(([, [low, high]]) => n >= low && n <= high);
  return [{ days: n }, ...fitting.map(([m]) => ({ days: n, months: Number(m) }))];
}

/** A full deal: the whole, and each phase. */
interface Deal {
  readonly whole: Worded;
  readonly phases: readonly Worded[];
}

function* deals(most: 1 | 2): Generator<Deal> {
  for (let n = 0; n <= LIMIT; n++) {
    for (const whole of wordings(n)) {
      for (const one of wordings(n)) yield { whole, phases: [one] };
      if (most === 1) continue;
      for (let first = 0; first <= n; first++) {
        for (const one of wordings(first)) for (const two of wordings(n - first)) yield { whole, phases: [one, two] };
      }
    }
  }
}

function offerOf({ whole, phases }: Deal): Offer {
  const said = ({ days: n, months: worded }: Worded) =>
    ({ value: worded === undefined ? exact(n, 'days') : { ...exact(worded, 'months'), days: n }, ...ASSUMED }) as const;
  return {
    id: 'deal',
    label: 'deal',
    standing: 'proposal',
    known: 'full',
    ...ASSUMED,
    related: [],
    length: said(whole),
    terms: { monitored: { value: false, ...ASSUMED } },
    phases: phases.map((one) => ({ length: said(one), terms: {} })),
    barred: {},
  };
}

const ASSUMED = { basis: 'assumed', citations: [] } as const;
const exact = <U extends string>(n: number, unit: U) => ({ length: { wording: 'exactly', n } as const, unit });

/** The verdicts of conditions on every deal, with those deals. */
function judged(scenario: Scenario, conditions: readonly Condition[], most: 1 | 2) {
  return [...deals(most)].map((deal) => {
    const read = readDeal(settingOf(scenario), offerOf(deal));
    expect(read.contradiction).toBeUndefined();
    return { deal, verdicts: conditions.map((condition) => judge(condition, read).verdict) };
  });
}

const inMonths = fc
  .tuple(
    fc.constantFrom('>=', '<=', '>', '<', '='),
    fc.constantFrom<unknown>(1, 2, 2, 2, between(1, 2), { wording: 'about', n: 2 }, { wording: 'more than', n: 1 }),
    fc.constantFrom<unknown>(undefined, 'total', 1, 2, { upTo: 1 }, { upTo: 2 }),
  )
  .map(([op, line, scope]) => length(op, line, 'months', scope));
const inDays = fc
  .tuple(fc.constantFrom('>=', '<='), fc.integer({ min: 26, max: LIMIT }), fc.constantFrom<unknown>(undefined, 1, 2))
  .map(([op, line, scope]) => length(op, line, 'days', scope));
const condition = fc.oneof(
  { weight: 6, arbitrary: inMonths },
  { weight: 3, arbitrary: inDays },
  { weight: 1, arbitrary: inMonths.map((of): Condition => ({ kind: 'not', of })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(inMonths, inDays)
      .map(([a, b]): Condition => ({ kind: 'any', of: [{ kind: 'not', of: a }, b] })),
  },
);
const phasesOf = (all: readonly Condition[]) =>
  JSON.stringify(all).includes('"in":2') || JSON.stringify(all).includes('"upTo":2') ? 2 : undefined;
/** Positions, with the most phases that deals may have. */
const disputes = fc
  .tuple(fc.array(condition, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 1, 1, 2))
  .map(([all, phases]) => ({
    conditions: Object.fromEntries(all.map((one, i) => [`p${i + 1}`, one])),
    phases: (phasesOf(all) ?? phases),
  }));

describe('lengths in calendar months, among all offers', () => {
  it('exclude each other just where no deal in any wording meets them, by listing every deal', async () => {
    const seen = { conflicts: 0, wordedOnly: 0 };
    await fc.assert(
      fc.asyncProperty(disputes, async ({ conditions, phases }) => {
        const scenario = scenarioWith(conditions, phases);
        const ids = Object.keys(conditions);
        const all = judged(scenario, Object.values(conditions), phases);
        const bits = (verdicts: readonly string[]) => verdicts.reduce((sum, v, i) => sum | (+(v === 'met') << i), 0);
        const met = new Set(all.map(({ verdicts }) => bits(verdicts)));
        const inFigures = all.filter(({ deal }) => [deal.whole, ...deal.phases].every((w) => w.months === undefined));
        const figures = new Set(inFigures.map(({ verdicts }) => bits(verdicts)));
        const sets = Array.from({ length: 1 << ids.length }, (_, set) => set);
        const canMeet = (by: ReadonlySet<number>, set: number) => [...by].some((one) => (one & set) === set);
        const excluded = sets.filter((set) => !canMeet(met, set));
        const smallest = excluded.filter((set) => !excluded.some((other) => other !== set && (other & set) === other));
        seen.conflicts += smallest.length;
        seen.wordedOnly += sets.filter((set) => canMeet(met, set) && !canMeet(figures, set)).length;
        const { conflicts, complete } = await findConflicts(scenario);
        expect(complete).toBe(true);
        const found = conflicts.map(({ positions }) => ids.reduce((b, id, i) => b | (+positions.includes(id) << i), 0));
        expect(found.sort((a, b) => a - b)).toEqual(smallest);
        // What they would allow is judged again on the way.
        expect((await findConcessions(scenario)).complete).toBe(true);
        expect((await leastMovement(scenario)).complete).toBe(true);
        await zopa(scenario);
      }),
      runs(30),
    );
    expect([seen.conflicts > 0, seen.wordedOnly > 0]).toEqual([true, true]);
  }, 600_000);

  it('are settled by what the completions of an offer are judged, in whatever wording', async () => {
    const offers = {
      silent: {},
      sixty: { length: days(60) },
      two: { length: months(2) },
      twoKnown: { length: months(2, { days: 60 }) },
      range: { length: days(between(50, LIMIT)) },
      first: { phases: [{ length: months(1) }] },
      firstDays: { phases: [{ length: days(30) }] },
    };
    await fc.assert(
      fc.asyncProperty(disputes, fc.constantFrom(...Object.keys(offers)), async ({ conditions, phases }, id) => {
        const scenario = scenarioWith(conditions, phases, offers);
        const all = judged(scenario, Object.values(conditions), phases).filter(({ deal }) => agrees(id, deal));
        const { positions } = await settle(scenario, id);
        const judgedAt = new Map(assess(scenario, id).verdicts.map((one) => [one.position, one.verdict]));
        for (const [i, position] of Object.keys(conditions).entries()) {
          const words = new Set(all.map(({ verdicts }) => verdicts[i]));
          const [only] = words;
          const settled = positions.find((one) => one.position === position)?.verdict ?? judgedAt.get(position);
          expect([position, settled]).toEqual([position, words.size === 1 && only !== 'open' ? only : 'open']);
        }
      }),
      { ...runs(40), examples: [[{ conditions: { p1: just }, phases: 1 }, 'silent']] },
    );
  }, 600_000);

  /** Whether a deal is one that such an offer may become. */
  function agrees(id: string, { whole, phases: [first, second] }: Deal): boolean {
    const exactly = (one: Worded | undefined, n: number, worded?: number) => one?.days === n && one.months === worded;
    // Of a deal of one phase, phase and whole are the same.
    const also = (same: boolean) => second !== undefined || same;
    switch (id) {
      case 'sixty':
        return exactly(whole, 60) && also(exactly(first, 60));
      case 'two':
        return whole.months === 2;
      case 'twoKnown':
        return exactly(whole, 60, 2);
      case 'range':
        return whole.days >= 50;
      case 'first':
        return first?.months === 1;
      case 'firstDays':
        return exactly(first, 30) && also(exactly(whole, 30));
      default:
        return true;
    }
  }
});

describe('at least and at most two months', () => {
  const scenario = scenarioWith({ long: least, short: most }, 1, {
    sixty: { length: days(60) },
    two: { length: months(2) },
  });

  it('do not exclude each other: two months meet both, and nothing has to move', async () => {
    expect((await findConflicts(scenario)).conflicts).toEqual([]);
    expect((await findConcessions(scenario)).coalitions[0]?.concessions.map((c) => c.positions)).toEqual([[]]);
    const { coalitions } = await leastMovement(scenario);
    expect(coalitions[0]?.movements.map(({ terms }) => terms)).toEqual([{}]);
    const deal = coalitions[0]?.movements[0]?.deal;
    expect(deal?.length).toMatchObject({ value: { length: { n: 2 }, unit: 'months' } });
    expect(assess(scenario, deal!).verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
  });

  it('are bridged from sixty days by the wording, which is a movement of a day, and from two months by nothing', async () => {
    const [way] = (await bridge(scenario, 'sixty')).coalitions[0]!.bridges;
    expect(way?.offer.length).toMatchObject({ value: { length: { n: 2 }, unit: 'months', days: 60 } });
    expect(assess(scenario, way!.offer).verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
    const [none] = (await bridge(scenario, 'two')).coalitions[0]!.bridges;
    expect(none?.patches).toEqual([]);
  });

  it('leave as much apart as months can never have, where one of them is meant in days', async () => {
    const near = scenarioWith({ long: length('>=', 62, 'days'), short: most });
    expect((await findConflicts(near)).conflicts).toEqual([]);
    const apart = scenarioWith({ long: length('>=', 63, 'days'), short: most });
    expect((await findConflicts(apart)).conflicts.map(({ positions }) => positions)).toEqual([['long', 'short']]);
    expect((await leastMovement(apart)).coalitions[0]?.movements[0]?.terms).toEqual({ length: 1 });
  });
});

describe('exactly two months', () => {
  const scenario = scenarioWith({ just });

  it('are met by an offer of two months alone, which is what is drawn', () => {
    const frame = { ...settingOf(scenario), want: 'met' } as const;
    const region = { kind: 'band', sum: [{ of: 'length=2 months', times: 1 }], least: 1 } as const;
    expect(frame.layout.months).toEqual([2]);
    expect(isEmptyRegion(scenario, region)).toBe(false);
    fc.assert(
      fc.property(drawOffers(scenario, region), (offer) => {
        const [verdict] = assess(scenario, offer).verdicts;
        return verdict?.verdict === 'met';
      }),
      { numRuns: few(50) },
    );
  });

  it('are found unmet, not undetermined, where a deal may be anything', () => {
    const [found] = checkDeal(scenario, { invariants: [{ title: 'just', condition: just }], runs: 20, seed: 1 });
    expect(found?.finding).toBe('broken');
  });
});

describe('how many days calendar months are', () => {
  const faults = (value: object) => {
    const draft = { id: 'd', parties: { a: {} }, space: { days: 400 }, terms: {}, positions: {} };
    const checked = checkScenario({ ...draft, offers: { one: { length: value } } });
    return checked.ok ? [] : checked.faults.map(({ code, message }) => `${code}: ${message}`);
  };

  it('is what they can have, and said of exact months alone', () => {
    expect(faults(months(2, { days: 60 }))).toEqual([]);
    expect(faults(months(2, { days: 63 }))).toEqual([
      'length/days: 2 calendar months have from 59 to 62 days, and not 63.',
    ]);
    const alone = 'length/days: How many days they are is said of exactly so many calendar months only: leave it out.';
    expect(faults(months(between(1, 2), { days: 60 }))).toEqual([alone]);
    expect(faults({ length: 60, unit: 'days', days: 60 })).toEqual([alone]);
  });
});

describe('drawn where wordings in months are told apart', () => {
  const scenario = scenarioWith({ just, long: length('>=', 40, 'days') }, 2);

  it('offers are valid, shrink to simpler ones, and what is blurred agrees with what it was blurred from', () => {
    const seen = { worded: 0, inDays: 0 };
    fc.assert(
      fc.property(offers(scenario), (offer) => {
        expect(checkOffer(scenario, 'one', offer)).toMatchObject({ ok: true });
        const lengths = [offer, ...offer.phases].flatMap((part) => (part.length ? readingsOf(part.length) : []));
        for (const { value } of lengths) seen[value.unit === 'months' ? 'worded' : 'inDays']++;
        expect(readDeal(settingOf(scenario), offer).contradiction).toBeUndefined();
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.worded, seen.inDays)).toBeGreaterThan(0);
  });

  it('acceptable offers are accepted, and those that leave a position unmet do so', () => {
    fc.assert(
      fc.property(acceptableOffers(scenario, 'of-just'), (offer) => {
        return assess(scenario, offer).verdicts.find(({ position }) => position === 'just')?.verdict === 'met';
      }),
      { numRuns: few(60) },
    );
    fc.assert(
      fc.property(blockedOffers(scenario, 'just'), (offer) => {
        return assess(scenario, offer).verdicts.find(({ position }) => position === 'just')?.verdict === 'unmet';
      }),
      { numRuns: few(60) },
    );
  });

  it('an offer in days shrinks from one that is worded in months as well', () => {
    const found = fc.check(
      fc.property(
        fc.constant(0).chain(() => drawOffers(scenario, { kind: 'both', of: [] })),
        (offer) => {
          const { value } = readingsOf(offer.length!)[0]!;
          return (value.length as { n: number }).n < 1 && value.unit === 'days';
        },
      ),
      { seed: 7, numRuns: 200 },
    );
    const { value } = readingsOf(found.counterexample![0].length!)[0]!;
    expect(value).toMatchObject({ unit: 'days' });
  });
});
