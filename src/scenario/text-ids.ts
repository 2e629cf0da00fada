import type { TriggerIds } from '../offers/text/trigger.js';

/** Every kind of id that a text may name: those of its scenario, and its own. */
export interface TextIds extends TriggerIds {
  readonly source: string;
  readonly party: string;
  /** Parties, bodies of the text, and others that it names. */
  readonly actor: string;
  readonly quantity: string;
  readonly count: string;
  readonly instrument: string;
  readonly key: string;
  /** Phases, by their figures. */
  readonly phase: string | number;
}

/** The ids under some headings of a text; none, where it has no such heading. */
export type IdsUnder<X, Heading extends string> = X extends { readonly [H in Heading]?: infer Clauses }
  ? KeysOf<Clauses>
  : never;

/** The keys of each of several records. */
export type KeysOf<R> = R extends unknown ? keyof R & string : never;

/**
 * What the clauses of a text `X` may name: `P`, `Q`, `S` and `C` are the parties, quantities, sources and counts of its scenario.
 * Of a text whose obligations are gathered in a record of any strings the compiler knows too little, and leaves it to the run.
 */
export type IdsIn<X, S extends string, P extends string, Q extends string, C extends string> =
  string extends IdsUnder<X, 'obligations'>
    ? TextIds
    : NamedIds<
        S,
        P,
        P | IdsUnder<X, 'bodies' | 'others'>,
        Q,
        C,
        IdsUnder<X, 'obligations'>,
        IdsUnder<X, 'events'>,
        IdsUnder<X, 'certifications'>,
        IdsUnder<X, 'instruments'>,
        IdsUnder<X, 'keys'>
      >;

/** The ids that a text may name, one by one: an interface of strings, so that messages of the compiler stay short. */
export interface NamedIds<
  S extends string,
  P extends string,
  A extends string,
  Q extends string,
  C extends string,
  O extends string,
  E extends string,
  Certified extends string,
  I extends string,
  K extends string,
> {
  readonly source: S;
  readonly party: P;
  readonly actor: A;
  readonly quantity: Q;
  readonly count: C;
  readonly obligation: O;
  readonly event: 'start' | `phase${number}` | `phase${number}.end` | E;
  readonly certification: Certified;
  readonly instrument: I;
  readonly key: K;
  readonly phase: number;
}

/** Records of which each belongs to one id, where not every id need have one. */
export type ByIds<Id extends string, V> = string extends Id ? Readonly<Record<string, V>> : { readonly [id in Id]?: V };
