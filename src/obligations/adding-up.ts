import type { Obligation } from '../offers/text/obligation.js';
import { settledAmount } from '../offers/text/own-amount.js';
import type { Text } from '../offers/text/text.js';
import { shareIn } from '../terms/amount.js';
import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';

/** What one of a series adds, and what the series comes to with it. */
export interface Added {
  readonly amount: Reach;
  readonly total: Reach;
}

/** What adding up a series takes. */
interface Figures {
  /** What each of it says, before any rounding: of itself, or in all by then. */
  readonly figures: (obligation: string) => Reach;
  /** What was done of each so far, in all. */
  readonly done: (obligation: string) => number;
  /** Whether of each no more is to come than it owes for certain, since its last day is over. */
  readonly isOver: (obligation: string) => boolean;
  /** Whether each was short of its total when it was over, and others made up for that: then no more of it is to come. */
  readonly isCaughtUp?: (obligation: string) => boolean;
  /** A figure on the step of its obligation; without it, all is reckoned exactly. */
  readonly rounded?: (obligation: string, figure: number) => number;
}

/** A series as far as it has been added up. */
interface SoFar {
  readonly exact: Reach;
  readonly rounded: Reach;
  /** How much further than that it has come by what was done. */
  readonly beyond: Reach;
  /** The one base of which all of it is a share; none where there is no such base. */
  readonly base: string | undefined;
}

const NOTHING: Reach = { least: 0, most: 0 };

/**
 * What each obligation adds to its series, asked for one after the other. What is rounded is the running total, so that three
 * thirds of ten are ten, whichever way the text words them. What says how much is done by then in all, and what remains, owes
 * the less the more was done of those before it; of `up to` so many, once it is over, no more than was done.
 */
export function addingUp(
  { obligations }: Text,
  { figures, done, isOver, isCaughtUp, rounded }: Figures,
): (id: string) => Added {
  const series = new Map<string, SoFar>();
  const owedBefore = new Map<string, Reach>();
  const plus = rounded ? added : (a: number, b: number) => a + b;
  const less = (a: number, b: number) =>
    Number.isFinite(a) ? (Number.isFinite(b) ? Math.max(0, plus(a, -b)) : 0) : Infinity;
  const each = (make: (end: 'least' | 'most') => number): Reach => ({ least: make('least'), most: make('most') });

  /** How far what was done of an obligation goes beyond what it owes, this time. */
  const beyondOf = (id: string, amount: Reach): Reach => {
    const before = owedBefore.get(id);
    const all = each((end) => (before?.[end] ?? 0) + amount[end]);
    owedBefore.set(id, all);
    return each((end) => {
      if (!Number.isFinite(all[end])) return 0;
      const counted = before ? Math.max(done(id), before[end]) : 0;
      return plus(plus(Math.max(done(id), all[end]), -counted), -amount[end]);
    });
  };

  /** What has come of an obligation that is over, this time: what was done of it, and is owed for certain. */
  const comeOf = (id: string, certain: number): number => {
    const before = owedBefore.get(id)?.least;
    const all = plus(before ?? 0, certain);
    owedBefore.set(id, { least: all, most: all });
    return plus(Math.max(done(id), all), before === undefined ? 0 : -Math.max(done(id), before));
  };

  return (id) => {
    const obligation = obligations[id];
    const owed = figures(id);
    const on = (reach: Reach) => each((end) => rounded?.(id, reach[end]) ?? reach[end]);
    if (!obligation?.series) return { amount: on(owed), total: on(owed) };
    const name = seriesOf(obligation);
    const base = baseOf(obligation);
    const before = series.get(name) ?? { exact: NOTHING, rounded: NOTHING, beyond: NOTHING, base };
    const alike = base !== undefined && base === before.base;
    const isOne = isTotal(obligation);
    const exact = each((end) => (isOne ? Math.max(before.exact[end], owed[end]) : before.exact[end] + owed[end]));
    const total = on(exact);
    const come = each((end) => plus(before.rounded[end], before.beyond[end]));
    // What was done before may be any of its figures, unless all are shares of one whole.
    const facing = (end: 'least' | 'most') => (alike ? end : end === 'least' ? 'most' : 'least');
    const amount = each((end) => less(total[end], isOne ? come[facing(end)] : before.rounded[end]));
    if (isOver(id)) {
      const { least } = owed;
      const sure = each((end) => (isOne ? Math.max(before.exact[end], least) : before.exact[end] + least));
      const own = comeOf(id, isOne ? 0 : least);
      const now = each((end) => (isOne ? Math.max(plus(come[end], own), on(sure)[end]) : plus(come[end], own)));
      const beyond = each((end) => less(now[end], on(sure)[end]));
      series.set(name, { exact: sure, rounded: on(sure), beyond, base: alike ? base : undefined });
      return { amount, total };
    }
    if (!isOne) {
      const more = beyondOf(id, amount);
      const beyond = each((end) => plus(before.beyond[end], more[end]));
      series.set(name, { exact, rounded: total, beyond, base: alike ? base : undefined });
      return { amount, total };
    }
    const more = isCaughtUp?.(id) ? each((end) => plus(done(id), -amount[end])) : beyondOf(id, amount);
    const beyond = each((end) => plus(less(come[end], total[end]), more[facing(end)]));
    series.set(name, { exact, rounded: total, beyond, base: alike ? base : undefined });
    return { amount, total };
  };
}

/** The name of the stock that a series shares out. */
export function seriesOf({ series, of }: Obligation): string {
  return `${series?.series ?? ''} ${of ?? ''}`;
}

/** Whether an obligation says what is done by then in all: a running total does, and so does whatever remains. */
export function isTotal(obligation: Obligation): boolean {
  return obligation.series?.counted === 'running total' || settledAmount(obligation)?.wording === 'remaining';
}

/** Whether an obligation says how much. */
export function hasAmount({ amount, table, byKey }: Obligation): boolean {
  return amount !== undefined || table !== undefined || byKey !== undefined;
}

/** Of what an obligation owes a share, where it does. */
function baseOf(obligation: Obligation): string | undefined {
  const amount = settledAmount(obligation);
  const share = amount && shareIn(amount);
  return share && JSON.stringify(share.of ?? obligation.of);
}
