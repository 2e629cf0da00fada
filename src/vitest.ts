// Cases of vitest, which must be installed beside this package with @fast-check/vitest
export { testDeal } from './testing/vitest/test-deal.js';
export type { TestDealOptions } from './testing/vitest/test-deal.js';
