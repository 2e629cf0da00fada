import type { Assessment } from '../assessment/assess.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Source } from '../evidence/source.js';
import type { Noted } from '../evidence/field.js';
import type { Rigidity } from '../positions/position.js';
import type { TalksState } from '../machine/where.js';
import type { AcceptanceMissing } from './acceptance-still-missing.js';
import type { PositionBeside } from './beside.js';
import type { ExplainedBridge } from './explained-bridges.js';
import type { ConcessionsFound } from './find-concessions.js';
import type { ConflictsFound } from './find-conflicts.js';
import type { Pivots } from './pivots.js';
import type { Readings } from './readings-together.js';
import type { Stopped } from './watch.js';

/** A position that an explanation speaks of, or a score's threshold, with where it is reported. */
export interface ExplainedPosition {
  readonly kind: 'position' | 'score';
  readonly party: string;
  readonly title: string;
  readonly rigidity: Noted<Rigidity>;
  /** As far as they had been reported; none of a score, of which nothing is. */
  readonly readings: readonly ExplainedReading[];
  /** The weakest of its lines and of how firmly it is held. */
  readonly basis: Basis;
}

/** One way in which a position was reported. */
export interface ExplainedReading {
  readonly reading: string;
  readonly title: string;
  /** What it asks, in the words of the condition language. */
  readonly asks: string;
  readonly basis: Basis;
  readonly because?: string;
  readonly citations: readonly Citation[];
}

/** What holds of the offer on the table. */
export interface ExplainedOffer {
  readonly offer: string;
  readonly label: string;
  /** The offer held against all positions: margins, facts, answers. */
  readonly assessment: Assessment;
  /** Red lines and demands that it leaves unmet, those conceded left out, each beside what stands opposite. */
  readonly stickingPoints: readonly PositionBeside[];
  /** Red lines and demands that are open on it, likewise. */
  readonly openPoints: readonly PositionBeside[];
  readonly acceptance: AcceptanceMissing;
  readonly pivots: Pivots;
}

/** What holds of all offers, with positions read in one way. */
export interface ExplainedReadings {
  /** The reading taken of each position that was reported in several ways; of one not named any will do. */
  readonly readings: Readings;
  readonly conflicts: ConflictsFound;
  readonly concessions: ConcessionsFound;
  /** Near the offer on the table, for the first of the concession sets, as many as were asked for; none where nothing lies there. */
  readonly bridges: readonly ExplainedBridge[];
}

/**
 * Why there is, or is not, a deal: from the offer on the table to all offers. Plain JSON; whatever it says of a position names
 * it by its id, a key of `positions`, where its sources are.
 */
export interface Explanation {
  readonly scenario: string;
  /** The day up to which reports count; absent where all that is known does. */
  readonly asOf?: string;
  readonly state: TalksState;
  /** Everything known by then, by id, in the declared order; `score of north` where a modeller supposes a score. */
  readonly positions: Readonly<Record<string, ExplainedPosition>>;
  /** The sources that these cite. */
  readonly sources: Readonly<Record<string, Source>>;
  /** What is asked of every deal and belongs to no party. */
  readonly invariants: Readonly<
    Record<string, { readonly title: string; readonly asks: string; readonly basis: Basis }>
  >;
  /** Absent where no offer lies on the table. */
  readonly offer?: ExplainedOffer;
  /** One for each combination of readings that is shown; before them, where some are not, one that holds however they are read. */
  readonly underReadings: readonly ExplainedReadings[];
  /** How many combinations of readings there are, and how many are shown. */
  readonly combinations: { readonly all: number; readonly shown: number };
  /** The weakest of everything used. */
  readonly basis: Basis;
  /** Whether nothing is left out: every combination, conflict and concession set, and the nearest of each bridge asked for. */
  readonly complete: boolean;
  /** Why something is. */
  readonly stopped?: Stopped;
}
