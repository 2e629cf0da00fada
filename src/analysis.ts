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

// How it is asked
export type { AnalysisOptions } from './analysis/case.js';
export type { HeldOptions } from './analysis/claims.js';
export type { Limits, Progress, Stopped } from './analysis/watch.js';
