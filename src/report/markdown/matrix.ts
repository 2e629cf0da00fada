import type { Position } from '../../positions/position.js';
import { UNMARKED } from '../footnotes.js';
import { MARKS } from '../paint.js';
import type { Report } from '../report-of.js';
import { saidOf, sourcesOf } from '../verdict-text.js';
import { inert } from './inert.js';

/** The matrix as a table: the positions in the rows, the offers in the columns. */
export function matrixLines({ scenario, comparison }: Report): readonly string[] {
  const { columns } = comparison;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const found = columns.map((column) => new Map(column.assessment.verdicts.map((v) => [v.position, v])));
  const parties = Object.keys(scenario.parties);
  const shown: readonly Position[] = parties.flatMap((party) =>
    Object.values(scenario.positions).filter((p) => p.party === party && found.some((column) => column.has(p.id))),
  );
  const rows = shown.map((position) => {
    const cells = found.map((column) => {
      const v = column.get(position.id);
      if (!v) return 'not known then';
      return inert(`${MARKS[v.verdict]} ${v.verdict}: ${saidOf(scenario, v, UNMARKED)}`);
    });
    const verdict = found.map((column) => column.get(position.id)).find((v) => v !== undefined);
    const where = verdict ? sourcesOf(scenario, verdict) : '';
    const party = scenario.parties[position.party]?.label ?? position.party;
    return row([
      inert(`${party}: ${position.title} (${position.rigidity.value}${where === '' ? '' : `; ${where}`})`),
      ...cells,
    ]);
  });
  const heads = columns.map((column) => inert(`${scenario.offers[column.offer]?.label ?? ''} (${column.offer})`));
  return [row(['Position', ...heads]), row(['---', ...heads.map(() => '---')]), ...rows];
}
