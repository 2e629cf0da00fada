import { listed } from '../../base/list.js';
import { say } from '../../positions/say.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { normaliseAmount } from '../../terms/amount.js';
import { showAmount } from '../../terms/amount-words.js';
import { showDays } from '../../terms/length.js';
import { termLabel } from '../../terms/term.js';
import { showValue } from '../../offers/offer-words.js';
import type { Obligation } from '../../offers/text/obligation.js';
import { reportLabel } from '../../obligations/reporting.js';
import { reporterOf } from '../../offers/text/reporting.js';

/** What an event says beyond its type, in words; empty where its type says it all. The event must be well formed. */
export function eventWords(scenario: Scenario, event: TalksEvent): string {
  const { on, reportedOn, citation, because } = event;
  const details = [
    ...(on === undefined ? [] : [`on ${on}`]),
    ...(reportedOn === undefined ? [] : [`reported ${reportedOn}`]),
    ...(citation === undefined ? [] : [`source ${citation.source}`]),
    ...(because === undefined ? [] : [`because: ${because}`]),
  ];
  const core = coreWords(scenario, event);
  return [...(core === '' ? [] : [core]), ...details].join('; ');
}

function coreWords(scenario: Scenario, event: TalksEvent): string {
  const party = (id: string) => scenario.parties[id]?.label ?? id;
  const by = (ids: readonly string[] | undefined) => (ids ? `by ${listed(ids.map(party))}` : '');
  switch (event.type) {
    case 'precondition.met':
    case 'precondition.lapsed':
      return scenario.process.preconditions[event.precondition]?.title ?? event.precondition;
    case 'mandate.given':
      return `${party(event.party)} may ${event.mandate}`;
    case 'round.opened':
    case 'round.closed':
      return scenario.process.rounds[event.round]?.label ?? event.round;
    case 'offer.recorded':
    case 'offer.tabled':
    case 'offer.withdrawn':
    case 'deal.superseded':
      return offerWords(scenario, event.offer);
    case 'answer.declared':
      return `${party(event.party)} ${event.answer}${concededWords(scenario, event.concedes)}`;
    case 'position.revised': {
      const to = event.title ?? (event.condition === null ? 'none any more' : say(event.condition, scenario));
      const title = scenario.positions[event.position]?.title ?? event.position;
      return `${title}, from now on ${to}${event.rigidity === undefined ? '' : ` (${event.rigidity})`}`;
    }
    case 'talks.suspended':
    case 'talks.resumed':
    case 'deal.ended':
      return by(event.by);
    case 'ratification.voted': {
      const { votes } = event;
      const cast = votes ? [`${votes.for} for, ${votes.against} against, ${votes.abstained ?? 0} abstained`] : [];
      return [
        stepWords(scenario, event.step),
        ...(event.body === undefined ? [] : [event.body]),
        ...(event.outcome ? [event.outcome] : []),
        ...cast,
      ].join(', ');
    }
    case 'ratification.objected': {
      const who = event.by === undefined ? '' : ` by ${event.by}`;
      return `${stepWords(scenario, event.step)}, objection${who} ${event.outcome}`;
    }
    case 'days.passed':
      return event.until === undefined ? showDays(event.days) : `up to ${event.until}`;
    case 'phase.ended':
      return `phase ${event.phase}`;
    case 'phase.extended': {
      const rule =
        event.rule === undefined ? undefined : (scenario.process.extensions[event.rule]?.title ?? event.rule);
      const which = event.phase === undefined ? '' : `phase ${event.phase} `;
      const who = event.by && event.by.length > 0 ? `, as ${listed(event.by)} agreed` : '';
      return `${which}by ${showDays(event.days)}${rule === undefined ? '' : `, ${rule}`}${who}`;
    }
    case 'performance.reported': {
      const { obligation, amount, observer } = event;
      const seen = observer === undefined ? '' : `, as ${observer} saw it`;
      const isDuty = dutyOf(scenario, obligation) ?? reportCalled(scenario, obligation);
      const of = dutyOf(scenario, obligation)?.of ?? (isDuty ? undefined : obligation);
      const much = normaliseAmount(amount);
      const words = of === undefined ? showAmount(much, scenario) : showValue(of, much, scenario);
      return `${dutyOrTerm(scenario, obligation)}: ${words}${seen}`;
    }
    case 'performance.waived':
    case 'performance.excused':
    case 'performance.withheld': {
      const much =
        'amount' in event && event.amount !== undefined ? [showAmount(normaliseAmount(event.amount), scenario)] : [];
      return [dutyOrTerm(scenario, event.obligation), ...much, by(event.by)].join(' ').trimEnd();
    }
    case 'performance.postponed': {
      const turn = event.occurrence === undefined ? '' : `, turn ${event.occurrence},`;
      return `${dutyOrTerm(scenario, event.obligation)}${turn} to ${event.to} ${by(event.by)}`.trimEnd();
    }
    case 'performance.suspended':
    case 'performance.resumed':
      return `${listed(event.obligations.map((id) => dutyOrTerm(scenario, id)))} ${by(event.by)}`.trimEnd();
    case 'instrument.suspended':
      return `${event.instrument}, since ${dutyOrTerm(scenario, event.obligation)} was found not kept, ${by(event.by)}`;
    case 'instrument.resumed':
      return `${event.instrument} ${by(event.by)}`.trimEnd();
    case 'breach.found':
      return `${dutyOrTerm(scenario, event.obligation)} by ${event.by}${event.against ? ` against ${listed(event.against)}` : ''}`;
    case 'event.happened':
      return event.event;
    case 'event.moved':
      return `${event.event} to ${event.to} ${by(event.by)}`.trimEnd();
    case 'promisedTalks.opened':
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      return event.talks;
    case 'certification.given':
      return event.certification;
    case 'breach.alleged':
    case 'breach.cured':
      return `${dutyOrTerm(scenario, event.obligation)} ${by(event.by === undefined ? undefined : [event.by])}`.trimEnd();
    case 'agreement.concluded':
    case 'deal.started':
    case 'nextPhase.opened':
    case 'nextPhase.settled':
    case 'nextPhase.failed':
      return '';
  }
}

