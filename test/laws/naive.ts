// What the design says of full deals, written down a second time and as plainly as possible: nested objects, loops and
// sums. Nothing here uses the library's layout, bounds or readings of conditions.
import type { Amount, AmountDraft, Condition, Offer, OfferPhase, Quantity, Scenario, Scope } from 'sticking-points';

/** What is settled of a quantity at once: how much of it, and how much of each category, in its unit. */
export interface Holding {
  readonly whole: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** A term's value: a quantity's holding, a flag, or the id of an option. */
export type Settled = Holding | boolean | string;

/** A deal of which everything is known. */
export interface PlainDeal {
  /** How many days each phase lasts; there are as many phases. */
  readonly days: readonly number[];
  /** How many calendar months, where a length is worded in them: `total`, or a phase's number. In halves, for "more than". */
  readonly months: Readonly<Record<string, number>>;
  /** For each term: one value for the deal, or one for each phase. */
  readonly terms: Readonly<Record<string, readonly Settled[]>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** Whether a condition holds, or whether that depends on where its own line lies. */
export type Truth = 'yes' | 'no' | 'either';

/** Binary fractions make noise: figures are compared to six digits, which is as fine as a step may be. */
export const near = (n: number): number => Math.round(n * 1e6);

export function evaluate(condition: Condition, deal: PlainDeal, scenario: Scenario): Truth {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map((c) => evaluate(c, deal, scenario));
      return parts.includes('no') ? 'no' : parts.includes('either') ? 'either' : 'yes';
    }
    case 'any': {
      const parts = condition.of.map((c) => evaluate(c, deal, scenario));
      return parts.includes('yes') ? 'yes' : parts.includes('either') ? 'either' : 'no';
    }
    case 'not':
      return negation(evaluate(condition.of, deal, scenario));
    case 'ifThen': {
      const [first, then] = [evaluate(condition.if, deal, scenario), evaluate(condition.then, deal, scenario)];
      if (first === 'no' || then === 'yes') return 'yes';
      return first === 'yes' && then === 'no' ? 'no' : 'either';
    }
    case 'compare': {
      const addends = [condition, ...(condition.plus ?? [])];
      const sum = addends.reduce((total, a) => total + (a.times ?? 1) * amountOf(deal, scenario, a.of, a.in), 0);
      // A share is rounded down to the step of the sum, any other wording counts in steps of the first addend.
      const steps = partsOf(normal(condition.line)) ? addends.map((a) => a.of) : [condition.of];
      const step = steps.map((path) => quantity(scenario, path).step).reduce(commonStep);
      return held(sum, condition.op, lineOf(condition.line, step, deal, scenario));
    }
    case 'ratio': {
      const of = amountOf(deal, scenario, condition.of, condition.in);
      const per = amountOf(deal, scenario, condition.per, condition.in);
      if (near(per) < near(quantity(scenario, condition.per).step)) return 'no';
      return held(of, condition.op, { low: condition.line * per, high: condition.line * per });
    }
    case 'length': {
      const scope = condition.in ?? 'total';
      const months = monthsOf(deal, scope);
      if (condition.unit === 'months' && months !== undefined) {
        const line = daysOrMonths(condition.line, (n) => ({ least: n, most: n }), 0.5, 1);
        return held(months, condition.op, { low: line.least, high: line.most });
      }
      const line = daysIn(condition.line, condition.unit);
      return held(inScope(deal.days, scope), condition.op, { low: line.least, high: line.most });
    }
    case 'flag':
      return truth((valueIn(deal, condition.of, condition.in) === true) === condition.is);
    case 'choice':
      return truth(condition.is.includes(optionIn(deal, condition.of, condition.in)));
    case 'rank': {
      const term = scenario.terms[condition.of];
      const options = term?.kind === 'choice' ? Object.keys(term.options) : [];
      const [at, line] = [
        options.indexOf(optionIn(deal, condition.of, condition.in)),
        options.indexOf(condition.option),
      ];
      if (at < 0) return 'no';
      return truth({ '>=': at >= line, '<=': at <= line, '>': at > line, '<': at < line }[condition.op]);
    }
    case 'begins':
      return truth(firstPhase(deal, scenario, condition.of) <= condition.noLaterThan);
    case 'before': {
      const then = firstPhase(deal, scenario, condition.then);
      return truth(then === Infinity || firstPhase(deal, scenario, condition.first) < then);
    }
  }
}

function truth(is: boolean): Truth {
  return is ? 'yes' : 'no';
}

function negation(of: Truth): Truth {
  return of === 'either' ? of : truth(of === 'no');
}

