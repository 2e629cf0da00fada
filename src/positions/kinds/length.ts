import * as z from 'zod/mini';
import { daysInMonths } from '../../base/day.js';
import { unique } from '../../base/list.js';
import { bothSupports } from '../../base/tighten.js';
import type { Deal, WordedLength } from '../../offers/deal.js';
import { normaliseAmount, type Amount, type AmountDraft } from '../../terms/amount.js';
import { isApproximate, reachOf, type Reach } from '../../terms/amount-span.js';
import { sayAmount, type Namers } from '../../terms/amount-words.js';
import { lengthName, monthsName, PHASES, placeOf, quantitySum, sumFromTotal, type Layout } from '../../terms/layout.js';
import { daysOf, LENGTH_UNITS, type LengthUnit } from '../../terms/length.js';
import { sayScope, type Scope } from '../../terms/scope.js';
import { amountShape, scopeShape } from '../../terms/shapes.js';
import type { Surface } from '../../terms/surface.js';
import { drawAsk, encodeAsk, type Ask, type Band, type Worded } from '../ask.js';
import { judgeReach, reachOfAsk } from '../judge-ask.js';
import { checkLengthAmount } from '../amount-checks.js';
import { checkPhase, type Checked } from '../checks.js';
import type { Frame } from '../frame.js';
import type { Formula } from '../formula.js';
import type { Judge, Judged } from '../judged.js';
import { bandsOf, marginOf, OP_WORDS, type Line } from '../line.js';
import { OPS, type Op } from '../op.js';
import { LENGTH, type Mention } from '../mention.js';
import type { Reading } from '../reading.js';
import type { Region } from '../region.js';

/**
 * The length of a phase, of the phases up to one, or of the whole deal, held against a line.
 *
 * Weeks count 7 days. Where the offer words this very length in calendar months, and the line is in months too, months are
 * compared; the sum of several phases in months is compared in days, for it depends on when each starts. So two months are
 * at least and at most two months, and exactly two, though nobody knows how many days they are.
 *
 * @example
 * const longer: LengthCondition = { kind: 'length', op: '>', line: 7, unit: 'days' };
 */
export interface LengthCondition {
  readonly kind: 'length';
  /** Which phase; without it, the whole. */
  readonly in?: Scope;
  readonly op: Op;
  readonly line: AmountDraft;
  readonly unit: LengthUnit;
}

const DAYS = { one: 'day', many: 'days' };
const MONTHS = { one: 'month', many: 'months' };

export const judge: Reading<LengthCondition, Surface, Judge> = (c, surface) => {
  const { ask, line } = layOutLength(c, surface);
  const [reachOf, holdTo] = [reachOfAsk(ask), judgeReach(ask, surface, LENGTH)];
  const inDays: Judge = (deal) => {
    const reached = reachOf(deal);
    const { verdict, support, causes } = holdTo(reached, deal);
    const margin = marginOf(c.op, reached, line, deal, { unit: DAYS, of: LENGTH });
    return { verdict, support, causes, approximate: ask.approximate, margins: [margin] };
  };
  if (c.unit !== 'months') return inDays;
  const inMonths = judgeMonths(c, ask, surface);
  return (deal) => inMonths(deal) ?? inDays(deal);
};

/** Judges months held against months, where they can be and where that decides it. */
function judgeMonths(c: LengthCondition, ask: Ask, surface: Surface): (deal: Deal) => Judged | undefined {
  const asked = inHalves(normaliseAmount(c.line));
  const { least: low, most: high } = wholeMonths(asked);
  const bands = bandsOf(c.op, { low: asked.least, high: asked.most });
  const holdTo = judgeReach({ ...ask, ...bands }, surface, LENGTH);
  return (deal) => {
    const worded = monthsIn(c.in ?? 'total', deal);
    if (!worded) return undefined;
    const offered = inHalves(worded.amount);
    const from = { leastFrom: worded.support, mostFrom: worded.support };
    const judged = holdTo({ ...offered, ...from }, deal);
    if (judged.verdict === 'open') return undefined;
    const whole = { ...wholeMonths(offered), ...from };
    const margin = marginOf(c.op, whole, { low, high }, deal, { unit: MONTHS, of: LENGTH });
    const support = bothSupports(judged.support, worded.support);
    return { ...judged, support, approximate: ask.approximate, margins: [margin] };
  };
}

/** The months of an amount, counted in halves: more than 2 months may be 2 months and a day, and is not yet 3. */
function inHalves(amount: Amount): Reach {
  const { least, most } = reachOf(amount, amount.wording === 'some' ? 1 : 0.5);
  return { least: 2 * least, most: 2 * most };
}

/** The whole months that hold all of these halves. */
function wholeMonths({ least, most }: Reach): Reach {
  return { least: Math.floor(least / 2), most: Math.ceil(most / 2) };
}

