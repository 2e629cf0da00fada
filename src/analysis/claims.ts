import type { CalendarDate } from '../base/day.js';
import { worthEnough } from '../assessment/score-region.js';
import {
  canBlock,
  readingsBy,
  rigidityBy,
  RIGIDITIES,
  type PositionReading,
  type Rigidity,
} from '../positions/position.js';
import type { Condition } from '../positions/condition.js';
import type { Formula } from '../positions/formula.js';
import { encode } from '../positions/encode.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { asFormula } from './as-formula.js';
import { readingFaults } from './reading-faults.js';
import { withCountsBy } from './known-counts.js';
import { met } from './offer-space.js';

/**
 * Which positions are held, and how they are read.
 *
 * @example
 * const held: HeldOptions = { asOf: '2024-01-28', readings: { 'HA-endOfWar': 'a' } };
 */
export interface HeldOptions {
  /** Positions, and figures of counts, reported by this day; without it, all that are known. */
  readonly asOf?: CalendarDate;
  /**
   * For positions that have been reported in several ways: which reading to take, by its id. Of one that is not named any
   * reading will do, so that what excludes it does so however it is read.
   */
  readonly readings?: Readonly<Record<string, string>>;
}

/** Something that a party asks of a deal, and that it would reject a deal without: a red line, a demand, or its score's threshold. */
export interface Claim {
  /** The position's id, or `score of north`. */
  readonly id: string;
  readonly kind: 'position' | 'score';
  readonly party: string;
  readonly title: string;
  /** A preference only where it was asked for. */
  readonly rigidity: Rigidity;
  /** The readings that are taken, of which one has to be met; none of a score. */
  readonly readings: readonly PositionReading[];
  /** That it is met. */
  readonly formula: Formula;
  /** That it is not unmet for sure: weaker than met where the line itself is not known exactly. Counts are unknowns in it. */
  readonly perhaps: Formula;
}

/**
 * Everything that parties ask of a deal, in the declared order: parties as the scenario has them, red lines before
 * demands, and then by id; a score last.
 *
 * @param preferences - the ids of preferences that are to be met as well
 */
export function claimsOf(
  given: Scenario,
  { asOf, readings: chosen = {} }: HeldOptions = {},
  preferences: readonly string[] = [],
): readonly Claim[] {
  const scenario = withCountsBy(given, asOf);
  readingFaults(scenario, chosen);
  const perhapsMet = ({ condition }: PositionReading) => perhaps(scenario, condition);
  const positions = Object.values(scenario.positions).flatMap((position): readonly Claim[] => {
    const { id, party, title } = position;
    const rigidity = rigidityBy(position, scenario.sources, asOf).value;
    const known = readingsBy(position, scenario.sources, asOf);
    const asked = Object.hasOwn(chosen, id) ? known.filter((reading) => reading.id === chosen[id]) : known;
    if ((!canBlock(rigidity) && !preferences.includes(id)) || asked.length === 0) return [];
    const formula = anyOf(asked.map((r) => met(scenario, r.condition)));
    const weaker = anyOf(asked.map(perhapsMet));
    return [{ id, kind: 'position', party, title, rigidity, readings: asked, formula, perhaps: weaker }];
  });
  return Object.keys(scenario.parties).flatMap((party) => [
    ...positions.filter((claim) => claim.party === party).sort(inOrder),
    ...scoreClaim(scenario, party),
  ]);
}

function inOrder(a: Claim, b: Claim): number {
  return RIGIDITIES.indexOf(a.rigidity) - RIGIDITIES.indexOf(b.rigidity) || (a.id < b.id ? -1 : 1);
}

function scoreClaim(scenario: Scenario, party: string): readonly Claim[] {
  const score = Object.hasOwn(scenario.scores, party) ? scenario.scores[party] : undefined;
  if (!score) return [];
  const formula = asFormula(worthEnough(scenario, score));
  const title = `a deal worth ${score.threshold} to it`;
  const id = `score of ${party}`;
  return [{ id, kind: 'score', party, title, rigidity: 'demand', readings: [], formula, perhaps: formula }];
}

/** That a condition is not unmet for sure, whatever its own line is; counts are unknowns in it, the same for all. */
export function perhaps(scenario: Scenario, condition: Condition): Formula {
  return negated(encode(condition, { ...settingOf(scenario), counts: {}, want: 'unmet' }));
}

function anyOf(formulas: readonly Formula[]): Formula {
  const [only] = formulas;
  return only && formulas.length === 1 ? only : { kind: 'or', of: formulas };
}

/** That a formula does not hold, in whole numbers. */
export function negated(formula: Formula): Formula {
  if (formula.kind !== 'linear') return { kind: formula.kind === 'and' ? 'or' : 'and', of: formula.of.map(negated) };
  return {
    kind: 'linear',
    sum: formula.sum.map((m) => ({ of: m.of, times: -m.times })),
    least: 1 - formula.least,
  };
}
