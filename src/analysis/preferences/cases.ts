import { PHASES } from '../../terms/layout.js';
import { copyOf, folded, isCertain, narrow, ruleOf, type Box, type Rule } from './rules.js';
import type { ScoredSpace, Share } from './scored-space.js';

/** Unknowns that hang together by rules, and do with no others: whatever is settled elsewhere, they may be settled alike. */
export interface Cluster {
  /** Their places in the program. */
  readonly places: readonly number[];
  readonly box: Box;
  /** By the order of `places`. */
  readonly rules: readonly Rule[];
  /** Those that some score speaks of: each by its number in `places`, with what it adds to the scores. */
  readonly scored: readonly { readonly at: number; readonly shares: readonly Share[] }[];
}

/** All deals with so many phases: what is settled by that, and the rest in clusters. */
export interface Case {
  readonly settled: Box;
  /** What a deal is worth to each party before the clusters add to it, by the shares that are settled. */
  readonly shares: readonly Share[];
  readonly clusters: readonly Cluster[];
}

/** The offer space, case by case; none where nothing can be so. */
export function casesOf({ program, shares }: ScoredSpace): readonly Case[] {
  const places = new Map(program.unknowns.map((unknown, place) => [unknown.name, place]));
  const placeOf = (name: string) => places.get(name) ?? -1;
  const rules = program.must.map((formula) => ruleOf(formula, placeOf));
  const box: Box = {
    least: Float64Array.from(program.unknowns, (unknown) => unknown.least),
    most: Float64Array.from(program.unknowns, (unknown) => unknown.most),
  };
  const phases = placeOf(PHASES);
  const found: Case[] = [];
  for (let n = box.least[phases] ?? 0; n <= (box.most[phases] ?? 0); n++) {
    const settled = copyOf(box);
    settled.least[phases] = settled.most[phases] = n;
    if (narrow(settled, rules)) found.push(caseOf(settled, rules, shares, placeOf));
  }
  return found;
}

function caseOf(
  settled: Box,
  rules: readonly Rule[],
  shares: readonly Share[],
  placeOf: (name: string) => number,
): Case {
  const isOpen = (place: number) => settled.least[place] !== settled.most[place];
  const left = rules.filter((rule) => !isCertain(rule, settled));
  const groups = new Groups(settled.least.length);
  for (const rule of left) groups.join([...placesIn(rule)].filter(isOpen));
  const byGroup = new Map<number, { readonly places: number[]; readonly rules: Rule[] }>();
  const groupAt = (place: number) => {
    const id = groups.of(place);
    const group = byGroup.get(id) ?? { places: [], rules: [] };
    byGroup.set(id, group);
    return group;
  };
  settled.least.forEach((_, place) => {
    if (isOpen(place)) groupAt(place).places.push(place);
  });
  for (const rule of left) {
    const place = [...placesIn(rule)].find(isOpen);
    // Narrowing leaves no rule uncertain whose unknowns are all settled: it would have been impossible.
    if (place !== undefined) groupAt(place).rules.push(rule);
  }
  const sharesAt = new Map<number, Share[]>();
  for (const share of shares) {
    const place = placeOf(share.unknown);
    sharesAt.set(place, [...(sharesAt.get(place) ?? []), share]);
  }
  return {
    settled,
    shares: shares.filter((share) => !isOpen(placeOf(share.unknown))),
    clusters: [...byGroup.values()].map(({ places, rules: own }): Cluster => {
      const at = new Map(places.map((place, i) => [place, i]));
      return {
        places,
        box: {
          least: Float64Array.from(places, (place) => settled.least[place] ?? 0),
          most: Float64Array.from(places, (place) => settled.most[place] ?? 0),
        },
        rules: own.map((rule) => folded(rule, settled, (place) => at.get(place))),
        scored: places.flatMap((place, i) => {
          const adds = sharesAt.get(place);
          return adds ? [{ at: i, shares: adds }] : [];
        }),
      };
    }),
  };
}

function placesIn(rule: Rule, found = new Set<number>()): ReadonlySet<number> {
  if (rule.kind === 'linear') for (const place of rule.of) found.add(place);
  else for (const part of rule.of) placesIn(part, found);
  return found;
}

/** Which things belong together, as they are joined one by one (Galler and Fischer, "An improved equivalence algorithm", 1964). */
class Groups {
  private readonly above: number[];

  constructor(size: number) {
    this.above = Array.from({ length: size }, (_, i) => i);
  }

  of(one: number): number {
    let top = one;
    while (this.above[top] !== top) top = this.above[top] ?? top;
    this.above[one] = top;
    return top;
  }

  join([first, ...others]: readonly number[]): void {
    if (first === undefined) return;
    for (const other of others) this.above[this.of(other)] = this.of(first);
  }
}
