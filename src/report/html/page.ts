import type { Report } from '../report-of.js';
import { stateWords } from '../state-words.js';
import { agreementText } from './agreement-text.js';
import { counts, disputes } from './disputes.js';
import { events } from './events.js';
import { asking, explained } from './explained.js';
import { basisMark, faceOf } from './face.js';
import { html, type Markup } from './html.js';
import { matrix, verdicts } from './matrix.js';
import { offers, timeOfOffers } from './offers.js';
import { about, issues, onTheTable, parties } from './overview.js';
import { positions, sources, statements } from './positions.js';
import { ranges } from './ranges.js';
import { STYLE } from './style.js';

/**
 * A report as one self-contained HTML page: no script, nothing loaded, every text escaped. For the screen, light and dark, a
 * phone, the keyboard, a screen reader and paper.
 *
 * @example
 * htmlReport(reportOf(scenario)).startsWith('<!doctype html>'); // true
 */
export function htmlReport(report: Report): string {
  const face = faceOf(report);
  const { scenario, asOf, view } = report;
  const sections = [
    ['table', 'On the table', onTheTable(face)],
    ['parties', 'Parties', parties(face)],
    ['issues', 'Issues', issues(face)],
    ['matrix', 'Offers against positions', matrix(face)],
    ['why', 'What excludes what', explained(face)],
    ['ranges', 'Term by term', ranges(face)],
    ['text', 'What the text makes due', agreementText(face)],
    ['asking', 'What to ask next', asking(face)],
    ['time', 'The offers in time', timeOfOffers(face)],
    ['events', 'What happened', events(face)],
    ['disputes', 'Where reports differ', disputes(face)],
    ['positions', 'Who asks what', positions(face)],
    ['statements', 'What else was said', statements(face)],
    ['offers', 'The offers, clause by clause', offers(face)],
    ['counts', 'Counts', counts(face)],
    ['verdicts', 'What each verdict rests on', verdicts(face)],
    ['sources', 'Sources', sources(face)],
  ] as const satisfies readonly (readonly [string, string, Markup])[];
  const shown = sections.filter(([, , section]) => section.text !== '');
  const whose =
    view === undefined
      ? html`Everything is shown, whoever may know it.`
      : html`What ${face.party(view)} may know: what is confidential to others is not in this file.`;
  const page = html`<!doctype html>
    <html lang="en" dir="${scenario.direction ?? 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${scenario.title}: report</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">To the report</a>
        <header>
          <p class="eyebrow">${scenario.id}</p>
          <h1>${face.said(scenario.title)}</h1>
          <p class="standing">
            ${asOf === undefined ? 'By all that is known' : `As reported by ${asOf}`}. The talks stand:
            ${stateWords(report.state)}. ${whose}
          </p>
          ${scenario.note !== undefined && html`<p class="note">${face.said(scenario.note)}</p>`} ${about(face)}
          <p class="legend">
            How far a thing is known: ${basisMark('reported')} a source says it; ${basisMark('inferred')} it follows
            from what sources say; ${basisMark('assumed')} the modeller supposes it.
          </p>
          <nav aria-label="Contents">
            <ol>
              ${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ol>
          </nav>
        </header>
        <main id="main" tabindex="-1">${shown.map(([, , section]) => section)}</main>
        <footer>
          <p>
            Positions and offers fail to fit; nothing here says who is right, and nothing foretells an agreement. Made
            with sticking-points.
          </p>
        </footer>
      </body>
    </html> `;
  return page.text;
}
