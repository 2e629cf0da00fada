/** Something that must hold of the sources, whichever they are, looked for until an example of the contrary turns up. */
export interface Check {
  readonly title: string;
  /** The smallest contrary example that was come upon; nothing where none was. */
  run(): Counterexample | undefined;
}

/** An offer or a course of talks that comes out wrong. */
export interface Counterexample {
  readonly counterexample: string;
  /** How many clauses the offer has, or how many events the course. */
  readonly size: number;
}

/** What a process of its own says of the sources it was given, as JSON. */
export interface Finding {
  readonly found: boolean;
  /** The check that found something. */
  readonly by?: string;
  /** Absent where the library threw inside the check, which then had no counterexample to show. */
  readonly size?: number;
  readonly counterexample?: string;
}
