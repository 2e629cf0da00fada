import { copyBounds, tighten, type Bounds, type Support, type Tie } from '../base/tighten.js';
import type { Formula } from '../positions/formula.js';
import { gathered, spokenSums, type PhaseSum } from './phase-sums.js';
import type { Unknown } from './program.js';

/** What a bound rests on: a party's claim, an invariant, or nothing but the offer space. */
export type Ground = { readonly claim: string } | { readonly invariant: string };

/** An end of what is left for an unknown of the offer space, or for what falls up to a phase, and what it rests on: nothing but the offer space, where that is nothing. */
export interface ProvedEnd {
  /** In the unknown's whole numbers: a quantity's steps, a length's days; 1 for yes, or for an option that is chosen. */
  readonly figure: number;
  readonly from: readonly Ground[];
}

/**
 * Why no offer meets some claims together, step by step. `crossing`: an unknown would have to be at least one figure and at
 * most a smaller one. `none left`: of what would do for a claim nothing is left. `cases`: so it is in each case. `searched`:
 * more cases than anybody would read were told apart.
 */
export type Proof =
  | { readonly kind: 'crossing'; readonly of: string; readonly atLeast: ProvedEnd; readonly atMost: ProvedEnd }
  | { readonly kind: 'none left'; readonly for: readonly Ground[]; readonly from: readonly Ground[] }
  | { readonly kind: 'cases'; readonly cases: readonly { readonly where: Where; readonly proof: Proof }[] }
  | { readonly kind: 'searched' };

/**
 * What is taken for granted in a case: a part of what a claim asks, or that an unknown lies between two figures. The cases
 * leave nothing out: they go through every part, or everything between the ends that the unknown has so far.
 */
export type Where =
  | { readonly of: Ground; readonly part: number; readonly parts: number; readonly asks: Formula }
  | { readonly unknown: string; readonly least: number; readonly most: number };

/** A formula, and whose it is; of the offer space itself it is nobody's. */
export interface Grounded {
  readonly formula: Formula;
  readonly ground?: Ground;
}

/** Nobody reads a proof of more cases. */
const MOST_CASES = 24;

/** Unknowns that are taken to lie between two figures, by their places. */
type Given = ReadonlyMap<number, { readonly least: number; readonly most: number }>;

/** Of these parts one has to hold: for whom, and on what that rests. */
interface Disjunction {
  readonly parts: readonly Formula[];
  readonly ground: number;
  readonly support: Support;
}

/**
 * Proves that these formulas, of which it is known that they exclude each other, do so.
 *
 * @param sums - what falls up to a phase, which is spoken of as one thing where they do
 */
export function prove(
  unknowns: readonly Unknown[],
  grounded: readonly Grounded[],
  sums: readonly PhaseSum[] = [],
): Proof {
  const asked = grounded.filter(({ ground }) => ground).map(({ formula }) => formula);
  const prover = new Prover(unknowns, grounded, spokenSums(sums, asked));
  return prover.prove() ?? { kind: 'searched' };
}

class Prover {
  private readonly place: ReadonlyMap<string, number>;
  private readonly unknowns: readonly Unknown[];
  private left = MOST_CASES;

  constructor(
    unknowns: readonly Unknown[],
    private readonly grounded: readonly Grounded[],
    private readonly sums: readonly PhaseSum[],
  ) {
    const ends = new Map(unknowns.map((unknown) => [unknown.name, unknown]));
    const added = (parts: readonly string[], end: 'least' | 'most') =>
      parts.reduce((sum, name) => sum + (ends.get(name)?.[end] ?? 0), 0);
    const own = sums.filter(({ isTotal }) => !isTotal);
    this.unknowns = [
      ...unknowns,
      ...own.map(({ name, parts }) => ({ name, least: added(parts, 'least'), most: added(parts, 'most') })),
    ];
    this.place = new Map(this.unknowns.map(({ name }, place) => [name, place]));
  }

