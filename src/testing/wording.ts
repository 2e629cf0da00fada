import { daysInMonths } from '../base/day.js';
import {
  about,
  all,
  atLeast,
  atMost,
  between,
  exactly,
  halfOf,
  lessThan,
  moreThan,
  remaining,
  shareOf,
  some,
  upTo,
  type Amount,
  type Share,
} from '../terms/amount.js';
import { fromSteps } from '../terms/decimal.js';
import type { Length } from '../terms/length.js';
import { pick } from './guides.js';

/** How something may be said that is known less than exactly. */
export const MANNERS = [
  'silent',
  'exactly',
  'between',
  'at least',
  'at most',
  'more than',
  'less than',
  'up to',
  'about',
  'about, with a tolerance',
  'some',
  'share',
  'unsettled',
  'readings',
] as const;

/** One of {@link MANNERS}. */
export type Manner = (typeof MANNERS)[number];

/** How one thing is said: in what manner, how far a range reaches below and above, and a draw for what else is open. */
export interface Saying {
  readonly manner: Manner;
  /** In sixteenths of what is possible. */
  readonly below: number;
  readonly above: number;
  readonly draw: number;
}

/** A true figure and where it could lie, in steps, with the shares that it happens to be: of nothing named, of counts, of quantities. */
export interface Truth {
  readonly is: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly shares: readonly (readonly Share[])[];
}

/** An amount that holds the true figure, worded in this manner. */
export function amountFor(saying: Saying, truth: Truth): Amount {
  const { is, least, most, step } = truth;
  const width = Math.min(most, Math.max(is, 0) + 8) - least;
  const [below, above] = [saying.below, saying.above].map((part) => Math.ceil((part * width) / 16)) as [number, number];
  const figure = (steps: number) => fromSteps(steps, step);
  switch (saying.manner) {
    case 'between':
      return between(figure(Math.max(least, is - below)), figure(Math.min(most, is + above)));
    case 'at least':
      return atLeast(figure(Math.max(least, is - below)));
    case 'more than':
      return is - below > least ? moreThan(figure(is - below - 1)) : atLeast(figure(least));
    case 'at most':
      return atMost(figure(Math.min(most, is + above)));
    case 'up to':
      return upTo(figure(Math.min(most, is + above)));
    case 'less than':
      return lessThan(figure(is + above + 1));
    case 'about':
      return about(figure(is));
    case 'about, with a tolerance':
      // A tolerance, being the modeller's, need not lie on the step.
      return about(
        figure(Math.max(least, is - below)),
        fromSteps(2 * Math.max(below, above) + (saying.draw % 2), step / 2),
      );
    case 'some':
      return is >= 1 ? some() : exactly(figure(is));
    case 'share': {
      const shares = truth.shares[saying.draw % Math.max(1, truth.shares.length)] ?? [];
      const share = shares[(saying.below + saying.above) % Math.max(1, shares.length)];
      return share ? wordedShare(share, saying.draw) : exactly(figure(is));
    }
    default:
      return exactly(figure(is));
  }
}

/** Any amount at all within the bounds: what another report says. */
export function otherAmount(saying: Saying, { least, most, step }: Truth): Amount {
  const figure = (draw: number) => fromSteps(pick(draw, least, Math.min(most, least + 16)), step);
  const n = figure(saying.draw);
  return saying.below < 8 ? exactly(n) : between(Math.min(n, figure(saying.above)), Math.max(n, figure(saying.above)));
}

function wordedShare({ parts, outOf, of }: Share, draw: number): Amount {
  if (parts === outOf) return draw % 3 === 0 ? remaining(of) : all(of);
  return parts === 1 && outOf === 2 ? halfOf(of) : shareOf(parts, outOf, of);
}

/** A length that holds the true number of days, worded in this manner, in weeks or months where the draw says so. */
export function lengthFor(saying: Saying, truth: Truth): Length {
  const inDays = { length: amountFor(saying, truth), unit: 'days' } as const;
  const months = monthsAround(truth.is);
  if (saying.draw % 4 === 1 && months) {
    const { from, to } = months;
    if (from === to) {
      const exact = saying.manner === 'about' ? about(from) : exactly(from);
      return { length: saying.manner === 'at least' ? atLeast(from) : exact, unit: 'months' };
    }
    return { length: saying.manner === 'more than' ? moreThan(from) : between(from, to), unit: 'months' };
  }
  if (saying.draw % 4 === 2) {
    const weeks = amountFor(saying, { ...truth, is: Math.floor(truth.is / 7), most: Math.ceil(truth.most / 7) });
    // A range of weeks holds the days within it; a single figure of weeks holds only a multiple of 7 days.
    if (truth.is % 7 === 0 || weeks.wording === 'at least') return { length: weeks, unit: 'weeks' };
    const week = Math.floor(truth.is / 7);
    return { length: saying.manner === 'less than' ? lessThan(week + 1) : between(week, week + 1), unit: 'weeks' };
  }
  return inDays;
}

/** The whole months between which so many days lie; one figure where they may be just so many months. */
function monthsAround(days: number): { readonly from: number; readonly to: number } | undefined {
  if (days < 28 || days > 366) return undefined;
  const near = Math.round(days / 30.4);
  const { least, most } = daysInMonths(near);
  if (days >= least && days <= most) return { from: near, to: near };
  return days < least ? { from: near - 1, to: near } : { from: near, to: near + 1 };
}
