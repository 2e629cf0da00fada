import fc from 'fast-check';
import {
  all,
  beforeEvent,
  checkOffer,
  days,
  deferred,
  defineScenario,
  earliestOf,
  halfOf,
  latestOf,
  months,
  onDate,
  onDay,
  remaining,
  shareOf,
  uponCompletion,
  uponEvent,
  uponStart,
  upTo,
  weeks,
  whenCertified,
  whenTotal,
  type Offer,
  type ObligationDraft,
  type PhaseExtensionDraft,
  type Scenario,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';

/** A carbon market of two states and a fund: where texts are tried that nobody wrote. */
export const market: Scenario = defineScenario({
  id: 'carbon-market',
  parties: { hills: { label: 'the Hills' }, coast: { label: 'the Coast' }, fund: { label: 'the Fund' } },
  terms: {
    permits: { kind: 'quantity', unit: 'permits', bounds: { most: 400 }, scope: 'phase' },
    money: { kind: 'quantity', unit: 'millions', step: 0.5, bounds: { most: 200 } },
    registry: { kind: 'flag' },
  },
  space: { phases: { least: 1, most: 3 } },
  agreement: { rule: 'unanimity', of: ['hills', 'coast'] },
  positions: {},
  offers: {},
});

/** An offer with a text, which has to be one that can be written down. */
export function withText(text: TextDraft, rest: object = {}, scenario: Scenario = market): Offer {
  const draft = { phases: [{ length: weeks(6) }, { length: days(30) }], phaseCount: 2, ...rest, text };
  const checked = checkOffer(scenario, 'draft', draft);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults, null, 1));
  return checked.value;
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const EVENTS = ['start', 'phase1', 'phase1.end', 'phase2', 'vote', 'harvest'] as const;

/** Any trigger that names nothing but the obligations and events of random texts. */
function anyTrigger(ids: readonly string[] = IDS): fc.Arbitrary<TriggerDraft> {
  const id = fc.constantFrom(...ids);
  const event = fc.constantFrom(...EVENTS);
  const { trigger } = fc.letrec<{ trigger: TriggerDraft }>((tie) => ({
    trigger: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.tuple(fc.integer({ min: -10, max: 60 }), event).map(([day, from]) => onDay(day, { from })),
      event.map((one) => uponEvent(one)),
      fc.tuple(event, fc.integer({ min: 0, max: 20 })).map(([one, n]) => uponEvent(one, days(n))),
      fc.tuple(event, fc.integer({ min: 0, max: 20 })).map(([one, n]) => beforeEvent(one, days(n))),
      fc.tuple(event, fc.integer({ min: 1, max: 3 })).map(([one, n]) => uponEvent(one, months(n))),
      fc.constantFrom('2031-02-01', '2031-06-30').map(onDate),
      id.map((one) => uponCompletion(one)),
      fc.tuple(id, fc.integer({ min: 1, max: 20 })).map(([one, n]) => uponCompletion(one, days(n))),
      id.map((one) => uponStart(one)),
      fc.constant(whenCertified('counted')),
      fc
        .tuple(fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 120 }))
        .map(([of, n]) => whenTotal(of, n)),
      fc.array(tie('trigger'), { minLength: 1, maxLength: 3 }).map((of) => earliestOf(...of)),
      fc.array(tie('trigger'), { minLength: 1, maxLength: 3 }).map((of) => latestOf(...of)),
    ),
  }));
  return trigger;
}

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 });

/** What is left of a record without the keys that hold nothing. */
type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> } & {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
};

/** A record without the keys that hold nothing. */
function without<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>;
}