/** The calendar months that a scope is worded in. Of a deal of one phase, the phase and the whole are the same. */
function monthsIn(scope: Scope, deal: Deal): WordedLength | undefined {
  const worded = (phase?: number) => deal.months.get(placeOf(deal.layout, lengthName(phase)));
  const phase = typeof scope === 'object' ? (scope.upTo === 1 ? 1 : undefined) : scope;
  const own = phase === undefined ? undefined : worded(phase === 'total' ? undefined : phase);
  const count = placeOf(deal.layout, PHASES);
  if (own) return own;
  if (deal.bounds.most[count] !== 1 || (typeof scope === 'number' && scope > 1)) return undefined;
  const other = worded(1) ?? worded();
  return other && { ...other, support: bothSupports(other.support, deal.bounds.mostFrom[count] ?? []) };
}

export const say: Reading<LengthCondition, Namers, string> = (c, namers) => {
  const line = normaliseAmount(c.line);
  const one = line.wording === 'exactly' && line.n === 1;
  return `length${sayScope(c.in)}: ${OP_WORDS[c.op]} ${sayAmount(line, namers)} ${one ? c.unit.slice(0, -1) : c.unit}`;
};

export const encode: Reading<LengthCondition, Frame, Formula> = (c, frame) => {
  const formulaOf = (one: LengthCondition) => encodeAsk(layOutLength(one, frame).ask, frame.layout, frame.want);
  const whole = asWhole(c, frame.layout);
  if (!whole) return formulaOf(c);
  const ofOne: Formula = { kind: 'linear', sum: [{ of: PHASES, times: -1 }], least: -1 };
  return { kind: 'or', of: [formulaOf(c), { kind: 'and', of: [ofOne, formulaOf(whole)] }] };
};

export const draw: Reading<LengthCondition, Frame, Region> = (c, frame) => {
  const regionOf = (one: LengthCondition) => drawAsk(layOutLength(one, frame).ask, frame.layout, frame.want);
  const whole = asWhole(c, frame.layout);
  if (!whole) return regionOf(c);
  const ofOne: Region = { kind: 'band', sum: [{ of: PHASES, times: 1 }], most: 1 };
  return { kind: 'either', of: [regionOf(c), { kind: 'both', of: [ofOne, regionOf(whole)] }] };
};

/** What a condition on phases up to a later one says of a deal of one phase, where wordings in months are told apart. */
function asWhole(c: LengthCondition, { months }: Layout): LengthCondition | undefined {
  const { in: scope, ...whole } = c;
  const several = typeof scope === 'object' && scope.upTo > 1;
  return several && c.unit === 'months' && months.length > 0 ? whole : undefined;
}

export const shape = () =>
  z.strictObject({
    kind: z.literal('length'),
    in: z.optional(scopeShape()),
    op: z.enum(OPS),
    line: amountShape(),
    unit: z.enum(LENGTH_UNITS),
  });

export const mentions: Reading<LengthCondition, undefined, readonly Mention[]> = (c) => [
  { term: LENGTH, ...(c.in === undefined ? {} : { in: c.in }) },
];

export const check: Reading<LengthCondition, Checked, void> = (c, where) => {
  const phase = typeof c.in === 'object' ? c.in.upTo : c.in;
  if (typeof phase === 'number') checkPhase(where.in('in'), phase);
  checkLengthAmount(where.in('line'), normaliseAmount(c.line), c.unit);
};

/**
 * The whole months that the line of a condition in months lies at or between: of all others, what the days say goes for
 * the months as well.
 */
export function monthsAt(c: LengthCondition): readonly number[] {
  if (c.unit !== 'months') return [];
  const { least, most } = inHalves(normaliseAmount(c.line));
  const ends = [least, most].flatMap((half) => [Math.floor(half / 2), Math.ceil(half / 2)]);
  return unique(ends).filter((n) => n >= 1 && Number.isSafeInteger(n));
}

/** What a length that is worded in calendar months decides by itself. */
function wordedIn(c: LengthCondition, layout: Layout): readonly Worded[] {
  const scope = c.in ?? 'total';
  if (c.unit !== 'months' || (typeof scope === 'object' && scope.upTo > 1)) return [];
  const phase = typeof scope === 'object' ? scope.upTo : scope === 'total' ? undefined : scope;
  const asked = inHalves(normaliseAmount(c.line));
  const { surely, possibly } = bandsOf(c.op, { low: asked.least, high: asked.most });
  return layout.months.flatMap((n): readonly Worded[] => {
    const lies = ({ least = -Infinity, most = Infinity }: Band) => 2 * n >= least && 2 * n <= most;
    const decides = lies(surely) ? 'met' : lies(possibly) ? undefined : 'unmet';
    return decides ? [{ of: placeOf(layout, monthsName(n, phase)), ...daysInMonths(n), decides }] : [];
  });
}

function layOutLength(c: LengthCondition, { layout }: Surface): { readonly ask: Ask; readonly line: Line } {
  const amount: Amount = normaliseAmount(c.line);
  // The line's own ends, so that "more than 1 month" is more than any month can have.
  const { least, most } = daysOf({ length: amount, unit: c.unit });
  const line = { low: least, high: most };
  const scope = c.in ?? 'total';
  const sum = quantitySum(layout, LENGTH, scope);
  const same = [sumFromTotal(layout, LENGTH, scope)];
  return {
    ask: {
      sum,
      same,
      ...bandsOf(c.op, line),
      approximate: isApproximate(amount),
      worded: wordedIn(c, layout),
    },
    line,
  };
}
