import { greatestCommonDivisor } from '../../terms/decimal.js';
import type { Formula } from '../../positions/formula.js';
import type { Unknown } from '../program.js';
import { withNamedSums, type Member, type Row } from './named-sums.js';

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
  private readonly list: Row[] = [];
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
    this.known.set(key, this.list.length);
    const divided = members.map(([v, n]): Member => [v, n / divisor]);
    return { kind: 'row', row: this.list.push({ sum: divided, least: bound }) - 1 };
  }

  finish(formulas: readonly Node[]): Compiled {
    const { unknowns, rows, sums } = withNamedSums(this.unknowns, this.list);
    const onLeast: number[][] = unknowns.map(() => []);
    const onMost: number[][] = unknowns.map(() => []);
    const start = [0];
    for (const [row, { sum }] of rows.entries()) {
      for (const [v, times] of sum) (times > 0 ? onMost : onLeast)[v]!.push(row);
      start.push(start[row]! + sum.length);
    }
    const members = rows.flatMap(({ sum }) => sum);
    return {
      names: unknowns.map((u) => u.name),
      sums,
      least: Float64Array.from(unknowns, (u) => u.least),
      most: Float64Array.from(unknowns, (u) => u.most),
      start: Int32Array.from(start),
      of: Int32Array.from(members, ([v]) => v),
      times: Float64Array.from(members, ([, times]) => times),
      atLeast: Float64Array.from(rows, (row) => row.least),
      onLeast: onLeast.map((rows) => Int32Array.from(rows)),
      onMost: onMost.map((rows) => Int32Array.from(rows)),
      nodes: this.nodes,
      formulas: formulas.map((node) => sealed(node, rows)),
      exact: this.exact,
    };
  }
}

/** A node that says which unknowns it is over. */
function sealed(node: Node, rows: readonly Row[]): Node {
  if (node.kind === 'row') return node;
  const of = node.of.map((part) => sealed(part, rows));
  const over = of.flatMap((part) => (part.kind === 'row' ? rows[part.row]!.sum.map(([v]) => v) : part.over));
  return { ...node, of, over: [...new Set(over)] };
}
