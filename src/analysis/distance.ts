import type { Formula } from '../positions/formula.js';
import type { Case } from './case.js';
import { countReadings, withRoomForCounts, type Completing } from './completions.js';
import { findEnd } from './ends.js';
import { Feasibility, type Fallback } from './feasibility.js';
import { offerSpace } from './offer-space.js';
import type { Program, Unknown, Values } from './program.js';
import type { Stated } from './stated.js';
import { decimalsOf, scaled } from '../terms/decimal.js';
import type { Stopped } from './watch.js';

/** How deals are held against what an offer states. */
export interface DistanceAsked {
  readonly whole: Case;
  readonly completing: Completing;
  readonly stated: readonly Stated[];
  /** What a movement by one unit weighs, by term. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly load: () => Promise<Fallback>;
}

/** Deals made ready to be held against what an offer states, whatever they have to meet. */
export interface Distances {
  readonly stated: readonly Stated[];
  readonly program: Program;
  readonly feasibility: Feasibility;
  /** The same with something asked besides. */
  readonly with: (program: Program) => Feasibility;
  readonly isWeighed: boolean;
}

/** Makes deals ready to be held against what an offer states. */
export function distancesFrom(asked: DistanceAsked): Distances {
  const { whole, stated, weights, load } = asked;
  const claims = whole.claims.map((claim) => claim.formula);
  const program = programOf(asked);
  const ready = (of: Program) => new Feasibility(of, claims, whole.watch, load);
  return { stated, program, feasibility: ready(program), with: ready, isWeighed: weights !== undefined };
}

/** A deal nearest to an offer, and how far each thing that the offer states is moved for it, in steps, days or levels. */
interface Nearest {
  readonly values: Values;
  readonly movements: readonly number[];
}

/** The nearest deals; none where there is no deal that meets all of it. */
export interface NearestFound {
  readonly nearest: readonly Nearest[];
  readonly stopped?: Stopped;
}

const CHANGED = 'changed in all';
const WEIGHED = 'moved in all';
const movement = (i: number) => `movement ${i}`;
const changed = (i: number) => `changed ${i}`;

/**
 * Finds the deals nearest to what an offer states: those that contradict the fewest things it states, and among these those
 * where the first is moved least, then the second, and so on; or, given weights, those whose movements weigh least.
 *
 * @param claims - the numbers of the claims that the deals have to meet
 * @param most - how many are wanted, each of which makes something else of what has to change
 */
export async function nearestDeals(
  distances: Distances,
  claims: readonly number[],
  most: number,
): Promise<NearestFound> {
  const { stated, isWeighed } = distances;
  const nearest: Nearest[] = [];
  const pins: Unknown[] = [];
  let { program, feasibility } = distances;
  if (most === 0) return { nearest, stopped: 'most' };
  for (;;) {
    const { stopped } = feasibility.watch;
    const first = stopped ? ({ found: 'unknown', why: stopped } as const) : await feasibility.check(claims, pins);
    if (first.found === 'unknown') return { nearest, stopped: first.why };
    if (first.found === 'nothing') return { nearest };
    let { values } = first;
    if (nearest.length === 0) {
      for (const name of isWeighed ? [WEIGHED] : [CHANGED, ...stated.map((_, i) => movement(i))]) {
        const end = await findEnd(feasibility, { claims, name, end: 'least', within: pins, from: values });
        if (end.found === 'unknown') return { nearest, stopped: end.why };
        ({ values } = end);
        pins.push({ name, least: 0, most: end.at });
      }
    }
    // Nothing is moved further than it must be, or what was least would be less.
    const movements = stated.map((_, i) => values[movement(i)] ?? 0);
    nearest.push({ values, movements });
    if (nearest.length >= most || movements.every((by) => by === 0)) return { nearest };
    program = { ...program, must: [...program.must, otherThan(stated, movements, values)] };
    feasibility = distances.with(program);
  }
}

/** That something of what had to change becomes something else. */
function otherThan(stated: readonly Stated[], movements: readonly number[], values: Values): Formula {
  const names = stated.flatMap((one, i) => (movements[i] === 0 ? [] : one.names));
  return {
    kind: 'or',
    of: names.flatMap((of): readonly Formula[] => {
      const n = values[of] ?? 0;
      return [
        { kind: 'linear', sum: [{ of, times: 1 }], least: n + 1 },
        { kind: 'linear', sum: [{ of, times: -1 }], least: 1 - n },
      ];
    }),
  };
}

/** The offer space with an unknown for how far each thing stated is moved. */
function programOf({ whole, completing, stated, weights }: DistanceAsked): Program {
  const { scenario, asOf } = completing;
  const near = stated.map((one, i) => one.within(movement(i)));
  const agreeing = stated.map((one) => one.within());
  const counts = countReadings(scenario, asOf);
  // What is stated is asked of the offer space as well, so that what it speaks of has to have an end.
  const space = offerSpace(scenario, [...whole.claims.map((claim) => claim.formula), ...agreeing]);
  const unknowns = withRoomForCounts(space.unknowns, [...space.must, ...agreeing, ...counts]);
  const ends = new Map(unknowns.map((unknown) => [unknown.name, unknown]));
  const reaches = near.map((formula, i) => reachOf(formula, movement(i), ends));
  const own: Unknown[] = [];
  const must: Formula[] = [...space.must, ...counts, ...near];
  reaches.forEach((most, i) => {
    own.push({ name: movement(i), least: 0, most }, { name: changed(i), least: 0, most: 1 });
    must.push(atLeastNothing([changed(i), most], [movement(i), -1]));
  });
  own.push({ name: CHANGED, least: 0, most: stated.length });
  must.push(atLeastNothing([CHANGED, 1], ...stated.map((_, i) => [changed(i), -1] as const)));
  if (weights) {
    const times = wholeWeights(stated, weights);
    const most = reaches.reduce((sum, reach, i) => sum + reach * (times[i] ?? 0), 0);
    own.push({ name: WEIGHED, least: 0, most });
    must.push(atLeastNothing([WEIGHED, 1], ...times.map((n, i) => [movement(i), -n] as const)));
  }
  return { unknowns: [...unknowns, ...own], must };
}

function atLeastNothing(...sum: readonly (readonly [of: string, times: number])[]): Formula {
  return { kind: 'linear', sum: sum.map(([of, times]) => ({ of, times })), least: 0 };
}

/** How far something may have to be moved at the most: where all it speaks of lies as far off as it can. */
function reachOf(formula: Formula, by: string, ends: ReadonlyMap<string, Unknown>): number {
  if (formula.kind !== 'linear') return Math.max(0, ...formula.of.map((part) => reachOf(part, by, ends)));
  const eased = formula.sum.find((m) => m.of === by);
  if (!eased) return 0;
  const rest = formula.sum.filter((m) => m !== eased);
  const lowest = rest.reduce((sum, { of, times }) => {
    const { least, most } = ends.get(of) ?? { least: 0, most: 0 };
    return sum + Math.min(times * least, times * most);
  }, 0);
  return Math.max(0, Math.ceil((formula.least - lowest) / eased.times));
}

/** What a movement by one step of each weighs, all times the same power of ten, so that every number is whole. */
function wholeWeights(stated: readonly Stated[], weights: Readonly<Record<string, number>>): readonly number[] {
  const weightOf = ({ term }: Stated) => weights[term] ?? 0;
  const [digits, units] = [stated.map((one) => decimalsOf(weightOf(one))), stated.map((one) => decimalsOf(one.unit))];
  const [ofWeights, ofUnits] = [Math.max(0, ...digits), Math.max(0, ...units)];
  return stated.map((one) => scaled(weightOf(one), ofWeights) * scaled(one.unit, ofUnits));
}
