import {
  addedUp,
  bothSupports,
  multipleEnd,
  multipleSupport,
  type Bounds,
  type Multiple,
  type Support,
  type Written,
} from '../base/tighten.js';
import type { Deal, KnownShare } from '../offers/deal.js';

/** The least and most a sum can be, and what each rests on. */
export interface Reached {
  readonly least: number;
  readonly most: number;
  readonly leastFrom: Support;
  readonly mostFrom: Support;
}

/** What a sum comes to on a deal, the sharpest of the ways to bound it. */
export function reach(ways: readonly Written[], deal: Deal): Reached {
  return ways
    .map(({ sum, leastFrom = [], mostFrom = [] }): Reached => {
      const reached = reachOfSum(addedUp(sum), deal);
      return {
        ...reached,
        leastFrom: bothSupports(reached.leastFrom, leastFrom),
        mostFrom: bothSupports(reached.mostFrom, mostFrom),
      };
    })
    .reduce(sharper, UNKNOWN);
}

const UNKNOWN: Reached = {
  least: -Infinity,
  most: Infinity,
  leastFrom: [],
  mostFrom: [],
};

/** What is known where both are: the higher least and the lower most, the first of equals. */
export function sharper(a: Reached, b: Reached): Reached {
  return {
    ...(b.least > a.least ? { least: b.least, leastFrom: b.leastFrom } : { least: a.least, leastFrom: a.leastFrom }),
    ...(b.most < a.most ? { most: b.most, mostFrom: b.mostFrom } : { most: a.most, mostFrom: a.mostFrom }),
  };
}

function plainReach(sum: readonly Multiple[], bounds: Bounds): Reached {
  let [least, most] = [0, 0];
  let [leastFrom, mostFrom]: [Support, Support] = [[], []];
  for (const one of sum) {
    least += multipleEnd(bounds, one, 'least');
    most += multipleEnd(bounds, one, 'most');
    leastFrom = bothSupports(leastFrom, multipleSupport(bounds, one, 'least'));
    mostFrom = bothSupports(mostFrom, multipleSupport(bounds, one, 'most'));
  }
  return { least, most, leastFrom, mostFrom };
}

/**
 * What a sum comes to as it stands, or with shares written as parts of their base, so that shares of one base are
 * compared as shares. Each is written out once: two quantities may be shares of each other.
 */
function reachOfSum(sum: readonly Multiple[], deal: Deal, written: readonly KnownShare[] = []): Reached {
  const plain = plainReach(sum, deal.bounds);
  for (const [at, one] of sum.entries()) {
    const share = deal.shares.get(one.of);
    if (!share || written.includes(share)) continue;
    // times × variable = baseTimes × base − left over, so the whole sum is multiplied by times.
    const rest = sum.filter((_, i) => i !== at).map((m) => ({ of: m.of, times: m.times * share.times }));
    const merged = addedUp([...rest, { of: share.base, times: one.times * share.baseTimes }]);
    const bare = reachOfSum(merged, deal, [...written, share]);
    const [low, high] = one.times > 0 ? [-one.times * share.rest, 0] : [0, -one.times * share.rest];
    return sharper(plain, {
      least: Math.ceil((bare.least + low) / share.times),
      most: Math.floor((bare.most + high) / share.times),
      leastFrom: bothSupports(bare.leastFrom, share.support),
      mostFrom: bothSupports(bare.mostFrom, share.support),
    });
  }
  return plain;
}
