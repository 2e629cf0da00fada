import { greatestCommonDivisor } from '../../terms/decimal.js';
import type { Formula } from '../../positions/formula.js';
import type { Unknown } from '../program.js';

/** A formula with its linear parts as rows, by their number; what is always or never so has become plain. */
export type Node =
  | { readonly kind: 'row'; readonly row: number }
  | {
      readonly kind: 'and' | 'or';
      readonly of: readonly Node[];
      readonly number: number;
      readonly over: readonly number[];
    };

/** What always holds, and what never does. */
const ALWAYS: Node = { kind: 'and', of: [], number: -1, over: [] };
const NEVER: Node = { kind: 'or', of: [], number: -1, over: [] };

/**
 * Formulas made ready to be searched: each linear part a row `Σ times × unknown ≥ least`, laid out flat. Unknowns are
 * named by their place; after those that were given come sums that some rows would have above and others below a line:
 * by the parts of such a sum alone, its ends would only creep towards each other.
 */
export interface Compiled {
  readonly names: readonly string[];
  /** The rows that make those sums what they are. */
  readonly sums: readonly number[];
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Where each row's members begin, and, after the last, where they end. */
  readonly start: Int32Array;
  readonly of: Int32Array;
  readonly times: Float64Array;
  readonly atLeast: Float64Array;
  /** For each unknown, the rows that can reach less far where its lower end rises, and where its upper end falls. */
  readonly onLeast: readonly Int32Array[];
  readonly onMost: readonly Int32Array[];
  /** How many `and` and `or` there are. */
  readonly nodes: number;
  /** The formulas, in the order in which they were given. */
  readonly formulas: readonly Node[];
  /** Whether every sum stays within what whole numbers hold exactly. */
  readonly exact: boolean;
}

/** Makes formulas over these unknowns ready to be searched. */
export function compile(unknowns: readonly Unknown[], formulas: readonly Formula[]): Compiled {
  const draft = new Draft(unknowns);
  const nodes = formulas.map((formula) => draft.node(formula));
  return draft.finish(nodes);
}

class Draft {
  private readonly place: ReadonlyMap<string, number>;
  private readonly start: number[] = [0];
  private readonly of: number[] = [];
  private readonly times: number[] = [];
  private readonly atLeast: number[] = [];
  private readonly known = new Map<string, number>();
  private nodes = 0;
  private exact = true;

  constructor(private readonly unknowns: readonly Unknown[]) {
    this.place = new Map(unknowns.map(({ name }, place) => [name, place]));
  }

  node(formula: Formula): Node {
    if (formula.kind === 'linear') return this.row(formula);
    const [nothing, all] = formula.kind === 'and' ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
    const parts = formula.of.map((part) => this.node(part)).filter((part) => part !== nothing);
    if (parts.includes(all)) return all;
    // A part of the same kind says its own parts.
    const flat = parts.flatMap((part) => (part.kind === formula.kind ? part.of : [part]));
    const [only] = flat;
    if (!only) return nothing;
    if (flat.length === 1) return only;
    return { kind: formula.kind, of: flat, number: this.nodes++, over: [] };
  }

  /** A node that says which unknowns it is over. */
  private sealed(node: Node): Node {
    if (node.kind === 'row') return node;
    const of = node.of.map((part) => this.sealed(part));
    return { ...node, of, over: this.overOf(of) };
  }

  private overOf(parts: readonly Node[]): readonly number[] {
    const over = new Set<number>();
    for (const part of parts) {
      if (part.kind !== 'row') for (const v of part.over) over.add(v);
      else for (let m = this.start[part.row]!; m < this.start[part.row + 1]!; m++) over.add(this.of[m]!);
    }
    return [...over];
  }

