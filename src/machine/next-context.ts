import { addDays, isCalendarDate } from '../base/day.js';
import { nextOf } from '../base/drafts.js';
import { optional } from '../base/records.js';
import { valueOrThrow } from '../base/result.js';
import type { DeclaredAnswer } from '../assessment/answers.js';
import type { Position } from '../positions/position.js';
import { say } from '../positions/say.js';
import { checkOffer } from '../scenario/check-offer.js';
import type { AnswerDeclared, NewOffer, PositionRevised } from '../scenario/events/table.js';
import type { TalksEvent } from '../scenario/event.js';
import { normaliseAmount } from '../terms/amount.js';
import { concededBy } from './against-answer.js';
import { affectedBy, deliveryOf } from './text-in-force.js';
import { timesExtended } from './against-delivery.js';
import { isMonth, toldOn, type Clock } from './clock.js';
import type { DealRun, TalksContext, WritableContext } from './context.js';
import { recordedInText } from './record-text.js';
import type { Rules } from './rules.js';
import { phaseToExtend } from './under-way.js';

/** The context after an event against which there is no reason, but for where it leads: the parts that any state keeps. */
export function nextContext(rules: Rules, context: TalksContext, event: TalksEvent, clock: Clock): TalksContext {
  return nextOf(context, (draft: WritableContext) => {
    Object.assign(draft, clock);
    record(rules, context, event, draft);
    draft.deal = dated(draft.deal, clock, event);
    const text = context.deal && recordedInText(context.deal, event, clock, affectedBy(rules, context, event, clock));
    if (draft.deal && text) draft.deal = { ...draft.deal, text };
  });
}

/** The deal with the day its phase began, where that follows from what day it is by now. */
function dated(deal: DealRun | null, { today }: Clock, event: TalksEvent): DealRun | null {
  if (!deal || deal.phase === 0 || deal.began !== null || today === null) return deal;
  const gone = deal.day + (event.type === 'days.passed' ? (event.days ?? 0) : 0);
  const began = addDays(today, -gone);
  return began !== undefined && isCalendarDate(began) ? { ...deal, began } : deal;
}

