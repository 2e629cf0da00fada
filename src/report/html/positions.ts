import { readingsBy, type Position } from '../../positions/position.js';
import { say } from '../../positions/say.js';
import { momentWords } from '../offer-text.js';
import { UNMARKED } from '../footnotes.js';
import { knownSince } from '../../evidence/clocks.js';
import { isReported } from '../report-of.js';
import { basisMark, type Face } from './face.js';
import { html, type Markup } from './html.js';

/** Who said what: every position known, party by party, reading by reading, with both dates and its sources. */
export function positions(face: Face): Markup {
  const { scenario } = face.report;
  const groups = Object.keys(scenario.parties).map((party) => {
    const held = Object.values(scenario.positions).filter((position) => position.party === party);
    const known = held.map((position) => positionOf(face, position)).filter((item) => item !== undefined);
    return known.length === 0
      ? ''
      : html`<h3>${face.party(party)}</h3>
          <ul class="entries">
            ${known}
          </ul>`;
  });
  return html`<section id="positions">
    <h2>Who asks what</h2>
    <p class="intro">
      A red line is not to be conceded; a demand blocks while it is unmet, and may be conceded; a preference never
      blocks.
    </p>
    ${groups}
  </section>`;
}

function positionOf(face: Face, position: Position): Markup | undefined {
  const { scenario, asOf } = face.report;
  const { id, title, rigidity, reservation, confidential, note } = position;
  const readings = readingsBy(position, scenario.sources, asOf);
  if (readings.length === 0) return undefined;
  const several = readings.length > 1;
  return html`<li id="${face.anchors.position(id)}">
    <h4>${face.said(title)}</h4>
    <p>
      <span class="tag">${rigidity.value}</span> how firmly:
      ${basisMark(rigidity.basis, rigidity.because)}${confidential === true && html` <span class="tag secret">confidential: known to its own party alone</span>`}
    </p>
    ${several && html`<p>Reported in ${readings.length} ways, which stand side by side:</p>`}
    <div class="readings">
      ${readings.map((reading) => {
        const since = reading.reported ?? knownSince(reading.citations, scenario.sources);
        return html`<div class="reading">
          ${several && html`<h5>${face.said(reading.title ?? `reading ${reading.id}`)}</h5>`}
          <p>It asks: ${face.said(say(reading.condition, scenario))}. ${basisMark(reading.basis, reading.because)}</p>
          <p class="dates">
            ${reading.from && html`Stated ${face.said(momentWords(reading.from, UNMARKED))}. `}${since === undefined ? 'No date of a report.' : `Reported ${since}.`}
          </p>
          ${face.cites(reading.citations)}
        </div>`;
      })}
    </div>
    ${reservation && html`<p class="reservation"><span class="tag secret">confidential</span> Thought to settle for: ${face.said(say(reservation.value, scenario))}. ${basisMark(reservation.basis, reservation.because)}</p>`}
    ${note !== undefined && html`<p class="small">${face.said(note)}</p>`}
  </li>`;
}

/** What else was said, which sets no condition on the deal. */
export function statements(face: Face): Markup {
  const { scenario } = face.report;
  const known = Object.values(scenario.statements).filter((one) => isReported(face.report, one));
  if (known.length === 0) return html``;
  const items = known.map(({ party, text, said, basis, because, citations, reported, confidential }) => {
    const since = reported ?? knownSince(citations, scenario.sources);
    return html`<li>
      <p>
        <strong>${party === undefined ? 'The report' : face.party(party)}:</strong> ${face.said(text)}
        ${basisMark(basis, because)}${confidential === true && html` <span class="tag secret">confidential</span>`}
      </p>
      <p class="dates">
        ${said && html`Said ${face.said(momentWords(said, UNMARKED))}. `}${since !== undefined && `Reported ${since}.`}
      </p>
      ${face.cites(citations)}
    </li>`;
  });
  return html`<section id="statements">
    <h2>What else was said</h2>
    <p class="intro">None of this sets a condition on the deal.</p>
    <ul class="entries two">
      ${items}
    </ul>
  </section>`;
}

/** The sources, with what their dates rest on. */
export function sources(face: Face): Markup {
  const { scenario, asOf } = face.report;
  const rows = Object.entries(scenario.sources)
    .filter(([, source]) =>
      isReported({ scenario, ...(asOf !== undefined && { asOf }) }, { citations: [], reported: source.date }),
    )
    .map(
      ([id, { outlet, date, dateBasis, because, details }]) =>
        html`<li id="${face.anchors.source(id)}">
          <h3>${id}</h3>
          <p><strong>${face.said(outlet)}</strong>, ${date} · date ${basisMark(dateBasis, because)}</p>
          ${details !== undefined && html`<p class="small">${face.said(details)}</p>`}
        </li>`,
    );
  return html`<section id="sources">
    <h2>Sources</h2>
    ${
      rows.length === 0
        ? html`<p>None: nothing here is reported.</p>`
        : html`<ul class="cards">
            ${rows}
          </ul>`
    }
  </section>`;
}
