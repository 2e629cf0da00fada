// Faults and results
export { describeFault, FAULT_ERROR_CODE, FaultError, isFaultError } from './base/fault.js';
export type { Fault, Path } from './base/fault.js';
export type { Result } from './base/result.js';
export type { CalendarDate } from './base/day.js';
export type { Span } from './base/span.js';
export { applyPatches } from './base/drafts.js';
export type { Patch } from './base/drafts.js';

// Evidence: sources, citations, basis, the two clocks
export { BASES, weakestBasis } from './evidence/basis.js';
export type { Basis } from './evidence/basis.js';
export { ATTRIBUTION_WORDS, ATTRIBUTIONS } from './evidence/citation.js';
export type { Attribution, Citation } from './evidence/citation.js';
export { knownSince, reportedBy } from './evidence/clocks.js';
export type { Moment } from './evidence/clocks.js';
export { assumed, inferred, readingsOf, reported } from './evidence/field.js';
export type { Disputed, Field, FieldDraft, Noted, NotedDraft } from './evidence/field.js';
export type { Source } from './evidence/source.js';

// Terms: what a deal is made of
export {
  about,
  all,
  atLeast,
  atMost,
  between,
  exactly,
  halfOf,
  lessThan,
  moreThan,
  remaining,
  shareOf,
  some,
  upTo,
  WORDINGS,
  worded,
} from './terms/amount.js';
export type { Amount, AmountDraft, Base, Wording } from './terms/amount.js';
export { sayAmount, showAmount } from './terms/amount-words.js';
export type { Count } from './terms/count.js';
export type { ExchangeKey } from './terms/exchange.js';
export { days, daysOf, LENGTH_UNITS, months, showLength, weeks } from './terms/length.js';
export type { Length, LengthDraft, LengthUnit } from './terms/length.js';
export type { Layout, Variable } from './terms/layout.js';
export type { Scope } from './terms/scope.js';
export type { Space } from './terms/space.js';
export type { Category, Choice, Flag, Quantity, Term, Terms, TermScope } from './terms/term.js';
export { ambiguous, deferred, onTheAgenda, undisclosed, UNSETTLED } from './terms/value.js';
export type { OneOf, Unsettled, Value } from './terms/value.js';

// Offers
export { amend } from './offers/amend.js';
export type { Amendment, AmendmentDetails, WritableClauses, WritableOffer, WritablePhase } from './offers/amend.js';
export { describeChanges } from './offers/changes.js';
export type { Change } from './offers/changes.js';
export { readDeal } from './offers/read-deal.js';
export type { Deal, Fact } from './offers/deal.js';
export { RELATIONS, STANDINGS } from './offers/offer.js';
export type { Clauses, Offer, OfferPhase, Related, Relation, Standing } from './offers/offer.js';
export { showField, showValue } from './offers/offer-words.js';
export { inOrderOfEvent } from './offers/order.js';
export { ratioOf } from './offers/ratio.js';
export type { Ratio } from './offers/ratio.js';

// Positions: the condition language and its four readings
export type { Condition, Simple } from './positions/condition.js';
export { draw } from './positions/draw.js';
export { encode } from './positions/encode.js';
export { holds } from './positions/formula.js';
export type { Formula, NamedMultiple } from './positions/formula.js';
export type { Frame } from './positions/frame.js';
export { judge } from './positions/judge.js';
export { VERDICTS } from './positions/judged.js';
export type { Judged, Margin, OpenCause, VerdictWord } from './positions/judged.js';
export { mentions } from './positions/mentions.js';
export type { Mention } from './positions/mention.js';
export { canBlock, readingsBy, RIGIDITIES } from './positions/position.js';
export type { Position, PositionReading, Rigidity } from './positions/position.js';
export { liesIn } from './positions/region.js';
export type { Region } from './positions/region.js';
export { say } from './positions/say.js';
export type { Statement } from './positions/statement.js';

// Scenarios
export { ANSWERS, outcomeOf } from './scenario/agreement.js';
export type { Agreement, Answer, Outcome } from './scenario/agreement.js';
export { checkOffer, checkScenario, defineScenario } from './scenario/define.js';
export type {
  OfferDraft,
  PartyDraft,
  PhaseDraft,
  PositionDraft,
  ReadingDraft,
  ScenarioDraft,
  SourceDraft,
} from './scenario/draft.js';
export type { ConditionDraft } from './scenario/ids.js';
export type { Party } from './scenario/party.js';
export type { NamedStickingPoint, ReportedAnswer } from './scenario/reported-answer.js';
export { layoutOf, settingOf } from './scenario/scenario.js';
export type { Invariant, Scenario } from './scenario/scenario.js';
export type { ChoiceDraft, FlagDraft, QuantityDraft, TermDraft } from './scenario/term-draft.js';

// Assessment: one offer against all positions
export { answerThatCounts } from './assessment/answers.js';
export type {
  AnswerByAuthorship,
  AnswerByPosition,
  ByParty,
  DeclaredAnswer,
  PartyAnswers,
} from './assessment/answers.js';
export { assess } from './assessment/assess.js';
export type { AssessOptions, Assessment, ExchangeRate } from './assessment/assess.js';
export { compareOffers } from './assessment/compare-offers.js';
export type { Comparison, Turn } from './assessment/compare-offers.js';
export type { InvariantVerdict, ReadingVerdict, Slack, Verdict } from './assessment/verdict.js';

// The machine: talks stepped through by events
export { NO_OFFER } from './machine/context.js';
export type { TalksContext } from './machine/context.js';
export { EVENT_TYPES } from './machine/event.js';
export type {
  AnswerDeclared,
  EventDetails,
  NewOffer,
  OfferTabled,
  OfferWithdrawn,
  TalksEvent,
  TalksResumed,
  TalksSuspended,
} from './machine/event.js';
export type { EventTemplate, TalksSnapshot } from './machine/next-events.js';
export type { TalksOptions } from './machine/rules.js';
export { openTalks, refusalsOf } from './machine/talks.js';
export type { LogEntry, Reply, Talks, TalksState } from './machine/talks.js';
export { createTalksMachine } from './machine/talks-machine.js';
export type { TalksEmitted, TalksMachine } from './machine/talks-machine.js';
