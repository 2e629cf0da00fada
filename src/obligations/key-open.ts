import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { cheapest, NOISE, type Source } from './cheapest.js';

/** So much of no known category, which may count under any of these path ids; under one that no line names, for nothing. */
export interface Open {
  readonly figure: Reach;
  readonly at: readonly string[];
  /** The least of it that can be of one category beside another; 0 where some of it may be of several at once. */
  readonly step: number;
}

/** What was done, or is to be done, of quantities: by path id, those of a category apart from those of none known. */
export type Given = Readonly<Record<string, Reach>>;

/** What was done, by the path id under which a key counts it; and what may count under any of several. */
export interface Counted {
  readonly given: Given;
  readonly open: readonly Open[];
}

/** What has to be done more before a line is owed: some of any of these, or so much of each. */
export type Wanting = { readonly any: readonly string[] } | { readonly each: ReadonlyMap<string, number> };

/** What a line gives once, whatever the number, as soon as that is done. */
export interface Once {
  readonly wanting: Wanting;
  readonly gives: number;
}

/** What lines give for what counts under a path id, each; and what they give once, as far as nothing has set that off already. */
interface Lines {
  readonly each: (path: string) => Reach;
  readonly once: Readonly<Record<keyof Reach, readonly Once[]>>;
}

/** More lines that give something once, and ways of setting them off, than are tried: beyond it, each is looked at by itself. */
const MOST_LINES = 10;
const MOST_WAYS = 2000;

/** What is owed for what is of no known category: between the least and the most that any way of sorting it comes to. */
export function owedForOpen(open: readonly Open[], { each, once }: Lines): Reach {
  return { least: leastOf(open, each, once.least), most: mostOf(open, each, once.most) };
}

/** Whatever lines are set off, all goes where it costs least among what sets off no other. */
function leastOf(open: readonly Open[], each: Lines['each'], all: readonly Once[]): number {
  const asked = alike(open.filter(({ figure }) => figure.least > 0));
  const lines = among(asked, all, 'least');
  const sources = asked.map(({ figure, at }): Source => {
    return { amount: figure.least, costs: new Map(at.map((path) => [path, each(path).least])) };
  });
  if (lines.length === 0) return sumOf(asked, ({ at, figure }) => figure.least * lowest(at, each));
  const total = sumOf(sources, ({ amount }) => amount);
  const stepAt = stepsIn(asked);
  /** Room that leaves a line without what sets it off. */
  const without = ({ wanting }: Once): readonly Figures[] =>
    'any' in wanting
      ? [new Map(wanting.any.map((path) => [path, 0]))]
      : [...wanting.each].map(([path, needed]) => new Map([[path, Math.max(0, added(needed, -stepAt(path)))]]));
  const ways = waysOf(lines, { left: ({ gives }) => gives, done: without, closer: Math.min });
  if (!ways) return sumOf(asked, ({ at, figure }) => figure.least * lowest(at, each)) + surely(asked, lines);
  return Math.min(...ways.map(({ gives, at }) => gives + cheapest(sources, (path) => at.get(path) ?? Infinity, total)));
}

/** All goes where it brings most, but for so much as sets off lines elsewhere. */
function mostOf(open: readonly Open[], each: Lines['each'], all: readonly Once[]): number {
  const given = alike(open.filter(({ figure }) => figure.most > 0));
  const lines = among(given, all, 'most');
  const atBest = sumOf(given, ({ at, figure }) => product(figure.most, highest(at, each)));
  if (atBest === Infinity || lines.length === 0) return atBest;
  const sources = given.flatMap(({ figure, at, step }): readonly Source[] => {
    const best = highest(at, each);
    // Of what may be of several categories at once, none is wanting elsewhere.
    return step === 0
      ? []
      : [{ amount: figure.most, costs: new Map(at.map((path) => [path, best - each(path).most])) }];
  });
  const several = given.filter(({ step }) => step === 0);
  const besides = (path: string) => sumOf(several, ({ at, figure }) => (at.includes(path) ? figure.most : 0));
  const stepAt = stepsIn(given);
  /** What sets a line off. */
  const needs = ({ wanting }: Once): readonly Figures[] =>
    'any' in wanting ? wanting.any.map((path) => new Map([[path, stepAt(path)]])) : [wanting.each];
  const ways = waysOf(lines, { left: ({ gives }) => -gives, done: needs, closer: Math.max });
  const inAll = sumOf(lines, ({ gives }) => gives);
  if (!ways) return atBest + inAll;
  const brought = ways.map(({ gives, at }) => {
    if ([...at].some(([path, n]) => besides(path) > 0 && besides(path) < n)) return -Infinity;
    const wanted = new Map([...at].filter(([path]) => besides(path) === 0));
    return (
      gives -
      cheapest(
        sources,
        (path) => wanted.get(path) ?? 0,
        sumOf([...wanted.values()], (n) => n),
      )
    );
  });
  return atBest + inAll + Math.max(...brought);
}

