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

/** What a sum comes to on any deal, the sharpest of the ways to bound it. */
export function reachIn(ways: readonly Written[]): (deal: Deal) => Reached {
  const added = ways.map((way) => ({ leastFrom: [], mostFrom: [], ...way, sum: addedUp(way.sum) }));
  // The same sum once more is no sharper.
  const written = added.map(({ sum }) => JSON.stringify(sum));
  const apart = added.filter((_, i) => written.indexOf(written[i] ?? '') === i);
  return (deal) => {
    let sharpest = UNKNOWN;
    for (const { sum, leastFrom, mostFrom } of apart) {
      const reached = reachOfSum(sum, deal);
      sharpest = sharper(sharpest, {
        least: reached.least,
        most: reached.most,
        leastFrom: bothSupports(reached.leastFrom, leastFrom),
        mostFrom: bothSupports(reached.mostFrom, mostFrom),
      });
    }
    return sharpest;
  };
}

const UNKNOWN: Reached = { least: -Infinity, most: Infinity, leastFrom: [], mostFrom: [] };

/** What is known where both are: the higher least and the lower most, the first of equals. */
export function sharper(a: Reached, b: Reached): Reached {
  const [low, high] = [b.least > a.least ? b : a, b.most < a.most ? b : a];
  return low === high ? low : { least: low.least, most: high.most, leastFrom: low.leastFrom, mostFrom: high.mostFrom };
}

function plainReach(sum: readonly Multiple[], bounds: Bounds): Reached {
  let least = 0;
  let most = 0;
  let leastFrom: Support = [];
  let mostFrom: Support = [];
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
  if (deal.shares.size === 0) return plain;
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
