import { span } from '../base/span.js';
import type { Text } from '../offers/text/text.js';
import type { Obligation } from '../offers/text/obligation.js';
import { shareIn } from '../terms/amount.js';
import { added } from '../terms/decimal.js';
import type { Reach } from '../terms/amount-span.js';
import type { Owing } from './owing.js';
import { roundedTo } from './rounded.js';
import type { ScheduledDuty } from './duty.js';

/** A running total, before rounding and on its step. */
interface Total {
  readonly exact: Reach;
  readonly rounded: Reach;
  /** The one base of which all of it is a share; none where there is no such base. */
  readonly base?: string | undefined;
}

/**
 * The same duties, each with how much falls due and, in a series, how much is due in all by then. What is rounded is the
 * running total, so that three thirds of ten are ten, whichever way the text words them.
 */
export function shareOut(duties: readonly ScheduledDuty[], text: Text, owing: Owing): readonly ScheduledDuty[] {
  const totals = new Map<string, Total>();
  return duties.map((duty) => {
    const obligation = text.obligations[duty.obligation];
    if (!obligation || duty.kind === 'refrain' || duty.of === undefined || !hasAmount(obligation)) return duty;
    const step = owing.step(duty.obligation);
    const on = (figure: number) => roundedTo(figure, step, obligation.rounding);
    const owed = owing.figures(duty.obligation);
    const { series } = obligation;
    if (!series) return { ...duty, amount: span(on(owed.least), on(owed.most)) };
    const name = `${series.series} ${duty.of}`;
    const base = baseOf(obligation);
    const before = totals.get(name) ?? { exact: NOTHING, rounded: NOTHING, base };
    const exact = totalAfter(obligation, before.exact, owed);
    const rounded = { least: on(exact.least), most: on(exact.most) };
    const alike = base !== undefined && base === before.base;
    totals.set(name, { exact, rounded, base: alike ? base : undefined });
    // What was done before may be any of its figures, unless both are shares of one whole, or this one only adds to it.
    const [most, least] =
      isTotal(obligation) && !alike
        ? [before.rounded.most, before.rounded.least]
        : [before.rounded.least, before.rounded.most];
    const amount = span(Math.max(0, added(rounded.least, -most)), less(rounded.most, least));
    return { ...duty, amount, total: span(rounded.least, rounded.most) };
  });
}

/** Whether an obligation says how much. */
export function hasAmount({ amount, table, byKey }: Obligation): boolean {
  return amount !== undefined || table !== undefined || byKey !== undefined;
}

const NOTHING: Reach = { least: 0, most: 0 };

/** Whether an obligation says what is done by then in all: a running total does, and so does whatever remains. */
function isTotal({ series, amount }: Obligation): boolean {
  return series?.counted === 'running total' || amount?.value.wording === 'remaining';
}

/** Of what an obligation owes a share, where it does. */
function baseOf({ of, amount }: Obligation): string | undefined {
  const share = amount && shareIn(amount.value);
  return share && JSON.stringify(share.of ?? of);
}

function totalAfter(obligation: Obligation, before: Reach, owed: Reach): Reach {
  if (isTotal(obligation)) {
    return { least: Math.max(before.least, owed.least), most: Math.max(before.most, owed.most) };
  }
  return { least: before.least + owed.least, most: before.most + owed.most };
}

function less(a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b) ? Math.max(0, added(a, -b)) : a;
}
