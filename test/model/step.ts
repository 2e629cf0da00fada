import type { TalksEvent } from 'sticking-points';
import {
  deliveryDaysPass,
  isUnderWay,
  onBreach,
  onEnded,
  onExtended,
  onNextPhase,
  onPhaseEnded,
  onStarted,
  onSuperseded,
} from './delivery.js';
import { firstDay } from '../../src/base/day.js';
import { judged } from './answers.js';
import { FINAL, type Model } from './model.js';
import { objectionDaysPass, onObjected, onVoted } from './ratification.js';
import { onBreak, onMandate, onPrecondition, onRoundClosed, onRoundOpened } from './rounds.js';
import { onAnswer, onConcluded, onRecorded, onRevised, onTabled, onWithdrawn } from './table.js';
import { isOver, onItsDay } from './time.js';

/** What a well-formed event does to talks; refused, it changes nothing. */
export function step(model: Model, event: TalksEvent): { readonly accepted: boolean; readonly model: Model } {
  const then = FINAL.includes(model.state) ? undefined : onItsDay(model, event);
  const after = then && happen(then, event);
  if (!after) return { accepted: false, model };
  // What had not been reported before is heard now, whatever happened.
  return { accepted: true, model: after.asOf === model.asOf ? after : judged(after) };
}

function happen(model: Model, event: TalksEvent): Model | undefined {
  switch (event.type) {
    case 'precondition.met':
    case 'precondition.lapsed':
      return onPrecondition(model, event);
    case 'mandate.given':
      return onMandate(model, event);
    case 'round.opened':
      return onRoundOpened(model, event);
    case 'round.closed':
      return onRoundClosed(model, event);
    case 'offer.recorded':
      return onRecorded(model, event);
    case 'offer.tabled':
      return onTabled(model, event);
    case 'offer.withdrawn':
      return onWithdrawn(model, event);
    case 'answer.declared':
      return onAnswer(model, event);
    case 'position.revised':
      return onRevised(model, event);
    case 'talks.suspended':
    case 'talks.resumed':
      return onBreak(model, event);
    case 'agreement.concluded':
      return onConcluded(model, event);
    case 'ratification.voted':
      return onVoted(model, event);
    case 'ratification.objected':
      return onObjected(model, event);
    case 'days.passed':
      return onDaysPassed(model, event.days ?? 0);
    case 'deal.started':
      return onStarted(model, event);
    case 'phase.ended':
      return onPhaseEnded(model, event);
    case 'phase.extended':
      return onExtended(model, event);
    case 'performance.reported':
      return isUnderWay(model) ? model : undefined;
    case 'breach.alleged':
    case 'breach.cured':
      return onBreach(model, event);
    case 'nextPhase.opened':
    case 'nextPhase.settled':
    case 'nextPhase.failed':
      return onNextPhase(model, event);
    case 'deal.superseded':
      return onSuperseded(model, event);
    case 'deal.ended':
      return onEnded(model, event);
    // Of texts this model knows nothing: what is reported of one has no place where the deal has none.
    default:
      return undefined;
  }
}

/** The talks lapse with a hard deadline; else the days of what is under way run on. */
function onDaysPassed(model: Model, days: number): Model {
  // Where no day is known, it is that up to which reports count.
  const present = model.today ?? (model.asOf && firstDay(model.asOf));
  if (present !== null && isOver(model, present)) return { ...model, state: 'lapsed' };
  return deliveryDaysPass(objectionDaysPass(model, days), days);
}
