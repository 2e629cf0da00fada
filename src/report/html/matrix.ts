import type { Verdict } from '../../assessment/verdict.js';
import type { Comparison } from '../../assessment/compare-offers.js';
import { unique } from '../../base/list.js';
import { factWords, saidOf } from '../verdict-text.js';
import { UNMARKED } from '../footnotes.js';
import { BASIS_MARKS } from '../basis-marks.js';
import { MARKS } from '../paint.js';
import { basisMark, scrolling, verdictMark, type Face } from './face.js';
import { html, type Markup } from './html.js';

/** As many cells as have what they rest on written out; beyond, a cell leads to its position and so to its sources. */
const MOST_WRITTEN_OUT = 600;

type Column = Comparison['columns'][number];

/** Offers against positions, the margin in each cell, what it rests on one click away. */
export function matrix(face: Face): Markup {
  const { scenario, comparison } = face.report;
  const { columns } = comparison;
  const found = columns.map((column) => new Map(column.assessment.verdicts.map((v) => [v.position, v])));
  const shown = Object.keys(scenario.parties).flatMap((party) =>
    Object.values(scenario.positions).filter((p) => p.party === party && found.some((column) => column.has(p.id))),
  );
  const out = isWrittenOut(face);
  const { verdict, position } = face.anchors;
  let before = '';
  const rows = shown.map(({ id, party, rigidity }) => {
    const heading =
      party === before
        ? ''
        : html`<tr class="group">
            <th scope="rowgroup" colspan="${columns.length + 1}">${face.party(party)}</th>
          </tr>`;
    before = party;
    const cells = columns.map((column, i) => {
      const v = found[i]?.get(id);
      if (!v) return html`<td class="na">not known then</td>`;
      const to = out ? verdict(column.offer, id) : position(id);
      const said = saidOf(scenario, v, UNMARKED);
      const basis =
        v.basis === 'reported' || said.includes(`(${v.basis})`)
          ? ''
          : html` <span class="basis">${BASIS_MARKS[v.basis]} ${v.basis}</span>`;
      return html`<td class="${v.verdict}">
        <a href="#${to}">${MARKS[v.verdict]} ${v.verdict}</a> ${face.said(said)}${basis}
      </td>`;
    });
    return html`${heading}
      <tr>
        <th scope="row">${face.position(id)} <span class="small">${rigidity.value}</span></th>
        ${cells}
      </tr>`;
  });
  const heads = columns.map(
    (column) => html`<th scope="col">${face.offer(column.offer)} <span class="id">${column.offer}</span></th>`,
  );
  return html`<section id="matrix">
    <h2>Offers against positions</h2>
    <p class="intro">
      ${verdictMark('met')} holds however the silent parts of the offer are filled in; ${verdictMark('unmet')} fails
      however they are; ${verdictMark('open')} could be either, or is not reported. Follow a cell to what it rests on.
    </p>
    ${scrolling(
      'Offers against positions',
      html`<table class="matrix">
        <thead>
          <tr>
            <th scope="col">Position</th>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
    )}
  </section>`;
}

/** Each cell of the matrix with what it rests on; nothing where there are too many. */
export function verdicts(face: Face): Markup {
  if (!isWrittenOut(face)) return html``;
  const parts = face.report.comparison.columns.map(
    (column) =>
      html`<h3>${face.offer(column.offer)}</h3>
        <ul class="entries two">
          ${column.assessment.verdicts.map((v) => verdictOf(face, column, v))}
        </ul>`,
  );
  return html`<section id="verdicts">
    <h2>What each verdict rests on</h2>
    ${parts}
  </section>`;
}

function isWrittenOut({ report }: Face): boolean {
  const { columns } = report.comparison;
  return columns.reduce((sum, column) => sum + column.assessment.verdicts.length, 0) <= MOST_WRITTEN_OUT;
}

function verdictOf(face: Face, column: Column, v: Verdict): Markup {
  const { scenario } = face.report;
  const facts = unique(v.readings.flatMap((r) => r.facts.map((fact) => JSON.stringify(fact)))).map(
    (text) => JSON.parse(text) as Verdict['readings'][number]['facts'][number],
  );
  return html`<li id="${face.anchors.verdict(column.offer, v.position)}">
    <h4>${face.party(v.party)}: ${face.position(v.position)}</h4>
    <p>
      ${verdictMark(v.verdict)} ${face.said(saidOf(scenario, v, UNMARKED))}
      ${basisMark(v.basis)}${v.approximate && ', on a figure given as “about”'}
    </p>
    <p class="small">What is asked:</p>
    ${v.readings.map((r) => html`<div class="small">${v.readings.length > 1 && html`${face.said(r.title)}: ${r.verdict}. `}${basisMark(r.lineBasis, r.because)} ${face.cites(r.citations)}</div>`)}
    ${
      facts.length > 0 &&
      html`<p class="small">What it is held against:</p>
        <ul class="plain small">
          ${facts.map((fact) => html`<li>${face.said(factWords(scenario, fact, true))} ${basisMark(fact.basis, fact.because)} ${fact.citations.length > 0 && face.cites(fact.citations)}</li>`)}
        </ul>`
    }
  </li>`;
}