const anyObligation: fc.Arbitrary<ObligationDraft> = fc
  .record({
    owedBy: fc.constantFrom(['hills'], ['coast'], ['fund'], ['board'], ['hills', 'coast'], ['auditor']),
    kind: fc.constantFrom('once', 'once', 'once', 'recurring', 'level', 'refrain'),
    strength: fc.constantFrom('shall', 'shall', 'shall', 'aims to', 'may'),
    verifier: maybe(fc.constantFrom('board', 'fund', 'hills')),
    begins: maybe(anyTrigger()),
    until: fc.option(anyTrigger(), { nil: undefined, freq: 2 }),
    within: fc.option(
      fc.integer({ min: 0, max: 30 }).map((n) => days(n)),
      { nil: undefined, freq: 2 },
    ),
    phase: fc.option(fc.constantFrom(1, 2), { nil: undefined, freq: 2 }),
    outlasts: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
    amount: fc.option(fc.constantFrom(10, 30, 60, 120), { nil: undefined, freq: 2 }),
    times: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 2 }),
    concurrent: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }) },
    ),
    following: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }) },
    ),
    uses: fc.constantFrom([], [], ['emission'], ['leakage']),
  })
  .map(({ amount, kind, times: often, within: length, until: end, ...rest }) => {
    // A clause has one end, and no more.
    const times = kind === 'recurring' ? often : undefined;
    const within = times === undefined ? length : undefined;
    return without({
      ...rest,
      within,
      until: times === undefined && within === undefined ? end : undefined,
      kind: kind,
      ...(amount !== undefined && { amount, of: 'permits' }),
      ...(kind === 'recurring' && { every: weeks(1), times }),
    });
  });

/** How a second phase stands to the first: following it, overlapping it, from one anchor with it; and how either grows. */
const anyPhases: fc.Arbitrary<NonNullable<TextDraft['phases']>> = fc
  .record({
    begins: fc.constantFrom<(TriggerDraft | undefined)[]>(
      undefined,
      onDay(0),
      onDay(30),
      onDay(20, { from: 'phase1' }),
      uponEvent('phase1', weeks(2)),
      uponEvent('phase1.end'),
      latestOf(uponEvent('phase1.end'), uponCompletion('a')),
      earliestOf(uponEvent('phase1.end'), uponCompletion('b')),
    ),
    grows: fc.constantFrom(1, 2),
    how: fc.constantFrom<(PhaseExtensionDraft | undefined)[]>(
      undefined,
      { how: 'by consent', unit: days(5), times: 2 },
      { how: 'by unit', unit: weeks(1), cap: weeks(2) },
      { how: 'pro rata', unit: days(1), per: { n: 10, of: 'permits' }, cap: days(9) },
    ),
  })
  .map(({ begins, grows, how }) => ({
    1: how && grows === 1 ? { extensions: [how] } : {},
    2: { ...(begins && { begins }), ...(how && grows === 2 && { extensions: [how] }) },
  }));

/** Any text of up to six obligations, which may be as wrong as it can be written down. */
const anyText: fc.Arbitrary<TextDraft> = fc
  .record({
    obligations: fc.tuple(...IDS.map(() => anyObligation)),
    vote: maybe(anyTrigger()),
    phase2: fc.option(anyTrigger(), { nil: undefined, freq: 2 }),
    phases: anyPhases,
    extended: fc.boolean(),
    talks: maybe(
      fc
        .record({ on: fc.constantFrom(1, 2), begin: maybe(anyTrigger()), end: maybe(anyTrigger()) })
        .map((talks) => without(talks)),
    ),
    deadline: maybe(anyTrigger()),
    signs: fc.constantFrom('signs', 'adheres', 'unsigned'),
    instruments: fc.boolean(),
    quota: fc.integer({ min: 1, max: 4 }),
    reports: fc.option(
      fc
        .record({
          every: fc.option(fc.constant(weeks(2)), { nil: undefined, freq: 2 }),
          begins: maybe(anyTrigger()),
          until: fc.option(anyTrigger(), { nil: undefined, freq: 2 }),
        })
        .map((duty) => ({ to: ['hills'], ...without(duty) })),
      { nil: undefined, freq: 2 },
    ),
  })
  .map(
    ({
      obligations,
      vote,
      phase2,
      phases,
      extended,
      talks,
      deadline,
      signs,
      instruments,
      quota,
      reports,
    }): TextDraft => ({
      bodies: {
        board: { members: ['hills', 'coast'], rule: { kind: 'quota', needed: quota }, ...(reports && { reports }) },
      },
      others: { auditor: 'an auditor' },
      events: { vote: vote ? { trigger: vote } : {}, harvest: {} },
      certifications: { counted: { by: 'board' } },
      obligations: Object.fromEntries(IDS.map((id, i) => [id, obligations[i] ?? { owedBy: ['hills'] }])),
      definitions: { emission: { means: 'what is burnt' } },
      phases: {
        1: phases[1] ?? {},
        2: {
          ...phases[2],
          ...(phase2 && { begins: phase2 }),
          ...(extended && { extensions: [{ how: 'while talks continue', unit: days(7) }] }),
        },
      },
      ...(talks && { talks: { next: talks } }),
      ...(deadline && { selections: { choice: { of: 'permits', namedBy: ['fund'], deadline } } }),
      ...(instruments && {
        instruments: {
          accord: { parties: { hills: 'signs', coast: signs } },
          annex: { over: ['accord'] },
        },
      }),
    }),
  );

