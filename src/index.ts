// Faults and results
export { describeFault, FAULT_ERROR_CODE, FaultError, isFaultError } from './base/fault.js';
export type { Fault, Path } from './base/fault.js';
export type { Result } from './base/result.js';
export { MOST_CHARACTERS } from './base/json-text.js';
export { MOST_LEVELS } from './base/plain.js';
export { MOST_TEXT_VALUES, MOST_VALUES } from './base/value-count.js';
export type { CalendarDate } from './base/day.js';
export type { Span } from './base/span.js';
export { applyPatches } from './base/drafts.js';
export type { Patch } from './base/drafts.js';
export type { Bounds, Multiple, Support, Tie } from './base/tighten.js';

// Evidence: sources, citations, basis, the two clocks
export { BASES, weakestBasis } from './evidence/basis.js';
export type { Basis } from './evidence/basis.js';
export { ATTRIBUTION_WORDS, ATTRIBUTIONS } from './evidence/citation.js';
export type { Attribution, Citation } from './evidence/citation.js';
export { knownSince, reportedBy } from './evidence/clocks.js';
export type { Moment, Sources } from './evidence/clocks.js';
export { assumed, inferred, readingsOf, reported } from './evidence/field.js';
export type { Disputed, Field, FieldDraft, NoteDraft, Noted, NotedDraft } from './evidence/field.js';
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
export type { About, Amount, AmountDraft, Base, ShareOf, Tolerance, Wording } from './terms/amount.js';
export type { Reach } from './terms/amount-span.js';
export { sayAmount, showAmount } from './terms/amount-words.js';
export type { Namers } from './terms/amount-words.js';
export type { Count, Counts } from './terms/count.js';
export type { ExchangeKey, ExchangeKeys } from './terms/exchange.js';
export { days, daysOf, LENGTH_UNITS, months, showLength, weeks } from './terms/length.js';
export type { Length, LengthDraft, LengthUnit } from './terms/length.js';
export type { Layout, Variable } from './terms/layout.js';
export type { Scope } from './terms/scope.js';
export type { Space } from './terms/space.js';
export type { Surface } from './terms/surface.js';
export type { Category, Choice, Flag, Quantity, QuantityBounds, Term, Terms, TermScope } from './terms/term.js';
export { ambiguous, deferred, definedElsewhere, onTheAgenda, undisclosed, UNSETTLED } from './terms/value.js';
export type { OneOf, Unsettled, Value, ValueDraft } from './terms/value.js';

// Offers
export { amend } from './offers/amend.js';
export type { Amendment, AmendmentDetails, WritableClauses, WritableOffer, WritablePhase } from './offers/amend.js';
export { describeChanges } from './offers/changes.js';
export type { Change } from './offers/changes.js';
export { readDeal } from './offers/read-deal.js';
export type { Setting } from './offers/ledger.js';
export type { Deal, Fact, KnownShare, WordedLength } from './offers/deal.js';
export { RELATIONS, STANDINGS } from './offers/offer.js';
export type { Clauses, Offer, OfferPhase, Offers, Related, Relation, Standing } from './offers/offer.js';
export { offerBy } from './offers/offer-by.js';
export { showField, showValue } from './offers/offer-words.js';
export { inOrderOfEvent } from './offers/order.js';
export { ratioOf } from './offers/ratio.js';
export type { Ratio } from './offers/ratio.js';

// The text of a deal: what it makes due
export { amountAt } from './offers/text/amount-table.js';
export type { AmountCell, AmountTable } from './offers/text/amount-table.js';
export type { ClauseGrounds } from './offers/text/grounds.js';
export type { KeyFigure, KeyRow, KeyTable } from './offers/text/key-table.js';
export { OBLIGATION_KINDS, ROUNDINGS, STRENGTHS } from './offers/text/obligation.js';
export type {
  ByKey,
  Escrow,
  Obligation,
  ObligationBase,
  ObligationKind,
  Rounding,
  Series,
  Strength,
} from './offers/text/obligation.js';
export { ADHERENCES, EXTENSIONS } from './offers/text/text.js';
export type {
  AcceptedFinding,
  Adherence,
  Approval,
  Certification,
  DecisionRule,
  Definition,
  Instrument,
  NamedEvent,
  PhaseClauses,
  PhaseExtension,
  PromisedTalks,
  ReportingDuty,
  Selection,
  Text,
  TextBody,
} from './offers/text/text.js';
export {
  beforeEvent,
  earliestOf,
  latestOf,
  onDate,
  onDay,
  START,
  uponCompletion,
  uponEvent,
  uponFinding,
  uponStart,
  whenCertified,
  whenTotal,
} from './offers/text/trigger.js';
export type { Threshold, Trigger, TriggerDraft, TriggerIds } from './offers/text/trigger.js';
export type {
  AmountTableDraft,
  GroundsDraft,
  ObligationDraft,
  PhaseExtensionDraft,
  TextDraft,
} from './scenario/text-draft.js';
export type { ByIds, IdsIn, IdsUnder, KeysOf, NamedIds, TextIds } from './scenario/text-ids.js';

