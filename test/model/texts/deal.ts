/** The parties of every deal that is drawn, the two that make it first. */
export const PARTIES = ['north', 'south', 'east'] as const;
export type Party = (typeof PARTIES)[number];

/** The day on which the deals are concluded, from which the model counts. */
export const CONCLUDED = '2030-03-01';

/** When something begins, as the model reads it. */
export type Begins =
  | { readonly on: number }
  | { readonly flood: number }
  | { readonly completed: string; readonly after: number }
  | { readonly found: string; readonly after: number }
  | { readonly certified: true }
  | { readonly total: readonly string[]; readonly reaches: number }
  | { readonly first: readonly Begins[] }
  | { readonly last: readonly Begins[] };

/** An obligation as the model reads it. */
export interface Duty {
  readonly kind: 'once' | 'refrain';
  readonly strength: 'shall' | 'aims to' | 'may';
  readonly owedBy: Party;
  readonly to: Party | undefined;
  readonly verifier: 'board' | 'north' | undefined;
  /** Tonnes; one act, where there is none. */
  readonly tonnes: number | undefined;
  readonly begins: Begins;
  readonly within: number;
}

export type Duties = Readonly<Record<string, Duty>>;

/** Talks promised on no phase. */
export interface Promised {
  readonly begin: Begins | undefined;
  readonly end: Begins | undefined;
}

/** A deal with a text as the model reads it. */
export interface Deal {
  readonly duties: Duties;
  readonly talks: Readonly<Record<string, Promised>>;
  /** How long its one phase lasts. */
  readonly lasts: number;
}