/** A text that a careful drafter might have written: much of what follows on something follows on what is before it. */
const calmText: fc.Arbitrary<TextDraft> = fc
  .tuple(
    fc.tuple(...IDS.map((_, i) => fc.tuple(anyTrigger(IDS.slice(0, Math.max(1, i))), anyObligation))),
    fc.option(anyTrigger(), { nil: undefined, freq: 2 }),
    anyPhases,
    fc.tuple(...IDS.map(() => fc.option(fc.constantFrom(1, 2), { nil: undefined }))),
  )
  .map(([drawn, vote, phases, inPhase]): TextDraft => ({
    phases,
    bodies: { board: { members: ['hills', 'coast'] } },
    others: { auditor: 'an auditor' },
    events: { vote: vote ? { trigger: vote } : {}, harvest: {} },
    certifications: { counted: { by: 'board' } },
    obligations: Object.fromEntries(
      drawn.map(
        (
          [begins, { until, within, phase, concurrent, following, kind, every, times, ...rest }],
          i,
        ): [string, ObligationDraft] => [
          IDS[i] ?? 'a',
          // Only the last has all that may go wrong.
          i === IDS.length - 1
            ? { ...rest, begins, ...without({ kind, every, times, until, within, phase, concurrent, following }) }
            : {
                ...rest,
                begins: i === 0 ? onDay(3) : begins,
                within: within ?? days(2),
                strength: 'shall',
                kind: 'once',
                ...without({ phase: inPhase[i] }),
              },
        ],
      ),
    ),
  }));

export const calmOffer: fc.Arbitrary<Offer> = calmText.map((text) => withText(text));

/** The same, with something that comes round every week until a day that may not be known, or come late. */
export const weeklyOffer: fc.Arbitrary<Offer> = fc
  .tuple(
    calmText,
    fc.constantFrom<TriggerDraft[]>(
      uponEvent('harvest'),
      whenCertified('counted'),
      uponCompletion('a'),
      uponEvent('phase2.end'),
      latestOf(uponCompletion('b'), onDay(20)),
    ),
  )
  .map(([text, until]) =>
    withText({
      ...text,
      obligations: {
        ...text.obligations,
        weekly: { owedBy: ['coast'], kind: 'recurring', every: weeks(1), begins: onDay(0), until },
      },
    }),
  );

/** Any offer with any such text, however wrong. */
export const anyOffer: fc.Arbitrary<Offer> = anyText.map((text) => withText(text));

/** What an obligation of a fuller text owes, and how it comes round, in place of what it owed. */
const anyOwing: fc.Arbitrary<Partial<ObligationDraft>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.constant<Partial<ObligationDraft>>({ kind: 'recurring', perPhase: true }) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        counted: fc.constantFrom<('increment' | 'running total')[]>('increment', 'running total'),
        amount: fc.constantFrom<NonNullable<ObligationDraft['amount']>>(10, 60, 120, remaining(), halfOf(), deferred()),
      })
      .map(({ counted, amount }): Partial<ObligationDraft> => ({
        kind: 'once',
        of: 'permits',
        amount,
        series: { series: 'all', counted },
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 2 })
      .map((of): Partial<ObligationDraft> => ({ kind: 'once', of: 'money', byKey: { key: 'price', of } })),
  },
);

