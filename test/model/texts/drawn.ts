import fc from 'fast-check';
import { namedIn, partsOf, waitsForHarvest } from './circle.js';
import {
  beginsOf,
  PARTIES,
  REPORTS,
  speaksOf,
  WAYS,
  type Anchor,
  type Begins,
  type Body,
  type Deal,
  type Duties,
  type Duty,
  type Grain,
  type Party,
  type Phase,
  type Promised,
  type Way,
} from './deal.js';

export const IDS = ['a', 'b', 'c', 'd'] as const;

const either = (one: fc.Arbitrary<Begins>): fc.Arbitrary<Begins> => {
  const two = fc.array(one, { minLength: 2, maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: two.map((first) => ({ first })) },
    { weight: 1, arbitrary: two.map((last) => ({ last })) },
  );
};

/** A begin that hangs on no obligation. */
const free: readonly fc.Arbitrary<Anchor>[] = [
  fc.record({ on: fc.integer({ min: -2, max: 12 }) }),
  fc.record({ date: fc.nat(16) }),
  fc.record({ flood: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ harvest: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ certified: fc.nat(3) }),
];

/** What hangs on an obligation. */
const uponDuty = (id: string): fc.Arbitrary<Begins> =>
  fc.oneof(
    fc.record({ started: fc.constant(id), after: fc.nat(4) }),
    fc.record({ completed: fc.constant(id), after: fc.nat(4) }),
    fc.record({ found: fc.constant(id), after: fc.nat(4) }),
  );

/** What brings the harvest about, as long as that waits for no harvest. */
export const uponHarvest: fc.Arbitrary<Begins> = either(
  fc.oneof(
    fc.record({ on: fc.integer({ min: -2, max: 9 }) }),
    fc.record({ date: fc.nat(16) }),
    fc.record({ flood: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ certified: fc.nat(3) }),
    { weight: 4, arbitrary: fc.constantFrom(...IDS).chain(uponDuty) },
  ),
);

/** What brings a deal into force of itself. */
export const uponStart: fc.Arbitrary<Anchor> = fc.oneof(
  fc.record({ date: fc.integer({ min: -2, max: 9 }) }),
  fc.record({ flood: fc.nat(3) }),
  fc.record({ certified: fc.nat(3) }),
);

/** From the start of a phase, or its end. */
const ofPhase = (least: number, most: number): fc.Arbitrary<Anchor> =>
  fc.record({
    phase: fc.integer({ min: least, max: most }),
    end: fc.boolean(),
    after: fc.integer({ min: -3, max: 4 }),
  });

/** A way of making a phase longer, capped or not. */
export const way: fc.Arbitrary<Way> = fc.constantFrom(...WAYS, 'while talks continue' as const).chain((how) =>
  fc.record<Way>({
    how: fc.constant(how),
    unit: how === 'by consent' ? fc.constant(undefined) : fc.constantFrom(undefined, 2, 3),
    per:
      how === 'pro rata'
        ? fc.record({ n: fc.constantFrom(1, 2, 3), beyond: fc.constantFrom(0, 0, 3) })
        : fc.constant(undefined),
    cap: fc.constantFrom(undefined, undefined, 4, 5),
    times: fc.constantFrom(undefined, undefined, 1, 2),
    isConditional: how === 'pro rata' ? fc.constantFrom(true, true, false) : fc.boolean(),
  }),
);

/** One phase to three, which follow, overlap, or stand apart; a later one hangs on the one before. */
const phases: fc.Arbitrary<readonly Phase[]> = fc.integer({ min: 1, max: 3 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, i) =>
      fc.record<Phase>({
        length: fc.constantFrom(12, 4, 20),
        ways: fc.uniqueArray(way, { maxLength: 2, selector: ({ how }) => how, minLength: 1 }),
        begins: fc.option<Begins, undefined>(
          fc.oneof({ weight: 3, arbitrary: phaseAfter(i) }, { weight: 1, arbitrary: uponDuty(IDS[0]) }),
          { nil: undefined, freq: i === 0 ? 2 : 3 },
        ),
        isToSettle: i === 0 ? fc.constant(false) : fc.constantFrom(true, false, false, false, false, false),
      }),
    ),
  ),
);

/** When a phase begins that comes after another, or after none. */
export function phaseAfter(before: number): fc.Arbitrary<Anchor> {
  const anchors = [
    fc.record({ on: fc.nat(9) }),
    fc.record({ date: fc.nat(16) }),
    fc.record({ flood: fc.nat(3) }),
    fc.record({ harvest: fc.nat(3) }),
    fc.record({ certified: fc.nat(2) }),
  ];
  if (before === 0) return fc.oneof(...anchors);
  return before === 1
    ? fc.oneof({ weight: 2, arbitrary: ofPhase(1, 1) }, { weight: 3, arbitrary: fc.oneof(...anchors) })
    : ofPhase(before, before);
}

