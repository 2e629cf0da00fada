import { initialTransition, type ActorLogic } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { deepFreeze } from '../../base/freeze.js';
import { figure } from '../../base/list.js';
import type { Point } from '../../machine/history.js';
import { hasPlace, type TalksSnapshot } from '../../machine/next-events.js';
import type { House } from '../../machine/talks.js';
import { stateOf } from '../../machine/where.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { UsedBounds } from './bounds.js';
import { cutter, type Cut } from './cut.js';
import { typesLeftOut } from './menu.js';
import { namerOf } from './told-apart.js';
import { variantsLeftOut } from './variants.js';

/** What a walk came to. */
export interface Walked {
  /** Each state reached, with the shortest course to it; none before one of a shorter course. */
  readonly points: readonly Point[];
  /** Those of them to which, be it by way of another, several courses lead that are not told apart. */
  readonly severally: ReadonlySet<Point>;
  /** Events accepted in a state reached that lead to a state reached. */
  readonly transitions: number;
  /** Whether nothing that these bounds let happen was left untried. */
  readonly complete: boolean;
  /** The memory that the states take, as it is counted. */
  readonly megabytes: number;
  readonly cut: readonly Cut[];
}

/**
 * Walks all states of talks within bounds, by breadth. The graph is given only those events that lead to a state not
 * reached before, so that it holds each state once and the bounds are kept as it grows.
 */
export function walk(house: House, menu: readonly TalksEvent[], bounds: UsedBounds): Walked {
  const { machine, step, follow, rules } = house;
  const nameOf = namerOf(rules.scenario, menu, bounds.extensions);
  const { count, counted } = cutter(bounds);
  const untried = new Map(typesLeftOut(rules.scenario, menu, bounds).map((left) => [left, 0]));
  const variants = new Map(variantsLeftOut(rules.scenario, menu, bounds).map((left) => [left, 0]));
  const depths = new Map<string, number>();
  const reachedAgain = new Set<string>();
  const ofRevision = bytesOfRevision(rules.scenario);
  let [transitions, bytes] = [0, 0];
  let full: 'states' | 'megabytes' | undefined;

  /** Whether an event leads from a state to one that is reached by it for the first time. */
  const leadsOn = (state: TalksSnapshot, event: TalksEvent, depth: number): boolean => {
    const { context } = state;
    if (!hasPlace(state, event.type) || follow(context, event, 'checked').reasons.length > 0) return false;
    const beyond = beyondBounds(state, event, bounds);
    if (beyond) {
      count(beyond);
      return false;
    }
    const next = step(state, event);
    const name = nameOf(next);
    const isNew = !depths.has(name);
    const more = bytesOf(name) + (next.context.revised === context.revised ? 0 : ofRevision);
    if (isNew && depth >= bounds.depth) {
      count('depth');
      return false;
    }
    if (isNew && !full) {
      if (depths.size >= bounds.states) full = 'states';
      else if (bytes + more > bounds.megabytes * MEGABYTE) full = 'megabytes';
      if (full) count(full); // this state is not gone on from to the end
    }
    if (isNew && full) return false;
    transitions++;
    if (!isNew) {
      reachedAgain.add(name);
      return false;
    }
    depths.set(name, depth + 1);
    bytes += more;
    return true;
  };

  const events = (state: TalksSnapshot): readonly TalksEvent[] => {
    for (const [left, times] of untried) if (hasPlace(state, left.type)) untried.set(left, times + 1);
    for (const [left, times] of variants) {
      if (left.types.some((type) => hasPlace(state, type))) variants.set(left, times + 1);
    }
    const depth = depths.get(nameOf(state)) ?? 0;
    return menu.filter((event) => leadsOn(state, event, depth));
  };

  const [first] = initialTransition(machine);
  depths.set(nameOf(first), 0);
  bytes += bytesOf(nameOf(first));
  // The machine as a pure function, which is all that a walk needs of it.
  const logic: ActorLogic<TalksSnapshot, TalksEvent> = {
    transition: step,
    getInitialSnapshot: () => first,
    getPersistedSnapshot: (state) => state,
  };
  const graph = getAdjacencyMap(logic, {
    events,
    serializeState: nameOf,
    stopWhen: (state) => {
      if (full && state.status === 'active') count(full);
      return full !== undefined;
    },
  });
  const cut = counted();
  const points = pointsIn(Object.values(graph));
  const severally = new Set<Point>();
  for (const point of points) {
    const isBefore = point.before !== undefined && severally.has(point.before);
    if (isBefore || reachedAgain.has(nameOf(point.snapshot))) severally.add(point);
  }
  return {
    points,
    severally,
    transitions,
    complete: cut.every(({ bound }) => bound !== 'depth' && bound !== 'states' && bound !== 'megabytes'),
    megabytes: Math.ceil((bytes / MEGABYTE) * 100) / 100,
    cut: [
      ...[...untried].flatMap(([{ type, bound }, times]): readonly Cut[] => {
        const sentence = `No '${type}' is tried: ${figure(times)} times it would have had a place.`;
        return times === 0 ? [] : [{ bound, sentence, times }];
      }),
      ...[...variants].flatMap(([{ how, bound }, times]): readonly Cut[] => {
        const sentence = `${how}: ${figure(times)} times another would have had a place.`;
        return times === 0 ? [] : [{ bound, sentence, times }];
      }),
      ...cut,
    ],
  };
}

/** The bound of a course that an event would break, if any. */
function beyondBounds({ context }: TalksSnapshot, event: TalksEvent, bounds: UsedBounds) {
  if (event.type === 'phase.extended') {
    const times = Object.values(context.deal?.extensions ?? {}).reduce((sum, n) => sum + n, 0);
    return times >= bounds.extensions ? 'extensions' : undefined;
  }
  if (event.type !== 'position.revised' || Object.hasOwn(context.revised, event.position)) return undefined;
  return Object.keys(context.revised).length >= bounds.revisions ? 'revisions' : undefined;
}

interface Node {
  readonly state: TalksSnapshot;
  readonly transitions: Readonly<Record<string, { readonly event: TalksEvent; readonly state: TalksSnapshot }>>;
}

/** The nodes of a graph that holds each state once, in its order, with what led there. */
function pointsIn(graph: readonly Node[]): readonly Point[] {
  const before = new Map<TalksSnapshot, Pick<Point, 'entry' | 'before'>>();
  return graph.map(({ state, transitions }) => {
    deepFreeze([state.value, state.context]);
    const point: Point = { snapshot: state, ...before.get(state) };
    for (const { event, state: next } of Object.values(transitions)) {
      before.set(next, { entry: Object.freeze({ event, state: stateOf(next.value) }), before: point });
    }
    return point;
  });
}

const MEGABYTE = 1_000_000;

/** What a state is counted as: four bytes for each character of its snapshot as text, and 3,000 for what holds it. */
function bytesOf(name: string): number {
  return 4 * name.length + 3_000;
}

/** What positions newly revised are counted as: a scenario of their own, and an assessment by them. */
function bytesOfRevision({ positions, timeline }: Scenario): number {
  return 2_500 * Object.keys(positions).length + 200 * timeline.length;
}
