import { termFigures, type TermFigure } from '../../assessment/term-figures.js';
import { termLines, type TermLine } from '../../assessment/term-lines.js';
import { figure } from '../../base/list.js';
import type { Span } from '../../base/span.js';
import { readingsBy } from '../../positions/position.js';
import { say } from '../../positions/say.js';
import { showValue } from '../../offers/offer-words.js';
import { showLength } from '../../terms/length.js';
import { sayScope } from '../../terms/scope.js';
import { termLabel } from '../../terms/term.js';
import { offersShown } from './offers.js';
import { basisMark, type Face } from './face.js';
import { html, type Markup } from './html.js';

/** The ranges of each term: what every position takes, what every offer says, and the zone of possible agreement. */
export function ranges(face: Face): Markup {
  const { scenario, asOf, zopa } = face.report;
  const lines = termLines(scenario, (id) => {
    const position = scenario.positions[id];
    return position ? readingsBy(position, scenario.sources, asOf) : [];
  });
  const figures = offersShown(face).flatMap((offer) => termFigures(scenario, offer, asOf));
  const paths = [...Object.keys(scenario.terms).flatMap((id) => [id, ...pathsUnder(face, id)]), 'length'];
  const charts = paths.map((path) => {
    const on = lines.filter((line) => line.of === path);
    const said = figures.filter((one) => one.of === path);
    if (on.length === 0 && said.length === 0) return '';
    return chart(face, path, on, said);
  });
  const zones = zopa?.coalitions.map(({ parties, empty, conflict }) => {
    const whose = parties.map((party) => scenario.parties[party]?.label ?? party).join(' and ');
    const found =
      empty === undefined
        ? 'It was not settled whether there is one.'
        : empty
          ? 'There is none: no offer meets every red line and demand.'
          : 'There is one; its span stands beside each term.';
    return html`<p>
      <strong>Zone of possible agreement between ${face.said(whose)}:</strong>
      ${found}${conflict && html` <a href="#why">Why</a>`}
    </p>`;
  });
  return html`<section id="ranges">
    <h2>Term by term: lines, offers, and the zone between</h2>
    <p class="small key">
      <span class="swatch line" aria-hidden="true"></span> what a position takes ·
      <span class="swatch offer" aria-hidden="true"></span> what an offer says ·
      <span class="swatch zone" aria-hidden="true"></span> the zone of possible agreement
    </p>
    ${zones}${charts}
  </section>`;
}

function pathsUnder({ report }: Face, id: string): readonly string[] {
  const term = report.scenario.terms[id];
  return term?.kind === 'quantity' ? Object.keys(term.categories).map((category) => `${id}/${category}`) : [];
}

function chart(face: Face, path: string, lines: readonly TermLine[], said: readonly TermFigure[]): Markup {
  const { scenario, zopa } = face.report;
  const term = scenario.terms[path];
  const unit = path === 'length' ? 'days' : term?.kind === 'quantity' ? term.unit.many : '';
  const spans =
    zopa?.coalitions.flatMap((c) =>
      c.spans.filter((s) => s.path === path || s.path.replace(/^phases\.\d+\./, '') === path),
    ) ?? [];
  const known = [...lines, ...said].flatMap(({ figures }) =>
    [figures?.least, figures?.most].filter((n) => n !== undefined),
  );
  const most = Math.max(1, ...known) * 1.15;
  const least = Math.min(0, ...known);
  const scale = (n: number) => 2 + (96 * (Math.min(Math.max(n, least), most) - least)) / (most - least);
  const strip = (span: Span | undefined, kind: string) => span && stripOf(face, span, scale, [least, most], kind);
  const ofLines = lines.map((line) => {
    const position = scenario.positions[line.position];
    const reading = position?.readings.find((r) => r.id === line.reading);
    const asks = line.options ? optionsSaid(face, path, line.options) : reading ? say(reading.condition, scenario) : '';
    return html`<li>
      <p>
        ${face.party(line.party)} · ${face.position(line.position, line.title)}:
        ${face.said(asks)}${!line.alone && ' (with other parts)'}
        <span class="small">${line.rigidity}${sayScope(line.in)}</span> ${basisMark(line.basis)}
        ${face.sources(line.citations)}
      </p>
      ${strip(line.figures, 'line')}
    </li>`;
  });
  const ofOffers = said.map((one) => {
    const { value } = one;
    const isLength = typeof value === 'object' && 'unit' in value;
    const words = isLength ? showLength(value, scenario) : showValue(path, value, scenario);
    return html`<li>
      <p>${face.offer(one.offer)}: ${face.said(words)}${sayScope(one.in)} ${basisMark(one.basis)}</p>
      ${strip(one.figures, 'offer')}
    </li>`;
  });
  const ofZone = spans.map((span) => {
    const options = span.found?.map((option) => (typeof option === 'boolean' ? (option ? 'yes' : 'no') : option));
    const words = options ? optionsSaid(face, path, options) : `${spanSaid(span)} ${unit}`;
    const phase = /^phases\.(\d+)\./.exec(span.path)?.[1];
    return html`<li>
      <p>Zone of possible agreement${phase !== undefined && `, phase ${phase}`}: ${face.said(words)}</p>
      ${strip(options ? undefined : span, 'zone')}
    </li>`;
  });
  const heading = path === 'length' ? 'length of the deal and of its phases' : termLabel(scenario.terms, path);
  const axis =
    known.length > 0 &&
    html`<p class="axis-words small" aria-hidden="true">
      <span>${figure(least)}</span><span>${figure(Math.round(most))} ${face.said(unit)}</span>
    </p>`;
  return html`<div class="chart">
    <h3>${face.said(heading)}</h3>
    <ul class="rows">
      ${ofLines}${ofOffers}${ofZone}
    </ul>
    ${axis}
  </div>`;
}

/** A span drawn along a scale: open ends run to the edge, a single figure is a mark. */
function stripOf(
  { report }: Face,
  { least, most }: Span,
  scale: (n: number) => number,
  [from, to]: readonly [number, number],
  kind: string,
): Markup {
  const rtl = report.scenario.direction === 'rtl';
  const [a, b] = [scale(least ?? from), scale(most ?? to)];
  const x = rtl ? 100 - b : a;
  const n = (value: number) => `${value.toFixed(2)}%`;
  const point = least !== undefined && least === most;
  const mark = point
    ? html`<circle class="${kind}" cx="${n(x)}" cy="9" r="5" />`
    : html`<rect class="${kind}" x="${n(x)}" y="4" width="${n(Math.max(0.5, b - a))}" height="10" rx="2" />`;
  return html`<svg class="strip" width="100%" height="18" aria-hidden="true" focusable="false">
    <line class="axis" x1="2%" x2="98%" y1="9" y2="9" />
    ${mark}
  </svg>`;
}

function spanSaid({ least, most }: Span): string {
  if (least !== undefined && least === most) return figure(least);
  if (least !== undefined && most !== undefined) return `${figure(least)}–${figure(most)}`;
  return least !== undefined
    ? `at least ${figure(least)}`
    : most !== undefined
      ? `at most ${figure(most)}`
      : 'any figure';
}

function optionsSaid({ report }: Face, path: string, options: readonly string[]): string {
  const term = report.scenario.terms[path];
  const labels = term?.kind === 'choice' ? options.map((option) => term.options[option] ?? option) : options;
  return labels.join(' or ');
}
