import { openTalks, type Scenario, type Talks, type TalksEvent } from 'sticking-points';
import { phaseOf } from '../../src/obligations/course.js';
import { astray, homeward } from './course.js';
import type { Random } from './random.js';

/**
 * All states of talks, told apart only by what their future depends on.
 *
 * Mandates, preconditions, answers, positions, disputes and days may be anything, and together they are far too many to walk.
 * But each can be brought to one and the same value from wherever it stands: `eased` does that, by events like any other. A
 * state that is eased to another has a course home if that one has. So it is enough to walk the eased states, and these are
 * few. That what their names leave out makes no difference is not taken on trust: it is a property, tried on random states.
 */
export interface Walked {
  /** One state of each name, and the names that its events lead to. */
  readonly states: ReadonlyMap<string, { readonly talks: Talks; readonly next: ReadonlySet<string> }>;
  /** Names from which no course leads to a final state. */
  readonly stuck: readonly string[];
}

/** The same talks, on a course by which whatever may stand in the way of an end no longer does. */
export function eased(talks: Talks): Talks {
  const now = talks.fork();
  const { scenario } = now;
  const context = () => now.snapshot.context;
  for (const dispute of context().deal?.disputes ?? []) now.do({ type: 'breach.cured', ...dispute });
  for (const party of Object.keys(scenario.parties)) {
    if (context().mandates[party] !== 'conclude') now.do({ type: 'mandate.given', party, mandate: 'conclude' });
  }
  for (const precondition of Object.keys(scenario.process.preconditions)) {
    if (!context().met.includes(precondition)) now.do({ type: 'precondition.met', precondition });
  }
  for (const position of Object.keys(scenario.positions)) {
    if (context().revised[position] !== null) now.do({ type: 'position.revised', position, condition: null });
  }
  for (const party of Object.keys(scenario.parties)) {
    if (context().offer !== null && context().declared[party]?.answer !== 'accepts') {
      now.do({ type: 'answer.declared', party, answer: 'accepts' });
    }
  }
  // A deal is run by its own text: an amendment is a step of its own, see `successors`.
  const amendment = context().deal && context().offer;
  if (amendment) now.do({ type: 'offer.withdrawn', offer: amendment });
  // Phases that have a length are over by it, one after the other; what is left is those without, and final states.
  for (let days = daysToPass(now); days > 0; days = daysToPass(now)) {
    if (!now.do({ type: 'days.passed', days }).accepted) throw new Error(`In ${now.state} no ${days} days can pass.`);
  }
  return now;
}

/** What the future of eased talks depends on. */
export function futureOf(talks: Talks): string {
  const { value, context } = talks.snapshot;
  const { offer, round, ratification, deal, today } = context;
  const course = deal && {
    offer: deal.offer,
    phase: deal.phase,
    settled: deal.settled,
    untilEnd: untilEnd(talks),
  };
  // What comes next comes today: no day before which it cannot have been stands in its way.
  const chain = ratification && {
    ...ratification,
    agreed: undefined,
    approved: undefined,
    since: undefined,
    decidedOn: undefined,
  };
  const deadlines = Object.values(talks.deadlines).map(({ standing }) => standing);
  return JSON.stringify([value, offer, round, chain, course, today === null, deadlines]);
}

const MOST = 2000;

/** All eased states within reach of the first, and those without a course to an end. */
export function walkEased(scenario: Scenario, nameOf = futureOf): Walked {
  const states = new Map<string, { talks: Talks; next: Set<string> }>();
  const waiting: Talks[] = [];
  const enter = (talks: Talks): string => {
    const name = nameOf(talks);
    if (!states.has(name)) {
      if (states.size >= MOST) throw new Error(`There are more than ${MOST} eased states: what tells them apart?`);
      states.set(name, { talks, next: new Set() });
      waiting.push(talks);
    }
    return name;
  };
  enter(eased(openTalks(scenario)));
  for (let talks = waiting.shift(); talks; talks = waiting.shift()) {
    const next = states.get(nameOf(talks))?.next;
    for (const after of successors(talks)) next?.add(enter(after));
  }
  return { states, stuck: stuckIn(states) };
}

/** Eased, what each event of the scenario leads to, and each text that a deal or its next phase is given; nothing that ends a deal from outside. */
export function successors(talks: Talks): readonly Talks[] {
  const { parties, offers } = talks.scenario;
  const accepted = Object.keys(parties).map((party): TalksEvent => ({
    type: 'answer.declared',
    party,
    answer: 'accepts',
  }));
  const texts = Object.keys(offers).flatMap((offer) =>
    (['agreement.concluded', 'nextPhase.settled'] as const).map((type): readonly TalksEvent[] => [
      { type: 'offer.tabled', offer },
      ...accepted,
      { type },
    ]),
  );
  const steps = [...menuOf(talks.scenario).map((event) => [event]), ...(talks.deal ? texts : [])];
  return steps.flatMap((events) => {
    const fork = talks.fork();
    const taken = events.filter((event) => fork.do(event).accepted);
    return taken.length > 0 ? [eased(fork)] : [];
  });
}

