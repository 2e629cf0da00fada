import type { Formula } from '../../positions/formula.js';
import { layoutOf, type Scenario } from '../../scenario/scenario.js';
import { optionName } from '../../terms/layout.js';
import { choiceAt } from '../../terms/term.js';

/** A choice, in a phase where it is one of each phase. */
export interface ChoicePlace {
  readonly term: string;
  readonly phase: number | undefined;
}

/** The place of each choice of a scenario. */
export function choicePlaces({ terms, space }: Scenario): readonly ChoicePlace[] {
  const phases = Array.from({ length: space.phases.most }, (_, i) => i + 1);
  return Object.entries(terms).flatMap(([term, { kind, scope }]) =>
    kind === 'choice' ? (scope === 'deal' ? [undefined] : phases).map((phase) => ({ term, phase })) : [],
  );
}

/** What may be so of a choice of each phase: that there is no such phase. */
export const NO_PHASE = Symbol('no such phase');

/** The options of a choice with which a formula may hold, each looked at alone and with everything else left free. */
export function optionsLeft(scenario: Scenario, formula: Formula, { term, phase }: ChoicePlace): ReadonlySet<unknown> {
  const layout = layoutOf(scenario);
  const { options } = choiceAt(scenario.terms, term);
  const all: readonly unknown[] = [...Object.keys(options), ...(phase === undefined ? [] : [NO_PHASE])];
  const mayHold = (chosen: unknown) => {
    const fixed = new Map(Object.keys(options).map((o) => [optionName(term, o, phase), o === chosen ? 1 : 0] as const));
    const endOf = (name: string, end: 'least' | 'most') =>
      fixed.get(name) ?? layout.variables[layout.at[name] ?? -1]?.[end] ?? 0;
    const may = (part: Formula): boolean => {
      if (part.kind !== 'linear') return part.kind === 'and' ? part.of.every(may) : part.of.some(may);
      const most = part.sum.map((m) => m.times * endOf(m.of, m.times > 0 ? 'most' : 'least'));
      return most.reduce((sum, n) => sum + n, 0) >= part.least;
    };
    return may(formula);
  };
  return new Set(all.filter(mayHold));
}

/** How many things may be so of a choice at all. */
export function optionsAtAll(scenario: Scenario, { term, phase }: ChoicePlace): number {
  return Object.keys(choiceAt(scenario.terms, term).options).length + (phase === undefined ? 0 : 1);
}
