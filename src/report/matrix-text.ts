import { printable as plain } from '../base/printable.js';
import type { Comparison } from '../assessment/compare-offers.js';
import { canBlock, type Position } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';
import { MARKS, NO_PAINT, type Paint } from './paint.js';
import { padded, widthOf, wrapped } from './wrap.js';

type OfferColumn = Comparison['columns'][number];

/** The narrowest that the positions' names are set; more offers than fit beside it go into a block of their own. */
const NARROWEST = 28;

/**
 * Several offers held against the same red lines and demands, a column each: `✗` unmet, `?` open, `✓` met.
 * Rows stand in the scenario's order of parties, then of positions, so that a row can be followed across offers.
 *
 * @param width - columns of the page
 * @example
 * matrixText(scenario, compareOffers(scenario), 60).split('\n');
 * // ['…', 'north: catch: at least 40 tonnes        ✗           ✓', …]
 */
export function matrixText(scenario: Scenario, comparison: Comparison, width = 80, paint: Paint = NO_PAINT): string {
  const parties = Object.keys(scenario.parties);
  const positions = Object.values(scenario.positions)
    .filter((p) => canBlock(p.rigidity.value))
    .filter((p) => comparison.columns.some((c) => verdictIn(c, p) !== undefined))
    .sort((a, b) => parties.indexOf(a.party) - parties.indexOf(b.party));
  return blocks(comparison.columns, width - NARROWEST)
    .map((columns) => block(scenario, positions, columns, width, paint))
    .join('\n\n');
}

function block(
  scenario: Scenario,
  positions: readonly Position[],
  columns: readonly OfferColumn[],
  width: number,
  paint: Paint,
): string {
  const label = width - columns.reduce((sum, c) => sum + cellWidth(c), 0);
  const head = padded('', label) + columns.map((c) => padded(plain(c.offer), cellWidth(c))).join('');
  const rows = positions.map((position) => {
    const name = `${scenario.parties[position.party]?.label ?? position.party}: ${position.title}`;
    const marks = columns.map((c) => {
      const verdict = verdictIn(c, position);
      return padded(verdict === undefined ? ' ' : paint.verdict[verdict](MARKS[verdict]), cellWidth(c));
    });
    const [first = '', ...rest] = wrapped(plain(name), label - 1);
    return [padded(first, label) + marks.join(''), ...rest.map((line) => `  ${line}`)]
      .map((line) => line.trimEnd())
      .join('\n');
  });
  return [head.trimEnd(), ...rows].join('\n');
}

function verdictIn(column: OfferColumn, position: Position) {
  return column.assessment.verdicts.find((v) => v.position === position.id)?.verdict;
}

function cellWidth(column: OfferColumn): number {
  return Math.max(2, widthOf(column.offer)) + 1;
}

function blocks(columns: readonly OfferColumn[], room: number): readonly (readonly OfferColumn[])[] {
  const result: OfferColumn[][] = [];
  let left = 0;
  for (const column of columns) {
    if (result.length === 0 || cellWidth(column) > left) {
      result.push([]);
      left = room;
    }
    result.at(-1)?.push(column);
    left -= cellWidth(column);
  }
  return result;
}
