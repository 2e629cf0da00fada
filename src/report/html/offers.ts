import { lastDay, firstDay, daysBetween } from '../../base/day.js';
import { readingsOf, type Field } from '../../evidence/field.js';
import { offerBy } from '../../offers/offer-by.js';
import { showValue } from '../../offers/offer-words.js';
import type { Offer } from '../../offers/offer.js';
import { showAmount } from '../../terms/amount-words.js';
import { showLength, type Length } from '../../terms/length.js';
import type { Amount } from '../../terms/amount.js';
import { termLabel } from '../../terms/term.js';
import type { Value } from '../../terms/value.js';
import { exchanged, momentWords } from '../offer-text.js';
import { UNMARKED } from '../footnotes.js';
import { isReported } from '../report-of.js';
import { basisMark, scrolling, type Face } from './face.js';
import { html, joined, type Markup } from './html.js';

/** The offers known, in the order of the matrix; deals of the past after them. */
export function offersShown({ report }: Face): readonly Offer[] {
  const { scenario, comparison, asOf } = report;
  const compared = comparison.columns.map((column) => column.offer);
  const past = Object.values(scenario.offers).filter(
    (offer) =>
      !compared.includes(offer.id) &&
      isReported(report, { citations: [], ...(offer.reported && { reported: offer.reported }) }),
  );
  return [...compared.flatMap((id) => scenario.offers[id] ?? []), ...past].map((offer) =>
    offerBy(offer, scenario, asOf),
  );
}

/** Every offer with both its dates, on one line of time. */
export function timeOfOffers(face: Face): Markup {
  const shown = offersShown(face);
  const days = shown.flatMap(({ put, reported }) =>
    [put?.earliest, put?.latest, reported].filter((day) => day !== undefined).map(lastDay),
  );
  const [from, to] = [
    days.reduce((a, b) => (a < b ? a : b), days[0] ?? ''),
    days.reduce((a, b) => (a > b ? a : b), ''),
  ];
  const whole = from === '' ? 0 : Math.max(1, daysBetween(from, to));
  const rtl = face.report.scenario.direction === 'rtl';
  const at = (day: string) => {
    const share = 3 + (94 * Math.max(0, daysBetween(from, day))) / whole;
    return `${(rtl ? 100 - share : share).toFixed(2)}%`;
  };
  const rows = shown.map((offer) => {
    const { put, reported } = offer;
    const begin = put?.earliest ?? put?.latest;
    const end = put?.latest ?? put?.earliest;
    const marks =
      whole > 0 &&
      html`<svg class="strip" width="100%" height="24" aria-hidden="true" focusable="false">
        <line class="axis" x1="0" x2="100%" y1="12" y2="12" />
        ${begin !== undefined && end !== undefined && html`<line class="put" x1="${at(firstDay(begin))}" x2="${at(lastDay(end))}" y1="12" y2="12" /><circle class="put" cx="${at(lastDay(end))}" cy="12" r="4" />`}
        ${reported !== undefined && html`<svg x="${at(lastDay(reported))}" y="12" overflow="visible"><path class="told" d="M0 -7 L7 0 L0 7 L-7 0 Z" /></svg>`}
      </svg>`;
    return html`<li>
      <p>
        ${face.offer(offer.id)}
        <span class="small"
          >${put ? html`put ${face.said(momentWords(put, UNMARKED))}` : 'when it was put is not reported'};
          ${reported === undefined ? 'known from the first' : `reported ${reported}`}</span
        >
      </p>
      ${marks}
    </li>`;
  });
  const key =
    whole > 0 &&
    html`<p class="small">
      <svg class="key" width="16" height="16" aria-hidden="true"><circle class="put" cx="8" cy="8" r="4" /></svg> put
      forward, a line where only a span of days is known ·
      <svg class="key" width="16" height="16" aria-hidden="true"><path class="told" d="M8 1 L15 8 L8 15 L1 8 Z" /></svg>
      first reported · from ${from} to ${to}
    </p>`;
  return html`<section id="time">
    <h2>The offers in time</h2>
    ${key}
    <ol class="rows">
      ${rows}
    </ol>
  </section>`;
}

