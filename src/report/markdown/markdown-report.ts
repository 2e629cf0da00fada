import { listed } from '../../base/list.js';
import { BASIS_MARKS } from '../basis-marks.js';
import { mermaidOffers } from '../mermaid/offers.js';
import { mermaidStatechart } from '../mermaid/statechart.js';
import type { Report } from '../report-of.js';
import { stateWords } from '../state-words.js';
import { doneLines } from './done.js';
import { inert } from './inert.js';
import { matrixLines } from './matrix.js';
import { positionLines } from './positions.js';
import { pointLines, whyLines } from './why.js';
import { offerLines, sourceLines } from './offers.js';

/**
 * A report as Markdown, with two diagrams in Mermaid, for a page that renders it or a reader of plain text.
 *
 * @example
 * markdownReport(reportOf(scenario)).split('\n')[0]; // '# lake'
 */
export function markdownReport(report: Report): string {
  const { scenario, asOf, view, state } = report;
  const whose =
    view === undefined
      ? 'Everything is shown, whoever may know it.'
      : `What ${inert(scenario.parties[view]?.label ?? view)} may know: what is confidential to others is not in this file.`;
  const marks = (['reported', 'inferred', 'assumed'] as const).map((basis) => `${BASIS_MARKS[basis]} ${basis}`);
  const parts: readonly (readonly string[])[] = [
    [`# ${inert(scenario.title)}`],
    [
      `${asOf === undefined ? 'By all that is known' : `As reported by ${asOf}`}. The talks stand: ${stateWords(state)}. ${whose}`,
    ],
    scenario.note === undefined ? [] : [inert(scenario.note)],
    [`How far a thing is known: ${listed(marks)}.`],
    [
      `**Parties:** ${Object.values(scenario.parties)
        .map((party) => inert(party.label))
        .join(' · ')}`,
    ],
    [
      `**Issues:** ${Object.values(scenario.terms)
        .map((term) => inert(term.label))
        .join(' · ')}`,
    ],
    ...pointLines(report),
    ['## Offers against positions'],
    matrixLines(report),
    ...whyLines(report),
    ['## Where the talks stand'],
    ['```mermaid', mermaidStatechart(report).trimEnd(), '```'],
    ...doneLines(report),
    ['## The offers in time'],
    ['```mermaid', mermaidOffers(report).trimEnd(), '```'],
    ...offerLines(report),
    ...positionLines(report),
    ...sourceLines(report),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