/** A figure against a line that lies somewhere from `low` to `high`. */
function held(
  n: number,
  op: '>=' | '<=' | '>' | '<' | '=',
  line: { readonly low: number; readonly high: number },
): Truth {
  const [x, low, high] = [near(n), near(line.low), near(line.high)];
  switch (op) {
    case '>=':
      return x >= high ? 'yes' : x >= low ? 'either' : 'no';
    case '>':
      return x > high ? 'yes' : x > low ? 'either' : 'no';
    case '<=':
      return x <= low ? 'yes' : x <= high ? 'either' : 'no';
    case '<':
      return x < low ? 'yes' : x < high ? 'either' : 'no';
    case '=':
      if (low === high) return truth(x === low);
      return x >= low && x <= high ? 'either' : 'no';
  }
}

/** The phase in which something first happens: one step of it or more, or a flag set. */
function firstPhase(deal: PlainDeal, scenario: Scenario, path: string): number {
  for (let phase = 1; phase <= deal.days.length; phase++) {
    const flag = valueIn(deal, path, phase);
    if (flag === true) return phase;
    if (typeof flag === 'boolean') continue;
    if (near(amountOf(deal, scenario, path, phase)) >= near(quantity(scenario, path).step)) return phase;
  }
  return Infinity;
}

export function quantity(scenario: Scenario, path: string): Quantity {
  const term = scenario.terms[path.split('/')[0] ?? ''];
  if (term?.kind !== 'quantity') throw new Error(`${path} is no quantity`);
  return term;
}

/** A flag's or a choice's value; nothing in a phase that the deal has not got. */
function valueIn(deal: PlainDeal, id: string, phase: number | undefined): Settled | undefined {
  return deal.terms[id]?.[(phase ?? 1) - 1];
}

/** The option a choice falls on; none in a phase that the deal has not got. */
function optionIn(deal: PlainDeal, id: string, phase: number | undefined): string {
  const option = valueIn(deal, id, phase);
  return typeof option === 'string' ? option : '';
}

/** How much of a quantity or a category there is in a scope. */
export function amountOf(deal: PlainDeal, scenario: Scenario, path: string, scope: Scope | undefined): number {
  const [id = '', category] = path.split('/');
  const each = (deal.terms[id] ?? []).map((settled) => {
    if (typeof settled !== 'object') return 0;
    return category === undefined ? settled.whole : (settled.parts[category] ?? 0);
  });
  return quantity(scenario, path).scope === 'deal' ? (each[0] ?? 0) : inScope(each, scope ?? 'total');
}

export function inScope(each: readonly number[], scope: Scope): number {
  const add = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  if (scope === 'total') return add(each);
  return typeof scope === 'number' ? (each[scope - 1] ?? 0) : add(each.slice(0, scope.upTo));
}

/** The greatest step of which both are multiples. */
function commonStep(a: number, b: number): number {
  return near(b) === 0 ? a : commonStep(b, (near(a) % near(b)) / 1e6);
}

function normal(draft: AmountDraft): Amount {
  return typeof draft === 'number' ? { wording: 'exactly', n: draft } : draft;
}

/** Where a line lies. A share is rounded down to the step; without a base it may be anything. */
function lineOf(draft: AmountDraft, step: number, deal: PlainDeal, scenario: Scenario): { low: number; high: number } {
  const amount = normal(draft);
  const share = shareOf(amount, step, deal, scenario);
  if (share !== undefined) return { low: share, high: share };
  const { least, most } = figuresOf(amount, step);
  return { low: least, high: most };
}

/** What a share comes to; nothing where the amount is no share, or one of nothing in particular. */
export function shareOf(amount: Amount, step: number, deal: PlainDeal, scenario: Scenario): number | undefined {
  const parts = partsOf(amount);
  if (!parts || !('of' in amount) || !amount.of) return undefined;
  const base =
    'count' in amount.of
      ? (deal.counts[amount.of.count] ?? 0)
      : amountOf(deal, scenario, amount.of.quantity, amount.of.in);
  return Math.floor((parts[0] * near(base)) / (parts[1] * near(step)) + 1e-9) * step;
}

export function partsOf(amount: Amount): readonly [number, number] | undefined {
  switch (amount.wording) {
    case 'all':
    case 'remaining':
      return [1, 1];
    case 'half of':
      return [1, 2];
    case 'share of':
      return [amount.parts, amount.outOf];
    default:
      return undefined;
  }
}

/** The figures that an amount may be, as design §3 words them. */
export function figuresOf(amount: Amount, step: number): { readonly least: number; readonly most: number } {
  switch (amount.wording) {
    case 'exactly':
      return { least: amount.n, most: amount.n };
    case 'about': {
      const give = amount.give?.n ?? 0;
      return { least: amount.n - give, most: amount.n + give };
    }
    case 'between':
      return { least: amount.from, most: amount.to };
    case 'at least':
      return { least: amount.n, most: Infinity };
    case 'more than':
      return { least: amount.n + step, most: Infinity };
    case 'at most':
    case 'up to':
      return { least: -Infinity, most: amount.n };
    case 'less than':
      return { least: -Infinity, most: amount.n - step };
    case 'some':
      return { least: step, most: Infinity };
    case 'all':
    case 'remaining':
    case 'half of':
    case 'share of':
      return { least: -Infinity, most: Infinity };
  }
}

