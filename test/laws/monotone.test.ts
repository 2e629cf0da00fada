import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions, offers, partialOffersOf, scenarios } from 'sticking-points/testing';
import { inBrief } from './in-brief.js';
import { silenceIsConsent, theJudge, type Judge } from './judges.js';
import { narrowed, narrowings } from './narrow.js';
import { runs } from './runs.js';
import { VerdictShares } from './verdict-shares.js';
import { PLAIN } from '../support/plain.js';

/** A full offer, what reports tell of it, and the same with more of it told. */
const cases = scenarios({ positions: 0, ...PLAIN }).chain((scenario) =>
  offers(scenario, { known: 'full' }).chain((full) =>
    fc.tuple(
      fc.constant(scenario),
      conditions(scenario),
      fc.constant(full),
      partialOffersOf(scenario, full),
      narrowings,
    ),
  ),
);

function law(judged: Judge, before = new VerdictShares(), after = new VerdictShares()) {
  return fc.property(cases, ([scenario, condition, full, offer, steps]) => {
    const told = narrowed(offer, full, steps);
    const [one, other] = [judged(condition, scenario, offer), judged(condition, scenario, told)];
    before.add(one);
    after.add(other);
    if (one !== 'open') expect(other, inBrief(scenario, condition, offer, told)).toBe(one);
  });
}

describe('filling in or narrowing what is reported never turns met or unmet into anything else', () => {
  it('on random scenarios, conditions and partial offers', () => {
    const [before, after] = [new VerdictShares(), new VerdictShares()];
    fc.assert(law(theJudge, before, after), runs(1000));
    before.report('monotone, before narrowing');
    after.report('monotone, after narrowing');
  });

  it('fails for a judge that takes silence for consent', () => {
    expect(fc.check(law(silenceIsConsent), { numRuns: 1000, endOnFailure: true }).failed).toBe(true);
  });
});
