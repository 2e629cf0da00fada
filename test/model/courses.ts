import fc from 'fast-check';
import { MANDATES, type Scenario, type TalksEvent, type VotingRule } from 'sticking-points';
import { addDays, firstDay } from '../../src/base/day.js';

type Events = fc.Arbitrary<readonly TalksEvent[]>;

/**
 * Courses of events with ids of the scenario: most of them journeys from the first round to the last day with other
 * events thrown in, of which the talks refuse some; the rest of any events at all.
 */
export function modelCourses(scenario: Scenario): Events {
  const noise = (maxLength: number): Events => fc.array(anyEvent(scenario), { maxLength });
  // What is brought in can then be tabled by its id.
  const known: Events = fc.array(
    newOffers(scenario).map((offer): TalksEvent => ({ type: 'offer.recorded', offer })),
    {
      maxLength: 2,
    },
  );
  const stages = [known, ...journey(scenario)].map((stage) => fc.tuple(stage, noise(2)).map((parts) => parts.flat()));
  const through = fc.tuple(...stages).map((parts) => parts.flat());
  const undated = fc.oneof({ weight: 4, arbitrary: through }, { weight: 1, arbitrary: noise(40) });
  return fc.oneof(
    undated,
    undated.chain((events) => dated(scenario, events)),
  );
}

/** The same, with some events dated: mostly in the order of days, some out of it, some reported on a later day. */
function dated(scenario: Scenario, events: readonly TalksEvent[]): Events {
  const [deadline] = Object.values(scenario.process.deadlines);
  const first = deadline ? firstDay(deadline.by) : '2030-01-10';
  const dates = fc.record({
    start: fc.constantFrom(-20, -3, 0, 3),
    steps: fc.array(fc.option(fc.constantFrom(0, 0, 1, 2, -2, 40)), {
      minLength: events.length,
      maxLength: events.length,
    }),
    month: fc.constantFrom(false, false, false, true),
  });
  return dates.map(({ start, steps, month }) => {
    let days = start;
    return events.map((event, i) => {
      const step = steps[i];
      if (step === null || step === undefined || event.citation) return event;
      days += Math.max(0, step);
      // What is told late of an earlier day brings nothing back to it.
      const on = addDays(first, days + Math.min(0, step)) ?? first;
      return { ...event, on: month ? on.slice(0, 7) : on, ...(step === 2 && { reportedOn: addDays(on, 31) ?? on }) };
    });
  });
}

/** What leads on, stage by stage; a stage may be left out, or come to something else. */
function journey(scenario: Scenario): readonly Events[] {
  const { process, parties, positions, agreement } = scenario;
  const preconditions = Object.keys(process.preconditions);
  const met = fc.oneof(fc.constant(preconditions), fc.subarray(preconditions));
  const opening: Events = met.chain((ids) =>
    some(Object.keys(process.rounds), (round) => [
      ...ids.map((id): TalksEvent => ({ type: 'precondition.met', precondition: id })),
      ...Object.keys(parties).map((party): TalksEvent => ({ type: 'mandate.given', party, mandate: 'conclude' })),
      { type: 'round.opened', round },
    ]),
  );
  const yielding = Object.keys(positions).map((id): TalksEvent => ({
    type: 'position.revised',
    position: id,
    condition: null,
  }));
  const agreeing = fc
    .tuple(anyOffer(scenario), fc.constantFrom('accepts', 'accepts', 'rejects', 'undecided'), fc.boolean())
    .map(([offer, answer, yields]): readonly TalksEvent[] => [
      ...(yields ? yielding : []),
      { type: 'offer.tabled', offer },
      ...agreement.of.map((party): TalksEvent => ({ type: 'answer.declared', party, answer })),
    ]);
  const concluding: Events = fc.constant([{ type: 'agreement.concluded' }]);
  const approvals = process.ratification.map(approving);
  const carrying = fc.array(delivering(scenario), { minLength: 1, maxLength: 6 }).map((parts) => parts.flat());
  return [
    opening,
    agreeing,
    agreeing,
    concluding,
    ...approvals,
    fc.constant([{ type: 'deal.started' }]),
    carrying,
    carrying,
  ];
}

