import { MUTATIONS } from './list.js';
import type { Trial } from './try-out.js';

/** Nobody reads a longer one: the most clauses that a counterexample's offer may have, or events its course. */
export const MOST_SIZE = 12;

/** How many of so many flaws have to be found: 19 of 20. */
export function neededOf(flaws: number): number {
  return Math.ceil(0.95 * flaws);
}

/** What is wrong with a run of trials, a sentence each; nothing where all is as it should be. */
export function faultsIn(trials: readonly Trial[]): readonly string[] {
  const flaws = trials.filter((trial) => trial.mutation !== undefined);
  const found = flaws.filter((trial) => trial.finding.found);
  const needed = neededOf(flaws.length);
  const asTheyAre = trials.filter((trial) => trial.mutation === undefined);
  return [
    ...asTheyAre.flatMap(({ finding, broke }) => {
      if (broke !== undefined) return [`The sources as they are could not be checked: ${broke}.`];
      return finding.found
        ? [`The sources as they are, with no flaw planted, are found wrong by "${finding.by ?? ''}".`]
        : [];
    }),
    ...flaws.flatMap(({ mutation, broke }) =>
      broke === undefined ? [] : [`'${mutation?.id ?? ''}' was not tried: ${broke}.`],
    ),
    ...(found.length < needed ? [`${found.length} of ${flaws.length} flaws were found; ${needed} have to be.`] : []),
    ...found.flatMap(({ mutation, finding: { size } }) => {
      if (size !== undefined && size <= MOST_SIZE) return [];
      const how = size === undefined ? 'without a counterexample' : `by a counterexample of size ${size}`;
      return [`'${mutation?.id ?? ''}' is found ${how}; the most is ${MOST_SIZE}.`];
    }),
  ];
}

/** The mutations of these ids, or all. Throws for an id that is none. */
export function chosen(ids: readonly string[]): typeof MUTATIONS {
  const unknown = ids.filter((id) => !MUTATIONS.some((mutation) => mutation.id === id));
  if (unknown.length > 0) throw new Error(`No flaw is called ${unknown.join(' or ')}.`);
  return ids.length === 0 ? MUTATIONS : MUTATIONS.filter(({ id }) => ids.includes(id));
}
