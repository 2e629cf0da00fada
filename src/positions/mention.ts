import type { Scope } from '../terms/scope.js';

/** A term that a condition speaks of, by path id; `length` for the length of a phase or of the whole. */
export interface Mention {
  readonly term: string;
  readonly in?: Scope;
}

/** What stands for the length of a phase or of the deal, which is no term of the scenario's. */
export const LENGTH = 'length';
