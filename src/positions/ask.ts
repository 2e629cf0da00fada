import { leastOf, mostOf, span } from '../base/span.js';
import type { Multiple, Written } from '../base/tighten.js';
import { greatestCommonDivisor } from '../terms/decimal.js';
import type { Layout } from '../terms/layout.js';
import type { Formula, NamedMultiple } from './formula.js';
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
  /** Ways of wording the sum that decide it by themselves; no two of them hold at once. */
  readonly worded?: readonly Worded[];
}

/** A way of wording a sum, which then lies from `least` to `most`: whatever it is there, the ask is met, or is not. */
export interface Worded {
  /** The place of the variable that is 1 where the sum is so worded. */
  readonly of: number;
  readonly least: number;
  readonly most: number;
  readonly decides: Want;
}

/** Which of the two a formula or region describes. */
export type Want = 'met' | 'unmet';

/** A band with its ends on figures that the sum can have: a sum of fives is at least 3 where it is at least 5. */
export function onGrain(band: Band, sum: readonly Multiple[]): Band {
  const grain = sum.reduce((divisor, m) => greatestCommonDivisor(divisor, m.times), 0);
  if (grain <= 1) return band;
  const { least, most } = band;
  return {
    ...(least !== undefined && { least: Math.ceil(least / grain) * grain }),
    ...(most !== undefined && { most: Math.floor(most / grain) * grain }),
  };
}

/** Whether no figure lies in a band. */
export function neverBoth(band: Band): boolean {
  return leastOf(band) > mostOf(band);
}

/** An ask as a formula: that it is met, or that it is not. */
export function encodeAsk(ask: Ask, layout: Layout, want: Want): Formula {
  const parts = bandsWanted(ask, want).map(({ sum: multiples, ...band }): Formula => {
    const sum = named(multiples, layout);
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
  const parts = bandsWanted(ask, want).map(({ sum, ...band }): Region => ({
    kind: 'band',
    sum: named(sum, layout),
    ...band,
  }));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'either', of: parts };
}

/** A sum, and the band it lies in. */
interface Banded extends Band {
  readonly sum: readonly Multiple[];
}

/** The bands, finite ends only, in one of which a sum must lie for the ask to be met, or for it not to be. */
function bandsWanted(ask: Ask, want: Want): readonly Banded[] {
  const within = onGrain(want === 'met' ? ask.surely : ask.possibly, ask.sum);
  const { least: low, most: high } = within;
  const bands =
    want === 'met'
      ? [within]
      : [...(low === undefined ? [] : [{ most: low - 1 }]), ...(high === undefined ? [] : [{ least: high + 1 }])];
  return bands.flatMap((band: Band): readonly Banded[] => {
    const deciding = (ask.worded ?? []).filter(({ decides }) => decides === want);
    if (band.least === Infinity || band.most === -Infinity || neverBoth(band)) {
      // Nothing but a wording does.
      return deciding.map(({ of }) => ({ sum: [{ of, times: 1 }], least: 1 }));
    }
    const sum = [...ask.sum, ...deciding.flatMap((way) => easing(way, band))];
    return [{ sum, ...span(leastOf(band), mostOf(band)) }];
  });
}

/** By how much a band with one end gives way where the sum is so worded: as far as the sum then reaches. */
function easing({ of, least, most }: Worded, band: Band): readonly Multiple[] {
  const [from, to] = [leastOf(band), mostOf(band)];
  if (least < from && from <= most) return [{ of, times: from - least }];
  if (least <= to && to < most) return [{ of, times: to - most }];
  return [];
}

function named(sum: readonly Multiple[], layout: Layout): readonly NamedMultiple[] {
  return sum.map((m) => ({
    of: layout.variables[m.of]?.name ?? '',
    times: m.times,
  }));
}
