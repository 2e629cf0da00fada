import { bothSupports, type Multiple, type Support, type Tie, type Written } from '../base/tighten.js';
import { phasesIn, type Scope } from './scope.js';

/** A whole-number unknown of the offer space: a quantity's counts steps, a length's days; a flag's or an option's is 0 or 1. */
export interface Variable {
  /** `prisoners@1`, `prisoners/others`, `ceasefire=pause`, `length@2`, `phase@2`, `phases`, `count held`. */
  readonly name: string;
  readonly least: number;
  /** `Infinity` for no limit. */
  readonly most: number;
}

/**
 * The offer space laid out as whole-number variables and the ties between them: phases sum to totals, categories lie
 * within their quantity, one option is chosen. Judging, encoding and drawing all speak of these variables, so that
 * they mean the same offers.
 *
 * @example
 * const layout: Layout = layoutOf(scenario);
 * layout.at['catch'] !== undefined; // true
 */
export interface Layout {
  readonly variables: readonly Variable[];
  readonly ties: readonly Tie[];
  /** For each variable, the numbers of the ties it is in. */
  readonly tiesOf: readonly (readonly number[])[];
  /** The most phases. */
  readonly phases: number;
  /** The calendar months, ascending, of which it is told apart whether a length is worded in them. */
  readonly months: readonly number[];
  /** For each phase by its number, the places of what is nothing, or not so, where a deal has not got it. */
  readonly inPhase: readonly (readonly number[])[];
  /** A variable's place by its name. */
  readonly at: Readonly<Record<string, number>>;
}

/** A value for each variable of a layout, by its place. */
export type Point = readonly number[];

/** The name of a quantity's variable in a phase, or of its total. */
export function quantityName(path: string, phase?: number): string {
  return phase === undefined ? path : `${path}@${phase}`;
}

/** The name of a flag's variable. */
export function flagName(id: string, phase?: number): string {
  return phase === undefined ? id : `${id}@${phase}`;
}

/** The name of the variable that is 1 where this option is chosen. */
export function optionName(id: string, option: string, phase?: number): string {
  return `${phase === undefined ? id : `${id}@${phase}`}=${option}`;
}

/** The name of a phase's length in days, or of the whole length. */
export function lengthName(phase?: number): string {
  return phase === undefined ? 'length' : `length@${phase}`;
}

/** The name of the variable that is 1 where a phase's length, or the whole, is worded as exactly so many calendar months. */
export function monthsName(months: number, phase?: number): string {
  return optionName('length', `${months} months`, phase);
}

/** The name of a count's variable. */
export function countName(id: string): string {
  return `count ${id}`;
}

/** The name of the variable that is 1 where a deal has this phase. */
export function phaseName(phase: number): string {
  return `phase@${phase}`;
}

/**
 * The number of the fact that a deal has no more phases than are laid out: the first of every deal. That totals are no
 * more than the sum of these phases rests on it.
 */
export const PHASE_LIMIT = 0;

/** The name of the number of phases. */
export const PHASES = 'phases';

/** The place of a variable that a checked scenario is sure to have. */
export function placeOf(layout: Layout, name: string): number {
  const place = layout.at[name];
  if (place === undefined) throw new RangeError(`The offer space has no variable '${name}'.`);
  return place;
}

/** The variables that a quantity in a scope is the sum of. */
export function quantitySum(layout: Layout, path: string, scope: Scope | undefined, times = 1): readonly Multiple[] {
  if (scope === undefined || scope === 'total') return [{ of: placeOf(layout, path), times }];
  return phasesIn(scope, layout.phases).map((phase) => ({ of: placeOf(layout, quantityName(path, phase)), times }));
}

/**
 * The same sum another way, where there is one: what falls up to a phase is the total less what falls later. That it is
 * no less than that rests on there being no further phase.
 */
export function sumFromTotal(layout: Layout, path: string, scope: Scope | undefined, times = 1): Written {
  if (typeof scope !== 'object') return { sum: quantitySum(layout, path, scope, times) };
  const later = Array.from({ length: Math.max(0, layout.phases - scope.upTo) }, (_, i) => scope.upTo + 1 + i);
  return {
    sum: [
      { of: placeOf(layout, path), times },
      ...later.map((phase) => ({ of: placeOf(layout, quantityName(path, phase)), times: -times })),
    ],
    ...(times > 0 && { leastFrom: [PHASE_LIMIT] }),
    ...(times < 0 && { mostFrom: [PHASE_LIMIT] }),
  };
}

/** Several sums added up as one. */
export function addedTogether(parts: readonly Written[]): Written {
  const supportOf = (end: 'leastFrom' | 'mostFrom') =>
    parts.reduce<Support>((support, part) => bothSupports(support, part[end] ?? []), []);
  return { sum: parts.flatMap((part) => part.sum), leastFrom: supportOf('leastFrom'), mostFrom: supportOf('mostFrom') };
}
