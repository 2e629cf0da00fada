import { daysInMonths } from '../base/day.js';
import type { Tie } from '../base/tighten.js';
import type { Counts } from './count.js';
import { inSteps } from './decimal.js';
import {
  countName,
  flagName,
  lengthName,
  monthsName,
  optionName,
  phaseName,
  PHASE_LIMIT,
  PHASES,
  quantityName,
} from './layout.js';
import type { Layout, Variable } from './layout.js';
import type { Space } from './space.js';
import { pathsOf, type Choice, type Quantity, type Term, type Terms } from './term.js';

/** Lays out the offer space of a scenario. */
export function layOut(scenario: { readonly terms: Terms; readonly space: Space; readonly counts: Counts }): Layout {
  const plan = new Plan(scenario.space);
  for (const [id, term] of Object.entries(scenario.terms)) plan.addTerm(id, term);
  for (const id of Object.keys(scenario.counts)) plan.variable(countName(id), 0, Infinity);
  return plan.finish();
}

class Plan {
  private readonly variables: Variable[] = [];
  private readonly ties: Tie[] = [];
  private readonly inPhase: number[][];
  private readonly at: Record<string, number> = Object.create(null) as Record<string, number>;
  private readonly phases: readonly number[];
  private readonly months: readonly number[];

  constructor(space: Space) {
    const { least, most } = space.phases;
    this.phases = Array.from({ length: most }, (_, i) => i + 1);
    this.inPhase = [[], ...this.phases.map((): number[] => [])];
    this.variable(PHASES, least, most);
    for (const phase of this.phases) this.variable(phaseName(phase), phase <= least ? 1 : 0, 1, phase);
    this.tie([...this.phases.map((p) => [phaseName(p), 1] as const), [PHASES, -1]], 0, 0);
    for (const phase of this.phases.slice(1))
      this.tie(
        [
          [phaseName(phase - 1), 1],
          [phaseName(phase), -1],
        ],
        0,
      );
    this.addAmounts((phase) => lengthName(phase), 0, space.days ?? Infinity);
    const { days = Infinity } = space;
    // How far a length may lie from these months has to have an end to be said in a tie.
    this.months = (space.months ?? []).filter((n) => Number.isFinite(days) && daysInMonths(n).least <= days);
    for (const months of this.months) this.addMonths(months, days);
  }

  variable(name: string, least: number, most: number, phase?: number): void {
    this.at[name] = this.variables.length;
    if (phase !== undefined) this.inPhase[phase]?.push(this.variables.length);
    this.variables.push({ name, least, most });
  }

  addTerm(id: string, term: Term): void {
    switch (term.kind) {
      case 'quantity':
        return this.addQuantity(id, term);
      case 'flag':
        return this.addFlag(id, term.scope === 'phase' ? this.phases : [undefined]);
      case 'choice':
        return this.addChoice(id, term, term.scope === 'phase' ? this.phases : [undefined]);
    }
  }

  private addQuantity(id: string, term: Quantity): void {
    const least = inSteps(term.bounds.least, term.step);
    const most = term.bounds.most === undefined ? Infinity : inSteps(term.bounds.most, term.step);
    for (const path of pathsOf(id, term)) {
      const low = path === id ? least : 0;
      if (term.scope === 'deal') this.variable(path, low, most);
      else this.addAmounts((phase) => quantityName(path, phase), low, most);
    }
    for (const phase of term.scope === 'phase' ? [undefined, ...this.phases] : [undefined]) {
      this.addCategories(id, term, phase);
    }
  }

  /** A figure for each phase, and their total. A phase that a deal has not got holds nothing. */
  private addAmounts(name: (phase?: number) => string, least: number, most: number): void {
    this.variable(name(), least, most);
    for (const phase of this.phases) {
      const [low, high] = [Math.min(0, least), Math.max(0, most)];
      this.variable(name(phase), low, high, phase);
      if (Number.isFinite(high))
        this.tie(
          [
            [phaseName(phase), high],
            [name(phase), -1],
          ],
          0,
        );
      if (low < 0)
        this.tie(
          [
            [name(phase), 1],
            [phaseName(phase), -low],
          ],
          0,
        );
    }
    this.tie([...this.phases.map((phase) => [name(phase), 1] as const), [name(), -1]], 0, 0, [PHASE_LIMIT]);
  }