/** An obligation of the text of some offer. */
function dutyOf(scenario: Scenario, id: string): Obligation | undefined {
  for (const { text } of Object.values(scenario.offers)) {
    if (text && Object.hasOwn(text.obligations, id)) return text.obligations[id];
  }
  return undefined;
}

/** What an obligation of some text, or the duty of a body to report, is called; else a term by its label. */
function dutyOrTerm(scenario: Scenario, id: string): string {
  return dutyOf(scenario, id)?.label ?? reportCalled(scenario, id) ?? termLabel(scenario.terms, id);
}

function reportCalled(scenario: Scenario, id: string): string | undefined {
  for (const { text } of Object.values(scenario.offers)) {
    const body = text && reporterOf(text, id);
    if (text && body !== undefined) return reportLabel(scenario, text, body);
  }
  return undefined;
}

/** An offer by its id, with its label where that is another. */
function offerWords(scenario: Scenario, offer: string | { readonly id: string } | undefined): string {
  if (offer === undefined) return '';
  if (typeof offer !== 'string') return `${offer.id}, a new one`;
  const label = scenario.offers[offer]?.label ?? offer;
  return label === offer ? offer : `${offer}, ${label}`;
}

function concededWords(scenario: Scenario, concedes: readonly string[] | undefined): string {
  if (concedes === undefined) return '';
  if (concedes.length === 0) return ', conceding nothing';
  return `, conceding ${listed(concedes.map((id) => scenario.positions[id]?.title ?? id))}`;
}

function stepWords(scenario: Scenario, id: string): string {
  return scenario.process.ratification.find((step) => step.id === id)?.label ?? id;
}
