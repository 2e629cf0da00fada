/** The parties of every deal that is drawn, the two that make it first. */
export const PARTIES = ['north', 'south', 'east'] as const;
export type Party = (typeof PARTIES)[number];

/** The bodies of every deal: how each decides is drawn. */
const BODIES = ['board', 'panel'] as const;
export type BodyId = (typeof BODIES)[number];
export const isBody = (id: string): id is BodyId => BODIES.some((body) => body === id);

/** A body that decides by all its members, by more for than against, or by so many votes; its chair votes as others do. */
export interface Body {
  readonly members: readonly Party[];
  readonly rule: 'unanimity' | 'majority' | number;
  readonly chair: Party | undefined;
}

/** The events that every text names. */
export type EventId = 'flood' | 'harvest' | 'start';

/** The day on which the deals are concluded, from which the model counts. */
export const CONCLUDED = '2030-03-01';

/** When something begins that hangs on no obligation: so many days after a day of the text or a date, or before it. */
export type Anchor =
  | { readonly on: number }
  | { readonly date: number }
  | { readonly flood: number }
  | { readonly harvest: number }
  | { readonly certified: number }
  | { readonly phase: number; readonly end: boolean; readonly after: number };

/** How much a total has to come to: so much, or such a share of all that is owed. */
type Reaches = number | { readonly parts: number; readonly outOf: number };

/** When something begins, as the model reads it. */
export type Begins =
  | Anchor
  | { readonly started: string; readonly after: number }
  | { readonly completed: string; readonly after: number }
  | { readonly found: string; readonly after: number }
  | { readonly total: readonly string[]; readonly reaches: Reaches; readonly after: number }
  | { readonly first: readonly Begins[] }
  | { readonly last: readonly Begins[] };

export function isAnchor(begins: Begins): begins is Anchor {
  return ['on', 'date', 'flood', 'harvest', 'certified', 'phase'].some((kind) => kind in begins);
}

/** Whether a begin hangs on an obligation. */
export function speaksOf(begins: Begins, id: string): boolean {
  if ('started' in begins) return begins.started === id;
  if ('completed' in begins) return begins.completed === id;
  if ('found' in begins) return begins.found === id;
  if ('total' in begins) return begins.total.includes(id);
  const parts = 'first' in begins ? begins.first : 'last' in begins ? begins.last : [];
  return parts.some((part) => speaksOf(part, id));
}

/** When an obligation begins, by what it and the one done together with it hang on, and what they come after. */
export function beginsOf({ duties }: Pick<Deal, 'duties'>, id: string): Begins {
  const others = Object.keys(duties).filter((other) => duties[other]?.concurrent === id);
  const together = [id, ...[duties[id]?.concurrent ?? []].flat(), ...others].map((one) => duties[one]!);
  const parts = together.flatMap(({ begins, following = [] }): Begins[] => [
    begins,
    ...following.map((completed): Begins => ({ completed, after: 0 })),
  ]);
  return parts.length > 1 ? { last: parts } : parts[0]!;
}

/** An obligation as the model reads it. */
export interface Duty {
  readonly kind: 'once' | 'refrain' | 'recurring' | 'level';
  /** Of a level: how its tonnes are meant. */
  readonly holds?: 'exactly' | 'at least' | 'at most';
  /** Of what recurs: once a phase, or so many days. */
  readonly every?: 'phase' | number;
  readonly strength: 'shall' | 'aims to' | 'may';
  readonly owedBy: Party | 'board';
  readonly to: Party | undefined;
  /** Which of the deal's instruments it stands in. */
  readonly instrument: 'pact' | 'annex' | 'other' | undefined;
  readonly verifier: BodyId | 'north' | undefined;
  /** Tonnes; one act, where there is none. */
  readonly tonnes: number | undefined;
  readonly begins: Begins;
  readonly within: number;
  /** By when it is to be done, where the text says that in place of how long it has. */
  readonly until?: Anchor;
  /** Those after which it comes, and the one together with which it is done. */
  readonly following?: readonly string[];
  readonly concurrent?: string;
  /** The obligations for whose performance fish is owed by the key, in place of tonnes. */
  readonly byKey?: readonly string[];
}

/**
 * A line of the exchange key: for so many of these together, or for all of these, so many crates of fish, or so many that are tied to
 * nothing.
 */
export interface KeyLine {
  readonly for: { readonly n: number | 'all'; readonly of: readonly Grain[] } | undefined;
  readonly gives: number;
}

/** Grain as a whole, or one kind of it. */
export type Grain = 'grain' | 'grain/wheat' | 'grain/rye';

export type Duties = Readonly<Record<string, Duty>>;

/** The duty of the board to report, under the id that the text gives it. */
export const REPORTS = 'board.reports';

/** Talks that are promised: on a phase, or on none. */
export interface Promised {
  readonly on?: number;
  readonly begin: Begins | undefined;
  readonly end: Begins | undefined;
  /** Whether the text says what holds should they come to nothing. */
  readonly isBackedUp: boolean;
}

/** The ways of making a phase longer that a text may give it. */
export const WAYS = ['by consent', 'by unit', 'pro rata', 'while talks continue'] as const;

/** A way of making a phase longer; days. */
export interface Way {
  readonly how: (typeof WAYS)[number];
  readonly unit: number | undefined;
  /** So many tonnes, counted from `beyond` on, of what goes in proportion to them. */
  readonly per: { readonly n: number; readonly beyond: number } | undefined;
  readonly cap: number | undefined;
  readonly times: number | undefined;
  /** Whether a condition is worded: only people can say whether it holds. */
  readonly isConditional: boolean;
}

/** Whether a phase grows longer in this way without anyone's word. */
export const goesByItself = ({ how, isConditional }: Way): boolean =>
  !isConditional && (how === 'pro rata' || how === 'while talks continue');

/** The rule by which the process lets any phase be made longer. */
export const LONGER = { rule: 'longer', days: 4, times: 2 } as const;

/** A phase of so many days, which begins with the end of the one before, or with the deal, unless the text words it. */
export interface Phase {
  readonly length: number;
  readonly begins: Begins | undefined;
  readonly ways: readonly Way[];
  /** Whether it is still to be negotiated. */
  readonly isToSettle: boolean;
}

/** A deal with a text as the model reads it. */
export interface Deal {
  readonly duties: Duties;
  readonly talks: Readonly<Record<string, Promised>>;
  /** How the undertakings of the pact hold, and which hold whatever becomes of the others. */
  readonly holds: 'whole' | 'part by part';
  readonly unaffected: readonly string[];
  /** Who may move each event; nobody, where none is named. */
  readonly movedBy: Readonly<Record<EventId, readonly string[]>>;
  /** What brings the harvest about, and the entry into force, where anything does beside a report. */
  readonly upon: { readonly harvest: Begins; readonly start: Anchor | undefined };
  readonly phases: readonly Phase[];
  readonly bodies: Readonly<Record<BodyId, Body>>;
  /** The exchange key, and whether it leaves rye outside; and how much grain there is, where the deal says so. */
  readonly key: {
    readonly lines: readonly KeyLine[];
    readonly isRyeOutside: boolean;
    readonly there: number | undefined;
  };
  /** Which of them certifies. */
  readonly certifier: BodyId;
}
