// replaced on merge: as much of checkDeal as its adapter for vitest asks of it, and no more
import { readDeal } from '../offers/read-deal.js';
import { judge } from '../positions/judge.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { drawOffers } from './draw-offers.js';
import { fc } from './fast-check.js';
import type { ConditionInvariant, DealInvariant, Finding } from './invariant.js';
import type { OffersConstraints } from './offers.js';
import { EVERYWHERE } from './points.js';
import { titleOf } from './title-of.js';

/** What to check, and how long. */
export interface CheckDealOptions {
  readonly invariants: readonly DealInvariant[];
  /** How many deals, or courses of talks, to draw for an invariant that is a function. @defaultValue `100` */
  readonly runs?: number;
  /** What decides all that is drawn, as a report of an earlier run gives it. */
  readonly seed?: number;
  /** Where in what that seed draws to begin, as the same report gives it: to see one counterexample again. */
  readonly path?: string;
  /** Which deals to draw. */
  readonly among?: OffersConstraints;
}

/** What came of one invariant. */
export interface DealFinding {
  readonly title: string;
  readonly finding: Finding;
  /** What was found, in words: for one that is broken the deal to read, as code to paste, and how to see it again. */
  readonly text: string;
}

/**
 * Checks a scenario's deals against invariants.
 *
 * @example
 * checkDeal(scenario, { invariants: [] }); // []
 */
export function checkDeal(scenario: Scenario, { invariants, runs = 100 }: CheckDealOptions): readonly DealFinding[] {
  return invariants.map((invariant) => {
    if (!('condition' in invariant)) throw new RangeError('Only conditions, until this file is replaced.');
    return decided(scenario, invariant, runs);
  });
}

function decided(scenario: Scenario, invariant: ConditionInvariant, runs: number): DealFinding {
  const title = titleOf(scenario, invariant);
  const verdicts = fc.sample(drawOffers(scenario, EVERYWHERE), { numRuns: runs, seed: 1 }).map((offer) => ({
    offer,
    verdict: judge(invariant.condition, readDeal(settingOf(scenario), offer)).verdict,
  }));
  const broken = verdicts.find(({ verdict }) => verdict === 'unmet');
  if (broken) return { title, finding: 'broken', text: `Broken: ${title}\n\n${JSON.stringify(broken.offer.terms)}` };
  const open = verdicts.find(({ verdict }) => verdict === 'open');
  if (open) return { title, finding: 'undetermined', text: `Undetermined: ${title}` };
  return { title, finding: 'held', text: `Held: ${title}` };
}
