import type { Fault } from '../base/fault.js';
import type { TalksEvent } from '../scenario/event.js';
import { againstAgreedBefore } from './against-agreed-before.js';
import { againstAnswer } from './against-answer.js';
import {
  againstBreach,
  againstBreakingOff,
  againstEnding,
  againstEndingEarly,
  againstExtending,
  againstNextPhase,
  againstStarting,
} from './against-delivery.js';
import { againstRecording, againstSuperseding, againstTabling, againstWithdrawing } from './against-offer.js';
import { againstPerforming } from './against-performing.js';
import { againstTextEvent } from './against-text.js';
import {
  againstClosing,
  againstConcluding,
  againstOpening,
  againstPrecondition,
  againstRevising,
} from './against-process.js';
import type { Clock } from './clock.js';
import type { TalksContext } from './context.js';
import { againstRatifying } from './ratifying.js';
import type { Rules } from './rules.js';

/**
 * Every reason against an event that is well formed, in the present context; none means that it may happen wherever it has
 * a place. Whether it has a place in the present state is for the machine to say.
 */
export function reasonsAgainst(rules: Rules, context: TalksContext, event: TalksEvent, clock: Clock): readonly Fault[] {
  switch (event.type) {
    case 'precondition.met':
    case 'precondition.lapsed':
      return againstPrecondition(rules, context, event);
    case 'round.opened':
      return againstOpening(rules, context, event);
    case 'round.closed':
      return againstClosing(context, event);
    case 'offer.recorded':
      return againstRecording(rules, context, event, clock.asOf);
    case 'offer.tabled':
      return againstTabling(rules, context, event, clock.asOf);
    case 'offer.withdrawn':
      return againstWithdrawing(context, event);
    case 'answer.declared':
      return againstAnswer(rules, context, event);
    case 'position.revised':
      return againstRevising(rules, context, event);
    case 'agreement.concluded':
      return [...againstConcluding(rules, context), ...againstAgreedBefore(context, event)];
    case 'ratification.voted':
    case 'ratification.objected':
      return againstRatifying(rules.scenario, context.ratification, event);
    case 'phase.ended':
      return againstEnding(rules, context, event);
    case 'phase.extended':
      return againstExtending(rules, context, event);
    case 'breach.alleged':
    case 'breach.cured':
      return againstBreach(rules, context, event);
    case 'performance.reported':
      return againstPerforming(rules, context, event);
    case 'performance.waived':
    case 'performance.excused':
    case 'performance.withheld':
    case 'performance.postponed':
    case 'performance.suspended':
    case 'performance.resumed':
    case 'instrument.suspended':
    case 'instrument.resumed':
    case 'breach.found':
    case 'event.happened':
    case 'event.moved':
    case 'certification.given':
    case 'promisedTalks.opened':
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      return againstTextEvent(rules, context, event, clock);
    case 'nextPhase.opened':
    case 'nextPhase.settled':
    case 'nextPhase.failed':
      return againstNextPhase(rules, context, event);
    case 'deal.superseded':
      return [...againstSuperseding(rules, context, event, clock.asOf), ...againstEndingEarly(context, event)];
    case 'deal.ended':
      return [...againstBreakingOff(event), ...againstEndingEarly(context, event)];
    case 'mandate.given':
    case 'talks.suspended':
    case 'talks.resumed':
    case 'days.passed':
      return [];
    case 'deal.started':
      return againstStarting(context, event);
  }
}
