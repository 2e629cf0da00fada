import { unique } from '../base/list.js';
import type { Scenario } from '../scenario/scenario.js';
import { caseOf, loadOptions, perhapsIn, type AnalysisOptions, type Case } from './case.js';
import { claimsOfParties, coalitionsAsked } from './coalitions-asked.js';
import { Feasibility } from './feasibility.js';
import type { Conflict } from './find-conflicts.js';
import { firstConflict } from './first-conflict.js';
import { loadSolver } from './highs.js';
import { movableLine, shiftOf, type Movable } from './movable.js';
import { moveOf, type Movement } from './moves.js';
import type { Program, Unknown } from './program.js';
import { smallestVectors } from './smallest-vectors.js';
import { checkWeights } from './weights.js';
import { checkedMost, type Stopped } from './watch.js';

/**
 * Whose lines may move, and how many ways are enough.
 *
 * @example
 * const options: MovementOptions = { redLines: true };
 */
export interface MovementOptions extends AnalysisOptions {
  /** Between whom; without it, each smallest set of parties whose acceptance makes an agreement. */
  readonly parties?: readonly string[];
  /** Whether red lines may move as well. @defaultValue `false` */
  readonly redLines?: boolean;
  /** What a movement by one unit weighs, above zero, by term id (and `length`, a day); all terms with lines that may move have to be named. */
  readonly weights?: Readonly<Record<string, number>>;
  /** How many movements are enough, for each set of parties; without it, all are found. */
  readonly most?: number;
}

/** The smallest movements between one set of parties. */
export interface CoalitionMovements {
  readonly parties: readonly string[];
  /** The terms on which there are lines that may move, in the declared order. */
  readonly terms: readonly string[];
  /**
   * Fewest terms first, or lightest first where weights are given; then least on the term declared first. One that moves
   * nothing, where nothing has to be moved.
   */
  readonly movements: readonly Movement[];
  /** Where no movement of lines opens a zone: what excludes each other even with every line moved as far as it makes a difference. */
  readonly conflict?: Conflict;
  /** Whether it is proved that there are no others. */
  readonly complete: boolean;
}

/** The smallest movements of a scenario. Plain JSON. */
export interface LeastMovement {
  readonly scenario: string;
  readonly asOf?: string;
  readonly coalitions: readonly CoalitionMovements[];
  readonly complete: boolean;
  readonly stopped?: Stopped;
}

/**
 * Finds the smallest movements of stated lines that open a zone of possible agreement: for each, no other moves lines less
 * on one term and no more on any. A Pareto set, with one dimension for each term, for a person and a day have no sum.
 *
 * What may move is a line that somebody has stated: of a demand (red lines only if asked) with one reading, or one chosen,
 * that is one comparison of a quantity or a length with figures, or of an ordered choice. It moves by steps of its term, by
 * days or by levels. A flag, a choice without an order, a ratio, a share, a score, and whatever is made of several
 * conditions stays; and no line is made up where none was stated. A line in calendar months that moves is one in days from
 * then on; as it stands, a deal in the same words meets it.
 *
 * @throws a `FaultError` with what `findConflicts` throws, `analysis/unknown-party`, `analysis/bad-weight`,
 *   `analysis/unknown-weight` or `analysis/missing-weight`
 * @example
 * const apart = { ...scenario.positions['enough']!.readings[0]!, condition: { kind: 'compare', of: 'catch', op: '>=', line: 70 } as const };
 * const enough = { ...scenario.positions['enough']!, readings: [apart] };
 * const { coalitions } = await leastMovement({ ...scenario, positions: { ...scenario.positions, enough } });
 * coalitions[0]?.movements[0]?.terms; // { catch: 10 }
 * coalitions[0]?.movements[0]?.lines.map((line) => line.sentence);
 * // ['catch: at least 70 tonnes became catch: at least 60 tonnes']
 */
export async function leastMovement(scenario: Scenario, options: MovementOptions = {}): Promise<LeastMovement> {
  checkedMost(options.most);
  const whole = await caseOf(scenario, options);
  const { sets, complete } = coalitionsAsked(scenario, options.parties);
  const lines = whole.claims.map((claim) =>
    claim.rigidity === 'demand' || options.redLines === true ? movableLine(scenario, claim) : undefined,
  );
  if (options.weights) checkWeights(options.weights, termsOf(scenario, lines));
  let stopped: Stopped | undefined = complete ? undefined : 'most';
  const coalitions: CoalitionMovements[] = [];
  for (const parties of sets) {
    const numbers = claimsOfParties(whole.claims, parties);
    const found = await movementsBetween(whole, numbers, lines, options);
    coalitions.push({ parties, ...found.movements });
    stopped ??= found.why;
  }
  return {
    scenario: scenario.id,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    coalitions,
    complete: stopped === undefined,
    ...(stopped && { stopped }),
  };
}

/** The terms of lines that may move, in the declared order; lengths first. */
function termsOf({ terms }: Scenario, lines: readonly (Movable | undefined)[]): readonly string[] {
  const moving = unique(lines.flatMap((line) => line?.term ?? []));
  return ['length', ...Object.keys(terms)].filter((term) => moving.includes(term));
}

