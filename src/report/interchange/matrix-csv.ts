import type { Comparison } from '../../assessment/compare-offers.js';
import type { Scenario } from '../../scenario/scenario.js';
import { UNMARKED } from '../footnotes.js';
import { saidOf, sourcesOf } from '../verdict-text.js';
import { csvOf, type Cell } from './csv.js';

const HEAD = [
  'offer',
  'offer label',
  'party',
  'position',
  'position title',
  'rigidity',
  'rigidity basis',
  'verdict',
  'basis',
  'approximate',
  'margin of',
  'margin least',
  'margin most',
  'margin unit',
  'in words',
  'sources',
];

/**
 * The matrix as CSV, one row for each cell of it: verdict, basis, the first margin (positive to spare, negative short; an
 * empty end is not known), the words, and the sources of the line. Text that would be a formula is guarded.
 *
 * @example
 * const lines = matrixCsv(scenario, compareOffers(scenario)).split('\r\n');
 * lines[1]; // '"first-offer","first-offer","north","enough",…'
 */
export function matrixCsv(scenario: Scenario, comparison: Comparison): string {
  const rows = comparison.columns.flatMap(({ offer, assessment }) =>
    assessment.verdicts.map((v): readonly Cell[] => {
      const margin = v.readings.length === 1 ? v.readings[0]?.margins[0] : undefined;
      return [
        offer,
        scenario.offers[offer]?.label,
        scenario.parties[v.party]?.label ?? v.party,
        v.position,
        v.title,
        v.rigidity.value,
        v.rigidity.basis,
        v.verdict,
        v.basis,
        v.approximate ? 'yes' : 'no',
        margin?.of,
        margin?.slack.least,
        margin?.slack.most,
        margin?.unit.many,
        saidOf(scenario, v, UNMARKED),
        sourcesOf(scenario, v),
      ];
    }),
  );
  return csvOf([HEAD, ...rows]);
}
