import { unique } from '../../base/list.js';
import type { Basis } from '../../evidence/basis.js';
import { ATTRIBUTION_WORDS, type Citation } from '../../evidence/citation.js';
import { citationsBy } from '../../evidence/clocks.js';
import type { VerdictWord } from '../../positions/judged.js';
import { BASIS_MARKS } from '../basis-marks.js';
import { MARKS } from '../paint.js';
import type { Report } from '../report-of.js';
import { anchorsOf, type Anchors } from './anchors.js';
import { html, joined, type Content, type Markup } from './html.js';

/** What every part of a page needs: the report, the anchors, and how small things are written. */
export interface Face {
  readonly report: Report;
  readonly anchors: Anchors;
  /** What a scenario says, in the language it is written in. */
  readonly said: (text: string) => Content;
  readonly party: (id: string) => Markup;
  readonly position: (id: string, title?: string) => Markup;
  readonly offer: (id: string) => Markup;
  /** Where it is reported: source, outlet, day, and on whose word. */
  readonly cites: (citations: readonly Citation[]) => Markup;
  /** The sources alone, as links. */
  readonly sources: (citations: readonly Citation[]) => Markup;
}

/** What something rests on, by mark and word, with the reasoning. */
export function basisMark(basis: Basis, because?: string): Markup {
  const why = because === undefined ? '' : html`<span class="why">: ${because}</span>`;
  return html`<span class="basis ${basis}"><span aria-hidden="true">${BASIS_MARKS[basis]}</span> ${basis}${why}</span>`;
}

/** A verdict by mark and word. */
export function verdictMark(word: VerdictWord): Markup {
  return html`<span class="verdict ${word}"><span aria-hidden="true">${MARKS[word]}</span> ${word}</span>`;
}

/** A wide table in a region of its own that scrolls, and can be scrolled by keyboard. */
export function scrolling(label: string, table: Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}

/** The face of a report. */
export function faceOf(report: Report): Face {
  const { scenario, asOf } = report;
  const anchors = anchorsOf(scenario);
  const { language } = scenario;
  const said = (text: string) => (language === undefined ? text : html`<bdi lang="${language}">${text}</bdi>`);
  const link = (anchor: string, text: Content) =>
    anchor === '' ? html`${text}` : html`<a href="#${anchor}">${text}</a>`;
  const known = (citations: readonly Citation[]) => citationsBy(citations, scenario.sources, asOf);
  const sourcesIn = (citations: readonly Citation[]) =>
    Object.keys(scenario.sources).filter((id) => citations.some((c) => c.source === id));
  return {
    report,
    anchors,
    said,
    party: (id) => link(anchors.party(id), said(scenario.parties[id]?.label ?? id)),
    position: (id, title) => link(anchors.position(id), said(title ?? scenario.positions[id]?.title ?? id)),
    offer: (id) => link(anchors.offer(id), said(scenario.offers[id]?.label ?? id)),
    sources: (citations) =>
      joined(
        sourcesIn(known(citations)).map((id) => link(anchors.source(id), id)),
        ' ',
      ),
    cites: (citations) => {
      const cited = known(citations);
      if (cited.length === 0) return html`<span class="none">no source</span>`;
      const items = sourcesIn(cited).map((id) => {
        const source = scenario.sources[id];
        const voices = unique(cited.filter((c) => c.source === id).map(voiceOf));
        const date = source
          ? `${source.date}${source.dateBasis === 'reported' ? '' : ` (date ${source.dateBasis})`}`
          : '';
        return html`<li>
          ${link(anchors.source(id), id)} ${said(source?.outlet ?? '')}, ${date}: ${said(voices.join('; '))}
        </li>`;
      });
      return html`<ul class="cites">
        ${items}
      </ul>`;
    },
  };
}

function voiceOf({ by, attribution, as }: Citation): string {
  const rung = ATTRIBUTION_WORDS[attribution];
  return `${by === undefined ? rung : `${by} (${rung})`}${as === 'support' ? ', in support' : ''}`;
}