async function movementsBetween(
  whole: Case,
  numbers: readonly number[],
  all: readonly (Movable | undefined)[],
  options: MovementOptions,
): Promise<{ readonly movements: Omit<CoalitionMovements, 'parties'>; readonly why?: Stopped | undefined }> {
  const { scenario, watch, claims } = whole;
  const lines = all.map((line, i) => (numbers.includes(i) ? line : undefined));
  const terms = termsOf(scenario, lines);
  const load = () => loadSolver(loadOptions(options));
  const ready = (program: Program) => new Feasibility(program, [], watch, load);
  const program = programOf(whole, numbers, lines, terms);
  const names = terms.map(totalOf);
  const { most = Infinity, weights } = options;
  // Which are lightest is known when all are.
  const { vectors, stopped } = await smallestVectors({ program, names, ready, most: weights ? Infinity : most });
  if (vectors.length === 0) {
    const blocked = stopped ? {} : await conflictBetween(whole, numbers, lines, load);
    const { conflict, why = stopped } = blocked;
    return { movements: { terms, movements: [], ...(conflict && { conflict }), complete: !why }, why };
  }
  const movements: Movement[] = [];
  let why = stopped;
  const weigh = (vector: readonly number[]) =>
    terms.reduce((sum, term, i) => sum + (weights?.[term] ?? 0) * (vector[i] ?? 0) * unitOf(lines, term), 0);
  const inOrder = [...vectors].sort(
    (a, b) =>
      weigh(a.vector) - weigh(b.vector) || movedIn(a.vector) - movedIn(b.vector) || firstLess(a.vector, b.vector),
  );
  for (const smallest of inOrder.slice(0, most)) {
    const move = await moveOf({ scenario, claims, numbers, lines, terms, names, program, ready, smallest });
    if ('why' in move) why ??= move.why;
    else movements.push({ ...move, ...(weights && { weight: weigh(smallest.vector) }) });
  }
  if (inOrder.length > most) why ??= 'most';
  return { movements: { terms, movements, complete: why === undefined }, why };
}

function unitOf(lines: readonly (Movable | undefined)[], term: string): number {
  return lines.find((line) => line?.term === term)?.unit ?? 1;
}

function movedIn(vector: readonly number[]): number {
  return vector.filter((n) => n > 0).length;
}

function firstLess(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** The unknown that is how far lines on a term move in all. */
function totalOf(term: string): string {
  return `moved on ${term}`;
}

/** The offer space with all claims in it, and an unknown for how far each line moves. */
function programOf(
  { space, claims }: Case,
  numbers: readonly number[],
  lines: readonly (Movable | undefined)[],
  terms: readonly string[],
): Program {
  const ends = new Map(space.unknowns.map((unknown) => [unknown.name, unknown]));
  const farthest = lines.map((line) => line?.farthest(ends) ?? 0);
  const shifts = lines.flatMap((line, i): readonly Unknown[] =>
    line ? [{ name: shiftOf(i), least: 0, most: farthest[i] ?? 0 }] : [],
  );
  const on = (term: string) => lines.flatMap((line, i) => (line?.term === term ? [i] : []));
  const totals = terms.map((term): Unknown => ({
    name: totalOf(term),
    least: 0,
    most: on(term).reduce((sum, i) => sum + (farthest[i] ?? 0), 0),
  }));
  return {
    unknowns: [...space.unknowns, ...shifts, ...totals],
    must: [
      ...space.must,
      ...numbers.flatMap((i) => lines[i]?.within(shiftOf(i)) ?? claims[i]?.formula ?? []),
      ...terms.map((term) => ({
        kind: 'linear' as const,
        sum: [{ of: totalOf(term), times: 1 }, ...on(term).map((i) => ({ of: shiftOf(i), times: -1 }))],
        least: 0,
      })),
    ],
  };
}

/** What excludes each other where every line that may move is moved as far as it makes a difference. */
async function conflictBetween(
  whole: Case,
  numbers: readonly number[],
  lines: readonly (Movable | undefined)[],
  load: () => ReturnType<typeof loadSolver>,
): Promise<{ readonly conflict?: Conflict; readonly why?: Stopped }> {
  const { space, watch } = whole;
  const ends = new Map(space.unknowns.map((unknown) => [unknown.name, unknown]));
  const shifts = lines.flatMap((line, i): readonly Unknown[] => {
    const most = line?.farthest(ends) ?? 0;
    return line ? [{ name: shiftOf(i), least: most, most }] : [];
  });
  const claims = whole.claims.map((claim, i) => {
    const moved = lines[i]?.within(shiftOf(i));
    return moved ? { ...claim, formula: moved, perhaps: moved } : claim;
  });
  const wider: Program = { unknowns: [...space.unknowns, ...shifts], must: space.must };
  const asked = claims.map((claim) => claim.formula);
  const feasibility = new Feasibility(wider, asked, watch, load);
  const perhaps = () => perhapsIn({ ...whole, claims }, wider.unknowns, load);
  return firstConflict({ ...whole, claims, space: wider, feasibility, perhaps }, numbers);
}
