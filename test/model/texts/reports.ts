import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { addDays } from '../../../src/base/day.js';
import {
  beginsOf,
  CONCLUDED,
  goesByItself,
  isBody,
  LONGER,
  PARTIES,
  speaksOf,
  type Begins,
  type Deal,
  type EventId,
  type Party,
} from './deal.js';

type Drawn = fc.Arbitrary<TalksEvent>;
export type Row = fc.Arbitrary<readonly TalksEvent[]>;

const by = fc.subarray<string>([...PARTIES]);
export const pass = (n: number): TalksEvent => ({ type: 'days.passed', days: n });
/** A day that may be over, or still to come. */
const someDay = fc.nat(25).map((n) => addDays(CONCLUDED, n) ?? CONCLUDED);
export const someDays: Drawn = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }).map(pass) },
  { weight: 1, arbitrary: someDay.map((until): TalksEvent => ({ type: 'days.passed', until })) },
);
const ofEvents: Drawn = fc
  .constantFrom('flood', 'harvest')
  .map((event): TalksEvent => ({ type: 'event.happened', event }));
const amount = fc.constantFrom(undefined, 1, 2, 4);
const optional = (n: number | undefined) => (n === undefined ? {} : { amount: n });

const [FOR, AGAINST] = ['for', 'against'] as const;

/** How the members of a body voted, if that is told; now and then others. */
function votesIn({ bodies }: Deal, id: string) {
  const { members: voting, chair } = isBody(id) ? bodies[id] : { members: [], chair: undefined };
  const how = fc.constantFrom(FOR, FOR, AGAINST, 'abstains' as const);
  const votesOf = (parties: readonly Party[]) => fc.record(Object.fromEntries(parties.map((one) => [one, how])));
  const some = fc.subarray([...voting], { minLength: Math.min(1, voting.length) }).chain(votesOf);
  const outvoted = fc.constant(Object.fromEntries(voting.map((one) => [one, one === chair ? AGAINST : FOR])));
  const cast = fc.oneof(outvoted, votesOf(voting), some, fc.subarray([...PARTIES], { minLength: 1 }).chain(votesOf));
  return fc.option(cast, { nil: undefined, freq: 4 }).map((votes) => (votes ? { votes } : {}));
}

/** What a body certifies. */
const certified = (deal: Deal): Drawn =>
  votesIn(deal, deal.certifier).map((cast) => ({ type: 'certification.given', certification: 'counted', ...cast }));

/** A day on which something was done that is told later; now and then one that is still to come. */
export const earlier = fc.option(
  fc.nat(12).map((n) => addDays(CONCLUDED, n) ?? CONCLUDED),
  { nil: undefined, freq: 3 },
);

/** The same, which may be before the conclusion. */
export const toldLate = (event: TalksEvent): Drawn =>
  fc
    .option(fc.integer({ min: -2, max: 12 }), { nil: undefined, freq: 2 })
    .map((n) => (n === undefined ? event : { ...event, on: addDays(CONCLUDED, n) ?? CONCLUDED }));

/** How much of what is done is known to be of which kind, which may come to too much. */
const kinds = fc.tuple(fc.constantFrom(undefined, undefined, 0, 1, 2, 3), fc.nat(3));

/** Which turn of what recurs is put off, if it is one; of what does not recur there is none. */
const turn = fc.constantFrom(undefined, undefined, 1, 2, 3, 6);

