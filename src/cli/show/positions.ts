import { sourcesSaid } from '../../analysis/words/sources-said.js';
import { printable } from '../../base/printable.js';
import { citationsBy } from '../../evidence/clocks.js';
import { readingsBy, type Position, type PositionReading } from '../../positions/position.js';
import { row } from '../../report/columns.js';
import { paragraph } from '../../report/wrap.js';
import type { Scenario } from '../../scenario/scenario.js';

/** How wide the sources stand at the right. */
const SOURCES = 12;

/** Every position, party by party, with how firmly it is held, its readings, and the sources of each. */
export function positionsShown(scenario: Scenario, asOf: string | undefined, width: number): readonly string[] {
  const { parties, positions } = scenario;
  return Object.entries(parties).flatMap(([id, { label }]) => {
    const held = Object.values(positions).filter(({ party }) => party === id);
    const lines = held.flatMap((position) => positionLines(scenario, position, asOf, width));
    return lines.length === 0 ? [] : [paragraph(printable(label), width, '  '), ...lines];
  });
}

function positionLines(
  scenario: Scenario,
  position: Position,
  asOf: string | undefined,
  width: number,
): readonly string[] {
  const readings = readingsBy(position, scenario.sources, asOf);
  if (readings.length === 0) return [];
  const { value, basis } = position.rigidity;
  const firmness = basis === 'reported' ? value : `${value}, ${basis}`;
  const [only] = readings;
  const several = position.readings.length > 1;
  const cited = (reading: PositionReading) =>
    sourcesSaid(scenario, citationsBy(reading.citations, scenario.sources, asOf), 'by id');
  const resting = (reading: PositionReading) => (reading.basis === 'reported' ? '' : ` (${reading.basis})`);
  const line = (text: string, sources: string, indent: string) =>
    row(
      [printable(text), printable(sources)],
      [{ width: width - indent.length - SOURCES - 1 }, { width: SOURCES, right: true }],
      indent,
    );
  return [
    line(
      `${position.title} [${firmness}]${!several && only ? resting(only) : ''}`,
      !several && only ? cited(only) : '',
      '    ',
    ),
    ...(several
      ? readings.map((one) => line(`read as: ${one.title ?? one.id}${resting(one)}`, cited(one), '      '))
      : []),
  ];
}