/** A step that is approved, and the days of objection after it; or that fails, at once or by an objection. */
function approving(step: Scenario['process']['ratification'][number]): Events {
  const { id, rule, objectionDays = 0 } = step;
  if (rule.kind === 'bodies')
    return fc.shuffledSubarray([...rule.of], { minLength: 1 }).chain((of) => deciding(id, rule, of));
  const voted: TalksEvent = { type: 'ratification.voted', step: id };
  const approved: TalksEvent =
    rule.kind === 'quota' ? { ...voted, votes: { for: rule.needed, against: 0 } } : { ...voted, outcome: 'approved' };
  const passing = (days: number): readonly TalksEvent[] => [{ type: 'days.passed', days }];
  const broken: readonly TalksEvent[] = [{ type: 'talks.suspended' }, { type: 'talks.resumed' }];
  const sustained: TalksEvent = { type: 'ratification.objected', step: id, outcome: 'sustained' };
  const within = fc.integer({ min: 1, max: objectionDays + 1 });
  const objecting: Events = within.chain((days) =>
    fc.constantFrom(passing(days), passing(days), [sustained], [...broken, ...passing(days)]),
  );
  const passed: Events = objectionDays > 0 ? objecting.map((after) => [approved, ...after]) : fc.constant([approved]);
  const failed: Events = fc.constantFrom<readonly TalksEvent[]>(
    [{ ...voted, outcome: 'rejected' }],
    [{ ...voted, votes: { for: 0, against: 60 } }],
    [{ ...voted, votes: { for: 0, against: 60 }, outcome: 'approved' }, approved],
  );
  return fc.oneof({ weight: 4, arbitrary: passed }, { weight: 1, arbitrary: failed });
}

/** Some of several bodies decide, mostly for it, by votes or as told; and days go by. */
function deciding(step: string, rule: Extract<VotingRule, { readonly kind: 'bodies' }>, of: readonly string[]): Events {
  const votes = fc.constantFrom({ for: 70, against: 20 }, { for: 60, against: 0 }, { for: 40, against: 40 });
  const told = (body: string) => {
    const type = 'ratification.voted';
    const outcome = fc.constantFrom('approved', 'approved', 'rejected');
    const byVotes = votes.map((cast): TalksEvent => ({ type, step, body, votes: cast }));
    const byOutcome = outcome.map((how): TalksEvent => ({ type, step, body, outcome: how }));
    const kind = rule.rules?.[body]?.kind ?? 'as reported';
    return fc.oneof({ weight: 3, arbitrary: kind === 'as reported' ? byOutcome : byVotes }, byOutcome, byVotes);
  };
  const after = fc.constantFrom<readonly TalksEvent[]>(
    [],
    [{ type: 'days.passed', days: 1 }],
    [{ type: 'days.passed', days: 6 }],
  );
  return fc.tuple(fc.tuple(...of.map(told)), after).map((parts) => parts.flat());
}

