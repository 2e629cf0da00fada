import { bothSupports, type Support } from '../base/tighten.js';
import type { Deal } from '../offers/deal.js';
import type { Surface } from '../terms/surface.js';
import { neverBoth, onGrain, type Ask, type Band } from './ask.js';
import type { Judge, OpenCause, VerdictWord } from './judged.js';
import { causeIn } from './open-cause.js';
import { reachIn, type Reached } from './reach.js';

/** What judging a sum against its bands gives. */
export interface Held {
  readonly verdict: VerdictWord;
  readonly support: Support;
  readonly causes: readonly OpenCause[];
}

/** What the sum of an ask comes to, made ready for any deal. */
export function reachOfAsk(ask: Ask): (deal: Deal) => Reached {
  return reachIn([{ sum: ask.sum }, ...(ask.same ?? [])]);
}

/** Judges a sum held against a band. */
export function judgeAsk(ask: Ask, surface: Surface, of: string): Judge {
  const [reachOf, holdTo] = [reachOfAsk(ask), judgeReach(ask, surface, of)];
  return (deal) => {
    const { verdict, support, causes } = holdTo(reachOf(deal), deal);
    return { verdict, support, causes, approximate: ask.approximate, margins: [] };
  };
}

/** Judges a sum already bounded, by the bands of its ask. */
export function judgeReach(ask: Ask, surface: Surface, of: string): (reached: Reached, deal: Deal) => Held {
  const [surely, possibly] = [ends(onGrain(ask.surely, ask.sum)), onGrain(ask.possibly, ask.sum)];
  const { least: low, most: high } = ends(possibly);
  const never = neverBoth(possibly);
  const cause = causeIn(ask, surface, of);
  return (reached, deal) => {
    const { least, most, leastFrom, mostFrom } = reached;
    if (least >= surely.least && most <= surely.most) {
      const [bounded, capped] = [ask.surely.least !== undefined, ask.surely.most !== undefined];
      return { verdict: 'met', support: bothSupports(bounded ? leastFrom : [], capped ? mostFrom : []), causes: [] };
    }
    if (most < low) return { verdict: 'unmet', support: mostFrom, causes: [] };
    if (least > high) return { verdict: 'unmet', support: leastFrom, causes: [] };
    if (never) return { verdict: 'unmet', support: [], causes: [] };
    // How wide the offer space is has not made it open: only what was reported counts as looked at.
    const support = bothSupports(leastFrom, mostFrom).filter((f) => deal.facts[f]?.kind !== 'space');
    return { verdict: 'open', support, causes: [cause(deal)] };
  };
}

function ends({ least = -Infinity, most = Infinity }: Band): { readonly least: number; readonly most: number } {
  return { least, most };
}