type Ends = (n: number) => { readonly least: number; readonly most: number };

/** A length's reach, given what one figure of its unit reaches, what "more than" adds, and what "some" is at least. */
function daysOrMonths(draft: AmountDraft, ends: Ends, more: number, some: number) {
  const amount = normal(draft);
  if (amount.wording === 'more than') return { least: ends(amount.n).least + more, most: Infinity };
  if (amount.wording === 'less than') return { least: 0, most: ends(amount.n).most - more };
  const { least, most } = amount.wording === 'some' ? { least: some, most: Infinity } : figuresOf(amount, 1);
  return { least: ends(Math.max(0, least)).least, most: most === Infinity ? most : ends(most).most };
}

/** The whole days that a length may have. */
export function daysIn(draft: AmountDraft, unit: 'days' | 'weeks' | 'months') {
  const ends: Record<typeof unit, Ends> = {
    days: (n) => ({ least: n, most: n }),
    weeks: (n) => ({ least: 7 * n, most: 7 * n }),
    // A month that is not whole lies between its neighbours.
    months: (n) => ({ least: monthEnds(Math.floor(n)).least, most: monthEnds(Math.ceil(n)).most }),
  };
  const { least, most } = daysOrMonths(draft, ends[unit], 1, 1);
  return { least: Math.ceil(least), most: Math.floor(most) };
}

/** The months that a scope is worded in; of a deal of one phase, the phase and the whole are the same. */
function monthsOf(deal: PlainDeal, scope: Scope): number | undefined {
  const own = typeof scope === 'object' ? (scope.upTo === 1 ? deal.months['1'] : undefined) : deal.months[scope];
  if (own !== undefined || deal.days.length !== 1 || (typeof scope === 'number' && scope > 1)) return own;
  return deal.months['1'] ?? deal.months['total'];
}

/** The months that a length worded in months may have, in halves: more than one month is not yet two. */
export function halfMonthsIn(amount: Amount): readonly number[] {
  const { least, most } = daysOrMonths(amount, (n) => ({ least: n, most: n }), 0.5, 1);
  return Array.from({ length: 13 }, (_, i) => i / 2).filter((n) => n >= least && n <= most);
}

/** The fewest and most days of so many calendar months, by going through calendars. */
export function monthEnds(months: number): { readonly least: number; readonly most: number } {
  const days = Array.from({ length: 48 }, (_, start) => {
    const [from, to] = [Date.UTC(2001, start, 1), Date.UTC(2001, start + months, 1)];
    return Math.round((to - from) / 86_400_000);
  });
  return { least: Math.min(...days), most: Math.max(...days) };
}

/** What a full offer of exact figures says. */
export function plainOf(scenario: Scenario, offer: Offer): PlainDeal {
  const only: OfferPhase = { terms: {}, ...(offer.length && { length: offer.length }) };
  const phases = offer.phases.length === 0 ? [only] : offer.phases;
  const days = phases.map(({ length }) => {
    const value = length && 'value' in length ? length.value : undefined;
    if (value?.length.wording !== 'exactly') throw new Error('no exact length');
    return value.unit === 'months' ? value.days! : value.length.n;
  });
  const worded = Object.fromEntries(phases.map(({ length }, i) => [String(i + 1), length]));
  const months = Object.fromEntries(
    Object.entries({ ...worded, total: offer.length }).flatMap(([place, length]) =>
      length && 'value' in length && length.value.unit === 'months' && length.value.length.wording === 'exactly'
        ? [[place, length.value.length.n]]
        : [],
    ),
  );
  const terms = Object.fromEntries(
    Object.entries(scenario.terms).map(([id, term]): [string, readonly Settled[]] => {
      const places = term.scope === 'deal' ? [offer.terms] : phases.map((p) => p.terms);
      return [
        id,
        places.map((clauses): Settled => {
          const read = (path: string) => {
            const field = clauses[path];
            return field && 'value' in field ? field.value : undefined;
          };
          switch (term.kind) {
            case 'quantity': {
              const figure = (path: string, absent: number) => {
                const value = read(path);
                return typeof value === 'object' && 'n' in value ? value.n : absent;
              };
              const parts = Object.keys(term.categories).map((c) => [c, figure(`${id}/${c}`, 0)] as const);
              return { whole: figure(id, term.absent), parts: Object.fromEntries(parts) };
            }
            case 'flag': {
              const value = read(id);
              return typeof value === 'boolean' ? value : term.absent;
            }
            case 'choice': {
              const value = read(id);
              return (typeof value === 'object' && 'oneOf' in value ? value.oneOf[0] : term.absent) ?? '';
            }
          }
        }),
      ];
    }),
  );
  return { days, months, terms, counts: singleCounts(scenario) };
}

/** The counts that are reported as one figure. */
function singleCounts({ counts }: Scenario): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([id, { figure }]) =>
      figure && 'value' in figure && 'n' in figure.value ? [[id, figure.value.n] as const] : [],
    ),
  );
}