function delivering(scenario: Scenario): Events {
  const obligation = fc.constantFrom(...Object.keys(scenario.terms));
  const dispute = obligation.map((id): readonly TalksEvent[] => [
    { type: 'breach.alleged', obligation: id },
    { type: 'days.passed', days: 3 },
    { type: 'breach.cured', obligation: id },
  ]);
  const further = fc.constantFrom<readonly TalksEvent[]>(
    [{ type: 'nextPhase.opened' }],
    [{ type: 'nextPhase.opened' }, { type: 'nextPhase.settled' }],
    [{ type: 'nextPhase.opened' }, { type: 'nextPhase.failed' }],
    [{ type: 'nextPhase.failed' }],
  );
  const settling = anyOffer(scenario).chain((offer) =>
    fc
      .constantFrom<TalksEvent>({ type: 'nextPhase.settled' }, { type: 'agreement.concluded' })
      .map((last) => [
        { type: 'nextPhase.opened' } as const,
        { type: 'offer.tabled', offer } as const,
        ...scenario.agreement.of.map((party) => ({ type: 'answer.declared', party, answer: 'accepts' }) as const),
        last,
      ]),
  );
  // To the phase after, or beyond it.
  const onward = fc
    .constantFrom(10, 15, 40)
    .map((days): readonly TalksEvent[] => [
      { type: 'nextPhase.opened' },
      { type: 'nextPhase.settled' },
      { type: 'days.passed', days },
    ]);
  const passing = fc.integer({ min: 1, max: 8 }).map((n): readonly TalksEvent[] => [{ type: 'days.passed', days: n }]);
  const ending = fc.integer({ min: 1, max: 3 }).map((phase): readonly TalksEvent[] => [{ type: 'phase.ended', phase }]);
  // A phase that is over by its days goes on by itself: what is ended is so before that, or was extended.
  const endedThen: Events = fc
    .tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(1, 1, 2))
    .map(([days, phase]) => [
      ...(days > 0 ? [{ type: 'days.passed', days } as const] : []),
      { type: 'phase.ended', phase },
    ]);
  const rules = Object.keys(scenario.process.extensions);
  const extending: readonly Events[] = rules.map((rule) =>
    fc
      .tuple(fc.constantFrom(2, 3), fc.integer({ min: 1, max: 2 }))
      .map(([days, times]) =>
        Array.from({ length: times }, (): TalksEvent => ({ type: 'phase.extended', days, rule })),
      ),
  );
  return fc.oneof(dispute, further, settling, onward, passing, ending, endedThen, ...extending);
}

function anyOffer(scenario: Scenario) {
  return fc.constantFrom(...Object.keys(scenario.offers), 'new-0', 'new-1');
}

/** Any one event that names what there is. */
function anyEvent(scenario: Scenario): fc.Arbitrary<TalksEvent> {
  const { process, parties, positions, terms, offers, sources } = scenario;
  const party = fc.constantFrom(...Object.keys(parties));
  const obligation = fc.constantFrom(...Object.keys(terms));
  const conditions = Object.values(positions).flatMap((p) => p.readings.map((r) => r.condition));
  const fresh = newOffers(scenario);
  const one = (event: TalksEvent) => fc.constant(event);
  const each = (ids: readonly string[], make: (id: string) => TalksEvent) =>
    ids.length === 0 ? [] : [fc.constantFrom(...ids).map(make)];
  const [source] = Object.keys(sources);
  const arbitraries: readonly fc.Arbitrary<TalksEvent>[] = [
    ...each(Object.keys(process.preconditions), (precondition) => ({ type: 'precondition.met', precondition })),
    ...each(Object.keys(process.preconditions), (precondition) => ({ type: 'precondition.lapsed', precondition })),
    ...each(Object.keys(process.rounds), (round) => ({ type: 'round.opened', round })),
    ...each(Object.keys(process.rounds), (round) => ({ type: 'round.closed', round })),
    fc
      .tuple(party, fc.constantFrom(...MANDATES))
      .map(([id, mandate]) => ({ type: 'mandate.given', party: id, mandate })),
    fresh.map((offer) => ({ type: 'offer.recorded', offer })),
    fresh.map((offer) => ({ type: 'offer.tabled', offer })),
    anyOffer(scenario).map((offer) => ({ type: 'offer.tabled', offer })),
    anyOffer(scenario).map((offer) => ({ type: 'offer.withdrawn', offer })),
    fc
      .tuple(
        party,
        fc.constantFrom('accepts', 'rejects', 'undecided'),
        fc.option(fc.subarray(Object.keys(positions)), { nil: undefined, freq: 2 }),
      )
      .map(([id, answer, concedes]) => ({
        type: 'answer.declared',
        party: id,
        answer,
        ...(concedes && { concedes }),
      })),
    ...each(Object.keys(positions), (position) => ({ type: 'position.revised', position, condition: null })),
    ...(conditions.length === 0
      ? []
      : [
          fc
            .tuple(
              fc.constantFrom(...Object.keys(positions)),
              fc.constantFrom(...conditions),
              fc.option(fc.constantFrom('red line', 'demand', 'preference'), { nil: undefined }),
            )
            .map(([position, condition, rigidity]): TalksEvent => ({
              type: 'position.revised',
              position,
              condition,
              ...(rigidity && { rigidity }),
            })),
        ]),
    one({ type: 'talks.suspended' }),
    one({ type: 'talks.resumed' }),
    one({ type: 'agreement.concluded' }),
    ...process.ratification.flatMap(({ id, rule }) => voting(id, rule)),
    fc.constantFrom(1, 2, 3, 30).map((n) => ({ type: 'days.passed', days: n })),
    one({ type: 'deal.started' }),
    fc.constantFrom(1, 2, 3).map((phase) => ({ type: 'phase.ended', phase })),
    fc.constantFrom(1, 5).map((n) => ({ type: 'phase.extended', days: n })),
    fc.subarray(Object.keys(parties)).map((by) => ({ type: 'phase.extended', days: 1, by })),
    ...each(Object.keys(process.extensions), (rule) => ({ type: 'phase.extended', days: 2, rule })),
    ...each(
      Object.keys(terms).filter((id) => terms[id]?.kind === 'quantity'),
      (id) => ({ type: 'performance.reported', obligation: id, amount: 2 }),
    ),
    fc
      .tuple(fc.constantFrom('breach.alleged', 'breach.cured'), obligation, fc.option(party, { nil: undefined }))
      .map(([type, id, by]): TalksEvent => ({ type, obligation: id, ...(by !== undefined && { by }) })),
    fc.constantFrom('nextPhase.opened', 'nextPhase.settled', 'nextPhase.failed').map((type) => ({ type })),
    ...each(Object.keys(offers), (offer) => ({ type: 'deal.superseded', offer })),
    // Ended without a source it is refused, which is tried often enough.
    one(
      source === undefined
        ? { type: 'deal.ended' }
        : { type: 'deal.ended', citation: { source, attribution: 'narrator' } },
    ),
  ];
  return fc.oneof(...arbitraries);
}

