import { bothSupports, type Support } from '../base/tighten.js';
import type { Deal } from '../offers/deal.js';
import { neverBoth, onGrain, type Ask } from './ask.js';
import type { Judged, OpenCause, VerdictWord } from './judged.js';
import { causeOf } from './open-cause.js';
import { reach, type Reached } from './reach.js';

/** What the sum of an ask comes to. */
export function reachOfAsk(ask: Ask, deal: Deal): Reached {
  return reach([{ sum: ask.sum }, ...(ask.same ?? [])], deal);
}

/** Judges a sum held against a band. */
export function judgeAsk(ask: Ask, deal: Deal, of: string): Judged {
  return {
    ...judgeReach(reachOfAsk(ask, deal), ask, deal, of),
    approximate: ask.approximate,
    margins: [],
  };
}

/** Judges a sum already bounded. */
export function judgeReach(
  reached: Reached,
  ask: Ask,
  deal: Deal,
  of: string,
): { verdict: VerdictWord; support: Support; causes: readonly OpenCause[] } {
  const [surely, possibly] = [onGrain(ask.surely, ask.sum), onGrain(ask.possibly, ask.sum)];
  const overLeast = surely.least === undefined || reached.least >= surely.least;
  const underMost = surely.most === undefined || reached.most <= surely.most;
  if (overLeast && underMost) {
    const low = surely.least === undefined ? [] : reached.leastFrom;
    const high = surely.most === undefined ? [] : reached.mostFrom;
    return { verdict: 'met', support: bothSupports(low, high), causes: [] };
  }
  if (possibly.least !== undefined && reached.most < possibly.least) {
    return { verdict: 'unmet', support: reached.mostFrom, causes: [] };
  }
  if (possibly.most !== undefined && reached.least > possibly.most) {
    return { verdict: 'unmet', support: reached.leastFrom, causes: [] };
  }
  if (neverBoth(possibly)) return { verdict: 'unmet', support: [], causes: [] };
  // How wide the offer space is has not made it open: only what was reported counts as looked at.
  const support = bothSupports(reached.leastFrom, reached.mostFrom).filter((f) => deal.facts[f]?.kind !== 'space');
  return { verdict: 'open', support, causes: [causeOf(ask, deal, of)] };
}
