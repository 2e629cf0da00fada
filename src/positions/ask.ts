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
import { greatestCommonDivisor } from '../terms/decimal.js';
import type { Layout } from '../terms/layout.js';
import { splitPath } from '../terms/term.js';
import type { Unsettled } from '../terms/value.js';
import type { Formula, NamedMultiple } from './formula.js';
import type { Judged, OpenCause, VerdictWord } from './judged.js';
import type { Region } from './region.js';

/** A range that a sum is held against; an absent end asks nothing. */
export interface Band {
  readonly least?: number;
  readonly most?: number;
}

/**
 * What a simple condition asks, in whole numbers: that a sum lie in a band. Where the line itself is not known
 * exactly, `surely` is the band in which it is met whatever the line is, `possibly` that outside which it never is.
 */
export interface Ask {
  readonly sum: readonly Multiple[];
  /** Other sums that always have the same value, which intervals may bound more sharply. */
  readonly same?: readonly Written[];
  readonly surely: Band;
  readonly possibly: Band;
  readonly approximate: boolean;
}

/** Which of the two a formula or region describes. */
export type Want = 'met' | 'unmet';

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

/** What the sum of an ask comes to. */
export function reachOfAsk(ask: Ask, deal: Deal): Reached {
  return reach([{ sum: ask.sum }, ...(ask.same ?? [])], deal);
}

const UNKNOWN: Reached = { least: -Infinity, most: Infinity, leastFrom: [], mostFrom: [] };

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

/** Judges a sum held against a band. */
export function judgeAsk(ask: Ask, deal: Deal, of: string): Judged {
  return { ...judgeReach(reachOfAsk(ask, deal), ask, deal, of), approximate: ask.approximate, margins: [] };
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

/** A band with its ends on figures that the sum can have: a sum of fives is at least 3 where it is at least 5. */
function onGrain({ least, most }: Band, sum: readonly Multiple[]): Band {
  const grain = sum.reduce((divisor, m) => greatestCommonDivisor(divisor, m.times), 0);
  if (grain <= 1) return { ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
  return {
    ...(least !== undefined && { least: Math.ceil(least / grain) * grain }),
    ...(most !== undefined && { most: Math.floor(most / grain) * grain }),
  };
}

function neverBoth(band: Band): boolean {
  return band.least !== undefined && band.most !== undefined && band.least > band.most;
}

function causeOf(ask: Ask, deal: Deal, of: string): OpenCause {
  const names = ask.sum.map((m) => deal.layout.variables[m.of]?.name ?? '');
  const vague = [names, names.filter((name) => !saidInPhase(deal, name)).map(wholeOf)].flatMap((list) =>
    list.flatMap((name) => unsettledAt(deal, name)),
  );
  if (vague[0]) return { why: vague[0], of };
  if (names.some((name) => saidOf(deal, name))) return { why: 'could be either', of };
  // Of a category nothing is said, but its quantity may be left open as a whole.
  const [why] = names.flatMap((name) => unsettledAt(deal, splitPath(wholeOf(name)).term));
  return { why: why ?? 'not reported', of };
}

/** In what way an offer mentions a variable without settling it. */
function unsettledAt(deal: Deal, name: string): readonly Unsettled['unsettled'][] {
  const value = deal.facts[deal.unsettled.get(deal.layout.at[name] ?? -1) ?? -1]?.value;
  return typeof value === 'object' && 'unsettled' in value ? [value.unsettled] : [];
}

/** `prisoners` for `prisoners@1`: what is left open as a whole is open in each phase, unless the phase is spoken of. */
function wholeOf(name: string): string {
  return name.replace(/@.*$/, '');
}

function saidInPhase(deal: Deal, name: string): boolean {
  const [path, phase] = name.split('@');
  return (
    phase !== undefined && deal.facts.some((f) => f.kind === 'offer' && f.path === `phases.${phase}.${path ?? ''}`)
  );
}

/** Whether the offer says anything of a variable's own term or category, in whatever phase. */
function saidOf(deal: Deal, name: string): boolean {
  const path = name.replace(/[@=].*$/, '');
  return deal.facts.some((f) => f.kind === 'offer' && (f.path === path || f.path.endsWith(`.${path}`)));
}

/** An ask as a formula: that it is met, or that it is not. */
export function encodeAsk(ask: Ask, layout: Layout, want: Want): Formula {
  const parts = bandsWanted(ask, want).map((band): Formula => {
    const sum = named(ask.sum, layout);
    const less = sum.map((m) => ({ of: m.of, times: -m.times }));
    return {
      kind: 'and',
      of: [
        ...(band.least === undefined ? [] : [{ kind: 'linear', sum, least: band.least } as const]),
        ...(band.most === undefined ? [] : [{ kind: 'linear', sum: less, least: -band.most } as const]),
      ],
    };
  });
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', of: parts };
}

/** An ask as a region: where it is met, or where it is not. */
export function drawAsk(ask: Ask, layout: Layout, want: Want): Region {
  const parts = bandsWanted(ask, want).map((band): Region => ({ kind: 'band', sum: named(ask.sum, layout), ...band }));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'either', of: parts };
}

/** The bands, finite ends only, in one of which the sum must lie for the ask to be met, or for it not to be. */
function bandsWanted(ask: Ask, want: Want): readonly Band[] {
  const { least: low, most: high } = onGrain(want === 'met' ? ask.surely : ask.possibly, ask.sum);
  const bands =
    want === 'met'
      ? [{ ...(low !== undefined && { least: low }), ...(high !== undefined && { most: high }) }]
      : [...(low === undefined ? [] : [{ most: low - 1 }]), ...(high === undefined ? [] : [{ least: high + 1 }])];
  return bands.flatMap((band: Band) => {
    if (band.least === Infinity || band.most === -Infinity || neverBoth(band)) return [];
    return [
      {
        ...(band.least !== undefined && Number.isFinite(band.least) && { least: band.least }),
        ...(band.most !== undefined && Number.isFinite(band.most) && { most: band.most }),
      },
    ];
  });
}

function named(sum: readonly Multiple[], layout: Layout): readonly NamedMultiple[] {
  return sum.map((m) => ({ of: layout.variables[m.of]?.name ?? '', times: m.times }));
}