function voting(step: string, rule: VotingRule): readonly fc.Arbitrary<TalksEvent>[] {
  const of = rule.kind === 'bodies' ? rule.of : [];
  const figure = fc.constantFrom(0, 3, 40, 60);
  const outcome = fc.constantFrom('approved', 'rejected');
  const votes = fc.record({ for: figure, against: figure });
  return [
    fc
      .record({ outcome, votes, ...(of.length > 0 && { body: fc.constantFrom(...of) }) }, { requiredKeys: [] })
      .map((decided): TalksEvent => ({ type: 'ratification.voted', step, ...decided })),
    fc
      .constantFrom('sustained', 'dismissed', 'dismissed')
      .map((settled): TalksEvent => ({ type: 'ratification.objected', step, outcome: settled })),
  ];
}

/** Whole offers under other ids, their phases of some other length, or their later ones still to be negotiated. */
function newOffers({ offers, space }: Scenario) {
  const variants = Object.values(offers).flatMap((offer) => [
    offer,
    { ...offer, phases: offer.phases.map((phase, i) => (i > 0 ? { ...phase, toBeNegotiated: YES } : phase)) },
    { ...offer, phases: Array.from({ length: space.phases.most }, () => ({ terms: {}, length: FOUR_DAYS })) },
  ]);
  return fc
    .tuple(fc.constantFrom(...variants), fc.constantFrom('new-0', 'new-1'))
    .map(([offer, id]) => ({ ...offer, id }));
}

const YES = { value: true, basis: 'assumed', citations: [] } as const;
const FOUR_DAYS = {
  value: { length: { wording: 'exactly', n: 4 }, unit: 'days' },
  basis: 'assumed',
  citations: [],
} as const;

function some(ids: readonly string[], make: (id: string) => readonly TalksEvent[]): Events {
  if (ids.length === 0) return fc.constant([]);
  return fc.option(fc.constantFrom(...ids)).map((id) => (id === null ? [] : make(id)));
}
