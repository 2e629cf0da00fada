import { scoredAnswers } from '../assessment/score.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import { judge } from '../positions/judge.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import type { Claim } from './claims.js';

/**
 * Judges a deal that was worked out once more, by the conditions' own judge: nothing is returned on the word of a solver.
 *
 * @throws a `RangeError` where it does not hold what it should, which would be a fault of this library
 */
export function rejudge(scenario: Scenario, deal: Offer, claims: readonly Claim[]): void {
  const read = readDeal(settingOf(scenario), deal);
  const scores = scoredAnswers(scenario, read);
  const broken = claims.filter(({ kind, party, readings }) =>
    kind === 'score'
      ? scores[party]?.answer !== 'accepts'
      : readings.every((reading) => judge(reading.condition, read).verdict !== 'met'),
  );
  const norms = Object.entries(scenario.invariants).filter(([, norm]) => judge(norm.condition, read).verdict !== 'met');
  const wrong = [...broken.map((claim) => claim.id), ...norms.map(([id]) => id)];
  if (read.contradiction) wrong.push('the offer space');
  if (wrong.length > 0) throw new RangeError(`A deal that was worked out does not hold to ${wrong.join(', ')}.`);
}
