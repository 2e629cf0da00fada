import type { Arbitrary } from 'fast-check';
import type { Condition } from '../positions/condition.js';
import { isRecord, show } from '../base/plain.js';
import type { Scenario } from '../scenario/scenario.js';
import { fromSteps, inSteps } from '../terms/decimal.js';
import type { Quantity } from '../terms/term.js';
import { badOption, refuseOptions } from './bad-options.js';
import { fc } from './fast-check.js';

const PLANTED = /^conflict-(\d+)-/;

/**
 * Which positions of a drawn scenario were planted to exclude each other: each set is one that no offer meets together,
 * while without any one of it the rest can be met. Throws a `FaultError` with `testing/bad-option` for what holds no
 * positions.
 *
 * @example
 * fc.assert(fc.property(scenarios({ conflicts: 2 }), (drawn) => plantedConflicts(drawn).length === 2));
 */
export function plantedConflicts({ positions }: Pick<Scenario, 'positions'>): readonly (readonly string[])[] {
  if (!isRecord(positions)) {
    const message = `'positions' cannot be ${show(positions)}: give a scenario that was drawn.`;
    refuseOptions([badOption(['positions'], message, positions)]);
  }
  const sets = new Map<string, string[]>();
  for (const id of Object.keys(positions)) {
    const set = PLANTED.exec(id)?.[1];
    if (set !== undefined) sets.set(set, [...(sets.get(set) ?? []), id]);
  }
  return [...sets.values()];
}

/** A position planted against others. */
interface Planted {
  readonly party: string;
  readonly condition: Condition;
}

/** Drafts of so many sets of positions that exclude each other, by id, held by party after party. */
export function conflicts(scenario: Scenario, count: number): Arbitrary<Readonly<Record<string, Planted>>> {
  const parties = Object.keys(scenario.parties);
  const set = fc.tuple(excluding(scenario), fc.nat());
  return fc.array(set, { minLength: count, maxLength: count }).map((sets) =>
    Object.fromEntries(
      sets.flatMap(([conditions, first], n) =>
        conditions.map((condition, i) => {
          const party = parties[(first + i) % parties.length] ?? '';
          const rigidity = (first + i) % 2 === 0 ? 'red line' : 'demand';
          return [`conflict-${n + 1}-${i + 1}`, { party, title: 'a planted position', rigidity, condition }] as const;
        }),
      ),
    ),
  );
}

/** Conditions that no offer meets together, and all but any one of which some offer does. */
function excluding({ terms, space }: Scenario): Arbitrary<readonly Condition[]> {
  const wide = Object.entries(terms).flatMap(([id, term]) =>
    term.kind === 'quantity' && room(term) >= 1 ? [{ id, term }] : [],
  );
  const kinds: Arbitrary<readonly Condition[]>[] = [];
  if (wide.length > 0) kinds.push(fc.tuple(fc.constantFrom(...wide), fc.nat()).map(([one, at]) => apart(one, at)));
  const whole = wide.filter(({ term }) => term.step === 1);
  if (whole.length > 1) {
    const three = fc
      .tuple(fc.shuffledSubarray(whole, { minLength: 2, maxLength: 2 }), fc.nat())
      .map(([both, at]) => threeTogether(both, at));
    kinds.push(three, three); // where there can be any: few scenarios have two such terms
  }
  const flags = Object.keys(terms).filter((id) => terms[id]?.kind === 'flag' && terms[id].scope === 'deal');
  if (flags.length > 0) {
    kinds.push(fc.constantFrom(...flags).map((of) => [true, false].map((is) => ({ kind: 'flag', of, is }) as const)));
  }
  if ((space.days ?? Infinity) >= 1) {
    kinds.push(
      fc.integer({ min: 1, max: space.days ?? 60 }).map((line) => [
        { kind: 'length', op: '>=', line, unit: 'days' },
        { kind: 'length', op: '<', line, unit: 'days' },
      ]),
    );
  }
  // Where all is settled beforehand, only what nothing meets is left.
  return kinds.length === 0 ? fc.constant([{ kind: 'any', of: [] }]) : fc.oneof(...kinds);
}

interface Wide {
  readonly id: string;
  readonly term: Quantity;
}

/** How many steps a total may lie above its least. */
function room({ bounds, step }: Quantity): number {
  return bounds.most === undefined ? 20 : Math.round(inSteps(bounds.most, step) - inSteps(bounds.least, step));
}

/** A figure of the term above its least. */
function above({ term }: Wide, at: number): number {
  return fromSteps(inSteps(term.bounds.least, term.step) + 1 + (at % room(term)), term.step);
}

function total({ id, term }: Wide) {
  return { of: id, ...(term.scope === 'phase' && { in: 'total' as const }) };
}

function apart(one: Wide, at: number): readonly Condition[] {
  const line = above(one, at);
  return [
    { kind: 'compare', ...total(one), op: '>=', line },
    { kind: 'compare', ...total(one), op: '<', line },
  ];
}

/** Each two of them go together: so much of one, so much of another, and less than both make. */
function threeTogether([one, other]: readonly Wide[], at: number): readonly Condition[] {
  if (!one || !other) return [];
  const [first, second] = [above(one, at), above(other, Math.floor(at / 7))];
  return [
    { kind: 'compare', ...total(one), op: '>=', line: first },
    { kind: 'compare', ...total(other), op: '>=', line: second },
    { kind: 'compare', ...total(one), plus: [total(other)], op: '<', line: first + second },
  ];
}