/** Every event but what ends a deal from outside and what brings in a new offer, with some days and figures of each kind. */
function menuOf(scenario: Scenario): readonly TalksEvent[] {
  const { offers, process, terms } = scenario;
  const steps = process.ratification.map(({ id }) => id);
  const [obligation = ''] = Object.entries(terms).flatMap(([id, term]) => (term.kind === 'quantity' ? [id] : []));
  return [
    ...homeward(scenario),
    ...astray(scenario),
    ...Object.keys(offers).map((offer): TalksEvent => ({ type: 'offer.withdrawn', offer })),
    ...steps.flatMap((step): TalksEvent[] => [
      { type: 'ratification.objected', step, outcome: 'sustained' },
      { type: 'ratification.objected', step, outcome: 'dismissed' },
    ]),
    ...Object.entries(process.extensions).map(([rule, { days = 1 }]): TalksEvent => ({
      type: 'phase.extended',
      rule,
      days,
    })),
    { type: 'phase.extended', days: 5 },
    { type: 'phase.ended', phase: 3 },
    { type: 'performance.reported', obligation, amount: 1, observer: 'an observer' },
    { type: 'days.passed', days: 1 },
    // What brings the day: some before any deadline, and the day after each.
    { type: 'days.passed', days: 1, on: '2000-01-01' },
    ...Object.values(process.deadlines).map(({ by }): TalksEvent => ({ type: 'days.passed', days: 1, on: after(by) })),
  ];
}

/** The same and more: mandates, answers and positions of every kind, any number of days. */
export function anyEvent(scenario: Scenario, random: Random): TalksEvent {
  const { parties, positions } = scenario;
  const party = random.one(Object.keys(parties));
  const held = Object.keys(positions);
  const conditions = Object.values(positions).flatMap((p) => p.readings.map((r) => r.condition));
  const wild: readonly TalksEvent[] = [
    { type: 'mandate.given', party, mandate: random.one(['listen', 'explore', 'negotiate', 'conclude']) },
    { type: 'answer.declared', party, answer: random.one(['accepts', 'rejects', 'undecided']) },
    ...(held.length === 0
      ? []
      : [{ type: 'position.revised', position: random.one(held), condition: random.one(conditions) } as const]),
    { type: 'days.passed', days: 1 + random.below(200) },
    { type: 'phase.extended', days: 1 + random.below(200) },
  ];
  // As often what is in the way as what leads on.
  return random.one(random.below(2) === 0 ? wild : menuOf(scenario));
}

/** Days after which the present phase may end; one where an amendment has it over already. */
function daysToPass(talks: Talks): number {
  const { deal } = talks;
  const days = lengthOf(talks);
  if (!deal || !days) return 0;
  const gone = deal.day - deal.extended;
  return days.most !== undefined && gone >= days.most ? 1 : Math.max(0, (days.least ?? 0) - gone);
}

/** Days after which the present phase ends by itself, whatever happens; `null` if it never does. */
function untilEnd(talks: Talks): number | null {
  const { deal } = talks;
  const most = lengthOf(talks)?.most;
  return !deal || most === undefined ? null : most + deal.extended - deal.day;
}

/** How long the present phase lasts by its text, leaving aside what was added. */
function lengthOf({ scenario, state, deal }: Talks) {
  const text = deal && scenario.offers[deal.offer];
  if (!text || !state.startsWith('carryingOut.phase')) return undefined;
  return phaseOf(scenario, text, deal.phase, deal.began).days;
}

/** Those from which no final one is within reach, found from the final ones backwards. */
function stuckIn(states: Walked['states']): readonly string[] {
  const before = new Map<string, string[]>();
  for (const [name, { next }] of states) {
    for (const to of next) before.set(to, [...(before.get(to) ?? []), name]);
  }
  const home = new Set<string>();
  const waiting = [...states].flatMap(([name, { talks }]) => (talks.snapshot.status === 'done' ? [name] : []));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (home.has(name)) continue;
    home.add(name);
    waiting.push(...(before.get(name) ?? []));
  }
  return [...states.keys()].filter((name) => !home.has(name));
}

/** The first day of the year after a day or month. */
function after(day: string): `${number}-${number}-${number}` {
  return `${Number(day.slice(0, 4)) + 1}-01-01`;
}