// Obligations: a text laid out by day
export { owedByKey } from './obligations/key-owed.js';
export type { Given } from './obligations/key-open.js';
export { MOST_OCCURRENCES } from './offers/text/occurrences.js';
export { schedule } from './obligations/schedule.js';
export type { ScheduledDay, ScheduledDuty, ScheduledEscrow } from './obligations/duty.js';
export type { ScheduledSelection, ScheduledTalks } from './obligations/promises.js';
export type { Schedule, ScheduleOptions } from './obligations/schedule.js';
export type { DutyProgress, EscrowProgress, PhaseProgress, DealProgress } from './obligations/progress.js';
export type { TalksProgress } from './obligations/talks-progress.js';
export type { OutOfTurn } from './obligations/out-of-turn.js';
export { DUTY_STANDINGS } from './obligations/duty-now.js';
export type { DutyStanding } from './obligations/duty-now.js';
export { DUTY_REPORTS } from './obligations/text-run.js';
export type { DutyReport, GoingOn, TalksOnPhase, TextRun } from './obligations/text-run.js';
export { sayTrigger } from './obligations/trigger-words.js';
export { sayWait } from './obligations/wait.js';
export type { Wait } from './obligations/wait.js';

// Review: a text before it is signed
export { compareTexts } from './review/compare-texts.js';
export { FINDING_CODES, SEVERITIES } from './review/finding.js';
export type { FindingCode, FoundClause, Mend, Severity, TextFinding } from './review/finding.js';
export { review } from './review/review.js';
export type { ReviewOptions } from './review/review.js';

// Positions: the condition language and its four readings
export type { Want } from './positions/ask.js';
export type { Condition, Simple } from './positions/condition.js';
export type { All } from './positions/kinds/all.js';
export type { Any } from './positions/kinds/any.js';
export type { Before } from './positions/kinds/before.js';
export type { Begins } from './positions/kinds/begins.js';
export type { ChoiceCondition } from './positions/kinds/choice.js';
export type { Compare } from './positions/kinds/compare.js';
export type { FlagCondition } from './positions/kinds/flag.js';
export type { IfThen } from './positions/kinds/if-then.js';
export type { LengthCondition } from './positions/kinds/length.js';
export type { Not } from './positions/kinds/not.js';
export type { RankCondition } from './positions/kinds/rank.js';
export type { RatioCondition } from './positions/kinds/ratio.js';
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
export type { Op } from './positions/op.js';
export { canBlock, readingsBy, RIGIDITIES } from './positions/position.js';
export type { Position, PositionReading, Positions, Rigidity } from './positions/position.js';
export { liesIn } from './positions/region.js';
export type { Region } from './positions/region.js';
export { say } from './positions/say.js';
export type { Statement } from './positions/statement.js';
export type { Addend, SumAgainstLine } from './positions/sum-against-line.js';

