import { sourcesSaid } from '../../analysis/words/sources-said.js';
import type { Basis } from '../../evidence/basis.js';
import type { Citation } from '../../evidence/citation.js';
import { citationsBy } from '../../evidence/clocks.js';
import { BASIS_MARKS } from '../basis-marks.js';
import type { Report } from '../report-of.js';
import { inert } from './inert.js';

/** Where it is reported, in full, or that it is not. */
export function citedText({ scenario, asOf }: Report, citations: readonly Citation[]): string {
  const known = citationsBy(citations, scenario.sources, asOf);
  return known.length === 0 ? 'no source' : inert(sourcesSaid(scenario, known, 'in full'));
}

/** `◐ inferred: the reasoning`. */
export function basisText(basis: Basis, because?: string): string {
  return `${BASIS_MARKS[basis]} ${basis}${because === undefined ? '' : `: ${inert(because)}`}`;
}
