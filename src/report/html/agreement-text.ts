import type { DutyProgress } from '../../obligations/progress.js';
import type { ScheduledDay, ScheduledDuty } from '../../obligations/duty.js';
import { sayTrigger } from '../../obligations/trigger-words.js';
import { sayWait, type Wait } from '../../obligations/wait.js';
import type { Text } from '../../offers/text/text.js';
import { figure, listed } from '../../base/list.js';
import { actorLabel } from '../../obligations/actor-label.js';
import { unsettledWords } from '../../review/unsettled-words.js';
import { asidesOf, standingWords } from '../progress-words.js';
import { scrolling, type Face } from './face.js';
import { html, type Content, type Markup } from './html.js';

/** What the text of the offer on the table, or of the deal in force, makes due: plan against done, with what was found in it. */
export function agreementText(face: Face): Markup {
  const { schedule, scenario } = face.report;
  const text = schedule && scenario.offers[schedule.offer]?.text;
  if (!schedule || !text) return html``;
  const last = Math.max(1, ...schedule.duties.map(({ due, opens }) => due?.day ?? opens?.day ?? 0));
  return html`<section id="text">
    <h2>What the text makes due</h2>
    <p>
      Of ${face.offer(schedule.offer)}. Days are counted from entry into force, which is day 0. What rests on another
      obligation is dated as if that were done on its last day, and marked “if”.
    </p>
    ${findings(face)}
    ${scrolling(
      'What falls due, in order of the day',
      html`<table class="duties">
        <thead>
          <tr>
            <th scope="col">Due</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Rests on</th>
            <th scope="col">From, until</th>
            <th scope="col">Done</th>
          </tr>
        </thead>
        <tbody>
          ${schedule.duties.map((duty) => row(face, text, duty, last))}
        </tbody>
      </table>`,
    )}
    ${asides(face)} ${promised(face, text)}
  </section>`;
}

/** Talks to be held and choices to be made, with their days. */
function promised({ report, said }: Face, text: Text): Content {
  const { schedule, scenario } = report;
  const by = { scenario, text };
  const who = (ids: readonly string[]) => (ids.length > 0 ? `: ${listed(ids.map((id) => actorLabel(by, id)))}` : '');
  const waits = (waitsFor: readonly Wait[]) =>
    waitsFor.length > 0 ? `; waits for ${waitsFor.map((wait) => sayWait(wait, text)).join('; ')}` : '';
  const lines = [
    ...(schedule?.talks ?? []).map(({ label, on, between, begin, end, waitsFor }) => {
      const days = [begin && ` from ${dayWords(begin)}`, end && ` until ${dayWords(end)}`].filter(Boolean).join('');
      return `Talks${on === undefined ? '' : ` on phase ${on}`}, ${label}${who(between)}${days}${waits(waitsFor)}`;
    }),
    ...(schedule?.selections ?? []).map(({ label, namedBy, due, waitsFor }) => {
      return `A choice, ${label}${who(namedBy)}${due ? ` by ${dayWords(due)}` : ''}${waits(waitsFor)}`;
    }),
  ];
  if (lines.length === 0) return '';
  return html`<h3>Talks to be held and choices to be made</h3>
    <ul>
      ${lines.map((line) => html`<li>${said(line)}</li>`)}
    </ul>`;
}

function row(face: Face, text: Text, duty: ScheduledDuty, last: number): Markup {
  const { scenario, progress } = face.report;
  const by = { scenario, text };
  const { due, trigger, provisional, waitsFor, label, amount, unsettled, occurrence, verifier, endless } = duty;
  const waits = waitsFor.map((wait) => sayWait(wait, text)).join('; ');
  const done = progress?.duties.find(({ obligation }) => obligation === duty.obligation);
  const much = unsettled
    ? ` (amount ${unsettledWords(unsettled, by)})`
    : amount?.least === undefined
      ? ''
      : ` (${figure(amount.least)})`;
  const undated = endless && waits === '' ? 'without end' : html`no day yet: waits for ${face.said(waits)}`;
  const day = due ? dayWords(due) : undated;
  return html`<tr>
    <th scope="row">${day}${provisional && ' if'}</th>
    <td>${face.said(listed(duty.owedBy.map((id) => actorLabel(by, id))))}</td>
    <td>
      ${face.said(`${label}${much}`)}${occurrence > 1 && ` · time ${occurrence}`}
      <span class="small"
        >(${duty.strength}${verifier !== undefined && `; verified by ${actorLabel(by, verifier)}`})</span
      >
    </td>
    <td>${trigger ? face.said(sayTrigger(trigger, text, scenario)) : 'nothing that the text gives'}</td>
    <td>${bar(duty, done, last)}</td>
    <td>${done ? standingWords(done) : ''}</td>
  </tr>`;
}

function dayWords({ on, day }: ScheduledDay): string {
  return [on, day === undefined ? undefined : `day ${day}`].filter((word) => word !== undefined).join(', ');
}

/** A window as a bar on the days of the whole text, with a mark where it was done. */
function bar({ opens, due }: ScheduledDuty, done: DutyProgress | undefined, last: number): Content {
  const [from, to] = [opens?.day, due?.day];
  if (from === undefined || to === undefined) return '';
  const at = (day: number) => ((Math.min(Math.max(day, 0), last) / last) * 200).toFixed(1);
  const width = Math.max(2, Number(at(to)) - Number(at(from))).toFixed(1);
  const words = `from day ${from} to day ${to}${done?.settled ? ', settled' : ''}`;
  return html`<svg class="bar" viewBox="0 0 204 12" width="204" height="12" role="img" aria-label="${words}">
    <rect class="track" x="0" y="5" width="204" height="2" />
    <rect class="window" x="${at(from)}" y="2" width="${width}" height="8" rx="2" />
    ${done?.settled && html`<circle class="done" cx="${at(to)}" cy="6" r="4" />`}
  </svg>`;
}

/** Those who reported on what was done and whom nobody names; and what came before its time. */
function asides({ report, said }: Face): Content {
  const all = report.progress ? asidesOf(report.progress) : [];
  return all.map(
    ({ about, messages }) =>
      html`<p>${about}:</p>
        <ul class="asides">
          ${messages.map((message) => html`<li>${said(message)}</li>`)}
        </ul>`,
  );
}

/** What a review found, each beside the clauses that it is about. */
function findings(face: Face): Content {
  const { findings: found = [] } = face.report;
  if (found.length === 0) return html`<p>A review of the text found nothing.</p>`;
  return html`<h3>What a review found</h3>
    <ul class="findings">
      ${found.map(
        ({ severity, message, clauses, accepted }) =>
          html`<li>
            <strong>${severity}</strong>: ${face.said(message)}
            <span class="small"
              >(${clauses.map(({ id }) => id).join(', ')}${accepted !== undefined && `; let stand: ${accepted}`})</span
            >
          </li>`,
      )}
    </ul>`;
}
