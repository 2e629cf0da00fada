import { clausesOf } from '../offers/clauses.js';
import type { Formula, NamedMultiple } from '../positions/formula.js';
import type { Scenario } from '../scenario/scenario.js';
import { lengthName, quantityName } from '../terms/layout.js';
import { sayScope } from '../terms/scope.js';

/** What falls up to a phase, as one thing: a figure that people speak of, and no unknown of the offer space. */
export interface PhaseSum {
  /** `hostages/women up to phase 2`; of all phases, the name of the total. */
  readonly name: string;
  readonly path: string;
  readonly phase: number;
  /** The unknowns that it is the sum of. */
  readonly parts: readonly string[];
  /** Whether it is the total, which is an unknown already. */
  readonly isTotal: boolean;
}

/** Everything that falls up to some phase after the first, the most phases first. */
export function phaseSumsOf({ terms, space }: Pick<Scenario, 'terms' | 'space'>): readonly PhaseSum[] {
  const { most } = space.phases;
  const counts = Array.from({ length: Math.max(0, most - 1) }, (_, i) => most - i);
  const figures = clausesOf({ terms, space }).filter(({ term, phase }) => term.kind === 'quantity' && phase === most);
  const sumsOf = (path: string, name: (phase?: number) => string) =>
    counts.map((phase): PhaseSum => {
      const isTotal = phase === most;
      const parts = Array.from({ length: phase }, (_, i) => name(i + 1));
      return { name: isTotal ? name() : `${path}${sayScope({ upTo: phase })}`, path, phase, parts, isTotal };
    });
  return [
    ...sumsOf('length', lengthName),
    ...figures.flatMap(({ path }) => sumsOf(path, (phase) => quantityName(path, phase))),
  ];
}

/** A sum with what falls up to a phase as one thing in it, where all of that counts alike. */
export function gathered(sum: readonly NamedMultiple[], { name, parts }: PhaseSum): readonly NamedMultiple[] {
  const times = sum.find((m) => m.of === parts[0])?.times;
  if (times === undefined || times === 0 || sum.some((m) => m.of === name)) return sum;
  const own = sum.filter((m) => parts.includes(m.of));
  if (own.length !== parts.length || !own.every((m) => m.times === times)) return sum;
  return [{ of: name, times }, ...sum.filter((m) => !parts.includes(m.of))];
}

/** Those that some of these formulas speak of. */
export function spokenSums(sums: readonly PhaseSum[], formulas: readonly Formula[]): readonly PhaseSum[] {
  const spoken = new Set<PhaseSum>();
  const walk = (formula: Formula): void => {
    if (formula.kind !== 'linear') return formula.of.forEach(walk);
    sums.reduce((sum, one) => {
      const next = gathered(sum, one);
      if (next !== sum) spoken.add(one);
      return next;
    }, formula.sum);
  };
  formulas.forEach(walk);
  return sums.filter((one) => spoken.has(one));
}