/** A figure, or a share of what is owed. */
const reaches = fc.oneof(
  fc.integer({ min: 1, max: 8 }),
  fc.record({ parts: fc.constantFrom(1, 2), outOf: fc.constant(2) }),
);

/** A begin that hangs only on obligations before it, so that none waits for itself. */
export function begins(before: readonly string[], phases: number): fc.Arbitrary<Begins> {
  const beside: readonly fc.Arbitrary<Begins>[] = [...free, ofPhase(1, phases)];
  if (before.length === 0) return either(fc.oneof(...beside));
  const one = fc.constantFrom(...before);
  return either(
    fc.oneof(
      ...beside,
      fc.record({ started: one, after: fc.nat(4) }),
      fc.record({ completed: one, after: fc.nat(4) }),
      fc.record({ found: one, after: fc.nat(4) }),
      fc.record({ total: fc.subarray([...before], { minLength: 1 }), reaches, after: fc.nat(2) }),
    ),
  );
}

const other = (party: Party): Party => (party === 'north' ? 'south' : 'north');

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 });

/** So much once a phase, from a day before the last is over. */
const perPhase = (count: number): fc.Arbitrary<Duty> =>
  fc
    .record({
      strength: fc.constantFrom<Duty['strength'][]>('shall', 'aims to'),
      owedBy: fc.constantFrom<Party[]>('north', 'south'),
      tonnes: fc.constantFrom(undefined, 2),
      begins: fc.oneof<fc.Arbitrary<Anchor>[]>(
        fc.record({ on: fc.nat(4) }),
        fc.record({ phase: fc.constant(count), end: fc.constant(false), after: fc.nat(4) }),
      ),
    })
    .map((duty) => ({
      ...duty,
      kind: 'recurring',
      every: 'phase',
      to: other(duty.owedBy),
      instrument: 'pact',
      verifier: undefined,
      within: 0,
    }));

/** So much every so many days until a day of its own, which may fall within a turn, or before the first. */
const untilADay = (count: number): fc.Arbitrary<Duty> =>
  fc
    .record({
      strength: fc.constantFrom<Duty['strength'][]>('shall', 'shall', 'aims to'),
      owedBy: fc.constantFrom<Party[]>('north', 'south'),
      tonnes: fc.constantFrom(undefined, 2),
      every: fc.constantFrom(2, 3, 5),
      begins: fc.oneof<fc.Arbitrary<Anchor>[]>(
        fc.record({ on: fc.nat(4) }),
        fc.record({ flood: fc.nat(3) }),
        fc.record({ phase: fc.integer({ min: 1, max: count }), end: fc.constant(false), after: fc.nat(2) }),
      ),
      until: fc.oneof<fc.Arbitrary<Anchor>[]>(
        fc.record({ on: fc.integer({ min: 3, max: 20 }) }),
        fc.record({ date: fc.integer({ min: 3, max: 20 }) }),
        fc.record({ certified: fc.nat(9) }),
        ofPhase(1, count),
      ),
    })
    .map((duty) => ({
      ...duty,
      kind: 'recurring',
      to: other(duty.owedBy),
      instrument: 'pact',
      verifier: undefined,
      within: 0,
    }));

/** Fish for what is done of some of these. */
function byKey(ids: readonly string[], drawnDuties: Duties, count: number): fc.Arbitrary<Duty | undefined> {
  const paid = ids.filter((id) => drawnDuties[id]?.kind === 'once' && drawnDuties[id].tonnes !== undefined);
  if (paid.length === 0) return fc.constant(undefined);
  return fc
    .record({
      strength: fc.constantFrom<Duty['strength'][]>('shall', 'shall', 'aims to'),
      owedBy: fc.constantFrom<Party[]>('north', 'south'),
      instrument: fc.constantFrom<Duty['instrument'][]>('pact', undefined),
      verifier: fc.constantFrom('board' as const, undefined),
      begins: begins(ids, count),
      within: fc.constantFrom(0, 3, 7),
      byKey: fc.subarray(paid, { minLength: 1 }),
    })
    .map((duty) => ({ ...duty, kind: 'once', to: other(duty.owedBy), tonnes: undefined }));
}

/**
 * Lines for grain as a whole, for its kinds apart or together, or for one of them, so many or all of it; and now and then one tied to
 * nothing.
 */
