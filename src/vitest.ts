// Cases of vitest, which must be installed beside this package with @fast-check/vitest
export { testDeal } from './testing/vitest/test-deal.js';
export type { TestDealOptions } from './testing/vitest/test-deal.js';
export type { Reporting } from './testing/vitest/report-of.js';
export type { CheckDealOptions } from './testing/check-deal.js';
export type { CourseDrawing } from './testing/drawing.js';
export type { Among } from './testing/among.js';
export { FINDINGS } from './testing/invariant.js';
export type {
  ConditionInvariant,
  DealInvariant,
  Finding,
  OfferInvariant,
  TalksInvariant,
} from './testing/invariant.js';
