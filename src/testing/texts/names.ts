import type { Scenario } from '../../scenario/scenario.js';

/** What triggers of a text may name, by id. */
export interface TextNames {
  readonly obligations: readonly string[];
  readonly events: readonly string[];
  readonly certifications: readonly string[];
}

/** An id for something of a text that is neither a term nor a party. */
export function freeId({ terms, parties }: Pick<Scenario, 'terms' | 'parties'>, wanted: string): string {
  let id = wanted;
  while (Object.hasOwn(terms, id) || Object.hasOwn(parties, id)) id += '-of-the-text';
  return id;
}
