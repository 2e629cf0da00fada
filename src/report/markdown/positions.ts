import { knownSince } from '../../evidence/clocks.js';
import { readingsBy } from '../../positions/position.js';
import { say } from '../../positions/say.js';
import { UNMARKED } from '../footnotes.js';
import { momentWords } from '../offer-text.js';
import { isReported, type Report } from '../report-of.js';
import { basisText, citedText } from './cited.js';
import { inert } from './inert.js';

/** Who asks what, with both dates and the sources, and what else was said. */
export function positionLines(report: Report): readonly (readonly string[])[] {
  const { scenario } = report;
  const parties = Object.entries(scenario.parties).flatMap(([id, { label }]) => {
    const lines = Object.values(scenario.positions)
      .filter((position) => position.party === id)
      .flatMap((position) => linesOf(report, position));
    return lines.length === 0 ? [] : [[`### ${inert(label)}`], lines];
  });
  const said = Object.values(scenario.statements)
    .filter((one) => isReported(report, one))
    .map(({ party, text, basis, because, citations }) => {
      const who = party === undefined ? 'The report' : (scenario.parties[party]?.label ?? party);
      return `- ${inert(who)}: ${inert(text)} (${basisText(basis, because)}; ${citedText(report, citations)})`;
    });
  return [['## Who asks what'], ...parties, ...(said.length > 0 ? [['## What else was said'], said] : [])];
}

function linesOf(report: Report, position: Report['scenario']['positions'][string]): readonly string[] {
  const { scenario, asOf } = report;
  const { title, rigidity, reservation, confidential, note } = position;
  const readings = readingsBy(position, scenario.sources, asOf);
  if (readings.length === 0) return [];
  const secret = confidential === true ? '; confidential: known to its own party alone' : '';
  return [
    `- **${inert(title)}** (${rigidity.value}, how firmly ${basisText(rigidity.basis, rigidity.because)}${secret})`,
    ...readings.map((r) => {
      const since = r.reported ?? knownSince(r.citations, scenario.sources);
      const stated = r.from ? `; stated ${inert(momentWords(r.from, UNMARKED))}` : '';
      const name = readings.length > 1 ? `${inert(r.title ?? `reading ${r.id}`)}: ` : '';
      const when = since === undefined ? '' : `; reported ${since}`;
      return `  - ${name}${inert(say(r.condition, scenario))} (${basisText(r.basis, r.because)}${stated}${when}; ${citedText(report, r.citations)})`;
    }),
    ...(reservation
      ? [
          `  - confidential, thought to settle for: ${inert(say(reservation.value, scenario))} (${basisText(reservation.basis, reservation.because)})`,
        ]
      : []),
    ...(note === undefined ? [] : [`  - ${inert(note)}`]),
  ];
}
