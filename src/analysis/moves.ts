import type { Offer } from '../offers/offer.js';
import type { Condition } from '../positions/condition.js';
import { say } from '../positions/say.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Claim } from './claims.js';
import { findEnd } from './ends.js';
import type { Feasibility } from './feasibility.js';
import { shiftOf, type Movable } from './movable.js';
import { offerAt } from './offer-at.js';
import type { Program, Unknown } from './program.js';
import { rejudge } from './rejudge.js';
import type { Smallest } from './smallest-vectors.js';
import type { Stopped } from './watch.js';

/** How one stated line moves. */
export interface LineMove {
  readonly position: string;
  readonly party: string;
  /** The term that it is a line on, or `length`. */
  readonly term: string;
  /** How far in the way shown: in the term's unit, days or levels of an ordered choice. */
  readonly by: number;
  /** The least and the most that it moves in any way to make this movement. */
  readonly least: number;
  readonly most: number;
  /** As stated. */
  readonly from: Condition;
  /** With its line moved: nobody's position. */
  readonly to: Condition;
  /** In words. */
  readonly sentence: string;
}

/** A smallest movement of stated lines that opens a zone of possible agreement. */
export interface Movement {
  /** How far lines on each term move in all, in its unit, days or levels; only terms on which any does. */
  readonly terms: Readonly<Record<string, number>>;
  /** One way to make it: every line that moves in some way, in the declared order, with how far. */
  readonly lines: readonly LineMove[];
  /** What it weighs; only where weights are given. */
  readonly weight?: number;
  /** A deal that it would allow: one of many, and nobody's proposal. */
  readonly deal: Offer;
}

/** A smallest vector, of which a movement is made. */
export interface MoveAsked {
  readonly scenario: Scenario;
  readonly claims: readonly Claim[];
  readonly numbers: readonly number[];
  readonly lines: readonly (Movable | undefined)[];
  readonly terms: readonly string[];
  readonly names: readonly string[];
  readonly program: Program;
  readonly ready: (program: Program) => Feasibility;
  readonly smallest: Smallest;
}

/** Writes a movement out: how far each line moves in one way to make it, and in any; with a deal that is judged once more. */
export async function moveOf(asked: MoveAsked): Promise<Movement | { readonly why: Stopped }> {
  const { scenario, claims, numbers, lines, terms, names, program, ready, smallest } = asked;
  const { vector, values } = smallest;
  const within = names.map((name, i): Unknown => ({ name, least: 0, most: vector[i] ?? 0 }));
  const feasibility = ready(program);
  const moves: LineMove[] = [];
  const kept: Claim[] = [];
  for (const i of numbers) {
    const [claim, line] = [claims[i], lines[i]];
    if (!claim) continue;
    const shift = values[shiftOf(i)] ?? 0;
    const to = line?.moved(shift, values);
    const moved = to && claim.readings.map((reading) => ({ ...reading, condition: to }));
    kept.push({ ...claim, readings: moved ?? claim.readings });
    if (!line || !to || (vector[terms.indexOf(line.term)] ?? 0) === 0) continue;
    const ends: number[] = [];
    for (const end of ['least', 'most'] as const) {
      const found = await findEnd(feasibility, { claims: [], name: shiftOf(i), end, within, from: values });
      if (found.found === 'unknown') return { why: found.why };
      ends.push(found.at);
    }
    const [least = 0, most = 0] = ends.map((n) => inUnits(n, line));
    if (most === 0) continue;
    moves.push({
      position: claim.id,
      party: claim.party,
      term: line.term,
      by: inUnits(shift, line),
      least,
      most,
      from: line.condition,
      to,
      sentence: `${say(line.condition, scenario)} ${shift === 0 ? 'stays' : `became ${say(to, scenario)}`}`,
    });
  }
  const deal = offerAt(
    scenario,
    values,
    `after moving ${
      moves
        .filter((m) => m.by > 0)
        .map((m) => m.position)
        .join(', ') || 'nothing'
    }`,
  );
  rejudge(scenario, deal, kept);
  const unitOf = (term: string) => lines.find((line) => line?.term === term);
  const moved = terms.flatMap((term, i): readonly (readonly [string, number])[] => {
    const [n, line] = [vector[i] ?? 0, unitOf(term)];
    return n === 0 || !line ? [] : [[term, inUnits(n, line)]];
  });
  return { terms: Object.fromEntries(moved), lines: moves, deal };
}

function inUnits(n: number, { unit }: Movable): number {
  return Number((n * unit).toFixed(6));
}