  prove(): Proof | undefined {
    const ties: Tie[] = this.sums
      .filter(({ isTotal }) => !isTotal)
      .map(({ name, parts }) => {
        const rest = parts.map((of) => ({ of, times: -1 }));
        return { ...this.tie({ kind: 'linear', sum: [{ of: name, times: 1 }, ...rest], least: 0 }), most: 0 };
      });
    const open: Disjunction[] = [];
    for (const [ground, { formula, ground: whose }] of this.grounded.entries()) {
      this.enter(formula, { ground, support: whose ? [ground] : [] }, ties, open);
    }
    return this.from(
      {
        least: this.unknowns.map((u) => u.least),
        most: this.unknowns.map((u) => u.most),
        leastFrom: this.unknowns.map(() => []),
        mostFrom: this.unknowns.map(() => []),
      },
      ties,
      open,
      new Map(),
    );
  }

  private enter(
    formula: Formula,
    one: Pick<Disjunction, 'ground' | 'support'>,
    ties: Tie[],
    open: Disjunction[],
  ): void {
    if (formula.kind === 'linear') ties.push({ ...this.tie(formula), support: one.support });
    else if (formula.kind === 'and') for (const part of formula.of) this.enter(part, one, ties, open);
    else open.push({ ...one, parts: formula.of });
  }

  private tie({ sum, least }: Extract<Formula, { kind: 'linear' }>): Tie {
    const told = this.sums.reduce(gathered, sum).filter((m) => m.times !== 0);
    return { sum: told.map((m) => ({ of: this.place.get(m.of) ?? -1, times: m.times })), least };
  }

  private from(bounds: Bounds, ties: readonly Tie[], open: readonly Disjunction[], given: Given): Proof | undefined {
    const tiesOf: number[][] = this.unknowns.map(() => []);
    ties.forEach((tie, t) => {
      for (const { of } of tie.sum) tiesOf[of]?.push(t);
    });
    if (tighten(bounds, ties, tiesOf)) return this.crossing(bounds);
    // Where nothing counts towards it, what has to be reached never is.
    const never = ties.find(({ sum, least }) => sum.length === 0 && least !== undefined && least > 0);
    if (never) {
      const from = this.grounds(never.support ?? []);
      return { kind: 'none left', for: from, from };
    }
    const left = new Map<Disjunction, number>();
    for (const one of open) {
      const parts = one.parts.filter((part) => this.mayHold(part, bounds));
      if (parts.length === 0) {
        const from = this.grounds([...one.support, ...one.parts.flatMap((part) => this.supportIn(part, bounds))]);
        return { kind: 'none left', for: this.grounds([one.ground]), from };
      }
      const [only] = parts;
      if (only && parts.length === 1) {
        const [more, opened]: [Tie[], Disjunction[]] = [[...ties], []];
        // That the other parts have failed rests on what they speak of.
        const failed = one.parts.filter((part) => part !== only).flatMap((part) => this.supportIn(part, bounds));
        const support = [...new Set([...one.support, ...failed])].sort((a, b) => a - b);
        this.enter(only, { ground: one.ground, support }, more, opened);
        return this.from(bounds, more, [...open.filter((other) => other !== one), ...opened], given);
      }
      left.set(one, parts.length);
    }
    return left.size > 0 ? this.byParts(bounds, ties, left, given) : this.byValues(bounds, ties, given);
  }