/** Any such text in which some comes round once a phase, some stands in a series, and some is owed by a key. */
export const fullerOffer: fc.Arbitrary<Offer> = fc
  .tuple(anyText, fc.tuple(...IDS.map(() => anyOwing)))
  .map(([text, owing]) =>
    withText({
      ...text,
      keys: { price: { rows: [{ for: { n: 2, of: ['permits'] }, give: [{ n: 1, of: 'money' }] }] } },
      obligations: Object.fromEntries(
        IDS.map((id, i): [string, ObligationDraft] => {
          const own: ObligationDraft = text.obligations?.[id] ?? { owedBy: ['hills'] };
          const more = owing[i] ?? {};
          if (Object.keys(more).length === 0) return [id, own];
          const { kind: _, every: __, times: ___, amount: ____, of: _____, phase, ...rest } = own;
          const inPhase = phase === undefined || 'perPhase' in more ? {} : { phase };
          return [id, { ...rest, ...inPhase, ...more }];
        }),
      ),
    }),
  );

/** A text whose obligations share out a stock, each on a day of its own: others wait for so much of it, or owe for it by a key. */
export const seriesOffer: fc.Arbitrary<Offer> = fc
  .record({
    days: fc.uniqueArray(fc.nat(40), { minLength: 3, maxLength: 5 }),
    members: fc.array(
      fc.record({
        amount: fc.constantFrom<NonNullable<ObligationDraft['amount']>>(
          ...[10, 30, 60, 200],
          ...[halfOf(), all(), remaining(), upTo(20), shareOf(1, 3), deferred()],
        ),
        counted: fc.constantFrom('increment' as const, 'running total' as const),
        rounding: fc.constantFrom('down' as const, 'up' as const),
      }),
      { minLength: 5, maxLength: 5 },
    ),
    answers: fc.array(fc.uniqueArray(fc.nat(2), { minLength: 1 }), { minLength: 1, maxLength: 2 }),
    isInSeries: fc.boolean(),
    free: fc.constantFrom(0, 0, 7),
    total: fc.option(fc.constantFrom(20, 60, 120), { nil: undefined }),
    upon: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
    reaches: fc.constantFrom(10, 50, 150),
  })
  .map(({ days: on, members, answers, isInSeries, free, total, upon, reaches }) => {
    const named = (ns: readonly number[]) => ns.map((n) => `m${n}`);
    const shared = on.map((day, i): [string, ObligationDraft] => {
      const { amount, counted, rounding } = members[i] ?? { amount: 1, counted: 'increment', rounding: 'down' };
      const series = { series: 'fund', counted };
      return [
        `m${i}`,
        { owedBy: ['fund'], of: 'money', amount, rounding, series, verifier: 'hills', begins: onDay(day) },
      ];
    });
    const answered = answers.map((of, i): [string, ObligationDraft] => {
      const series = { series: 'answers', counted: 'increment' } as const;
      const byKey = { key: 'rate', of: named(of) };
      const begins = onDay(50 + i);
      return [
        `k${i}`,
        { owedBy: ['hills'], of: 'permits', byKey, verifier: 'coast', begins, ...(isInSeries && { series }) },
      ];
    });
    const waits: ObligationDraft = { owedBy: ['coast'], verifier: 'hills', begins: whenTotal(named(upon), reaches) };
    const given = { for: { n: 3, of: ['money'] }, give: [{ n: 2, of: 'permits' }] };
    return withText({
      keys: {
        rate: {
          rows: [given, ...(free > 0 ? [{ give: [{ n: free, of: 'permits' }] }] : [])],
          ...(total !== undefined && { totals: { permits: total } }),
        },
      },
      obligations: Object.fromEntries([...shared, ...answered, ['waits', waits]]),
    });
  });

/** A clause that a review finds nothing wrong with: due at once, verified by a body, between the two sides. */
export const sound = (more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['hills'],
  to: ['coast'],
  verifier: 'fund',
  begins: onDay(0),
  ...more,
});
