import { UNMARKED } from '../footnotes.js';
import { momentWords } from '../offer-text.js';
import type { Report } from '../report-of.js';
import { label } from './label.js';

/**
 * The offers as a sequence in Mermaid, in order of event: from whom to whom where that is reported, else as a note; with both
 * dates.
 *
 * @example
 * mermaidOffers(reportOf(scenario)).split('\n')[0]; // 'sequenceDiagram'
 */
export function mermaidOffers({ scenario, comparison }: Pick<Report, 'scenario' | 'comparison'>): string {
  const parties = Object.keys(scenario.parties);
  const nodeOf = (party: string) => `p${parties.indexOf(party) + 1}`;
  const lines = comparison.columns.flatMap(({ offer: id, assessment }) => {
    const offer = scenario.offers[id];
    if (!offer) return [];
    const { by, to, put, reported } = offer;
    const when = [
      ...(put ? [`put ${momentWords(put, UNMARKED)}`] : []),
      ...(reported === undefined ? [] : [`reported ${reported}`]),
      `${assessment.stickingPoints.length} unmet, ${assessment.openPoints.length} open`,
    ];
    const words = label(`${offer.label} (${id}) ${when.join(', ')}`);
    const from = by?.value ?? [];
    const whose = `${by && by.basis !== 'reported' ? ` (by whom is ${by.basis})` : ''}${to && to.basis !== 'reported' ? ` (to whom is ${to.basis})` : ''}`;
    if (from.length === 0) return [`  Note over ${spanning(parties.map(nodeOf))}: ${words}, by whom is not reported`];
    const targets = (to?.value ?? []).filter((party) => !from.includes(party));
    if (targets.length === 0) return from.map((party) => `  Note over ${nodeOf(party)}: ${words}${whose}`);
    return from.flatMap((party) => targets.map((target) => `  ${nodeOf(party)}->>${nodeOf(target)}: ${words}${whose}`));
  });
  const named = parties.map((id) => `  participant ${nodeOf(id)} as ${label(scenario.parties[id]?.label ?? id)}`);
  return ['sequenceDiagram', ...named, ...lines, ''].join('\n');
}

function spanning(nodes: readonly string[]): string {
  const [first = '', last = ''] = [nodes[0], nodes.at(-1)];
  return first === last ? first : `${first},${last}`;
}