/** Each offer clause by clause. */
export function offers(face: Face): Markup {
  const items = offersShown(face).map((offer) => offerOf(face, offer));
  return html`<section id="offers">
    <h2>The offers, clause by clause</h2>
    <ul class="entries">
      ${items}
    </ul>
  </section>`;
}

function offerOf(face: Face, offer: Offer): Markup {
  const { scenario, comparison } = face.report;
  const { id, label, standing, by, to, known, put, reported, basis, because, citations, related, note } = offer;
  const side = (whose: typeof by) =>
    whose && whose.value.length > 0
      ? html`${joined(
          whose.value.map((party) => face.party(party)),
          ', ',
        )}
        ${basisMark(whose.basis, whose.because)}`
      : 'not reported';
  const rates = comparison.columns.find((column) => column.offer === id)?.assessment.exchanges ?? [];
  const said = rates.flatMap((rate) => exchanged(scenario, offer, rate) ?? []);
  const ties = related.map(
    (tie) => html`<li>${tie.how} ${face.offer(tie.offer)} ${basisMark(tie.basis, tie.because)}</li>`,
  );
  const clauses = clausesOf(face, offer);
  return html`<li id="${face.anchors.offer(id)}">
    <h3>${face.said(label)} <span class="id">${id}</span></h3>
    <p>
      <span class="tag">${standing}</span> known
      ${known === 'full' ? 'in full' : 'in part: what it does not say is open'} ${basisMark(basis, because)}
    </p>
    <p>By ${side(by)} · to ${side(to)}</p>
    <p class="dates">
      ${put ? html`Put ${face.said(momentWords(put, UNMARKED))}. ` : 'When it was put is not reported. '}${reported !== undefined && `Reported ${reported}.`}
    </p>
    ${
      clauses.length > 0
        ? scrolling(
            `What ${label} says`,
            html`<table>
              <thead>
                <tr>
                  <th scope="col">Of</th>
                  <th scope="col">it says</th>
                  <th scope="col">on what</th>
                  <th scope="col">source</th>
                </tr>
              </thead>
              <tbody>
                ${clauses}
              </tbody>
            </table>`,
          )
        : html`<p>Its content is not reported.</p>`
    }
    ${said.length > 0 && html`<p>${face.said(said.join('; '))}.</p>`}
    ${
      ties.length > 0 &&
      html`<ul class="plain">
        ${ties}
      </ul>`
    }
    ${note !== undefined && html`<p class="small">${face.said(note)}</p>`} ${face.cites(citations)}
  </li>`;
}

function clausesOf(face: Face, { length, phaseCount, terms, phases }: Offer): readonly Markup[] {
  const { scenario } = face.report;
  const row = (
    of: Markup | string,
    field: Field<Value | Length | Amount>,
    show: (value: Value | Length | Amount) => string,
  ) =>
    readingsOf(field).map(
      (r, i) =>
        html`<tr>
          <th scope="row">${i === 0 ? of : html`${of}, in another report`}</th>
          <td>${face.said(show(r.value))}</td>
          <td>${basisMark(r.basis, r.because)}</td>
          <td>${face.sources(r.citations)}</td>
        </tr>`,
    );
  const place = (stretch: typeof length, clauses: typeof terms, phase?: number) => {
    const where = phase === undefined ? '' : `, phase ${phase}`;
    return [
      ...(stretch ? row(`length${where}`, stretch, (v) => showLength(v as Length, scenario)) : []),
      ...Object.entries(clauses).flatMap(([path, field]) =>
        row(html`${face.said(termLabel(scenario.terms, path))}${where}`, field, (v) =>
          showValue(path, v as Value, scenario),
        ),
      ),
    ];
  };
  return [
    ...place(length, terms),
    ...(phaseCount ? row('number of phases', phaseCount, (v) => showAmount(v as Amount, scenario)) : []),
    ...phases.flatMap((phase, i) => [
      ...place(phase.length, phase.terms, i + 1),
      ...(phase.toBeNegotiated?.value
        ? [
            html`<tr>
              <th scope="row">phase ${i + 1}</th>
              <td>to be negotiated</td>
              <td>${basisMark(phase.toBeNegotiated.basis, phase.toBeNegotiated.because)}</td>
              <td>${face.sources(phase.toBeNegotiated.citations)}</td>
            </tr>`,
          ]
        : []),
    ]),
  ];
}
