import { fault, type Fault, type Path } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import { shareIn, type Amount } from '../terms/amount.js';
import { figuresIn } from '../terms/amount-span.js';
import { decimalsOf, inSteps, isCountable, MOST_DECIMALS, MOST_STEPS } from '../terms/decimal.js';
import type { LengthUnit } from '../terms/length.js';
import { splitPath } from '../terms/term.js';
import { checkQuantity, unknownId, type Checked } from './checks.js';

/**
 * Checks that an amount is on its term's step, the right way round, and a share of something that exists; whether its
 * figures can be counted.
 */
export function checkAmount(where: Checked, amount: Amount, path: string, use: 'line' | 'value'): boolean {
  const term = where.known.terms[splitPath(path).term];
  if (term?.kind !== 'quantity') return false;
  checkRange(where, amount);
  let exact = checkBase(where, amount);
  if (amount.wording === 'about' && amount.give) exact = checkFigure(where, amount.give.n, term.step) && exact;
  for (const n of figuresIn(amount)) {
    const counts = checkFigure(where, n, term.step);
    exact &&= counts;
    if (!counts || use === 'line' || Number.isInteger(inSteps(n, term.step))) continue;
    where.report(
      fault('amount/off-step', where.path, `${n} is not a multiple of the step of '${path}', which is ${term.step}.`, {
        n,
        step: term.step,
      }),
    );
  }
  return exact;
}

/**
 * Checks that a figure has no more digits than comparisons stay exact with, which what adding 0.1 and 0.2 makes has, and
 * that its steps can be counted.
 */
export function checkFigure(where: Checked, n: number, step = 1): boolean {
  if (decimalsOf(n) > MOST_DECIMALS) {
    where.report(
      fault(
        'amount/too-fine',
        where.path,
        `${n} has more than ${MOST_DECIMALS} digits after the point: round it, or use a smaller unit.`,
        { n },
      ),
    );
    return false;
  }
  if (isCountable(n, step)) return true;
  where.report(tooLarge(where.path, n));
  return false;
}

/** A fault for a figure too large to be counted exactly. */
export function tooLarge(path: Path, n: number): Fault {
  return fault(
    'amount/out-of-range',
    path,
    `${n} is more than ${MOST_STEPS} steps or has too many digits to be counted exactly: use a larger unit.`,
    { n },
  );
}

/** The largest whole number that the parts of a share, and the times that something counts, may be. */
export const MOST_TIMES = 1e6;

/** Checks what a share is a share of; whether its parts can be counted. */
function checkBase(where: Checked, amount: Amount): boolean {
  const share = shareIn(amount);
  if (share && share.parts > share.outOf) {
    where.report(
      fault('amount/share-over-whole', where.path, `${share.parts} out of ${share.outOf} is more than the whole.`, {
        ...share,
      }),
    );
  }
  const large = (share ? [share.parts, share.outOf] : []).filter((n) => n > MOST_TIMES);
  for (const n of large) {
    const message = `A share of ${n} parts has too many of them: at most ${MOST_TIMES} are counted.`;
    where.report(fault('amount/out-of-range', where.path, message, { n }));
  }
  const base = share?.of;
  if (!base) return large.length === 0;
  if ('quantity' in base) {
    checkQuantity(where.in('of'), base.quantity, base.in, 'quantity');
  } else if (!Object.hasOwn(where.known.counts, base.count)) {
    where.report(
      unknownId(
        'count',
        'scenario/unknown-count',
        [...where.path, 'of', 'count'],
        base.count,
        idsOf(where.known.counts),
      ),
    );
    return false;
  }
  return large.length === 0;
}

const DAYS_AT_MOST: Readonly<Record<LengthUnit, number>> = {
  days: 1,
  weeks: 7,
  months: 31,
};

/** Checks an amount that is a length: whole, not negative, countable in days, the right way round, and no share. */
export function checkLengthAmount(where: Checked, amount: Amount, unit: LengthUnit): void {
  if (shareIn(amount)) {
    where.report(
      fault('length/share', where.path, 'A length is given in days, weeks or months, not as a share of something.', {
        wording: amount.wording,
      }),
    );
  }
  if (amount.wording === 'less than' && amount.n === 0) {
    where.report(fault('length/negative', where.path, 'Nothing lasts less than 0: a length is 0 or more.', { n: 0 }));
  }
  for (const n of figuresIn(amount)) {
    if (n < 0) {
      where.report(fault('length/negative', where.path, `A length cannot be ${n}: it is 0 or more.`, { n }));
    } else if (!Number.isInteger(n)) {
      where.report(fault('length/not-whole', where.path, `${n} is no whole number: use a smaller unit.`, { n }));
    } else if (!isCountable(n * DAYS_AT_MOST[unit], 1)) {
      where.report(tooLarge(where.path, n));
    }
  }
  if (amount.wording === 'about' && amount.give) checkFigure(where, amount.give.n);
  checkRange(where, amount);
}

/** Checks that a range begins with its smaller figure. */
function checkRange(where: Checked, amount: Amount): void {
  if (amount.wording !== 'between' || amount.from <= amount.to) return;
  const { from, to } = amount;
  const message = `The range from ${from} to ${to} holds nothing: the smaller figure comes first.`;
  where.report(fault('amount/reversed', where.path, message, { from, to }));
}
