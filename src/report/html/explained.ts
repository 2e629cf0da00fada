import { capital } from '../../base/capital.js';
import type { Explanation } from '../../analysis/explanation.js';
import { conflictSaid } from '../../analysis/words/say-conflict.js';
import { sayConcession } from '../../analysis/words/say-concession.js';
import { sayStopped } from '../../analysis/words/say-stopped.js';
import { Speaker } from '../../analysis/words/speaker.js';
import { listed } from '../../base/list.js';
import { bridgeSaid, readingsText } from '../readings-text.js';
import { basisMark, type Face } from './face.js';
import { html, joined, type Markup } from './html.js';

/** Why there is no deal, of all offers: in sentences, under each reading, each with what it rests on. */
export function explained(face: Face): Markup {
  const { explanation } = face.report;
  if (!explanation) return html``;
  const { underReadings, basis, combinations, stopped } = explanation;
  return html`<section id="why">
    <h2>Of all offers: what excludes what, and what could be given up</h2>
    <p class="intro">
      Worked out over every offer that the scenario allows, by all that is stated. None of it is a forecast, and no way
      is better than another. It rests on what is ${basisMark(basis)} at the weakest.
    </p>
    ${underReadings.map((under) => underOne(face, explanation, under))}
    ${combinations.shown < combinations.all && html`<p>Of ${combinations.all} combinations of readings, ${combinations.shown} are shown.</p>`}
    ${stopped && html`<p>Not all of it was worked out: ${face.said(sayStopped(face.report.scenario, stopped))}.</p>`}
  </section>`;
}

function underOne(face: Face, explanation: Explanation, under: Explanation['underReadings'][number]): Markup {
  const { scenario } = face.report;
  const { asOf } = explanation;
  const options = { ...(asOf !== undefined && { asOf }), readings: under.readings, sources: 'by id' } as const;
  const speaker = new Speaker(scenario, options);
  const { heading, counted } = readingsText(scenario, explanation, under);
  const title = heading.replace(/^ALL OFFERS,? ?/, '');
  const found = under.conflicts.conflicts;
  const conflicts = found.map(
    (one) =>
      html`<li>
        <p>${face.said(conflictSaid(speaker, one))}</p>
        ${restsOn(face, explanation, one.positions)}
      </li>`,
  );
  const coalitions = under.concessions.coalitions.map(({ parties, concessions, firm }) => {
    const whose = listed(parties.map((party) => speaker.partyLabel(party)));
    if (firm)
      return html`<h4>What could be given up between ${face.said(whose)}</h4>
        <p>Nothing that may be given up would do: ${face.said(conflictSaid(speaker, firm))}</p>
        ${restsOn(face, explanation, firm.positions)}`;
    const ways = concessions.map((one) => {
      const near = under.bridges
        .filter((b) => b.parties.join() === parties.join() && b.without.join() === one.positions.join())
        .map((b) => html`<p class="small">${face.said(capital(bridgeSaid(scenario, explanation, b)))}</p>`);
      return html`<li>
        <p>${face.said(sayConcession(scenario, one, options))}</p>
        ${near}${restsOn(face, explanation, one.positions)}
      </li>`;
    });
    return html`<h4>What could be given up between ${face.said(whose)}</h4>
      <p class="small">
        ${concessions.length > 1 ? `${concessions.length} ways, fewest first: an order of display, which prefers none.` : ''}
      </p>
      <ol>
        ${ways}
      </ol>`;
  });
  return html`<div class="under">
    <h3>${title === '' ? 'However positions are read' : face.said(capital(title))}</h3>
    <h4>What no offer meets together</h4>
    ${
      found.length === 0
        ? html`<p>${face.said(counted)}</p>`
        : html`<ol>
            ${conflicts}
          </ol>`
    }${coalitions}
  </div>`;
}

/** The positions that a claim is about, and where they are reported. */
function restsOn(face: Face, { positions }: Explanation, ids: readonly string[]): Markup {
  if (ids.length === 0) return html``;
  const links = ids.map((id) => {
    const cited = positions[id]?.readings.flatMap((r) => r.citations) ?? [];
    return html`${face.position(id, positions[id]?.title)} (${cited.length > 0 ? face.sources(cited) : 'no source'})`;
  });
  return html`<p class="rests">Rests on ${joined(links, ' · ')}</p>`;
}

/** What to ask next about the offer on the table. */
export function asking(face: Face): Markup {
  const { followUp, scenario } = face.report;
  if (!followUp || followUp.facts.length === 0) return html``;
  const items = followUp.facts.map(({ of, in: phase, settles, maySettle }) => {
    const term = scenario.terms[of.split('/')[0] ?? of];
    const label = of === 'length' ? 'its length' : face.said(term ? term.label : of);
    const part = (ids: readonly string[], words: string) =>
      ids.length > 0 &&
      html` ${words}
      ${joined(
        ids.map((id) => face.position(id)),
        ', ',
      )}.`;
    return html`<li>
      <strong>${label}${phase !== undefined && `, phase ${phase}`}:</strong
      >${part(settles, 'settles, whatever it is,')}${part(maySettle, 'may settle')}
    </li>`;
  });
  return html`<section id="asking">
    <h2>What to ask next</h2>
    <p class="intro">What no report says of the offer on the table, and what would follow once it was known.</p>
    <ul class="plain">
      ${items}
    </ul>
  </section>`;
}
