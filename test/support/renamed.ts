import type { Scenario } from 'sticking-points';

/** How a scenario's parties, terms and positions are called otherwise; names that sort the other way round. */
export interface Renaming {
  /** Anything plain with these names in it. */
  readonly of: <T>(plain: T) => T;
  readonly name: (id: string) => string;
}

/** Other names for everything that a scenario's author names and that orders anything. */
export function renamingFor(scenario: Scenario): Renaming {
  const ids = [scenario.parties, scenario.terms, scenario.positions].flatMap((record) => Object.keys(record));
  const names = new Map([...ids].sort().map((id, i) => [id, `n${String(999 - i)}`]));
  // Names stand alone in their quotes, at the head of a path (`fir/men`), or after these words.
  const spoken = new RegExp(
    `"((?:score of )?)(${[...ids].sort((a, b) => b.length - a.length).join('|')})(?=["/])`,
    'g',
  );
  return {
    of: <T>(plain: T): T =>
      JSON.parse(
        JSON.stringify(plain).replace(spoken, (_, before: string, id: string) => `"${before}${names.get(id) ?? id}`),
      ) as T,
    name: (id) => names.get(id) ?? id,
  };
}

/** The same record, told from its end. */
export function reversed<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).reverse());
}