  /** Whether a length is worded in so many months. Of a deal of one phase, the phase and the whole are the same. */
  private addMonths(months: number, days: number): void {
    const { least, most } = daysInMonths(months);
    for (const phase of [undefined, ...this.phases]) {
      const [worded, length] = [monthsName(months, phase), lengthName(phase)];
      this.variable(worded, 0, 1, phase);
      const fewest = [
        [length, 1],
        [worded, -least],
      ] as const;
      const atMost = [
        [length, -1],
        [worded, Math.min(0, most - days)],
      ] as const;
      this.tie(fewest, 0);
      this.tie(atMost, -days);
    }
    for (const sign of [1, -1]) {
      this.tie(
        [
          [PHASES, 1],
          [monthsName(months), sign],
          [monthsName(months, 1), -sign],
        ],
        1,
      );
    }
  }

  private addCategories(id: string, term: Quantity, phase: number | undefined): void {
    const name = (category?: string) => quantityName(category === undefined ? id : `${id}/${category}`, phase);
    const plain = Object.keys(term.categories).filter((c) => !term.categories[c]?.of);
    if (plain.length > 0 && !term.overlap) {
      this.tie([[name(), 1], ...plain.map((c) => [name(c), -1] as const)], 0, term.complete ? 0 : undefined);
    } else {
      for (const c of plain) this.within(name(c), name());
      if (term.complete && plain.length > 0) this.tie([...plain.map((c) => [name(c), 1] as const), [name(), -1]], 0);
    }
    for (const [group, { of }] of Object.entries(term.categories)) {
      if (!of) continue;
      this.within(name(group), name());
      for (const member of of) this.within(name(member), name(group));
      this.tie([...of.map((m) => [name(m), 1] as const), [name(group), -1]], 0, term.overlap ? undefined : 0);
      if (term.complete && plain.every((c) => of.includes(c)))
        this.tie(
          [
            [name(), 1],
            [name(group), -1],
          ],
          0,
          0,
        );
    }
  }

  private addFlag(id: string, phases: readonly (number | undefined)[]): void {
    for (const phase of phases) {
      this.variable(flagName(id, phase), 0, 1, phase);
      if (phase !== undefined)
        this.tie(
          [
            [phaseName(phase), 1],
            [flagName(id, phase), -1],
          ],
          0,
        );
    }
  }

  private addChoice(id: string, term: Choice, phases: readonly (number | undefined)[]): void {
    for (const phase of phases) {
      const options = Object.keys(term.options).map((option) => optionName(id, option, phase));
      for (const option of options) this.variable(option, 0, 1, phase);
      const sum = options.map((option) => [option, 1] as const);
      if (phase === undefined) this.tie(sum, 1, 1);
      else this.tie([...sum, [phaseName(phase), -1]], 0, 0);
    }
  }

  /** One quantity is no more than another that holds it. */
  private within(part: string, whole: string): void {
    const sum: readonly (readonly [string, number])[] = [
      [whole, 1],
      [part, -1],
    ];
    this.tie(sum, 0);
  }

  private tie(
    sum: readonly (readonly [string, number])[],
    least: number,
    most?: number,
    leastFrom?: readonly number[],
  ): void {
    this.ties.push({
      sum: sum.map(([name, times]) => ({ of: this.at[name] ?? -1, times })),
      least,
      most,
      leastFrom,
    });
  }

  finish(): Layout {
    const tiesOf: number[][] = this.variables.map(() => []);
    this.ties.forEach((tie, t) => {
      for (const { of } of tie.sum) tiesOf[of]?.push(t);
    });
    const { variables, ties, inPhase, phases, months, at } = this;
    return { variables, ties, tiesOf, phases: phases.length, months, inPhase, at };
  }
}