// Scenarios
export { ANSWERS, outcomeOf } from './scenario/agreement.js';
export type { Agreement, AgreementDraft, Answer, Outcome, Quota, Unanimity, Weighted } from './scenario/agreement.js';
export { checkOffer } from './scenario/check-offer.js';
export { checkScenario, defineScenario } from './scenario/define.js';
export type {
  CountDraft,
  PartyDraft,
  PositionDraft,
  ReadingDraft,
  ScenarioDraft,
  SourceDraft,
  SpaceDraft,
  StatementDraft,
} from './scenario/draft.js';
export { parseScenario, toJson } from './scenario/file.js';
export type { JsonOptions } from './scenario/file.js';
export { EVENT_TYPES } from './scenario/event.js';
export type {
  AgreementConcluded,
  AnswerDeclared,
  MandateGiven,
  NewOffer,
  OfferRecorded,
  OfferTabled,
  OfferWithdrawn,
  PositionRevised,
  PreconditionEvent,
  RoundEvent,
  TalksBreak,
} from './scenario/events/table.js';
export type {
  BodyVotes,
  BreachAlleged,
  BreachCured,
  BreachEvent,
  BreachFound,
  InstrumentResumed,
  InstrumentSuspended,
} from './scenario/events/breach.js';
export type { CertificationGiven, TextEventHappened, TextEventMoved } from './scenario/events/in-the-text.js';
export type {
  DaysPassed,
  DealEnded,
  DealStarted,
  DealSuperseded,
  NextPhaseEvent,
  PromisedTalksEvent,
  PhaseEnded,
  PhaseExtended,
} from './scenario/events/deal.js';
export type { EventDetails, EventIds } from './scenario/events/details.js';
export type {
  PerformanceBreak,
  PerformanceLetGo,
  PerformancePostponed,
  PerformanceReported,
  PerformanceWithheld,
} from './scenario/events/performance.js';
export type { RatificationObjected, RatificationVoted } from './scenario/events/ratification.js';
export type { TalksEvent } from './scenario/event.js';
export type { CheckedTerms, ConditionDraft, IdOf, OptionOf, QuantityPath, TermDrafts } from './scenario/ids.js';
export type { ClausesDraft, OfferDraft, OfferDrafts, PhaseDraft, TextIdsOf } from './scenario/offer-draft.js';
export type { MomentDraft, Origin } from './scenario/origin-draft.js';
export type { Party } from './scenario/party.js';
export { FORMATS, MANDATES } from './scenario/process.js';
export type {
  BodyRule,
  Deadline,
  ExtensionRule,
  Format,
  Grounds,
  Mandate,
  Precondition,
  Process,
  RatificationStep,
  Round,
  VotingRule,
} from './scenario/process.js';
export type {
  DeadlineDraft,
  ExtensionRuleDraft,
  PreconditionDraft,
  ProcessDraft,
  RatificationStepDraft,
  RoundDraft,
} from './scenario/process-draft.js';
export type { NamedStickingPoint, ReportedAnswer } from './scenario/reported-answer.js';
export { fingerprintOf } from './scenario/fingerprint.js';
export { disagreementsIn } from './scenario/disagreements.js';
export type { Disagreement } from './scenario/disagreements.js';
export { knownTo } from './scenario/known-to.js';
export { layoutOf, settingOf } from './scenario/scenario.js';
export type { Direction, Invariant, Scenario } from './scenario/scenario.js';
export type { PointsPart, Score, ScoreDraft, ScorePart, TablePart } from './scenario/score.js';
export type { ChoiceDraft, FlagDraft, QuantityDraft, TermDraft } from './scenario/term-draft.js';
export type { TimelineEntry, TimelineEntryDraft } from './scenario/timeline.js';

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
export type { FollowUp, FollowUpFact, FollowUpPosition } from './assessment/follow-up.js';
export type { AnswerByScore } from './assessment/score.js';
export { compareOffers } from './assessment/compare-offers.js';
export { termFigures } from './assessment/term-figures.js';
export type { TermFigure } from './assessment/term-figures.js';
export { termLines } from './assessment/term-lines.js';
export type { TermLine } from './assessment/term-lines.js';
export type { Comparison, Turn } from './assessment/compare-offers.js';
export type { InvariantVerdict, ReadingVerdict, Slack, Verdict } from './assessment/verdict.js';

// The machine: talks stepped through by events
export { NOTHING_YET } from './machine/context.js';
export type { DealRun, Dispute, Performed, Ratification, TalksContext } from './machine/context.js';
export type { EventTemplate, FreePart } from './machine/event-template.js';
export type { TalksSnapshot } from './machine/next-events.js';
export type { TalksOptions } from './machine/options.js';
export type { Clock, DeadlineStanding } from './machine/clock.js';
export type { LogEntry } from './machine/history.js';
export type { Performance } from './machine/performance.js';
export { followUp } from './machine/follow-up.js';
export { progress } from './machine/progress.js';
export type { ProgressOptions } from './machine/progress.js';
export { replay } from './machine/replay.js';
export type { ReplayChange, ReplayOptions, ReplayStep, ReplayView } from './machine/replay.js';
export { restoreTalks } from './machine/restore.js';
export type { SavedTalks } from './machine/save.js';
export { openTalks, refusalsOf } from './machine/talks.js';
export type { Reply, Talks } from './machine/talks.js';
export type { NextPhaseState, TalksState } from './machine/where.js';
export { chartOf } from './machine/chart.js';
export type { Chart, ChartArrow, ChartState } from './machine/chart.js';
export { createTalksMachine } from './machine/talks-machine.js';
export type { TalksEmitted, TalksMachine } from './machine/talks-machine.js';
