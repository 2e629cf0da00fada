// Arbitraries and properties for fast-check, which must be installed beside this package

// What to draw
export { acceptableOffers } from './testing/acceptable-offers.js';
export type { StandingConstraints } from './testing/acceptable-offers.js';
export { amendments } from './testing/amendments.js';
export type { AmendmentsConstraints } from './testing/amendments.js';
export { blockedOffers } from './testing/blocked-offers.js';
export type { BlockedConstraints } from './testing/blocked-offers.js';
export { complexityOf, isSimpler } from './testing/complexity.js';
export { conditions } from './testing/conditions.js';
export type { ConditionsConstraints } from './testing/conditions.js';
export { courseComplexity } from './testing/courses/simpler-courses.js';
export { courses } from './testing/courses/courses.js';
export type { CoursesConstraints } from './testing/courses/courses.js';
export { drawOffers, isEmptyRegion } from './testing/draw-offers.js';
export type { DrawOffersConstraints } from './testing/draw-offers.js';
export { offers } from './testing/offers.js';
export type { OffersConstraints } from './testing/offers.js';
export { partialOffersOf } from './testing/partial-offers.js';
export type { PartialOffersConstraints } from './testing/partial-offers.js';
export { plantedConflicts } from './testing/planted-conflicts.js';
export { scenarios } from './testing/scenarios.js';
export type { ScenariosConstraints } from './testing/scenarios-constraints.js';

// What must be so, and whether it is
export { checkDeal } from './testing/check-deal.js';
export type { CheckDealOptions, DealFinding } from './testing/check-deal.js';
export type { Among } from './testing/among.js';
export type { CourseDrawing, Replay } from './testing/drawing.js';
export type { Reached } from './testing/courses/reached.js';
export type { Shorter } from './testing/courses/shorter.js';
export { exhaust } from './testing/exhaust.js';
export type { Exhausted, ExhaustOptions } from './testing/exhaust.js';
export type { ExhaustBounds, MadeBounds, UsedBounds, WalkBounds } from './testing/exhaust/bounds.js';
export type { Cut } from './testing/exhaust/cut.js';
export type { ExhaustFinding } from './testing/exhaust/findings.js';
export { FINDINGS } from './testing/invariant.js';
export type {
  ConditionInvariant,
  DealInvariant,
  Finding,
  OfferInvariant,
  TalksInvariant,
} from './testing/invariant.js';

// Ready laws
export { acceptancesOnRecord } from './testing/laws/acceptances-on-record.js';
export { alwaysAWayOut } from './testing/laws/always-a-way-out.js';
export type { WayOutBounds } from './testing/laws/always-a-way-out.js';
export { dueInOrder } from './testing/laws/due-in-order.js';
export { everyDeferralSaysWhatOtherwise } from './testing/laws/every-deferral-says-what-otherwise.js';
export { everyNegotiatedPhaseHasAFallback } from './testing/laws/every-negotiated-phase-has-a-fallback.js';
export { fulfilledOnlyWhenSettled } from './testing/laws/fulfilled-only-when-settled.js';
export { inOrder } from './testing/laws/in-order.js';
export { loosenings } from './testing/laws/loosenings.js';
export { neitherGivesAlone } from './testing/laws/neither-gives-alone.js';
export { neverMoreThanHeld } from './testing/laws/never-more-than-held.js';
export { neverMoreOwedThanHeld } from './testing/laws/never-more-owed-than-held.js';
export { nothingDoneBeforeItsTrigger } from './testing/laws/nothing-done-before-its-trigger.js';
export { nothingDueBeforeItsTrigger } from './testing/laws/nothing-due-before-its-trigger.js';
export { observersNeverMerged } from './testing/laws/observers-never-merged.js';
export { ratioWithin } from './testing/laws/ratio-within.js';
export type { RatioBounds } from './testing/laws/ratio-within.js';
export { somethingDueWithin } from './testing/laws/something-due-within.js';
export { textHoldsTogether } from './testing/laws/text-holds-together.js';
export type { TellsProgress } from './testing/laws/tells-progress.js';
export { weakerNeverAddsSticking } from './testing/laws/weaker-never-adds-sticking.js';

// What was found, to read and to paste
export { courseCode } from './testing/print/course-code.js';
export { courseText } from './testing/print/course-text.js';
export { dealCode } from './testing/print/deal-code.js';
export { dealText } from './testing/print/deal-text.js';
export { printed } from './testing/print/printed.js';
export { printedCourse } from './testing/print/printed-course.js';
export { printedDeal } from './testing/print/printed-deal.js';