/** Figures by path id: at the most so much there, or so much at the least. */
type Figures = ReadonlyMap<string, number>;

/** What has to be so for some lines, and what the others come to that are left to themselves. */
interface Way {
  readonly gives: number;
  readonly at: Figures;
}

interface Doing {
  readonly left: (line: Once) => number;
  readonly done: (line: Once) => readonly Figures[];
  readonly closer: (a: number, b: number) => number;
}

/** Every way of leaving lines to themselves, or doing something about each; nothing where there are too many. */
function waysOf(lines: readonly Once[], { left, done, closer }: Doing): readonly Way[] | undefined {
  if (lines.length > MOST_LINES) return undefined;
  let ways: readonly Way[] = [{ gives: 0, at: new Map() }];
  for (const line of lines) {
    const next = new Map<string, Way>();
    const add = (gives: number, at: Figures) => {
      const name = JSON.stringify([...at].sort());
      const known = next.get(name);
      if (!known || Math.abs(known.gives) > Math.abs(gives)) next.set(name, { gives, at });
    };
    for (const { gives, at } of ways) {
      add(gives + left(line), at);
      for (const figures of done(line)) {
        const joined = new Map(at);
        for (const [path, n] of figures) joined.set(path, closer(joined.get(path) ?? n, n));
        add(gives, joined);
      }
    }
    if (next.size > MOST_WAYS) return undefined;
    ways = [...next.values()];
  }
  return ways;
}

/** What may be of the same categories, together. */
function alike(open: readonly Open[]): readonly Open[] {
  const known = new Map<string, Open>();
  for (const one of open) {
    const name = [...one.at].sort().join(' ');
    const { figure } = known.get(name) ?? { figure: { least: 0, most: 0 } };
    const sum = { least: figure.least + one.figure.least, most: figure.most + one.figure.most };
    known.set(name, { ...one, figure: sum });
  }
  return [...known.values()];
}

/** The lines that it may set off, as far as anything of it can be what they want; those that want the same are one. */
function among(open: readonly Open[], lines: readonly Once[], end: keyof Reach): readonly Once[] {
  const at = (path: string) => sumOf(open, (one) => (one.at.includes(path) ? one.figure[end] : 0));
  const known = new Map<string, Once>();
  for (const { wanting, gives } of lines) {
    const own: Wanting = 'any' in wanting ? { any: wanting.any.filter((path) => at(path) > 0).sort() } : wanting;
    const isIn = 'any' in own ? own.any.length > 0 : [...own.each].every(([path, n]) => at(path) >= n - NOISE);
    if (!isIn || gives <= 0) continue;
    const name = JSON.stringify('any' in own ? own.any : [...own.each].sort());
    known.set(name, { wanting: own, gives: gives + (known.get(name)?.gives ?? 0) });
  }
  return [...known.values()];
}

/** What lines give that are set off whatever it is. */
function surely(open: readonly Open[], lines: readonly Once[]): number {
  const isSure = ({ wanting }: Once) =>
    'any' in wanting && open.some(({ at }) => at.every((path) => wanting.any.includes(path)));
  return sumOf(lines.filter(isSure), ({ gives }) => gives);
}

/** The step in which what may count under a path id is sorted. */
function stepsIn(open: readonly Open[]): (path: string) => number {
  const steps = new Map(open.flatMap(({ at, step, figure }) => at.map((path) => [path, Math.min(step, figure.most)])));
  return (path) => steps.get(path) ?? 0;
}

const lowest = (at: readonly string[], each: Lines['each']) => Math.min(...at.map((path) => each(path).least));
const highest = (at: readonly string[], each: Lines['each']) => Math.max(...at.map((path) => each(path).most));
const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);
const sumOf = <T>(all: readonly T[], figure: (one: T) => number) => all.reduce((sum, one) => sum + figure(one), 0);
