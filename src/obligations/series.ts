import { span } from '../base/span.js';
import type { Text } from '../offers/text/text.js';
import type { Obligation } from '../offers/text/obligation.js';
import { added } from '../terms/decimal.js';
import type { Reach } from '../terms/amount-span.js';
import type { Owing } from './owing.js';
import { roundedTo } from './rounded.js';
import type { ScheduledDuty } from './duty.js';

/** A running total, before rounding and on its step. */
interface Total {
  readonly exact: Reach;
  readonly rounded: Reach;
}

const NOTHING: Total = { exact: { least: 0, most: 0 }, rounded: { least: 0, most: 0 } };

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
    const before = totals.get(name) ?? NOTHING;
    const exact = totalAfter(obligation, before.exact, owed);
    const rounded = { least: on(exact.least), most: on(exact.most) };
    totals.set(name, { exact, rounded });
    const amount = span(
      Math.max(0, added(rounded.least, -before.rounded.least)),
      less(rounded.most, before.rounded.most),
    );
    return { ...duty, amount, total: span(rounded.least, rounded.most) };
  });
}

/** Whether an obligation says how much. */
export function hasAmount({ amount, table, byKey }: Obligation): boolean {
  return amount !== undefined || table !== undefined || byKey !== undefined;
}

function totalAfter({ series, amount }: Obligation, before: Reach, owed: Reach): Reach {
  // A running total says what is done by then in all; and so does whatever remains.
  if (series?.counted === 'running total' || amount?.value.wording === 'remaining') {
    return { least: Math.max(before.least, owed.least), most: Math.max(before.most, owed.most) };
  }
  return { least: before.least + owed.least, most: before.most + owed.most };
}

function less(a: number, b: number): number {
  return Number.isFinite(a) && Number.isFinite(b) ? Math.max(0, added(a, -b)) : a;
}