  /** @param left - how many parts of each may still hold */
  private byParts(
    bounds: Bounds,
    ties: readonly Tie[],
    left: ReadonlyMap<Disjunction, number>,
    given: Given,
  ): Proof | undefined {
    const open = [...left.keys()];
    const one = open.reduce((a, b) => ((left.get(b) ?? 0) < (left.get(a) ?? 0) ? b : a));
    const [of] = this.grounds([one.ground]);
    const cases: { where: Where; proof: Proof }[] = [];
    for (const [i, part] of one.parts.entries()) {
      const [more, opened]: [Tie[], Disjunction[]] = [[...ties], []];
      this.enter(part, one, more, opened);
      // A part that cannot hold any more is told in a sentence.
      if (!of || (this.mayHold(part, bounds) && --this.left < 0)) return undefined;
      const others = open.filter((other) => other !== one);
      const proof = this.from(copyBounds(bounds), more, [...others, ...opened], given);
      if (!proof) return undefined;
      cases.push({ where: { of, part: i + 1, parts: one.parts.length, asks: withoutMinus(part) }, proof });
    }
    return { kind: 'cases', cases };
  }

  private byValues(bounds: Bounds, ties: readonly Tie[], given: Given): Proof | undefined {
    const widths = bounds.least.map((least, v) => (bounds.most[v] ?? least) - least);
    const narrowest = Math.min(...widths.filter((width) => width > 0));
    const v = widths.indexOf(narrowest);
    const [least, most, name] = [bounds.least[v], bounds.most[v], this.unknowns[v]?.name];
    if (least === undefined || most === undefined || name === undefined) return undefined;
    const middle = Math.floor((least + most) / 2);
    const ends = given.get(v) ?? this.unknowns[v]!;
    const cases: { where: Where; proof: Proof }[] = [];
    for (const half of [
      { least: ends.least, most: middle },
      { least: middle + 1, most: ends.most },
    ]) {
      if (--this.left < 0) return undefined;
      const narrowed = copyBounds(bounds);
      narrowed.least[v] = Math.max(least, half.least);
      narrowed.most[v] = Math.min(most, half.most);
      const proof = this.from(narrowed, ties, [], new Map([...given, [v, half]]));
      if (!proof) return undefined;
      cases.push({ where: { unknown: name, least: half.least + 0, most: half.most + 0 }, proof });
    }
    return { kind: 'cases', cases };
  }

  private crossing(bounds: Bounds): Proof {
    const v = bounds.least.findIndex((least, i) => least > (bounds.most[i] ?? Infinity));
    return {
      kind: 'crossing',
      of: this.unknowns[v]?.name ?? '',
      atLeast: { figure: wholeAt(bounds.least, v), from: this.grounds(bounds.leastFrom[v] ?? []) },
      atMost: { figure: wholeAt(bounds.most, v), from: this.grounds(bounds.mostFrom[v] ?? []) },
    };
  }

  private mayHold(formula: Formula, bounds: Bounds): boolean {
    if (formula.kind !== 'linear') {
      return formula.kind === 'and'
        ? formula.of.every((part) => this.mayHold(part, bounds))
        : formula.of.some((part) => this.mayHold(part, bounds));
    }
    const ends = this.tie(formula).sum.map(
      ({ of, times }) => times * ((times > 0 ? bounds.most : bounds.least)[of] ?? 0),
    );
    return ends.reduce((sum, end) => sum + end, 0) >= formula.least;
  }

  private supportIn(formula: Formula, bounds: Bounds): Support {
    if (formula.kind !== 'linear') return formula.of.flatMap((part) => this.supportIn(part, bounds));
    return this.tie(formula).sum.flatMap(({ of, times }) => (times > 0 ? bounds.mostFrom : bounds.leastFrom)[of] ?? []);
  }

  private grounds(support: Support): readonly Ground[] {
    return [...new Set(support)].sort((a, b) => a - b).flatMap((g) => this.grounded[g]?.ground ?? []);
  }
}

/** An end of an unknown: never minus nothing, which tightening may leave and JSON does not know. */
function wholeAt(ends: readonly number[], place: number): number {
  return (ends[place] ?? 0) + 0;
}

/** The same formula without minus nothing in it, which JSON does not know. */
function withoutMinus(formula: Formula): Formula {
  if (formula.kind === 'linear') return { ...formula, least: formula.least + 0 };
  return { ...formula, of: formula.of.map(withoutMinus) };
}