export const key: fc.Arbitrary<Deal['key']> = fc
  .record({
    of: fc.constantFrom<(readonly (readonly Grain[])[])[]>(
      [['grain']],
      [['grain/wheat'], ['grain/rye']],
      [['grain/wheat'], ['grain/rye']],
      [['grain/wheat', 'grain/rye']],
      [['grain/wheat']],
      [['grain/wheat']],
    ),
    rates: fc.tuple(
      ...[0, 1].map(() =>
        fc.record({ n: fc.constantFrom<(number | 'all')[]>(1, 2, 3, 'all'), gives: fc.constantFrom(1, 2) }),
      ),
    ),
    free: fc.constantFrom(0, 0, 0, 2),
    there: fc.constantFrom(undefined, 4, 6, 10),
  })
  .map(({ of, rates, free, there }) => ({
    lines: [
      ...of.map((kinds, i) => ({ for: { n: rates[i]?.n ?? 1, of: kinds }, gives: rates[i]?.gives ?? 1 })),
      ...(free > 0 ? [{ for: undefined, gives: free }] : []),
    ],
    isRyeOutside: of.length === 1 && of[0]?.length === 1 && of[0][0] === 'grain/wheat',
    there,
  }));

/** That the board reports to the south, every so many days. */
const reports: fc.Arbitrary<Duty> = fc.constantFrom(3, 5).map((every) => ({
  kind: 'recurring',
  every,
  strength: 'shall',
  owedBy: 'board',
  to: 'south',
  instrument: undefined,
  verifier: undefined,
  tonnes: undefined,
  begins: { on: 0 },
  within: 0,
}));

/** An obligation of any kind but those that come round, which may hang on those before it. */
export const anyDuty = (before: readonly string[], count: number): fc.Arbitrary<Duty> =>
  fc
    .record({
      kind: fc.constantFrom<Duty['kind'][]>('once', 'once', 'once', 'refrain', 'level'),
      holds: fc.constantFrom<NonNullable<Duty['holds']>[]>('exactly', 'at least', 'at most', 'at most'),
      strength: fc.constantFrom<Duty['strength'][]>('shall', 'shall', 'shall', 'aims to', 'may'),
      owedBy: fc.constantFrom<Party[]>('north', 'south'),
      to: fc.constantFrom('other' as const, 'other' as const, 'east' as const, undefined),
      instrument: fc.constantFrom<Duty['instrument'][]>('pact', 'pact', 'pact', 'annex', 'other', undefined),
      verifier: fc.constantFrom('board' as const, 'panel' as const, 'north' as const, undefined),
      tonnes: fc.constantFrom(undefined, 4, 6),
      begins: begins(before, count),
      within: fc.constantFrom(0, 1, 3, 7),
      until: maybe(fc.oneof(...free, ofPhase(1, count))),
      after: fc.constantFrom(undefined, undefined, undefined, ...before),
    })
    .map(({ until, after, holds, ...duty }): Duty => ({
      ...duty,
      ...(duty.kind === 'level' && { holds, tonnes: duty.tonnes ?? 3 }),
      to: duty.to === 'other' ? other(duty.owedBy) : duty.to,
      ...(until && { until }),
      ...(after !== undefined && { following: [after] }),
    }));

const anyDuties = (count: number): fc.Arbitrary<Duties> =>
  fc
    .tuple(...IDS.map((_, i) => anyDuty(IDS.slice(0, i), count)))
    .chain((all) => fc.constantFrom(1, 2, 3, 4, 4).map((n) => all.slice(0, n)))
    .map((all): Duties => Object.fromEntries(all.map((duty, i) => [IDS[i] ?? '', duty])))
    .chain((all) => fc.constantFrom(0, 0, 0, 6, 9).map((day) => (day > 0 ? secondAfterOwn(all, day) : all)))
    .chain((all) => fc.boolean().map((isTogether) => (isTogether ? lastTogether(all) : all)))
    .chain((all) =>
      fc.tuple(
        fc.constant(all),
        byKey(Object.keys(all), all, count),
        maybe(perPhase(count)),
        maybe(reports),
        maybe(untilADay(count)),
      ),
    )
    .map(([all, keyed, phased, reporting, ending]) => ({
      ...all,
      ...(keyed && { k: keyed }),
      ...(phased && { p: phased }),
      ...(ending && { u: ending }),
      ...(reporting && { [REPORTS]: reporting }),
    }));

