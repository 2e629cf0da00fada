import type { Formula } from '../positions/formula.js';
import type { Unknown } from './program.js';
import { rowOf, type Row, type Unknowns } from './row.js';

/** What is neither always nor never so: a row, or several parts, none of them of the kind they are in. */
export type Part = Row | { readonly kind: 'and' | 'or'; readonly of: readonly Part[] };

/** A formula between the ends of its unknowns, without what holds there in any case; `range` where doubles would round it. */
function partOf(formula: Formula, unknowns: Unknowns): boolean | Part | 'range' {
  if (formula.kind === 'linear') return rowOf(formula, unknowns);
  const { kind } = formula;
  const of: Part[] = [];
  for (const one of formula.of) {
    const part = partOf(one, unknowns);
    // A part that never holds settles an `and`, one that always does an `or`.
    if (part === 'range' || part === (kind === 'or')) return part;
    if (typeof part === 'boolean') continue;
    if (part.kind === kind) of.push(...part.of);
    else of.push(part);
  }
  return of.length > 1 ? { kind, of } : (of[0] ?? kind === 'and');
}

/** Unknowns between closer ends, with what is left to hold there. */
interface Narrowed {
  readonly unknowns: Unknowns;
  readonly part: true | Part;
}

/** Takes what must hold of one unknown alone as an end of it, until nothing is left that does. */
export function narrowed(must: readonly Formula[], given: Unknowns): Narrowed | false | 'range' {
  const unknowns = new Map(given);
  for (;;) {
    const part = partOf({ kind: 'and', of: must }, unknowns);
    if (part === false || part === 'range') return part;
    const ends = part === true ? [] : (part.kind === 'and' ? part.of : [part]).filter(isEnd);
    if (part === true || ends.length === 0) return { unknowns, part };
    const before = new Map(unknowns);
    for (const row of ends) {
      for (const [name, times] of row.sum) {
        const from = before.get(name)?.least ?? 0;
        const { least, most } = unknowns.get(name) ?? { least: 0, most: 0 };
        const closer: Unknown =
          times > 0
            ? { name, least: Math.max(least, from + row.least), most }
            : { name, least, most: Math.min(most, from - row.least) };
        if (closer.least > closer.most) return false;
        unknowns.set(name, closer);
      }
    }
  }
}

function isEnd(part: Part): part is Row {
  return part.kind === 'row' && part.sum.size === 1;
}