function record(rules: Rules, context: TalksContext, event: TalksEvent, draft: WritableContext): void {
  const add = (offer: NewOffer) => {
    const checked = checkOffer(rules.effective(context), offer.id, offer);
    draft.added[offer.id] = valueOrThrow(checked, 'The offer cannot be brought in.');
  };
  switch (event.type) {
    case 'precondition.met':
      draft.met = [...context.met, event.precondition];
      return;
    case 'precondition.lapsed':
      draft.met = context.met.filter((id) => id !== event.precondition);
      return;
    case 'mandate.given':
      draft.mandates[event.party] = event.mandate;
      return;
    case 'round.opened':
      draft.round = event.round;
      return;
    case 'round.closed':
      draft.round = null;
      // What was only considered is considered no longer: that it still lay there in a later round would be more than is known.
      if (rules.outcome(context) === 'agreed') return;
      draft.offer = null;
      draft.declared = {};
      return;
    case 'offer.recorded':
      add(event.offer);
      return;
    case 'offer.tabled':
      draft.declared = {};
      draft.offer = typeof event.offer === 'string' ? event.offer : event.offer.id;
      if (typeof event.offer !== 'string') add(event.offer);
      return;
    case 'offer.withdrawn':
      draft.offer = null;
      draft.declared = {};
      return;
    case 'answer.declared':
      draft.declared[event.party] = declaredBy(rules, context, event);
      return;
    case 'position.revised': {
      const { party } = rules.scenario.positions[event.position] ?? {};
      draft.revised[event.position] = revisedBy(rules, context, event);
      // Who asks for something else than before has to answer anew.
      draft.declared = Object.fromEntries(Object.entries(context.declared).filter(([id]) => id !== party));
      return;
    }
    case 'phase.extended': {
      const { deal } = context;
      if (!deal) return;
      // Of a phase that goes on beside the present one, its text keeps the count.
      if (phaseToExtend(deal, event) !== deal.phase) return;
      const extensions = { ...deal.extensions, [event.rule ?? '']: timesExtended(deal, deal.phase, event.rule) + 1 };
      draft.deal = { ...deal, extended: deal.extended + event.days, extensions };
      return;
    }
    case 'performance.reported': {
      const { deal } = context;
      if (!deal) return;
      if (isDuty(rules, context, event.obligation)) return;
      const { [deal.phase]: now = {}, ...others } = deal.performed;
      const seen = { ...now[event.obligation], [event.observer ?? '']: normaliseAmount(event.amount) };
      draft.deal = { ...deal, performed: { ...others, [deal.phase]: { ...now, [event.obligation]: seen } } };
      return;
    }
    case 'breach.alleged': {
      const { deal } = context;
      const dispute = { obligation: event.obligation, ...(event.by !== undefined && { by: event.by }) };
      if (deal) draft.deal = { ...deal, disputes: [...deal.disputes, dispute] };
      return;
    }
    case 'breach.cured': {
      const { deal } = context;
      const left = deal?.disputes.filter((d) => !(d.obligation === event.obligation && d.by === event.by));
      if (deal) draft.deal = { ...deal, disputes: left ?? [] };
      return;
    }
    case 'nextPhase.opened': {
      const { deal } = context;
      if (!deal) return;
      const { opened: _, ...before } = deal;
      // A text keeps its days itself, but for one of which only the month is known.
      const opened = deal.text && !isMonth(event.on) ? undefined : toldOn(draft, event);
      draft.deal = { ...before, ...optional('opened', opened) };
      return;
    }
    case 'nextPhase.settled': {
      const { deal, offer } = context;
      if (!deal) return;
      // What was agreed is the text of the phases to come: the present one goes on by its own.
      draft.deal = { ...deal, settled: offer ?? deal.offer };
      draft.offer = null;
      draft.declared = {};
      return;
    }
    default:
      return;
  }
}

/** Whether an id names an obligation of the text of the deal in force. */
function isDuty(rules: Rules, context: TalksContext, id: string): boolean {
  const text = deliveryOf(rules, context)?.text;
  return text !== undefined && Object.hasOwn(text.obligations, id);
}

function declaredBy(rules: Rules, context: TalksContext, event: AnswerDeclared): DeclaredAnswer {
  return {
    answer: event.answer,
    basis: event.citation ? 'reported' : 'assumed',
    ...(event.because === undefined ? {} : { because: event.because }),
    citations: event.citation ? [event.citation] : [],
    concedes: event.answer === 'accepts' ? concededBy(event.party, rules.assessment(context)) : [],
  };
}

/** The position as it stands from now on: one reading, that of the event. */
function revisedBy(rules: Rules, context: TalksContext, event: PositionRevised): Position | null {
  const { position: id, condition, citation, because, rigidity, reportedOn } = event;
  // A position may be called `constructor`: only what the record itself holds is one.
  const before = (Object.hasOwn(context.revised, id) ? context.revised[id] : undefined) ?? rules.scenario.positions[id];
  if (condition === null || !before) return null;
  const basis = citation ? 'reported' : 'assumed';
  const citations = citation ? [citation] : [];
  const reported = optional('reported', reportedOn);
  const from = event.on === undefined ? {} : { from: { earliest: event.on, latest: event.on, basis } as const };
  return {
    ...before,
    title: event.title ?? say(condition, rules.scenario),
    ...(rigidity !== undefined && { rigidity: { value: rigidity, basis, citations, ...reported } }),
    readings: [
      {
        id: 'revised',
        condition,
        basis,
        ...(because !== undefined && { because }),
        citations,
        ...from,
        ...reported,
      },
    ],
  };
}
