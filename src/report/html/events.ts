import type { ReplayChange } from '../../machine/replay.js';
import { momentWords } from '../offer-text.js';
import { UNMARKED } from '../footnotes.js';
import { stateWords } from '../state-words.js';
import { basisMark, type Face } from './face.js';
import { html, joined, type Content, type Markup } from './html.js';

/** What happened, in order, with both dates, and what each entry changed by what had been reported then. */
export function events(face: Face): Markup {
  const { steps } = face.report;
  if (steps.length === 0) return html``;
  const items = steps.map(({ entry, reported, then }) => {
    const changed = changedBy(face, then.changed);
    const refused = then.refused.map(
      (reason) => html`<p class="small">Not followed by the talks: ${face.said(reason.message)}</p>`,
    );
    return html`<li>
      <p class="dates">
        ${entry.when ? face.said(momentWords(entry.when, UNMARKED)) : 'no day given'}${reported !== undefined && ` · reported ${reported}`}
      </p>
      <p>${face.said(entry.text)} ${basisMark(entry.basis, entry.because)}</p>
      ${changed.length > 0 && html`<p class="small">${joined(changed, '; ')}.</p>`}${refused}${face.cites(entry.citations)}
    </li>`;
  });
  return html`<section id="events">
    <h2>What happened</h2>
    <ol class="time">
      ${items}
    </ol>
  </section>`;
}

function changedBy(face: Face, { state, offer, appeared, gone }: ReplayChange): readonly Content[] {
  const points = (ids: readonly string[]) =>
    joined(
      ids.map((id) => face.position(id)),
      ', ',
    );
  return [
    ...(state ? [`the talks go from ${stateWords(state.from)} to ${stateWords(state.to)}`] : []),
    ...(offer
      ? [offer.to === null ? 'no offer lies on the table any more' : html`on the table: ${face.offer(offer.to)}`]
      : []),
    ...(appeared.length > 0 ? [html`sticking points now: ${points(appeared)}`] : []),
    ...(gone.length > 0 ? [html`no longer: ${points(gone)}`] : []),
  ];
}
