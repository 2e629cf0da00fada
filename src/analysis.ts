// All offers at once: what excludes what, and the least that would have to change

// What excludes what
export { findConflicts } from './analysis/find-conflicts.js';
export type { CoalitionConflicts, Conflict, ConflictsFound, ConflictsOptions } from './analysis/find-conflicts.js';
export type { Ground, Proof, ProvedEnd, Where } from './analysis/proof.js';

// What could be given up
export { findConcessions } from './analysis/find-concessions.js';
export type {
  CoalitionConcessions,
  Concession,
  ConcessionsFound,
  ConcessionsOptions,
} from './analysis/find-concessions.js';

// What an offer leaves open, settled
export { settle } from './analysis/settle.js';
export type {
  Completion,
  SettledInvariant,
  SettledPosition,
  SettledReading,
  SettledVerdict,
  Settlement,
  SettleOptions,
} from './analysis/settle.js';

// The zone of possible agreement
export { zopa } from './analysis/zopa.js';
export type { CoalitionZopa, Zopa, ZopaOptions } from './analysis/zopa.js';
export { zopaMoves } from './analysis/zopa-moves.js';
export type { CoalitionMoves, SpanMove, ZopaMoves } from './analysis/zopa-moves.js';
export type { PairSpan } from './analysis/pairs.js';
export type { TermSpan } from './analysis/spans.js';

// The nearest offer that meets what is kept
export { bridge } from './analysis/bridge.js';
export type { BridgingOffer } from './analysis/build-bridge.js';
export type { Bridge, BridgeOptions, Bridges, CoalitionBridges, Moved } from './analysis/bridge.js';

// What lines could be moved
export { leastMovement } from './analysis/least-movement.js';
export type { CoalitionMovements, LeastMovement, MovementOptions } from './analysis/least-movement.js';
export type { LineMove, Movement } from './analysis/moves.js';

// How it is asked
export type { AnalysisOptions } from './analysis/case.js';
export type { HeldOptions } from './analysis/claims.js';
export type { Limits, Progress, Stopped } from './analysis/watch.js';

// The solver behind it
export { loadSolver } from './analysis/highs.js';
export type { LoadOptions, Solver } from './analysis/highs.js';
export type { Program, Solved, Unknown, Values } from './analysis/program.js';

// Preferences: what deals are worth to parties, as a modeller supposes
export { paretoFrontier, type Frontier } from './analysis/preferences/frontier.js';
export type { NoDeal } from './analysis/preferences/no-deal.js';
export {
  bargainingSolutions,
  SOLUTIONS,
  type Solution,
  type SolutionName,
  type Solutions,
  type SolutionsOptions,
} from './analysis/preferences/solutions.js';
export { distancesToSolutions, type Distances, type DistanceToSolution } from './analysis/preferences/distances.js';
export { improve, type ImproveOptions, type Improvements } from './analysis/preferences/improve.js';
export { leastSatisfied, type LeastSatisfied } from './analysis/preferences/least-satisfied.js';
export { listOutcomes, type Outcomes } from './analysis/preferences/outcomes.js';
export type { Meeting } from './analysis/preferences/meeting.js';
export type { PreferencesOptions, PreferencesProgress } from './analysis/preferences/options.js';
export type { ScoredDeal, PerParty, Spoken } from './analysis/preferences/scored-deal.js';
export type { LeastFinder } from './analysis/preferences/solver.js';
export type { Scale } from './analysis/preferences/scale.js';
export type { Readings } from './analysis/readings-together.js';
export type { SourcesSaid } from './analysis/words/sources-said.js';
export type { Provenance } from './analysis/preferences/whole-frontier.js';

// Why there is no deal: from the offer on the table to all offers, and in words
export { explain } from './analysis/explain.js';
export type { ExplainOptions } from './analysis/explain.js';
export type { ExplainedBridge } from './analysis/explained-bridges.js';
export type {
  ExplainedOffer,
  ExplainedPosition,
  ExplainedReading,
  ExplainedReadings,
  Explanation,
} from './analysis/explanation.js';
export { acceptanceStillMissing } from './analysis/acceptance-still-missing.js';
export type { AcceptanceMissing, AnswerCounted, PartyMissing } from './analysis/acceptance-still-missing.js';
export { pivots } from './analysis/pivots.js';
export type { Pivot, Pivots } from './analysis/pivots.js';
export type { PositionBeside, PositionHeld } from './analysis/beside.js';
export { sayConcession } from './analysis/words/say-concession.js';
export { sayConflict } from './analysis/words/say-conflict.js';
export { sayStopped } from './analysis/words/say-stopped.js';
export { sayProof } from './analysis/words/say-proof.js';
export type { SayOptions } from './analysis/words/speaker.js';