  /** A row with each unknown in it once, divided by what divides all its figures. */
  private row({ sum, least }: Extract<Formula, { kind: 'linear' }>): Node {
    const times = new Map<number, number>();
    for (const m of sum) {
      const place = this.place.get(m.of);
      if (place === undefined) throw new RangeError(`There is no unknown '${m.of}'.`);
      times.set(place, (times.get(place) ?? 0) + m.times);
    }
    const members = [...times].filter(([, n]) => n !== 0).sort(([a], [b]) => a - b);
    const divisor = members.reduce((d, [, n]) => greatestCommonDivisor(d, Math.abs(n)), 0) || 1;
    const bound = Math.ceil(least / divisor);
    let [low, high, size] = [0, 0, Math.abs(bound)];
    for (const [v, n] of members) {
      const { least: from, most: to } = this.unknowns[v]!;
      const [a, b] = [(n / divisor) * from, (n / divisor) * to];
      low += Math.min(a, b);
      high += Math.max(a, b);
      size += Math.max(Math.abs(a), Math.abs(b));
    }
    if (size > Number.MAX_SAFE_INTEGER) this.exact = false;
    else if (low >= bound) return ALWAYS;
    else if (high < bound) return NEVER;
    const key = `${bound} ${members.map(([v, n]) => `${v}:${n / divisor}`).join(' ')}`;
    const before = this.known.get(key);
    if (before !== undefined) return { kind: 'row', row: before };
    for (const [v, n] of members) {
      this.of.push(v);
      this.times.push(n / divisor);
    }
    this.start.push(this.of.length);
    this.known.set(key, this.atLeast.length);
    return { kind: 'row', row: this.atLeast.push(bound) - 1 };
  }

  finish(formulas: readonly Node[]): Compiled {
    const unknowns = [...this.unknowns];
    const sums = this.nameSums(unknowns);
    const onLeast: number[][] = unknowns.map(() => []);
    const onMost: number[][] = unknowns.map(() => []);
    for (let row = 0; row < this.atLeast.length; row++) {
      for (let m = this.start[row]!; m < this.start[row + 1]!; m++) {
        (this.times[m]! > 0 ? onMost : onLeast)[this.of[m]!]!.push(row);
      }
    }
    return {
      names: unknowns.map((u) => u.name),
      sums,
      least: Float64Array.from(unknowns, (u) => u.least),
      most: Float64Array.from(unknowns, (u) => u.most),
      start: Int32Array.from(this.start),
      of: Int32Array.from(this.of),
      times: Float64Array.from(this.times),
      atLeast: Float64Array.from(this.atLeast),
      onLeast: onLeast.map((rows) => Int32Array.from(rows)),
      onMost: onMost.map((rows) => Int32Array.from(rows)),
      nodes: this.nodes,
      formulas: formulas.map((node) => this.sealed(node)),
      exact: this.exact,
    };
  }

  /** Makes an unknown of each sum that rows would have on both sides of a line, and has those rows speak of it. */
  private nameSums(unknowns: Unknown[]): readonly number[] {
    const rows = this.atLeast.map((least, row) => {
      const [from, to] = [this.start[row]!, this.start[row + 1]!];
      const sign = this.times[from]! < 0 ? -1 : 1;
      const members = this.of.slice(from, to).map((v, i): Member => [v, sign * this.times[from + i]!]);
      return { row, least, sign, members, key: members.join(' ') };
    });
    const byKey = new Map<string, typeof rows>();
    for (const one of rows) if (one.members.length > 1) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
    const highest = (some: typeof rows, sign: number) =>
      some.reduce((most, one) => (one.sign === sign ? Math.max(most, one.least) : most), -Infinity);
    const crossing = [...byKey.values()].filter((some) => highest(some, 1) + highest(some, -1) > 0);
    const own = new Map<number, Member>();
    const named: Member[][] = [];
    for (const some of crossing) {
      const { members } = some[0]!;
      const ends = members.map(([v, n]) => [n * unknowns[v]!.least, n * unknowns[v]!.most] as const);
      const least = ends.reduce((sum, [a, b]) => sum + Math.min(a, b), 0);
      const most = ends.reduce((sum, [a, b]) => sum + Math.max(a, b), 0);
      const v = unknowns.push({ name: '', least, most }) - 1;
      for (const { row, sign } of some) own.set(row, [v, sign]);
      named.push([...members, [v, -1]], [...members.map(([of, n]): Member => [of, -n]), [v, 1]]);
    }
    if (named.length === 0) return [];
    this.of.length = this.times.length = 0;
    this.start.length = 1;
    const lay = (members: readonly Member[]) => {
      this.of.push(...members.map(([v]) => v));
      this.times.push(...members.map(([, n]) => n));
      this.start.push(this.of.length);
    };
    for (const { row, sign, members } of rows) {
      const sum = own.get(row);
      lay(sum ? [sum] : members.map(([v, n]): Member => [v, sign * n]));
    }
    return named.map((members) => {
      lay(members);
      return this.atLeast.push(0) - 1;
    });
  }
}

/** An unknown by its place, and how many times it counts. */
type Member = readonly [v: number, times: number];
