import type { Reach } from '../terms/amount-span.js';

/** So much of no known category, which may count under any of these path ids; under one that no line names, for nothing. */
export interface Open {
  readonly figure: Reach;
  readonly at: readonly string[];
  /** The least of it that can be of one category beside another; 0 where some of it may be of several at once. */
  readonly step: number;
}

/** What a line gives once, whatever the number, if anything of these is done. */
export interface Once {
  readonly of: readonly string[];
  readonly gives: number;
}

/** What lines give for what counts under a path id, each; and what they give once, as far as nothing has set that off already. */
interface Lines {
  readonly each: (path: string) => Reach;
  readonly once: Readonly<Record<keyof Reach, readonly Once[]>>;
}

/** More lines that give something once than are tried in every combination: beyond it, each is looked at by itself. */
const MOST_LINES = 10;

/** What is owed for what is of no known category: between the least and the most that any way of sorting it comes to. */
export function owedForOpen(open: readonly Open[], { each, once }: Lines): Reach {
  return { least: leastOf(open, each, once.least), most: mostOf(open, each, once.most) };
}

/** Whatever lines are set off, all goes where it costs least among what sets off no other. */
function leastOf(open: readonly Open[], each: Lines['each'], all: readonly Once[]): number {
  const asked = open.filter(({ figure }) => figure.least > 0);
  const lines = among(asked, all);
  if (lines.length > MOST_LINES)
    return sumOf(asked, ({ at, figure }) => figure.least * lowest(at, each)) + surely(asked, lines);
  const lineOf = masksOf(lines);
  let best = Infinity;
  for (let set = 0; set < 2 ** lines.length; set++) {
    const once = lines.reduce((sum, { gives }, i) => (set & (1 << i) ? sum + gives : sum), 0);
    const rest = sumOf(asked, ({ at, figure }) => {
      const within = at.filter((path) => (lineOf(path) & ~set) === 0);
      return within.length === 0 ? Infinity : figure.least * lowest(within, each);
    });
    best = Math.min(best, once + rest);
  }
  return best;
}

/** All goes where it brings most, but for one step for each line that is set off by another category. */
function mostOf(open: readonly Open[], each: Lines['each'], all: readonly Once[]): number {
  const given = open.filter(({ figure }) => figure.most > 0);
  const lines = among(given, all);
  const atBest = sumOf(given, ({ at, figure }) => product(figure.most, highest(at, each)));
  if (lines.length > MOST_LINES) return atBest + sumOf(lines, ({ gives }) => gives);
  const lineOf = masksOf(lines);
  // What it costs at the least to set off each set of lines.
  let costs = new Map([[0, 0]]);
  for (const one of given) costs = costsWith(costs, one, each, lineOf);
  const brought = [...costs].map(([set, cost]) =>
    lines.reduce((sum, { gives }, i) => (set & (1 << i) ? sum + gives : sum), -cost),
  );
  return atBest + Math.max(...brought);
}

/** The same costs, where of one more as many steps may go to other categories as it has. */
function costsWith(
  before: ReadonlyMap<number, number>,
  { figure, at, step }: Open,
  each: Lines['each'],
  lineOf: (path: string) => number,
): Map<number, number> {
  const best = highest(at, each);
  const steps = step > 0 ? Math.ceil(figure.most / step) : Infinity;
  const moved = Math.min(step, figure.most);
  let reached: ReadonlyMap<string, readonly [set: number, used: number, cost: number]> = new Map(
    [...before].map(([set, cost]) => [`${set} 0`, [set, 0, cost]]),
  );
  for (const path of at) {
    const next = new Map(reached);
    const cost = moved * (best - each(path).most);
    for (const [set, used, sum] of reached.values()) {
      const then = [set | lineOf(path), Number.isFinite(steps) ? used + 1 : 0, sum + cost] as const;
      const known = next.get(`${then[0]} ${then[1]}`);
      if (then[1] <= steps && (!known || known[2] > then[2])) next.set(`${then[0]} ${then[1]}`, then);
    }
    reached = next;
  }
  const costs = new Map<number, number>();
  for (const [set, , cost] of reached.values()) costs.set(set, Math.min(cost, costs.get(set) ?? Infinity));
  return costs;
}

/** The lines that any of it may set off; those for the same are one. */
function among(open: readonly Open[], lines: readonly Once[]): readonly Once[] {
  const paths = new Set(open.flatMap(({ at }) => at));
  const alike = new Map<string, Once>();
  for (const { of, gives } of lines) {
    const own = of.filter((path) => paths.has(path)).sort();
    if (own.length === 0 || gives <= 0) continue;
    const name = own.join(' ');
    alike.set(name, { of: own, gives: gives + (alike.get(name)?.gives ?? 0) });
  }
  return [...alike.values()];
}

/** Which of the lines something sets off that counts under a path id, as bits. */
function masksOf(lines: readonly Once[]): (path: string) => number {
  const masks = new Map<string, number>();
  for (const [i, { of }] of lines.entries()) for (const path of of) masks.set(path, (masks.get(path) ?? 0) | (1 << i));
  return (path) => masks.get(path) ?? 0;
}

/** What lines give that are set off whatever it is. */
function surely(open: readonly Open[], lines: readonly Once[]): number {
  const isSure = ({ of }: Once) => open.some(({ at }) => at.every((path) => of.includes(path)));
  return sumOf(lines.filter(isSure), ({ gives }) => gives);
}

const lowest = (at: readonly string[], each: Lines['each']) => Math.min(...at.map((path) => each(path).least));
const highest = (at: readonly string[], each: Lines['each']) => Math.max(...at.map((path) => each(path).most));
const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);
const sumOf = <T>(all: readonly T[], figure: (one: T) => number) => all.reduce((sum, one) => sum + figure(one), 0);
