import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Offer, Scenario } from 'sticking-points';
import { conditions, offers, scenarios, type OffersConstraints } from 'sticking-points/testing';
import { completions } from './enumerate.js';
import { mustBeExact } from './exactness.js';
import { inBrief } from './in-brief.js';
import { runs } from './runs.js';
import { alwaysOpen, offByOne, swapped, theJudge, type Judge } from './judges.js';
import { evaluate } from './naive.js';
import { VerdictShares } from './verdict-shares.js';
import { PLAIN } from '../support/plain.js';

function cases(constraints: OffersConstraints) {
  return scenarios({ terms: 3, steps: 3, positions: 0, ...PLAIN }).chain((scenario) =>
    fc.tuple(fc.constant(scenario), conditions(scenario), offers(scenario, { known: 'partial', ...constraints })),
  );
}

/** Which truths the completions have, looked at no longer than until both were seen. */
function truthsOf(scenario: Scenario, condition: Condition, offer: Offer): ReadonlySet<'yes' | 'no'> {
  const seen = new Set<'yes' | 'no'>();
  for (const deal of completions(scenario, offer, condition)) {
    const truth = evaluate(condition, deal, scenario);
    for (const one of truth === 'either' ? (['yes', 'no'] as const) : [truth]) seen.add(one);
    if (seen.size === 2) break;
  }
  return seen;
}

function soundness(judged: Judge, shares = new VerdictShares()) {
  return fc.property(cases({}), ([scenario, condition, offer]) => {
    const verdict = judged(condition, scenario, offer);
    shares.add(verdict);
    if (verdict === 'open') return;
    const truths = truthsOf(scenario, condition, offer);
    expect([...truths], inBrief(scenario, condition, offer)).toEqual([verdict === 'met' ? 'yes' : 'no']);
  });
}

function exactness(judged: Judge, shares = new VerdictShares()) {
  const drawn = cases({ phaseCount: true, totalsBesideParts: false, shares: false, readings: false });
  return fc.property(drawn, ([scenario, condition, offer]) => {
    if (!mustBeExact(scenario, condition, offer)) return;
    const verdict = judged(condition, scenario, offer);
    shares.add(verdict);
    if (verdict !== 'open') return;
    const truths = truthsOf(scenario, condition, offer);
    expect([...truths].sort(), inBrief(scenario, condition, offer)).toEqual(['no', 'yes']);
  });
}

describe('met and unmet hold for every completion', () => {
  it('on random scenarios, conditions and partial offers', () => {
    const shares = new VerdictShares();
    fc.assert(soundness(theJudge, shares), runs(1000));
    shares.report('soundness');
  });

  it.each([
    ['swaps met and unmet', swapped],
    ['takes lines one too high', offByOne],
  ])('fails for a judge that %s', (_, judged) => {
    expect(fc.check(soundness(judged), { numRuns: 1000, endOnFailure: true }).failed).toBe(true);
  });
});

describe('open means that completions of both kinds exist, where intervals tell everything', () => {
  it('on random scenarios, conditions and partial offers', () => {
    const shares = new VerdictShares();
    fc.assert(exactness(theJudge, shares), runs(1000));
    shares.report('exactness');
  });

  it('fails for a judge that is always open', () => {
    expect(fc.check(exactness(alwaysOpen), { numRuns: 1000, endOnFailure: true }).failed).toBe(true);
  });
});
