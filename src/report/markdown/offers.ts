import { readingsOf } from '../../evidence/field.js';
import { offerBy } from '../../offers/offer-by.js';
import { showValue } from '../../offers/offer-words.js';
import { disputesIn } from '../../scenario/disputes.js';
import { showAmount } from '../../terms/amount-words.js';
import type { Amount } from '../../terms/amount.js';
import { showLength } from '../../terms/length.js';
import { termLabel } from '../../terms/term.js';
import { footnotes } from '../footnotes.js';
import { authorship, momentWords, offered } from '../offer-text.js';
import { isReported, type Report } from '../report-of.js';
import { basisText, citedText } from './cited.js';
import { inert } from './inert.js';

/** Every offer with both dates and what it says, and then what reports give in several ways. */
export function offerLines(report: Report): readonly (readonly string[])[] {
  const { scenario, asOf } = report;
  const notes = footnotes();
  const known = Object.values(scenario.offers).filter((offer) =>
    isReported(report, { citations: [], ...(offer.reported !== undefined && { reported: offer.reported }) }),
  );
  const items = known.map((whole) => {
    const offer = offerBy(whole, scenario, asOf);
    const put = offer.put ? `put ${momentWords(offer.put, notes)}` : 'when it was put is not reported';
    const said = offered(scenario, offer, notes);
    return [
      `- **${inert(`${offer.label} (${offer.id})`)}**: ${inert(authorship(scenario, offer, notes))}; ${inert(put)}${offer.reported === undefined ? '' : `; reported ${offer.reported}`}; known ${offer.known === 'full' ? 'in full' : 'in part'}; ${citedText(report, offer.citations)}`,
      ...(said.length > 0 ? said.map((line) => `  - ${inert(line)}`) : ['  - content not reported']),
    ].join('\n');
  });
  const remarks = notes.notes.map((note) => `- ${inert(note)}`);
  return [['## The offers'], items, ...(remarks.length > 0 ? [['Notes:'], remarks] : []), ...disputeLines(report)];
}

function disputeLines(report: Report): readonly (readonly string[])[] {
  const { scenario, asOf } = report;
  const items = disputesIn(scenario, asOf).flatMap(({ in: where, path, phase, readings }) => {
    const holder = where.kind === 'count' ? scenario.counts[where.id]?.label : scenario.offers[where.id]?.label;
    const of =
      where.kind === 'count'
        ? ''
        : `, ${termLabel(scenario.terms, path)}${phase === undefined ? '' : `, phase ${phase}`}`;
    return [
      `- ${inert(`${holder ?? where.id}${of}`)}:`,
      ...readings.map(({ value, basis, because, citations }) => {
        const isLength = typeof value === 'object' && 'unit' in value;
        const isCount = where.kind === 'count' || path === 'phaseCount';
        const words = isLength
          ? showLength(value, scenario)
          : isCount
            ? showAmount(value as Amount, scenario)
            : showValue(path, value, scenario);
        return `  - ${inert(words)} (${basisText(basis, because)}; ${citedText(report, citations)})`;
      }),
    ];
  });
  return items.length === 0
    ? []
    : [['## Where reports differ'], ['Each stands as reported; nothing is averaged.'], items];
}

/** The sources, and how many there are of what lies outside the deal. */
export function sourceLines(report: Report): readonly (readonly string[])[] {
  const { scenario } = report;
  const counts = Object.values(scenario.counts).map(({ label, figure, note }) => {
    const said = figure ? readingsOf(figure).map((r) => inert(showAmount(r.value, scenario))) : ['not reported'];
    return `- ${inert(label)}: ${said.join('; in another report, ')}${note === undefined ? '' : `. ${inert(note)}`}`;
  });
  const sources = Object.entries(scenario.sources)
    .filter(([, { date }]) => isReported(report, { citations: [], reported: date }))
    .map(
      ([id, { outlet, date, dateBasis, because, details }]) =>
        `- **${inert(id)}**: ${inert(outlet)}, ${date} (date ${basisText(dateBasis, because)})${details === undefined ? '' : `; ${inert(details)}`}`,
    );
  return [
    ...(counts.length > 0 ? [['## Counts'], counts] : []),
    ['## Sources'],
    sources.length > 0 ? sources : ['None: nothing here is reported.'],
  ];
}