/** The same, of which the second is to be done by a day, and waits for the first, which the same party owes. */
function secondAfterOwn(all: Duties, day: number): Duties {
  const [first, second] = Object.keys(all);
  if (first === undefined || second === undefined || all[second]?.kind === 'refrain') return all;
  const { until: _, holds: __, ...before } = all[first]!;
  const { owedBy, to } = before;
  return {
    ...all,
    [first]: { ...before, kind: 'once', strength: 'shall', begins: { on: day % 4 } },
    [second]: {
      ...all[second]!,
      strength: 'shall',
      owedBy,
      to,
      begins: { completed: first, after: 0 },
      until: { on: day },
    },
  };
}

/** The same, of which the last two are to be done together, unless one of them waits for the other. */
function lastTogether(all: Duties): Duties {
  const [one, last] = Object.keys(all).slice(-2);
  const duty = last === undefined ? undefined : all[last];
  if (!duty || one === undefined || last === undefined || hangsOn(duty, one)) return all;
  return { ...all, [last]: { ...duty, concurrent: one } };
}

export const hangsOn = ({ begins: on, following = [] }: Duty, id: string) => speaksOf(on, id) || following.includes(id);

/** Talks whose days hang on anything, or are not said. */
function promised(ids: readonly string[], count: number): fc.Arbitrary<Promised> {
  const when = fc.option(begins(ids, count), { nil: undefined, freq: 4 });
  return fc.record({ begin: when, end: when, isBackedUp: fc.constantFrom(true, true, false) });
}

/** Talks on no phase, on one, on both, or none. */
export function promisedIn(ids: readonly string[], count: number): fc.Arbitrary<Deal['talks']> {
  const fees = promised(ids, count);
  if (count < 2) return fc.record({ fees }, { requiredKeys: [] });
  const next = fc.tuple(promised(ids, count), fc.integer({ min: 2, max: count })).map(([one, on]) => ({ ...one, on }));
  return fc.record({ fees, next }, { requiredKeys: [] });
}

export const body: fc.Arbitrary<Body> = fc.shuffledSubarray([...PARTIES], { minLength: 1 }).chain((members) =>
  fc.record<Body>({
    members: fc.constant(members),
    rule: fc.constantFrom<Body['rule'][]>('unanimity', 'unanimity', 'majority', 'majority', 1, 2, 3),
    chair: fc.constantFrom(undefined, ...members, ...members),
  }),
);

/** The obligations that a clause may name. */
export const named = (drawn: Duties) => Object.keys(drawn).filter((id) => id !== REPORTS);

/** A phase that does not wait for what waits for a phase: the first obligation may be done together with another. */
export function withoutCircle(duties: Duties) {
  const { until } = duties[IDS[0]] ?? {};
  const anchors = [
    ...(Object.hasOwn(duties, IDS[0]) ? partsOf(beginsOf({ duties }, IDS[0])) : []),
    ...(until ? [until] : []),
  ];
  const hangsOnPhase = anchors.some((anchor) => 'phase' in anchor);
  return (phase: Phase): Phase =>
    phase.begins && speaksOf(phase.begins, IDS[0]) && hangsOnPhase ? { ...phase, begins: undefined } : phase;
}

/** With a harvest on a day of its own, where it would wait for itself, or for what there is not. */
export function harvested(deal: Deal): Deal {
  const { upon, duties } = deal;
  const isOf = (id: string) => Object.hasOwn(duties, id) && !waitsForHarvest(deal, id);
  return namedIn(upon.harvest).every(isOf) ? deal : { ...deal, upon: { ...upon, harvest: { on: 5 } } };
}

export const anyDeal: fc.Arbitrary<Deal> = phases.chain((asDrawn) =>
  anyDuties(asDrawn.length).chain((drawn) => {
    const drawnPhases = asDrawn.map(withoutCircle(drawn));
    return fc
      .record<Deal>({
        duties: fc.constant(drawn),
        talks: promisedIn(named(drawn), drawnPhases.length),
        holds: fc.constantFrom('whole' as const, 'part by part' as const, 'part by part' as const),
        unaffected: fc.subarray(named(drawn), { maxLength: 1 }),
        movedBy: fc.record({
          flood: fc.constantFrom<string[][]>([], ['north', 'south'], ['board']),
          harvest: fc.constantFrom<string[][]>([], ['north', 'south'], ['board']),
          start: fc.constantFrom<string[][]>([], ['north', 'south'], ['north', 'south'], ['board', 'east']),
        }),
        upon: fc.record({ harvest: uponHarvest, start: fc.option(uponStart, { nil: undefined, freq: 2 }) }),
        phases: fc.constant(drawnPhases),
        bodies: fc.record({ board: body, panel: body }),
        key,
        certifier: fc.constantFrom('board' as const, 'panel' as const),
      })
      .map(harvested);
  }),
);
