import { optional } from '../base/records.js';
import type { Basis } from '../evidence/basis.js';
import type { Moment } from '../evidence/clocks.js';
import type { Surroundings } from '../evidence/field.js';
import type { MomentDraft, Origin } from './origin-draft.js';

/** What fields of a record take over: reasoning goes with the basis it explains, so a basis of its own sheds the outer one. */
export function around(origin: Origin<string>, outer: Surroundings): Surroundings {
  return {
    ...reasoned(origin, outer),
    citations: origin.citations ?? outer.citations,
  };
}

/** What something without citations of its own rests on: its basis with the reasoning that goes with it. */
export function reasoned(
  own: Pick<Origin<string>, 'basis' | 'because'>,
  outer: Pick<Surroundings, 'basis' | 'because'>,
): Pick<Surroundings, 'basis' | 'because'> {
  const because = own.because ?? (own.basis === undefined ? outer.because : undefined);
  return { basis: own.basis ?? outer.basis, ...optional('because', because) };
}

/**
 * A moment from what a modeller wrote; it rests on what its record rests on, unless it says otherwise. `because` is the
 * record's reasoning, which goes with its basis.
 */
export function normaliseMoment(draft: MomentDraft | undefined, basis: Basis, because?: string): Moment | undefined {
  if (draft === undefined) return undefined;
  if (typeof draft === 'string') return { earliest: draft, latest: draft, basis, ...optional('because', because) };
  return { ...draft, ...reasoned(draft, { basis, ...optional('because', because) }) };
}
