import { readingsOf } from '../../evidence/field.js';
import { showValue } from '../../offers/offer-words.js';
import { readingsBy } from '../../positions/position.js';
import { say } from '../../positions/say.js';
import { disputesIn, type Dispute } from '../../scenario/disputes.js';
import { showAmount } from '../../terms/amount-words.js';
import { showLength } from '../../terms/length.js';
import { termLabel } from '../../terms/term.js';
import type { Amount } from '../../terms/amount.js';
import { basisMark, type Face } from './face.js';
import { html, type Content, type Markup } from './html.js';

/** What reports give in several ways, side by side: figures, then positions. */
export function disputes(face: Face): Markup {
  const { scenario, asOf } = face.report;
  const figures = disputesIn(scenario, asOf).map((one) =>
    sideBySide(
      titleOf(face, one),
      one.readings.map(
        (r) =>
          html`<p><strong>${face.said(valueOf(face, one, r.value))}</strong> ${basisMark(r.basis, r.because)}</p>
            ${face.cites(r.citations)}`,
      ),
    ),
  );
  const held = Object.values(scenario.positions).flatMap((position) => {
    const readings = readingsBy(position, scenario.sources, asOf);
    if (readings.length < 2) return [];
    const ways = readings.map(
      (r) =>
        html`<p>
            <strong>${face.said(r.title ?? say(r.condition, scenario))}</strong> ${basisMark(r.basis, r.because)}
          </p>
          ${face.cites(r.citations)}`,
    );
    return [sideBySide(html`${face.party(position.party)}: ${face.position(position.id)}`, ways)];
  });
  const all = [...figures, ...held];
  if (all.length === 0) return html``;
  return html`<section id="disputes">
    <h2>Where reports differ</h2>
    <p class="intro">Each stands as reported; nothing is averaged.</p>
    ${all}
  </section>`;
}

/** How many there are of what lies outside the deal. */
export function counts(face: Face): Markup {
  const { scenario } = face.report;
  const rows = Object.values(scenario.counts).map(({ label, figure, note }) => {
    const said = figure
      ? readingsOf(figure).map(
          (r) =>
            html`<li>
              <strong>${face.said(showAmount(r.value, scenario))}</strong> ${basisMark(r.basis, r.because)}
              ${face.sources(r.citations)}
            </li>`,
        )
      : html`<li>not reported</li>`;
    return html`<li>
      <h3>${face.said(label)}</h3>
      <ul class="plain">
        ${said}
      </ul>
      ${note !== undefined && html`<p class="small">${face.said(note)}</p>`}
    </li>`;
  });
  return rows.length === 0
    ? html``
    : html`<section id="counts">
        <h2>Counts</h2>
        <ul class="cards">
          ${rows}
        </ul>
      </section>`;
}

function sideBySide(title: Content, ways: readonly Markup[]): Markup {
  return html`<div class="dispute">
    <h3>${title}</h3>
    <div class="ways">${ways.map((way) => html`<div>${way}</div>`)}</div>
  </div>`;
}

function titleOf(face: Face, { in: where, path, phase }: Dispute): Content {
  const { scenario } = face.report;
  if (where.kind === 'count') return face.said(scenario.counts[where.id]?.label ?? where.id);
  const of =
    path === 'length' || path === 'phaseCount'
      ? path === 'length'
        ? 'length'
        : 'number of phases'
      : termLabel(scenario.terms, path);
  return html`${face.offer(where.id)}: ${face.said(of)}${phase !== undefined && `, phase ${phase}`}`;
}

function valueOf(face: Face, { in: where, path }: Dispute, value: Dispute['readings'][number]['value']): string {
  const { scenario } = face.report;
  if (typeof value === 'object' && 'unit' in value) return showLength(value, scenario);
  // Of counts and phases there are amounts alone.
  if (where.kind === 'count' || path === 'phaseCount') return showAmount(value as Amount, scenario);
  return showValue(path, value, scenario);
}
