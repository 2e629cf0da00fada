import type { Formula } from '../../positions/formula.js';

/** A formula over unknowns by their place. */
export type Rule =
  | {
      readonly kind: 'linear';
      readonly of: readonly number[];
      readonly times: readonly number[];
      readonly least: number;
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Rule[] };

/** Whole-number intervals, one for each unknown. */
export interface Box {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** A box of its own with the same intervals. */
export function copyOf({ least, most }: Box): Box {
  return { least: least.slice(), most: most.slice() };
}

/** A formula with places for names; what is twice in a sum is added up. */
export function ruleOf(formula: Formula, placeOf: (name: string) => number): Rule {
  if (formula.kind !== 'linear') return { kind: formula.kind, of: formula.of.map((part) => ruleOf(part, placeOf)) };
  const sum = new Map<number, number>();
  for (const m of formula.sum) sum.set(placeOf(m.of), (sum.get(placeOf(m.of)) ?? 0) + m.times);
  const terms = [...sum].filter(([, n]) => n !== 0);
  return { kind: 'linear', of: terms.map(([of]) => of), times: terms.map(([, n]) => n), least: formula.least };
}

/** The same rule where some unknowns are settled: `placeOf` gives no place for those, whose values stand in the box. */
export function folded(rule: Rule, box: Box, placeOf: (place: number) => number | undefined): Rule {
  if (rule.kind !== 'linear') return { kind: rule.kind, of: rule.of.map((part) => folded(part, box, placeOf)) };
  const [of, times]: [number[], number[]] = [[], []];
  let least = rule.least;
  rule.of.forEach((place, i) => {
    const to = placeOf(place);
    if (to === undefined) least -= (rule.times[i] ?? 0) * (box.least[place] ?? 0);
    else {
      of.push(to);
      times.push(rule.times[i] ?? 0);
    }
  });
  return { kind: 'linear', of, times, least };
}

/** Whether a rule holds at every point of a box. May say no where it does: parts are looked at one by one. */
export function isCertain(rule: Rule, box: Box): boolean {
  if (rule.kind === 'linear') return endOf(rule, box, 'least') >= rule.least;
  return rule.kind === 'and' ? rule.of.every((r) => isCertain(r, box)) : rule.of.some((r) => isCertain(r, box));
}

/** Whether a rule may hold somewhere in a box. No is certain; yes is so at a single point. */
function isPossible(rule: Rule, box: Box): boolean {
  if (rule.kind === 'linear') return endOf(rule, box, 'most') >= rule.least;
  return rule.kind === 'and' ? rule.of.every((r) => isPossible(r, box)) : rule.of.some((r) => isPossible(r, box));
}

function endOf({ of, times }: Rule & { kind: 'linear' }, box: Box, end: 'least' | 'most'): number {
  let sum = 0;
  for (let i = 0; i < of.length; i++) {
    const n = times[i] ?? 0;
    sum += n * ((n > 0 === (end === 'most') ? box.most : box.least)[of[i] ?? 0] ?? 0);
  }
  return sum;
}

/** How often all rules are gone through before what still creeps is left to the search. */
const ROUNDS = 50;

/**
 * Narrows a box to where rules can hold, as far as intervals tell; false where they cannot. At a single point the answer
 * is exact. Bounds propagation (Harvey and Schimpf, "Bounds consistency techniques for long linear constraints", 2002).
 */
export function narrow(box: Box, rules: readonly Rule[]): boolean {
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const rule of rules) {
      const outcome = enforce(rule, box);
      if (outcome === 'impossible') return false;
      if (outcome === 'changed') changed = true;
    }
  }
  return true;
}

type Enforced = 'impossible' | 'changed' | 'same';

function enforce(rule: Rule, box: Box): Enforced {
  if (rule.kind === 'linear') return enforceLinear(rule, box);
  let parts = rule.of;
  if (rule.kind === 'or') {
    parts = parts.filter((part) => isPossible(part, box));
    if (parts.length === 0) return 'impossible';
    if (parts.length > 1) return 'same';
  }
  let outcome: Enforced = 'same';
  for (const part of parts) {
    const of = enforce(part, box);
    if (of === 'impossible') return of;
    if (of === 'changed') outcome = of;
  }
  return outcome;
}

function enforceLinear(rule: Rule & { kind: 'linear' }, box: Box): Enforced {
  const most = endOf(rule, box, 'most');
  if (most < rule.least) return 'impossible';
  const slack = most - rule.least; // what no unknown may take away by itself
  let outcome: Enforced = 'same';
  for (let i = 0; i < rule.of.length; i++) {
    const [v, n] = [rule.of[i] ?? 0, rule.times[i] ?? 0];
    const [low, high] = [box.least[v] ?? 0, box.most[v] ?? 0];
    if (Math.abs(n) * (high - low) <= slack) continue;
    const room = Math.floor(slack / Math.abs(n));
    if (n > 0) box.least[v] = high - room;
    else box.most[v] = low + room;
    outcome = 'changed';
  }
  return outcome;
}
