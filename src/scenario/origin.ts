import { optional } from '../base/records.js';
import type { Basis } from '../evidence/basis.js';
import type { Moment } from '../evidence/clocks.js';
import type { Surroundings } from '../evidence/field.js';
import type { MomentDraft, Origin } from './origin-draft.js';

/** What fields of a record take over: reasoning goes with the basis it explains, so a basis of its own sheds the outer one. */
export function around(origin: Origin<string>, outer: Surroundings): Surroundings {
  return {
    basis: origin.basis ?? outer.basis,
    ...optional('because', origin.because ?? (origin.basis === undefined ? outer.because : undefined)),
    citations: origin.citations ?? outer.citations,
  };
}

/** A moment from what a modeller wrote; it rests on what its record rests on, unless it says otherwise. */
export function normaliseMoment(draft: MomentDraft | undefined, basis: Basis): Moment | undefined {
  if (draft === undefined) return undefined;
  return typeof draft === 'string'
    ? { earliest: draft, latest: draft, basis }
    : { ...draft, basis: draft.basis ?? basis };
}
