import type { EventIds } from './events/details.js';
import type {
  AgreementConcluded,
  AnswerDeclared,
  MandateGiven,
  OfferRecorded,
  OfferTabled,
  OfferWithdrawn,
  PositionRevised,
  PreconditionEvent,
  RoundEvent,
  TalksBreak,
} from './events/table.js';
import type { RatificationObjected, RatificationVoted } from './events/ratification.js';
import type {
  DaysPassed,
  DealEnded,
  DealStarted,
  DealSuperseded,
  NextPhaseEvent,
  PhaseEnded,
  PhaseExtended,
  PromisedTalksEvent,
} from './events/deal.js';
import type {
  PerformanceBreak,
  PerformanceLetGo,
  PerformancePostponed,
  PerformanceReported,
  PerformanceWithheld,
} from './events/performance.js';
import type { BreachEvent, BreachFound, InstrumentResumed, InstrumentSuspended } from './events/breach.js';
import type { CertificationGiven, TextEventHappened, TextEventMoved } from './events/in-the-text.js';

/**
 * What can happen in talks, as plain data.
 *
 * @example
 * const events: TalksEvent[] = [
 *   { type: 'offer.tabled', offer: 'first-offer', on: '2030-01-10' },
 *   { type: 'offer.tabled', offer: { id: 'third', terms: { catch: 45, observer: true } } },
 *   { type: 'answer.declared', party: 'north', answer: 'accepts', because: 'It is time.' },
 *   { type: 'days.passed', days: 30 },
 * ];
 */
export type TalksEvent<I extends EventIds = EventIds> =
  | PreconditionEvent<I>
  | MandateGiven<I>
  | RoundEvent<I>
  | OfferRecorded<I>
  | OfferTabled<I>
  | OfferWithdrawn<I>
  | AnswerDeclared<I>
  | PositionRevised<I>
  | TalksBreak<I>
  | AgreementConcluded<I>
  | RatificationVoted<I>
  | RatificationObjected<I>
  | DaysPassed<I>
  | DealStarted<I>
  | PhaseEnded<I>
  | PhaseExtended<I>
  | PerformanceReported<I>
  | PerformanceLetGo<I>
  | PerformanceWithheld<I>
  | PerformancePostponed<I>
  | PerformanceBreak<I>
  | InstrumentSuspended<I>
  | InstrumentResumed<I>
  | BreachEvent<I>
  | BreachFound<I>
  | TextEventHappened<I>
  | TextEventMoved<I>
  | CertificationGiven<I>
  | NextPhaseEvent<I>
  | PromisedTalksEvent<I>
  | DealSuperseded<I>
  | DealEnded<I>;

/** The types of event there are. */
export const EVENT_TYPES = [
  'precondition.met',
  'precondition.lapsed',
  'mandate.given',
  'round.opened',
  'round.closed',
  'offer.recorded',
  'offer.tabled',
  'offer.withdrawn',
  'answer.declared',
  'position.revised',
  'talks.suspended',
  'talks.resumed',
  'agreement.concluded',
  'ratification.voted',
  'ratification.objected',
  'days.passed',
  'deal.started',
  'phase.ended',
  'phase.extended',
  'performance.reported',
  'performance.waived',
  'performance.excused',
  'performance.withheld',
  'performance.postponed',
  'performance.suspended',
  'performance.resumed',
  'instrument.suspended',
  'instrument.resumed',
  'breach.alleged',
  'breach.cured',
  'breach.found',
  'event.happened',
  'event.moved',
  'certification.given',
  'nextPhase.opened',
  'nextPhase.settled',
  'nextPhase.failed',
  'promisedTalks.opened',
  'promisedTalks.settled',
  'promisedTalks.failed',
  'deal.superseded',
  'deal.ended',
] as const satisfies readonly TalksEvent['type'][];
