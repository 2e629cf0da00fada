import type { CalendarDate } from '../base/day.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import { knownSince, notedSince, reportedBy, type Moment, type Sources } from '../evidence/clocks.js';
import type { Noted } from '../evidence/field.js';
import type { Condition } from './condition.js';

/** How firmly a position is held, firmest first: not to be conceded; unmet, it blocks, but may be conceded; never blocks. */
export const RIGIDITIES = ['red line', 'demand', 'preference'] as const;

/** How firmly a position is held: one of {@link RIGIDITIES}. */
export type Rigidity = (typeof RIGIDITIES)[number];

/** One way in which a position has been reported. */
export interface PositionReading {
  /** Unique within the position. */
  readonly id: string;
  /** What is asked in this reading, where it differs from the position's title. */
  readonly title?: string;
  readonly condition: Condition;
  /** What the line rests on; how rigid it is has a basis of its own. */
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
  /** When it was stated. */
  readonly from?: Moment;
  /** The day it was first reported, where that is not the day of its earliest source. */
  readonly reported?: CalendarDate;
}

/**
 * One party's condition on the deal, as stated.
 *
 * @example
 * const enough: Position | undefined = scenario.positions['enough'];
 * enough?.rigidity.value; // 'demand'
 */
export interface Position {
  readonly id: string;
  readonly party: string;
  /** What is asked, as a noun phrase: `a complete ceasefire`. */
  readonly title: string;
  readonly rigidity: Noted<Rigidity>;
  /** Several where reports differ: unmet only if unmet in all, met only if met in all. */
  readonly readings: readonly PositionReading[];
  /** What the party is thought to settle for, kept apart from what it states. */
  readonly reservation?: Noted<Condition>;
  /** Known to its own party alone, as an instruction in a class is. */
  readonly confidential?: true;
  readonly note?: string;
}

/** Positions by id, in the order in which the scenario declares them. */
export type Positions = Readonly<Record<string, Position>>;

/**
 * The readings of a position that had been reported by `asOf`; none where it was not known at all.
 *
 * @example
 * const { positions, sources } = gaza2024();
 * Object.values(positions).filter((position) => readingsBy(position, sources, '2024-01-01').length > 0); // []
 */
export function readingsBy(position: Position, sources: Sources, asOf?: CalendarDate): readonly PositionReading[] {
  return position.readings.filter((r) => reportedBy(r.reported ?? knownSince(r.citations, sources), asOf));
}

/**
 * Whether an unmet position of this rigidity stands in the way of agreement.
 *
 * @example
 * RIGIDITIES.filter(canBlock); // ['red line', 'demand']
 */
export function canBlock(rigidity: Rigidity): boolean {
  return rigidity !== 'preference';
}

/** How firmly a position was held as far as was known by `asOf`: the same, but assumed, where reports of it came later. */
export function rigidityBy(position: Position, sources: Sources, asOf?: CalendarDate): Noted<Rigidity> {
  const { rigidity } = position;
  if (reportedBy(notedSince(rigidity, sources), asOf)) return rigidity;
  const because = 'No report by then said how firmly it was held.';
  return { value: rigidity.value, basis: 'assumed', because, citations: [] };
}