/** What is told of obligations: done, let go, withheld, put off, suspended. */
function ofPerformance({ duties }: Deal): Drawn {
  const id = fc.constantFrom(...Object.keys(duties));
  const done = fc
    .tuple(id, fc.nat(7), fc.constantFrom(undefined, 'board', 'north', 'south'), fc.boolean(), kinds, earlier)
    .map(([obligation, n, observer, whole, [wheat, rye], on]): TalksEvent => {
      const { tonnes } = duties[obligation]!;
      const all = whole ? (tonnes ?? 1) : n;
      return {
        type: 'performance.reported',
        obligation,
        amount: all,
        ...(tonnes !== undefined &&
          wheat !== undefined && {
            parts: { 'grain/wheat': Math.min(wheat, all), ...(rye > 0 && { 'grain/rye': Math.min(rye, all) }) },
          }),
        ...(observer !== undefined && { observer }),
        ...(on !== undefined && { on }),
      };
    });
  const waived = fc
    .tuple(id, by, amount)
    .map(([obligation, who, n]): TalksEvent => ({ type: 'performance.waived', obligation, by: who, ...optional(n) }));
  const excused = fc
    .tuple(id, fc.oneof(by, fc.constantFrom(['board'], ['south', 'board'], undefined)), amount)
    .map(([obligation, who, n]): TalksEvent => ({
      type: 'performance.excused',
      obligation,
      ...(who && { by: who }),
      ...optional(n),
    }));
  const withheld = id.map((obligation): TalksEvent => ({ type: 'performance.withheld', obligation }));
  const farOff = fc.integer({ min: 20, max: 60 }).map((n) => addDays(CONCLUDED, n) ?? CONCLUDED);
  const postponed = fc
    .tuple(id, fc.oneof(someDay, farOff), fc.oneof(by, fc.constant([...PARTIES])), turn)
    .map(([obligation, to, who, occurrence]): TalksEvent => ({
      type: 'performance.postponed',
      obligation,
      to,
      by: who,
      ...(occurrence !== undefined && { occurrence }),
    }));
  const broken = fc
    .tuple(
      fc.constantFrom<('performance.suspended' | 'performance.resumed')[]>(
        'performance.suspended',
        'performance.resumed',
      ),
      fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(
        undefined,
        undefined,
        undefined,
        ['north'],
        ['south'],
        ['board'],
        ['south', 'east'],
        ['north', 'panel'],
      ),
    )
    .map(([type, obligations, who]): TalksEvent => ({ type, obligations, ...(who && { by: who }) }));
  return fc.oneof(
    { weight: 5, arbitrary: done },
    ...[waived, excused, withheld, postponed, broken].map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

/** What is said, and found, of breaches. */
function ofBreaches(deal: Deal): Drawn {
  const { duties } = deal;
  const id = fc.constantFrom(...Object.keys(duties), ...Object.keys(duties), ...Object.keys(deal.talks));
  const said = fc
    .tuple(
      fc.constantFrom<('breach.alleged' | 'breach.cured')[]>('breach.alleged', 'breach.cured'),
      id,
      fc.constantFrom(undefined, 'north' as const, 'south' as const, 'board' as const),
    )
    .map(([type, obligation, who]): TalksEvent => {
      // No body alleges anything.
      if (type === 'breach.cured') return { type, obligation, ...(who !== undefined && { by: who }) };
      return { type, obligation, ...(who !== undefined && who !== 'board' && { by: who }) };
    });
  const found = fc.tuple(id, fc.constantFrom(undefined, 'board', 'panel', 'north')).chain(([obligation, other]) => {
    const who = other ?? duties[obligation]?.verifier ?? 'board';
    const whom = fc.constantFrom(
      undefined,
      undefined,
      [duties[obligation]?.owedBy ?? 'north'],
      ['south'],
      ['north', 'east'],
    );
    return fc.tuple(votesIn(deal, who), whom).map(([cast, against]): TalksEvent => ({
      type: 'breach.found',
      obligation,
      by: who,
      ...cast,
      ...(against && { against }),
    }));
  });
  return fc.oneof(said, found);
}

/** Instruments are suspended upon a breach, and go on. */
function ofInstruments({ duties }: Deal): Drawn {
  const instrument = fc.constantFrom('pact', 'pact', 'annex', 'other');
  const suspended = fc
    .tuple(
      instrument,
      fc.constantFrom(...Object.keys(duties)),
      fc.subarray([...PARTIES], { minLength: 1, maxLength: 2 }),
    )
    .map(([id, obligation, who]): TalksEvent => ({
      type: 'instrument.suspended',
      instrument: id,
      obligation,
      by: who,
    }));
  return fc.oneof(
    { weight: 2, arbitrary: suspended },
    { weight: 1, arbitrary: instrument.map((id): TalksEvent => ({ type: 'instrument.resumed', instrument: id })) },
  );
}

/** What is told of the talks that are promised. */
function ofTalks({ talks }: Deal): readonly Drawn[] {
  const ids = Object.keys(talks);
  if (ids.length === 0) return [];
  const types = ['promisedTalks.opened', 'promisedTalks.settled', 'promisedTalks.failed'] as const;
  return [
    fc.tuple(fc.constantFrom(...types), fc.constantFrom(...ids)).chain(([type, id]) => toldLate({ type, talks: id })),
  ];
}

/** An event is moved, by whoever may and whoever may not. */
function moved(event: EventId): Drawn {
  const who = fc.constantFrom(['north', 'south'], ['north', 'south', 'board', 'east'], ['board'], ['north']);
  return fc.tuple(someDay, who).map(([to, by]): TalksEvent => ({ type: 'event.moved', event, to, by }));
}

/** A phase is made longer, by consent, by the rule of the process, or in a way that its text may give. */
function extended({ phases }: Deal): Drawn {
  const ways = phases.flatMap((phase) => phase.ways.map(({ how }) => how));
  return fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.option(fc.integer({ min: 1, max: phases.length }), { nil: undefined }),
      fc.constantFrom(undefined, LONGER.rule, ...ways),
      fc.constantFrom(undefined, undefined, ['north'], ['south', 'north'], [...PARTIES]),
      earlier,
    )
    .map(([n, phase, rule, by, on]): TalksEvent => ({
      type: 'phase.extended',
      days: n,
      ...(on !== undefined && { on }),
      ...(by && { by }),
      ...(phase !== undefined && { phase }),
      ...(rule !== undefined && rule !== 'by consent' && { rule }),
    }));
}

/** What is told of talks on the next phase. */
const ofNextPhase: Drawn = fc
  .constantFrom('opened', 'settled', 'failed')
  .chain((how) => toldLate({ type: `nextPhase.${how}` }));

/** Talks on the next phase go on beyond the days of the present one, and at times come to an end. */
const talksOn: Row = fc
  .record({
    first: fc.constantFrom(1, 5, 13, 21),
    n: fc.integer({ min: 1, max: 9 }),
    last: fc.integer({ min: 1, max: 9 }),
    how: fc.constantFrom('settled', 'failed'),
  })
  .map(({ first, n, last, how }) => [
    { type: 'nextPhase.opened' },
    pass(first),
    pass(n),
    { type: `nextPhase.${how}` },
    pass(last),
  ]);

/** A phase is made longer in one way, several times over, mostly by whole units. */
export function longer({ phases }: Deal): Row {
  const ways = phases.flatMap(({ ways: all }, i) =>
    all.flatMap((way) => {
      const { how, unit = 1 } = way;
      const meant = { rule: how, unit, phase: i + 1 };
      // In a way that is another phase's, or by which a phase goes of itself, it is refused.
      return [
        ...Array.from(
          { length: goesByItself(way) ? 1 : how === 'pro rata' || how === 'while talks continue' ? 9 : 4 },
          () => meant,
        ),
        { ...meant, phase: 1 },
      ];
    }),
  );
  return fc
    .record({
      way: fc.constantFrom(...ways, { rule: LONGER.rule, unit: 1, phase: 1 }),
      many: fc.constantFrom(1, 1, 1, 2),
      more: fc.constantFrom(0, 0, 0, 1),
      n: fc.integer({ min: 2, max: 4 }),
    })
    .map(({ way: { rule, unit, phase }, many, more, n }) =>
      Array.from({ length: n }, (): TalksEvent => ({
        type: 'phase.extended',
        days: unit * many + more,
        phase,
        ...(rule !== 'by consent' && { rule }),
      })),
    );
}

/** A phase, over by now or not, is made longer, and was so some days ago. */
function longerLate({ phases }: Deal): Row {
  const days = fc.integer({ min: 1, max: 20 });
  return fc
    .record({ phase: fc.integer({ min: 1, max: phases.length }), gone: days, more: days, on: earlier, then: days })
    .map(({ phase, gone, more, on, then }) => [
      pass(gone),
      { type: 'phase.extended', days: more, phase, ...(on !== undefined && { on }) },
      pass(then),
    ]);
}

/** How the deal comes into force: at once, or after this and that, on its day or by a report. */
export function started(deal: Deal): Row {
  const reported: TalksEvent = { type: 'deal.started' };
  const before = fc.array(
    fc.oneof(
      moved('start'),
      moved('flood'),
      moved('harvest'),
      someDays,
      ofEvents,
      certified(deal),
      ofPerformance(deal),
      ofBreaches(deal),
      extended(deal),
    ),
    { maxLength: 4 },
  );
  const onItsDay = fc.tuple(before, fc.nat(9)).map(([events, n]): TalksEvent[] => {
    const to = addDays(CONCLUDED, n) ?? CONCLUDED;
    const isMovable = deal.movedBy.start.length > 0;
    return isMovable
      ? [{ type: 'event.moved', event: 'start', to, by: deal.movedBy.start }, ...events]
      : [...events, reported];
  });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([reported]) },
    ...(deal.upon.start
      ? [{ weight: 3, arbitrary: before.map((events) => [...events, ...opening(deal, deal.upon.start!)]) }]
      : []),
    { weight: 1, arbitrary: before.map((events) => [...events, reported]) },
    { weight: 2, arbitrary: onItsDay },
  );
}

