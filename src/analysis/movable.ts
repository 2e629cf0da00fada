import type { Condition } from '../positions/condition.js';
import type { Formula } from '../positions/formula.js';
import { encode } from '../positions/encode.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { normaliseAmount, shareIn, type Amount } from '../terms/amount.js';
import { figuresIn } from '../terms/amount-span.js';
import { added, fromSteps } from '../terms/decimal.js';
import { daysOf, type LengthUnit } from '../terms/length.js';
import type { LengthCondition } from '../positions/kinds/length.js';
import { optionName } from '../terms/layout.js';
import { exactly } from '../terms/amount.js';
import { quantityAt, splitPath, type Choice } from '../terms/term.js';
import type { Claim } from './claims.js';
import { levelsFrom } from './stated-formulas.js';
import type { Unknown } from './program.js';

/** The unknown that is how far the line of a claim moves. */
export function shiftOf(claim: number): string {
  return `shift ${claim}`;
}

/** A stated line that can be moved. */
export interface Movable {
  /** The term it is a line on, or `length`. */
  readonly term: string;
  /** What one step of movement comes to, in the term's unit; of a length a day, of an ordered choice a level. */
  readonly unit: number;
  readonly condition: Condition;
  /** That it is met with its line moved by as much as this unknown says. */
  readonly within: (by: string) => Formula;
  /** The farthest that moving it can make a difference. */
  readonly farthest: (ends: ReadonlyMap<string, Unknown>) => number;
  /** The condition with its line moved so far, towards the deal with these values. */
  readonly moved: (by: number, values: Readonly<Record<string, number>>) => Condition;
}

/**
 * The line of a claim, where it has one that can be moved: its only reading is one comparison of a quantity or a length with
 * figures, or one that an ordered choice falls on some options, or above or below one.
 */
export function movableLine(scenario: Scenario, claim: Claim): Movable | undefined {
  const [only, ...others] = claim.readings;
  if (!only || others.length > 0) return undefined;
  const { condition } = only;
  switch (condition.kind) {
    case 'compare': {
      if ((condition.plus ?? []).length > 0 || (condition.times ?? 1) !== 1) return undefined;
      const { step } = quantityAt(scenario.terms, condition.of);
      return figureLine(scenario, claim, condition, splitPath(condition.of).term, step, (line) => ({
        ...condition,
        line,
      }));
    }
    case 'length': {
      const line = normaliseAmount(condition.line);
      if (figuresIn(line).length === 0) return undefined;
      // Moved by days, a line in weeks or months is one in days: where it lies.
      const inDays = daysAt(line, condition.unit);
      const moving = figureLine(scenario, claim, { ...condition, line: inDays, unit: 'days' }, 'length', 1, (moved) =>
        lengthAt({ ...condition, unit: 'days' }, moved),
      );
      // Where it stands, an offer may meet it by its wording alone.
      return moving && { ...moving, within: (by) => ({ kind: 'or', of: [moving.within(by), claim.formula] }) };
    }
    case 'rank':
    case 'choice':
      return optionLine(scenario, condition);
    default:
      return undefined;
  }
}

/** A line as one in days, with both of its ends where it is not one figure: no length is less than nothing. */
function daysAt(line: Amount, unit: LengthUnit): Amount {
  const { least, most } = daysOf({ length: line, unit });
  if (least === most) return unit === 'days' && 'n' in line && line.n === least ? line : exactly(least);
  return most === Infinity ? { wording: 'at least', n: least } : { wording: 'between', from: least, to: most };
}

/** A condition on a length with another line, cut off at nothing. */
function lengthAt(condition: LengthCondition, line: Amount): Condition {
  if (figuresIn(line).every((n) => n >= 0)) return { ...condition, line };
  if (line.wording === 'between' && line.to >= 0) return { ...condition, line: { ...line, from: 0 } };
  return { ...condition, op: '>=', line: 0 };
}

type FigureCondition = Extract<Condition, { kind: 'compare' | 'length' }>;

