import type { Scenario } from '../../scenario/scenario.js';
import { checkOptions, oneOf, wholeFrom } from '../bad-options.js';
import { checkDeal, type CheckDealOptions } from '../check-deal.js';
import { dealOptionChecks } from '../deal-option-faults.js';
import { coursesFor, dealsFor, whyNothing } from '../drawing.js';
import type { ConditionInvariant, OfferInvariant } from '../invariant.js';
import { titleOf } from '../title-of.js';
import { askDrawn, NO_LIMIT } from './ask-drawn.js';
import { reportOf, type Reporting } from './report-of.js';
import { test } from './runner.js';

/** What to check, how long, and what becomes of an invariant that nobody can tell of. */
export interface TestDealOptions extends CheckDealOptions, Reporting {
  /**
   * How long one case may take, in milliseconds; 0 for as long as it takes, since a case asks without a pause, so that a
   * time-out could only fail what has come to its end already. @defaultValue `0`
   */
  readonly timeout?: number;
}

/**
 * Shows each invariant as a case of vitest, named by its title: one that is broken fails with its counterexample, and so
 * does one that nobody can tell of, unless it is to be skipped. Call it where `test` may be called.
 *
 * What is drawn for an invariant that is a function is drawn by `test.prop` of `@fast-check/vitest`: the seed stands in the
 * name of its case, fast-check's report in its failure, and hooks such as `beforeEach` run for each draw. To see one
 * counterexample again, give its seed and path with that invariant alone. A condition is decided without drawing.
 *
 * What it comes to is what `checkDeal` with the same options finds. Throws a `FaultError` as that does for what cannot be
 * asked; where a function returns no finding, its case fails with `testing/no-finding`.
 *
 * @example
 * import { testDeal } from 'sticking-points/vitest';
 *
 * testDeal(scenario, {
 *   invariants: [
 *     { condition: { kind: 'compare', of: 'catch', op: '<=', line: 100 } },
 *     { title: 'is said in one phase', offer: (offer) => offer.phases.length <= 1 },
 *   ],
 * });
 */
export function testDeal(scenario: Scenario, options: TestDealOptions): void {
  const ofCases = { undetermined: oneOf('fail', 'skip'), timeout: wholeFrom(0) };
  checkOptions<TestDealOptions>(options, { ...dealOptionChecks(scenario), ...ofCases }, ['invariants']);
  for (const invariant of options.invariants) {
    const title = titleOf(scenario, invariant);
    if ('condition' in invariant) askWhole(scenario, invariant, options);
    else if ('offer' in invariant) askDeals(scenario, invariant, options);
    else askDrawn(title, coursesFor(scenario, invariant, options), options);
  }
}

/** Asks of deals that are drawn; where there are none, nobody can tell, as `checkDeal` has it too. */
function askDeals(scenario: Scenario, invariant: OfferInvariant, options: TestDealOptions): void {
  const { title } = invariant;
  try {
    askDrawn(title, dealsFor(scenario, invariant, options.among), options);
  } catch (error) {
    const text = `Undetermined: ${title}\n\n${whyNothing(error)}`;
    test(title, ({ skip }) => {
      reportOf({ finding: 'undetermined', text }, skip, options);
    });
  }
}

function askWhole(scenario: Scenario, invariant: ConditionInvariant, options: TestDealOptions): void {
  const { undetermined: _, timeout = NO_LIMIT, ...rest } = options;
  const title = titleOf(scenario, invariant);
  test(title, { timeout }, ({ skip }) => {
    for (const found of checkDeal(scenario, { ...rest, invariants: [invariant] })) reportOf(found, skip, options);
  });
}
