import { heldIn } from '../../base/records.js';
import { unique } from '../../base/list.js';
import { phaseOf } from '../../obligations/course.js';
import { ANSWERS, type Answer } from '../../scenario/agreement.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Mandate } from '../../scenario/process.js';
import type { Scenario } from '../../scenario/scenario.js';

/** Within what every state is to be reached, as plain data. */
export interface ExhaustBounds {
  /** Offers that may be tabled, by id. @defaultValue all of the scenario's but those carried out long ago */
  readonly offers?: readonly string[];
  /** What those who have to agree may declare. @defaultValue all answers */
  readonly answers?: readonly Answer[];
  /** Positions that may be given up, by id, each once in a course. @defaultValue all of the scenario's */
  readonly positions?: readonly string[];
  /** What each delegation may be told, by party. @defaultValue what rounds ask of it, and `conclude`; nothing where none does */
  readonly mandates?: Readonly<Record<string, readonly Mandate[]>>;
  /** How many days may pass at once. @defaultValue 1, the least and most each phase of those offers lasts, days to object */
  readonly days?: readonly number[];
  /** How many obligations may be said to be broken: the first ones, by nobody in particular. @defaultValue `1` */
  readonly disputes?: number;
  /** Tried in place of all events that the bounds above make: new offers, other revisions, reports, events on a day. */
  readonly events?: readonly TalksEvent[];
  /** How often a phase may be extended, by whatever rule. @defaultValue `1` */
  readonly extensions?: number;
  /** How many positions may be revised in one course. @defaultValue as many as there are */
  readonly revisions?: number;
  /** How many events a course may have. @defaultValue `100` */
  readonly depth?: number;
  /** How many states may be reached. @defaultValue `10_000` */
  readonly states?: number;
  /**
   * How much memory the states may take in all, in millions of bytes. It is counted and not measured, so that a walk is the
   * same everywhere: for each state 3,000 bytes and four for each character of its snapshot as text; for each in which
   * positions are newly revised 2,500 a position and 200 an event of the timeline besides. Node 20 and later were measured to
   * take no more for them than that. What invariants use, and what is yet to be swept up, comes on top. @defaultValue `64`
   */
  readonly megabytes?: number;
}

/** The bounds that make events, for which `events` stands in. */
export const MAKING_EVENTS = [
  'offers',
  'answers',
  'positions',
  'mandates',
  'days',
  'disputes',
] as const satisfies readonly (keyof MadeBounds)[];

/** The others: how far a course may go, and the walk in all. */
export const FIGURES = [
  'extensions',
  'revisions',
  'depth',
  'states',
  'megabytes',
] as const satisfies readonly (keyof WalkBounds)[];

/** The bounds of which events are made, all of them. */
export type MadeBounds = Required<
  Pick<ExhaustBounds, 'offers' | 'answers' | 'positions' | 'mandates' | 'days' | 'disputes'>
>;

/** How far a course may go, and the walk in all. */
export type WalkBounds = Required<Pick<ExhaustBounds, 'extensions' | 'revisions' | 'depth' | 'states' | 'megabytes'>>;

/** Bounds with every default filled in: those that make events, or else the events; and the figures. */
export type UsedBounds = WalkBounds & (MadeBounds | Required<Pick<ExhaustBounds, 'events'>>);

/** Bounds, checked before, with the defaults for what they leave out. */
export function usedBounds(scenario: Scenario, given: ExhaustBounds): UsedBounds {
  const { extensions = 1, depth = 100, states = 10_000, megabytes = 64 } = given;
  const revisions = given.revisions ?? Object.keys(scenario.positions).length;
  const figures = { extensions, revisions, depth, states, megabytes };
  if (given.events) return { events: given.events, ...figures };
  const offers = given.offers ?? offersToTable(scenario);
  return {
    offers,
    answers: given.answers ?? ANSWERS,
    positions: given.positions ?? Object.keys(scenario.positions),
    mandates: given.mandates ?? mandatesAskedFor(scenario),
    days: given.days ?? daysThatMatter(scenario, offers),
    disputes: given.disputes ?? 1,
    ...figures,
  };
}

/** The offers of a scenario that talks may come to: not those kept for comparison. */
export function offersToTable({ offers }: Scenario): readonly string[] {
  return Object.keys(offers).filter((id) => offers[id]?.standing !== 'carried out');
}

function mandatesAskedFor({ process }: Scenario): Record<string, readonly Mandate[]> {
  const asked: Record<string, readonly Mandate[]> = {};
  for (const { mandates } of Object.values(process.rounds)) {
    for (const [party, { value }] of Object.entries(mandates)) asked[party] = [...(heldIn(asked, party) ?? []), value];
  }
  // Whoever has been told what it may do can bind its side only once it is told that.
  return Object.fromEntries(
    Object.entries(asked).map(([party, mandates]) => [party, unique([...mandates, 'conclude' as const])]),
  );
}

function daysThatMatter(scenario: Scenario, ids: readonly string[]): readonly number[] {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  const lengths = ids.flatMap((id) => {
    const offer = scenario.offers[id];
    return offer ? phases.map((phase) => phaseOf(scenario, offer, phase, null).days) : [];
  });
  const objections = scenario.process.ratification.map((step) => step.objectionDays);
  return unique([1, ...lengths.flatMap(({ least, most }) => [least, most]), ...objections])
    .filter((days): days is number => days !== undefined && days > 0)
    .sort((a, b) => a - b);
}
