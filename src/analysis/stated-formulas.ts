import type { Setting, Reach } from '../offers/ledger.js';
import type { Formula, NamedMultiple } from '../positions/formula.js';
import { shareIn, type Amount } from '../terms/amount.js';
import { decimalsOf, scaled } from '../terms/decimal.js';
import { countName, flagName, optionName, phaseName, quantitySum } from '../terms/layout.js';
import { quantityAt, type Choice } from '../terms/term.js';

/** By how much a deal may lie away from what is stated: as much as this unknown says. */
export type By = string;

const ALWAYS: Formula = { kind: 'and', of: [] };

function atLeast(least: number, ...sum: readonly (readonly [of: string, times: number])[]): Formula {
  return { kind: 'linear', sum: sum.map(([of, times]): NamedMultiple => ({ of, times })), least };
}

/** `by` times an unknown, where one is given. */
function eased(by: By | undefined, times = 1): readonly (readonly [string, number])[] {
  return by === undefined ? [] : [[by, times]];
}

/** That a figure lies within one of these intervals, or no further from it. */
export function figuresWithin(name: string, reaches: readonly Reach[], by?: By): Formula {
  const each = reaches.map(({ least, most }): Formula => ({
    kind: 'and',
    of: [
      ...(least === -Infinity ? [] : [atLeast(Math.ceil(least), [name, 1], ...eased(by))]),
      ...(most === Infinity ? [] : [atLeast(-Math.floor(most), [name, -1], ...eased(by))]),
    ],
  }));
  return { kind: 'or', of: each };
}

/** That a figure is a share of something, rounded down to its step, or lies no further from that; nothing of what is no share. */
export function shareWithin(
  { layout, terms }: Setting,
  name: string,
  step: number,
  amount: Amount,
  by?: By,
): Formula | undefined {
  const share = shareIn(amount);
  if (!share) return undefined;
  const { of: base, parts, outOf } = share;
  if (!base) return ALWAYS;
  const baseStep = 'count' in base ? 1 : quantityAt(terms, base.quantity).step;
  const bases: readonly string[] =
    'count' in base
      ? [countName(base.count)]
      : quantitySum(layout, base.quantity, base.in).map((m) => layout.variables[m.of]?.name ?? '');
  const decimals = Math.max(decimalsOf(step), decimalsOf(baseStep));
  const times = outOf * scaled(step, decimals);
  const baseTimes = parts * scaled(baseStep, decimals);
  const sum = (sign: 1 | -1) => [
    ...bases.map((of) => [of, sign * baseTimes] as const),
    [name, -sign * times] as const,
    ...eased(by, times),
  ];
  return { kind: 'and', of: [atLeast(0, ...sum(1)), atLeast(1 - times, ...sum(-1))] };
}

/** That a flag is one of these, in a phase that there is. */
export function flagWithin(id: string, phase: number | undefined, bits: readonly number[]) {
  const name = flagName(id, phase);
  const [may0, may1] = [bits.includes(0), bits.includes(1)];
  const there: readonly (readonly [string, number])[] = phase === undefined ? [] : [[phaseName(phase), 1]];
  const within = (by?: By): Formula => {
    if (may0 && may1) return phase === undefined ? ALWAYS : atLeast(1, ...there, ...eased(by));
    if (may1) return atLeast(1, [name, 1], ...eased(by));
    return atLeast(phase === undefined ? 0 : 1, [name, -1], ...there, ...eased(by));
  };
  return { names: [name], within };
}

/** That a choice falls on one of these; by levels of an ordered one, away by one of any other; in a phase that there is. */
export function optionsWithin(term: Choice, id: string, phase: number | undefined, possible: readonly string[]) {
  const options = Object.keys(term.options);
  const distances = levelsFrom(term, possible);
  const names = options.map((option) => optionName(id, option, phase));
  const within = (by?: By): Formula => {
    const chosen = atLeast(1, ...names.map((name) => [name, 1] as const), ...eased(by));
    const near = atLeast(0, ...names.map((name, i) => [name, -(distances[i] ?? 1)] as const), ...eased(by));
    return { kind: 'and', of: [chosen, near] };
  };
  return { names, within };
}

/** How far each option lies from these: by levels of an ordered choice, by one of any other. */
export function levelsFrom(term: Choice, possible: readonly string[]): readonly number[] {
  const options = Object.keys(term.options);
  return options.map((option, i) => {
    if (possible.includes(option)) return 0;
    if (!term.ordered) return 1;
    return Math.min(...possible.map((other) => Math.abs(options.indexOf(other) - i)));
  });
}

/** That something is so, or that there is no such phase. */
export function unlessPhase(phase: number, formula: Formula): Formula {
  return { kind: 'or', of: [atLeast(0, [phaseName(phase), -1]), formula] };
}
