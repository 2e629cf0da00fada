import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import type { ConditionInvariant, Finding, OfferInvariant } from '../../../src/testing/invariant.js';
import { everyDeferralSaysWhatOtherwise } from '../../../src/testing/laws/every-deferral-says-what-otherwise.js';
import { everyNegotiatedPhaseHasAFallback } from '../../../src/testing/laws/every-negotiated-phase-has-a-fallback.js';
import { inOrder } from '../../../src/testing/laws/in-order.js';
import { neitherGivesAlone } from '../../../src/testing/laws/neither-gives-alone.js';
import { neverMoreThanHeld } from '../../../src/testing/laws/never-more-than-held.js';
import { ratioWithin } from '../../../src/testing/laws/ratio-within.js';
import { somethingDueWithin } from '../../../src/testing/laws/something-due-within.js';
import { ask } from './ask.js';

const gaza = gaza2024();
const ids = Object.keys(gaza.offers);

type Row = readonly [
  why: string,
  law: ConditionInvariant | OfferInvariant,
  held: readonly string[],
  broken: readonly string[],
];

/** The offers on which a law is held, and those on which it is broken; on all others it cannot be told. */
const ROWS: readonly Row[] = [
  // P5 gives at most 40, and every report of those held more than 100; P7 gives all of them, however many.
  ['no more than held', neverMoreThanHeld(gaza, 'hostages', 'held'), ['P5', 'P7'], []],
  ['nobody counts the women', neverMoreThanHeld(gaza, 'hostages/women', 'women'), [], []],
  // 200 to 300 for 35 to 40.
  ['5 to 8.6 each', ratioWithin(gaza, 'prisoners', 'hostages', { least: 5, most: 8.6 }), ['P5'], []],
  ['at most 4 each', ratioWithin(gaza, 'prisoners', 'hostages', { most: 4 }), [], ['P5']],
  // P6 gives about 1,500 in its first phase alone, and no deal can give back more than the 250 who were seized.
  ['6 or more each', ratioWithin(gaza, 'prisoners', 'hostages', { least: 6 }), ['P6'], []],
  ['7 or more each', ratioWithin(gaza, 'prisoners', 'hostages', { least: 7 }), [], []],
  // In P4b some women come in the first phase and some soldiers in the second; nobody says that none come before.
  ['the later first', inOrder('hostages/soldiers', 'hostages/women'), [], ['P4b']],
  ['neither alone', neitherGivesAlone(gaza, 'hostages', 'prisoners'), ['P5'], []],
  // Only P4b has a phase of which it is said that it is still to be negotiated.
  ['a fallback that is said', everyNegotiatedPhaseHasAFallback('ceasefire'), ids, []],
  ['one that is not', everyNegotiatedPhaseHasAFallback('endOfWar'), ids.filter((id) => id !== 'P4b'), []],
  ['nothing is deferred', everyDeferralSaysWhatOtherwise(), ids, []],
  // P4b gives people in each of twice 30 days, P5 lasts 42; November's week is short enough whatever was due in it.
  ['within 30 days', somethingDueWithin(30), ['november', 'P4b'], ['P5']],
  ['within 42 days', somethingDueWithin(42), ['november', 'P4b', 'P5'], []],
];

describe('what was reported of Gaza', () => {
  it.each(ROWS)('%s', (_, law, held, broken) => {
    const found = (finding: Finding) => ids.filter((id) => ask(law, gaza.offers[id]!, gaza) === finding);
    expect({ held: found('held'), broken: found('broken') }).toEqual({ held, broken });
  });
});