function figureLine(
  scenario: Scenario,
  claim: Claim,
  condition: FigureCondition,
  term: string,
  unit: number,
  withLine: (line: Amount) => Condition,
): Movable | undefined {
  const line = normaliseAmount(condition.line);
  if (shareIn(line) || figuresIn(line).length === 0) return undefined;
  const { op } = condition;
  const frame = { ...settingOf(scenario), want: 'met' } as const;
  const rows = rowsIn(encode(condition, frame));
  // A line that nothing meets for sure, such as exactly what is known only from where to where, cannot be moved either.
  if (!rows || rows.length === 0) return undefined;
  // One step of the term is so many of what its rows count in.
  const weights = rows.map(({ sum }) => Math.abs(sum[0]?.times ?? 1));
  const within = (by: string): Formula => ({
    kind: 'and',
    of: rows.map(({ sum, least }, i): Formula => ({
      kind: 'linear',
      sum: [...sum, { of: by, times: weights[i] ?? 1 }],
      least,
    })),
  });
  const sumAt = (values: Readonly<Record<string, number>>, row: Row) =>
    row.sum.reduce((sum, m) => sum + m.times * (values[m.of] ?? 0), 0);
  return {
    term,
    unit,
    condition: claim.readings[0]?.condition ?? condition,
    within,
    farthest: (ends) =>
      Math.max(
        0,
        ...rows.map(({ sum, least }, i) => {
          const lowest = sum.reduce((total, m) => {
            const { least: low, most: high } = ends.get(m.of) ?? { least: 0, most: 0 };
            return total + Math.min(m.times * low, m.times * high);
          }, 0);
          return Math.ceil((least - lowest) / (weights[i] ?? 1));
        }),
      ),
    moved: (by, values) => {
      if (by === 0) return claim.readings[0]?.condition ?? condition;
      // Of an exact line, towards where the deal is: up where it lies below the deal.
      const up =
        op === '<=' ||
        op === '<' ||
        (op === '=' && rows.some((row) => row.sum[0] && row.sum[0].times < 0 && sumAt(values, row) < row.least));
      return withLine(shifted(line, (up ? 1 : -1) * fromSteps(by, unit)));
    },
  };
}

type Row = Extract<Formula, { kind: 'linear' }>;

/** The rows of a formula that is nothing but rows which all have to hold. */
function rowsIn(formula: Formula): readonly Row[] | undefined {
  if (formula.kind === 'linear') return [formula];
  if (formula.kind === 'or') return undefined;
  const parts = formula.of.map(rowsIn);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** An amount with each of its figures moved. */
function shifted(amount: Amount, by: number): Amount {
  const { words: _, ...plain } = amount; // a source's word for the old figure
  if ('n' in plain) return { ...plain, n: added(plain.n, by) };
  if (plain.wording !== 'between') return plain;
  return { ...plain, from: added(plain.from, by), to: added(plain.to, by) };
}

/** The options of an ordered choice that are asked for, and those so many levels from them. */
function optionLine(
  { terms }: Scenario,
  condition: Extract<Condition, { kind: 'rank' | 'choice' }>,
): Movable | undefined {
  const term = terms[condition.of];
  if (term?.kind !== 'choice' || !term.ordered) return undefined;
  const asked = optionsAsked(term, condition);
  if (asked.length === 0) return undefined;
  const options = Object.keys(term.options);
  const distances = levelsFrom(term, asked);
  const names = options.map((option) => optionName(condition.of, option, condition.in));
  return {
    term: condition.of,
    unit: 1,
    condition,
    within: (by) => ({
      kind: 'and',
      of: [
        // In a phase that a deal has not got nothing is chosen, and no line is met.
        { kind: 'linear', sum: names.map((of) => ({ of, times: 1 })), least: 1 },
        {
          kind: 'linear',
          sum: [...names.map((of, i) => ({ of, times: -(distances[i] ?? 0) })), { of: by, times: 1 }],
          least: 0,
        },
      ],
    }),
    farthest: () => Math.max(...distances),
    moved: (by) => (by === 0 ? condition : movedOptions(term, condition, distances, by)),
  };
}

function optionsAsked(term: Choice, c: Extract<Condition, { kind: 'rank' | 'choice' }>): readonly string[] {
  const options = Object.keys(term.options);
  if (c.kind === 'choice') return options.filter((option) => c.is.includes(option));
  const at = options.indexOf(c.option);
  return options.filter((_, i) => (c.op === '>=' ? i >= at : c.op === '>' ? i > at : c.op === '<=' ? i <= at : i < at));
}

function movedOptions(
  term: Choice,
  c: Extract<Condition, { kind: 'rank' | 'choice' }>,
  distances: readonly number[],
  by: number,
): Condition {
  const options = Object.keys(term.options);
  if (c.kind === 'choice') return { ...c, is: options.filter((_, i) => (distances[i] ?? 0) <= by) };
  const up = c.op === '<=' || c.op === '<';
  const option = options[options.indexOf(c.option) + (up ? by : -by)];
  if (option !== undefined) return { ...c, option };
  // "More than" the lowest and "less than" the highest leave one out: moved past it, they leave out none.
  return up
    ? { ...c, op: '<=', option: options.at(-1) ?? c.option }
    : { ...c, op: '>=', option: options[0] ?? c.option };
}