export function anyEvent(deal: Deal): Drawn {
  const few: readonly Drawn[] = [
    ofEvents,
    fc.integer({ min: 1, max: deal.phases.length }).map((phase): TalksEvent => ({ type: 'phase.ended', phase })),
    fc.oneof(moved('flood'), moved('harvest'), moved('start'), fc.constant<TalksEvent>({ type: 'deal.started' })),
    extended(deal),
    ofNextPhase,
    ofInstruments(deal),
    ...ofTalks(deal),
  ];
  return fc.oneof(
    { weight: 10, arbitrary: ofPerformance(deal) },
    { weight: 4, arbitrary: someDays },
    { weight: 3, arbitrary: ofBreaches(deal) },
    { weight: 2, arbitrary: certified(deal) },
    ...few.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

/** Everything is done, in some order, and days pass; now and then something comes between. */
export function throughTo({ duties, phases }: Deal, noise: Row) {
  const ended: TalksEvent = { type: 'phase.ended', phase: phases.length };
  const lasts = phases.reduce((sum, { length }) => sum + length, 0);
  const settling = Object.entries(duties).flatMap(([obligation, { kind, tonnes, verifier, every }]): TalksEvent[] => {
    if (kind === 'refrain') return [];
    const times = every === 'phase' ? phases.length : (every ?? lasts) < lasts ? Math.floor(lasts / every!) : 1;
    const done = { type: 'performance.reported', obligation, amount: (tonnes ?? 1) * times } as const;
    return [{ ...done, ...(verifier && { observer: verifier }) }];
  });
  return fc
    .tuple(noise, fc.shuffledSubarray(settling, { minLength: Math.max(0, settling.length - 1) }), noise, fc.boolean())
    .map(([before, done, after, isLast]) =>
      isLast
        ? [...before, pass(lasts + 1), ...after, ended, ...done]
        : [...before, ...done, pass(7), ...after, pass(lasts)],
    );
}

/** What comes in a row and seldom would by chance. */
export function inARow(deal: Deal): Row {
  const rows = [
    ...levels(deal),
    breachFound(deal),
    breachFound(deal),
    breachFound(deal),
    invoked(deal),
    invoked(deal),
    invoked(deal),
    ...turns(deal),
    ...talksFound(deal),
    answered(deal),
    ...turnsPutOff(deal),
  ];
  return fc.oneof(...rows);
}

/** Turns of what recurs are put off one by one, some are done, and days pass. */
function turnsPutOff({ duties }: Deal): readonly Row[] {
  const ids = Object.keys(duties).filter((id) => duties[id]?.kind === 'recurring');
  if (ids.length === 0) return [];
  const put = fc.record({ turn: fc.constantFrom(1, 1, 2, 2, 3, 4), to: fc.integer({ min: 3, max: 40 }) });
  const row = fc
    .record({
      id: fc.constantFrom(...ids),
      puts: fc.array(put, { minLength: 1, maxLength: 3 }),
      n: fc.integer({ min: 1, max: 9 }),
      done: fc.nat(3),
    })
    .map(({ id, puts, n, done }): readonly TalksEvent[] => [
      ...puts.map(({ turn: occurrence, to }): TalksEvent => ({
        type: 'performance.postponed',
        obligation: id,
        occurrence,
        to: addDays(CONCLUDED, to) ?? CONCLUDED,
        by: [...PARTIES],
      })),
      pass(n),
      { type: 'performance.reported', obligation: id, amount: done * (duties[id]?.tonnes ?? 1) },
      pass(n),
    ]);
  return [row];
}

/** A level is reached, or missed by one, in time or before, and its last day passes. */
function levels(deal: Deal): readonly Row[] {
  const { duties } = deal;
  const ids = Object.keys(duties).filter((id) => duties[id]?.kind === 'level');
  if (ids.length === 0) return [];
  const row = fc
    .record({ id: fc.constantFrom(...ids), off: fc.constantFrom(-1, 0, 1, 1, 1), n: fc.nat(5) })
    .map(({ id, off, n }): readonly TalksEvent[] => {
      const { verifier, tonnes = 0, within } = duties[id]!;
      const said = { type: 'performance.reported', obligation: id, amount: tonnes + off } as const;
      return [
        ...opening(deal, beginsOf(deal, id)),
        { ...said, ...(verifier && { observer: verifier }) },
        ...(n > 0 ? [pass(n)] : []),
        pass(within + 1),
      ];
    });
  // Levels are few among obligations.
  return [row, row];
}

/** A breach is found and invoked, mostly by another side, and at times what that suspends goes on. */
function invoked(deal: Deal): Row {
  const { duties } = deal;
  // Those to which something is tied, where there are any.
  const all = Object.keys(duties).filter((id) => duties[id]?.instrument !== undefined);
  const tied = all.filter((id) => Object.keys(duties).some((other) => speaksOf(beginsOf(deal, other), id)));
  const standing = tied.length > 0 ? tied : all;
  return fc
    .record({
      obligation: fc.constantFrom(...(standing.length > 0 ? standing : Object.keys(duties))),
      who: fc.constantFrom('other', 'other', 'other', 'other', 'other', 'other', 'east', 'owes'),
      n: fc.nat(3),
      how: fc.constantFrom('goes on', 'is done', 'is suspended'),
    })
    .map(({ obligation, who, n, how }) => {
      const { verifier = 'board', owedBy, tonnes, instrument: of } = duties[obligation]!;
      const by = who === 'east' ? 'east' : (who === 'owes') === (owedBy === 'north') ? 'north' : 'south';
      const instrument = of === 'other' ? 'other' : 'pact';
      const done = { type: 'performance.reported', obligation, amount: tonnes ?? 1, observer: verifier } as const;
      return [
        ...opening(deal, beginsOf(deal, obligation)),
        { type: 'breach.found', obligation, by: verifier },
        { type: 'instrument.suspended', instrument, obligation, by: [by] },
        ...(n > 0 ? [pass(n)] : []),
        ...(how === 'is done' ? [done] : []),
        ...(how === 'goes on' ? [{ type: 'instrument.resumed', instrument } as const] : []),
      ];
    });
}

/** Talks are opened, come to an end, and at times turn once more. */
function turns({ talks }: Deal): readonly Row[] {
  const turn = (how: 'opened' | 'settled' | 'failed', id: string): TalksEvent => ({
    type: `promisedTalks.${how}`,
    talks: id,
  });
  return Object.keys(talks).map((id) =>
    fc
      .record({
        n: fc.nat(6),
        end: fc.constantFrom('settled' as const, 'failed' as const),
        again: fc.constantFrom(undefined, 'opened' as const, 'settled' as const, 'failed' as const),
      })
      .map(({ n, end, again }) => [
        turn('opened', id),
        ...(n > 0 ? [pass(n)] : []),
        turn(end, id),
        ...(again ? [turn(again, id)] : []),
      ]),
  );
}

/** That talks are not held is alleged or not, found, and at times cured; they may have been settled by then, in time or late. */
function talksFound({ talks }: Deal): readonly Row[] {
  return Object.keys(talks).map((obligation) =>
    fc
      .record({
        n: fc.nat(8),
        turn: fc.constantFrom(undefined, undefined, 'opened' as const, 'failed' as const, 'settled' as const),
        isAlleged: fc.boolean(),
        against: fc.constantFrom(undefined, undefined, ['north'], ['east']),
        cure: fc.constantFrom(undefined, undefined, 'south', 'board', 'north', 'panel'),
      })
      .map(({ n, turn, isAlleged, against, cure }): readonly TalksEvent[] => [
        ...(turn ? [{ type: 'promisedTalks.opened', talks: obligation } as const, pass(n + 1)] : [pass(n + 1)]),
        ...(turn && turn !== 'opened' ? [{ type: `promisedTalks.${turn}`, talks: obligation } as const] : []),
        ...(isAlleged ? [{ type: 'breach.alleged', obligation, by: 'south' } as const] : []),
        { type: 'breach.found', obligation, by: 'board', ...(against && { against }) },
        ...(cure === undefined ? [] : [{ type: 'breach.cured', obligation, by: cure } as const]),
      ]),
  );
}

/** Something is withheld, or late, and what is owed for it is suspended by whoever owes that, alone or with others. */
function answered({ duties }: Deal): Row {
  const ids = Object.keys(duties);
  return fc
    .record({
      left: fc.constantFrom(...ids),
      given: fc.constantFrom(...ids),
      isWithheld: fc.boolean(),
      n: fc.nat(9),
      more: fc.constantFrom<string[]>([], [], ['east'], ['panel']),
    })
    .map(({ left, given, isWithheld, n, more }) => [
      ...(n > 0 ? [pass(n)] : []),
      ...(isWithheld ? [{ type: 'performance.withheld', obligation: left } as const] : []),
      { type: 'performance.suspended', obligations: [given], by: [duties[given]!.owedBy, ...more] } as const,
      pass(1),
      { type: 'performance.resumed', obligations: [given], by: [duties[given]!.owedBy, ...more] } as const,
    ]);
}

/** A breach is alleged or not, found, and at times cured; of what the finder may have reported done before. */
function breachFound(deal: Deal): Row {
  const { duties } = deal;
  const ids = Object.keys(duties);
  const refrains = ids.filter((id) => duties[id]?.kind === 'refrain');
  return fc
    .tuple(fc.constantFrom(...ids, ...refrains), fc.nat(5), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean())
    .map(([obligation, n, isAlleged, isCured, isDone, isOutvoted]) => {
      const { verifier = 'board', tonnes = 1, within } = duties[obligation]!;
      const { members: voting, chair } = isBody(verifier) ? deal.bodies[verifier] : { members: [], chair: undefined };
      const votes = Object.fromEntries(voting.map((one) => [one, one === chair ? AGAINST : FOR]));
      return [
        ...opening(deal, beginsOf(deal, obligation)),
        ...(isAlleged ? [{ type: 'breach.alleged', obligation, by: 'south' } as const] : []),
        ...(isDone ? [{ type: 'performance.reported', obligation, amount: tonnes, observer: verifier } as const] : []),
        { type: 'breach.found', obligation, by: verifier, ...(isOutvoted && isBody(verifier) && { votes }) },
        ...(n > 0 ? [pass(n)] : []),
        ...(isCured ? [{ type: 'breach.cured', obligation, by: 'south' } as const, pass(within + 1)] : []),
      ];
    });
}

/** What has to happen for something to begin: one way of several, without regard to what has happened already. */
function opening(deal: Deal, begins: Begins): readonly TalksEvent[] {
  const { duties, phases } = deal;
  const wait = (n: number) => (n > 0 ? [pass(n)] : []);
  const open = (id: string) => opening(deal, beginsOf(deal, id));
  const done = (obligation: string): TalksEvent[] => {
    const { kind, tonnes: n = 1, verifier } = duties[obligation]!;
    if (kind === 'refrain') return [];
    return [{ type: 'performance.reported', obligation, amount: n, ...(verifier && { observer: verifier }) }];
  };
  if ('on' in begins) return wait(begins.on);
  if ('date' in begins) return wait(begins.date);
  if ('flood' in begins) return [{ type: 'event.happened', event: 'flood' }, ...wait(begins.flood)];
  if ('harvest' in begins) return [...opening(deal, deal.upon.harvest), ...wait(begins.harvest)];
  if ('phase' in begins) {
    const before = phases.slice(0, begins.phase - (begins.end ? 0 : 1));
    return wait(before.reduce((sum, { length }) => sum + length, begins.after));
  }
  if ('certified' in begins)
    return [{ type: 'certification.given', certification: 'counted' }, ...wait(begins.certified)];
  if ('started' in begins) return [...open(begins.started), ...wait(begins.after)];
  if ('completed' in begins) return [...open(begins.completed), ...done(begins.completed), ...wait(begins.after)];
  if ('found' in begins) {
    const by = duties[begins.found]?.verifier ?? 'board';
    return [...open(begins.found), { type: 'breach.found', obligation: begins.found, by }, ...wait(begins.after)];
  }
  if ('total' in begins) return [...begins.total.flatMap((id) => [...open(id), ...done(id)]), ...wait(begins.after)];
  const parts = 'first' in begins ? begins.first.slice(0, 1) : begins.last;
  return parts.flatMap((part) => opening(deal, part));
}

/** What comes while a deal is carried out, once it is in force. */
export function during(deal: Deal): Row {
  const event = anyEvent(deal);
  const noise = fc.array(event, { maxLength: 4 });
  const phased =
    deal.phases.length > 1
      ? fc.oneof(talksOn, talksOn, longer(deal), longer(deal), longer(deal), longerLate(deal))
      : fc.oneof(longer(deal), longerLate(deal));
  const mixed = fc.tuple(
    fc.constantFrom(phased, noise).chain((row) => row),
    inARow(deal),
    noise,
    inARow(deal),
    noise,
  );
  return fc.oneof(
    { weight: 1, arbitrary: fc.array(event, { maxLength: 25 }) },
    { weight: 6, arbitrary: mixed.map((parts) => parts.flat()) },
    { weight: 3, arbitrary: throughTo(deal, noise) },
  );
}

// What phases and obligations may wait for comes about early, or as it may.
export const readied = fc.subarray<TalksEvent>([
  { type: 'event.happened', event: 'flood' },
  { type: 'certification.given', certification: 'counted' },
]);

/** Anything that may be reported while a deal is carried out: most of it of obligations there are. */
export function anyReports(deal: Deal): Row {
  return fc.tuple(started(deal), readied, during(deal)).map((parts) => parts.flat());
}
