import { fault, type Fault } from '../base/fault.js';
import type { BreachFound, InstrumentResumed, InstrumentSuspended } from '../scenario/events/breach.js';
import type { CertificationGiven, TextEventHappened, TextEventMoved } from '../scenario/events/in-the-text.js';
import type {
  PerformanceBreak,
  PerformanceLetGo,
  PerformancePostponed,
  PerformanceWithheld,
} from '../scenario/events/performance.js';
import type { PromisedTalksEvent } from '../scenario/events/deal.js';
import { againstBeforeAnswered } from './against-before-answered.js';
import { againstBreak } from './against-break.js';
import { againstFinding } from './against-finding.js';
import { againstResuming, againstSuspending } from './against-instrument.js';
import { againstLettingGo } from './against-letting-go.js';
import { againstCertifying, againstHappening, againstMoving } from './against-named-event.js';
import { againstPostponing } from './against-postponing.js';
import { againstTalks } from './against-talks.js';
import { againstWithholding } from './against-withholding.js';
import type { Clock } from './clock.js';
import type { TalksContext } from './context.js';
import { either } from './either.js';
import type { Rules } from './rules.js';
import { deliveryBy, deliveryOf } from './text-in-force.js';
import { unknownDuty } from './unknown-in-text.js';

type TextEvent =
  | InstrumentSuspended
  | InstrumentResumed
  | PromisedTalksEvent
  | PerformanceLetGo
  | PerformanceWithheld
  | PerformancePostponed
  | PerformanceBreak
  | BreachFound
  | TextEventHappened
  | TextEventMoved
  | CertificationGiven;

/** What stands against an event about the text of the deal in force, on the day to which it brings the talks. */
export function againstTextEvent(
  rules: Rules,
  context: TalksContext,
  event: TextEvent,
  clock: Clock,
): readonly Fault[] {
  const known = deliveryOf(rules, context);
  if (!known) {
    const message = 'The deal in force has no text at hand: write what it makes due under the offer’s text.';
    return [fault('talks/no-text', ['type'], message)];
  }
  const delivery = deliveryBy(known, event, clock);
  switch (event.type) {
    case 'event.happened':
      return againstHappening(delivery, event);
    case 'event.moved':
      return againstMoving(delivery, event);
    case 'certification.given':
      return againstCertifying(delivery, event);
    case 'breach.found':
      return againstFinding(delivery, event);
    case 'performance.suspended':
    case 'performance.resumed':
      return either(againstBreak(delivery, event), () => againstBeforeAnswered(delivery, event));
    case 'promisedTalks.opened':
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      return againstTalks(delivery, event);
    case 'instrument.suspended':
      return either(againstSuspending(delivery, event), () => againstBeforeAnswered(delivery, event));
    case 'instrument.resumed':
      return either(againstResuming(delivery, event), () => againstBeforeAnswered(delivery, event));
    case 'performance.withheld':
      return either(unknownDuty(delivery, event.obligation), () => againstWithholding(delivery, event));
    case 'performance.postponed':
      return either(unknownDuty(delivery, event.obligation), () => againstPostponing(delivery, event));
    case 'performance.waived':
    case 'performance.excused':
      return either(unknownDuty(delivery, event.obligation), () => againstLettingGo(delivery, event));
  }
}
