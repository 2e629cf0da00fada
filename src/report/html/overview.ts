import { canBlock } from '../../positions/position.js';
import { kindThatCounts } from '../../assessment/answers.js';
import type { Assessment } from '../../assessment/assess.js';
import { figure } from '../../base/list.js';
import type { Term } from '../../terms/term.js';
import { headline } from '../step-text.js';
import { saidOf } from '../verdict-text.js';
import { UNMARKED } from '../footnotes.js';
import { basisMark, verdictMark, type Face } from './face.js';
import { html, joined, type Markup } from './html.js';

/** What lies on the table, and where it does not meet what is asked: the first screen. */
export function onTheTable(face: Face): Markup {
  const { report } = face;
  const assessment = report.comparison.columns.find((column) => column.offer === report.offer)?.assessment;
  if (!assessment)
    return html`<section id="table">
      <h2>On the table</h2>
      <p>No offer lies on the table.</p>
    </section>`;
  const points = [...assessment.stickingPoints, ...assessment.openPoints];
  return html`<section id="table" class="lead">
    <p class="eyebrow">On the table</p>
    <h2>${face.offer(assessment.offer)}</h2>
    <p class="headline">${headline(report.scenario, assessment)}</p>
    <ul class="points">
      ${points.map((point) => pointOf(face, assessment, point))}
    </ul>
    ${answers(face, assessment)}
  </section>`;
}

function pointOf(face: Face, assessment: Assessment, point: Assessment['verdicts'][number]): Markup {
  const { scenario } = face.report;
  const beside = assessment.verdicts.filter((v) => point.opposite.includes(v.position) && canBlock(v.rigidity.value));
  const said = saidOf(scenario, point, UNMARKED);
  const opposite = beside.map((v) => html`${face.party(v.party)}, ${face.position(v.position)} (${v.verdict})`);
  return html`<li class="${point.verdict}">
    ${verdictMark(point.verdict)}
    <p>
      <strong>${face.party(point.party)}</strong> asks: ${face.position(point.position)}
      <span class="small">(${point.rigidity.value}; ${sourcesOrNone(face, point)})</span>. On this offer:
      ${face.said(said)}.
    </p>
    ${beside.length > 0 && html`<p class="beside">Opposite stands: ${joined(opposite, '; ')}.</p>`}
  </li>`;
}

function sourcesOrNone(face: Face, point: Assessment['verdicts'][number]): Markup | string {
  const cited = point.readings.flatMap((r) => r.citations);
  return cited.length > 0 ? face.sources(cited) : 'no source';
}

/** Who and what it is about, at the head of the page. */
export function about(face: Face): Markup {
  const { scenario } = face.report;
  const whole = Object.keys(scenario.parties).map((id) => face.party(id));
  const terms = Object.entries(scenario.terms).map(
    ([id, { label }]) => html`<a href="#${face.anchors.term(id)}">${face.said(label)}</a>`,
  );
  return html`<dl class="about">
    <dt>Parties</dt>
    <dd>${joined(whole, ' · ')}</dd>
    <dt>Issues</dt>
    <dd>${joined(terms, ' · ')}</dd>
  </dl>`;
}

/** The kinds of answer apart, of those whose acceptance decides. */
function answers(face: Face, { answers: all }: Assessment): Markup {
  const { scenario } = face.report;
  const rows = scenario.agreement.of.map((party) => {
    const given = all[party];
    const declared = given?.declared;
    const counts = given && kindThatCounts(given);
    const mark = (kind: string) => counts === kind && html` <span class="small">(the one that counts)</span>`;
    return html`<tr>
      <th scope="row">${face.party(party)}</th>
      <td>${given?.byPosition.answer ?? 'undecided'}${mark('byPosition')}</td>
      <td>
        ${given?.byAuthorship ? html`accepts, ${basisMark(given.byAuthorship.basis)}${mark('byAuthorship')}` : 'none'}
      </td>
      <td>
        ${declared ? html`${declared.answer}${mark('declared')} ${basisMark(declared.basis)} ${face.cites(declared.citations)}` : 'none'}
      </td>
    </tr>`;
  });
  return html`<table class="answers">
    <caption>
      Answers to it
    </caption>
    <thead>
      <tr>
        <th scope="col">Party</th>
        <th scope="col">by its positions</th>
        <th scope="col">by authorship</th>
        <th scope="col">declared</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** The parties, with their roles and what is said of them. */
export function parties(face: Face): Markup {
  const { scenario } = face.report;
  const items = Object.entries(scenario.parties).map(([id, { label, roles, aliases, note }]) => {
    const decides = scenario.agreement.of.includes(id);
    const parts = roles.map((role) => html`${face.said(role.value)} ${basisMark(role.basis, role.because)}`);
    return html`<li id="${face.anchors.party(id)}">
      <h3>${face.said(label)}</h3>
      ${parts.length > 0 && html`<p>${joined(parts, '; ')}</p>`}
      ${decides && html`<p>Its acceptance counts for an agreement.</p>`}
      ${aliases.length > 0 && html`<p class="small">Also written ${face.said(aliases.join(', '))}.</p>`}
      ${note !== undefined && html`<p class="small">${face.said(note)}</p>`}
    </li>`;
  });
  const { rule, basis, because } = scenario.agreement;
  return html`<section id="parties">
    <h2>Parties</h2>
    <p>Rule of agreement: ${rule} ${basisMark(basis, because)}</p>
    <ul class="cards">
      ${items}
    </ul>
  </section>`;
}

/** The issues: what is to be settled, and how many there are of what. */
export function issues(face: Face): Markup {
  const { scenario } = face.report;
  const items = Object.entries(scenario.terms).map(
    ([id, term]) =>
      html`<li id="${face.anchors.term(id)}">
        <h3>${face.said(term.label)}</h3>
        <p>${kindOf(face, term)}${term.scope === 'phase' ? ', settled in each phase' : ''}</p>
        ${term.note !== undefined && html`<p class="small">${face.said(term.note)}</p>`}
      </li>`,
  );
  return html`<section id="issues">
    <h2>Issues</h2>
    <ul class="cards">
      ${items}
    </ul>
  </section>`;
}

function kindOf(face: Face, term: Term): Markup {
  if (term.kind === 'flag') return html`Yes or no`;
  if (term.kind === 'choice') {
    const order = term.ordered ? html`, lowest first ${basisMark(term.basis, term.because)}` : '';
    return html`One of: ${face.said(Object.values(term.options).join(' · '))}${order}`;
  }
  const { least, most, basis, because } = term.bounds;
  const parts = Object.values(term.categories).map((category) => category.label);
  const range = most === undefined ? `from ${figure(least)}` : `${figure(least)} to ${figure(most)}`;
  return html`A figure in ${face.said(term.unit.many)}, ${range}
  ${basisMark(basis, because)}${parts.length > 0 && html`; of which: ${face.said(parts.join(', '))}`}`;
}
