import type { Scenario, TalksEvent, TalksSnapshot } from 'sticking-points';

/** Talks so small that whatever can happen in them was written out by hand. */
export interface Tiny {
  readonly scenario: Scenario;
  /** What can be tried, under short names. */
  readonly events: Readonly<Record<string, TalksEvent>>;
  /** From each state, what can happen, and where it leads: `name > state`; what is not named is refused there. */
  readonly table: Readonly<Record<string, readonly string[]>>;
  readonly first: string;
  /** How many states there are, counted by hand. */
  readonly count: number;
  /** The state that a snapshot is in, by its name in the table: with what of the context matters. */
  readonly nameOf: (snapshot: Pick<TalksSnapshot, 'value' | 'context' | 'historyValue'>) => string;
}

/** Where a row of a table leads, by the name of the event. */
export function stepsOf(rows: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    rows.map((row) => {
      const [event = '', state = ''] = row.split(' > ');
      return [event, state] as const;
    }),
  );
}
