import type { TalksEvent } from 'sticking-points';
import { daysBetween } from '../../../src/base/day.js';
import { CONCLUDED, type Deal, type Duty } from './deal.js';

/** Something that was reported, on a day counted from the conclusion. */
interface Told {
  readonly day: number;
  readonly event: TalksEvent;
  /** The obligations that were suspended by it, or went on, where it names an instrument. */
  readonly about?: readonly string[];
  /** The phase that was made longer by it, or that was under way while the next was talked of. */
  readonly phase?: number;
}

/**
 * How a deal with a text stands: what has been told, in order, and the day. Written from what the guide and the docstrings
 * say that events and standings mean; everything is worked out anew from all that was told.
 */
export interface Carried {
  readonly deal: Deal;
  readonly told: readonly Told[];
  readonly day: number;
  /** The days on which phases began, in order, and on which those that are over ended. */
  readonly began: readonly number[];
  readonly ended: ReadonlyMap<number, number>;
  /** How it ended; nothing while it is carried out. */
  readonly over: 'fulfilled' | 'lapsed' | 'superseded' | null;
  /** Whether talks were to begin on the next phase when the present one began. */
  readonly isToTalk: boolean;
  /** The deals that there are, by the ids of their offers, and which of them is carried out. */
  readonly offers: Readonly<Record<string, Deal>>;
  readonly offer: string;
  /** The offer that lies on the table, and who has said that they do not accept it. */
  readonly table: string | null;
  readonly against: readonly string[];
  /** The offer by which the next phase was settled, if it was. */
  readonly settled: string | null;
  /** What goes on of the deals that earlier phases followed, beside the one that the present phase does. */
  readonly beside: Pick<Deal, 'duties' | 'talks'>;
  /** What it made due, since it came into force, by the texts that it went by before. */
  readonly had: ReadonlySet<string>;
  /** The day on which the deal was last amended, and those since which obligations have been in it that it had not from the first. */
  readonly amended: number | null;
  /** The day since when the deal has gone by its offer, as it was told: at first, that on which it was concluded. */
  readonly since: number;
  /** The day on which it came into force, where that was before it was last amended: whatever brings that about by another text. */
  readonly started: number | null;
  readonly brought: ReadonlyMap<string, number>;
  /** What turns of what comes round asked that had fallen due before the deal was amended: by obligation, from the first on. */
  readonly fallen: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** The day that is taken for an entry into force which has none yet, in plans; no number, where only dates are asked for. */
  readonly supposed?: number;
}

/** The day on which something happened that is told today: today, unless it says that it was another. */
export function dayOf({ day }: Carried, event: TalksEvent): number {
  return event.on === undefined ? day : daysBetween(CONCLUDED, event.on);
}

/** How many days an event lets pass: up to a date, those from today on. */
export function daysOf({ day }: Carried, event: TalksEvent): number {
  if (event.type !== 'days.passed') return 0;
  return event.days ?? daysBetween(CONCLUDED, event.until) - day;
}

type Of<T extends TalksEvent['type']> = Extract<TalksEvent, { readonly type: T }>;

/** What is told by events of one type, of one obligation or any. */
export function toldOf<T extends TalksEvent['type']>({ told }: Carried, type: T, id?: string) {
  return told.flatMap(({ day, event }) =>
    event.type === type && (id === undefined || ('obligation' in event && event.obligation === id))
      ? [{ day, event: event as Of<T> }] // its type is T, which the compiler does not follow
      : [],
  );
}

/** The last event of these types about an obligation. */
function lastOf({ told }: Carried, id: string, types: readonly TalksEvent['type'][]): Told | undefined {
  return told.findLast(
    ({ event, about }) =>
      types.includes(event.type) &&
      (('obligation' in event && event.obligation === id && about === undefined) ||
        ('obligations' in event && event.obligations.includes(id)) ||
        about?.includes(id) === true),
  );
}

/** An obligation of the deal's. */
export const dutyOf = ({ deal }: Carried, id: string): Duty => deal.duties[id]!;

/** What suspended an obligation that is suspended, by itself or with an instrument. */
export function suspensionOf(model: Carried, id: string): TalksEvent | undefined {
  const last = lastOf(model, id, [
    'performance.suspended',
    'performance.resumed',
    'instrument.suspended',
    'instrument.resumed',
  ])?.event;
  return last?.type.endsWith('.suspended') ? last : undefined;
}

export const isSuspended = (model: Carried, id: string) => suspensionOf(model, id) !== undefined;

/** The first day of those through which it has been suspended up to now; a day on which it was put off begins them anew. */
export function suspendedSince(model: Carried, id: string): number | null {
  let since: number | null = null;
  let until: number | null = null;
  for (const { day, event, about } of model.told) {
    const isIt =
      about?.includes(id) ??
      (('obligation' in event && event.obligation === id) ||
        ('obligations' in event && event.obligations.includes(id)));
    if (!isIt) continue;
    if (event.type.endsWith('.suspended') && until !== null) [since, until] = [until === day ? since : day, null];
    if (event.type.endsWith('.suspended')) since ??= day;
    if (event.type.endsWith('.resumed')) until = day;
    if (event.type === 'performance.postponed' && event.occurrence === undefined && since !== null) since = day;
  }
  return until === null ? since : null;
}

/** Who has found that it was not kept, as long as that stands. */
export const finderOf = (model: Carried, id: string): string | null => findingOf(model, id).by;

/** The day on which an obligation was found not kept, if that has not been cured since. */
export function foundOn(model: Carried, id: string): number | null {
  return findingOf(model, id).found;
}

/** What was found stands while anybody alleges it, unless who found it takes that back. */
function findingOf({ told }: Carried, id: string) {
  let finding: { readonly by: string; readonly day: number } | null = null;
  let cured: number | null = null;
  for (const [i, { day, event }] of told.entries()) {
    if (!('obligation' in event) || event.obligation !== id) continue;
    if (event.type === 'breach.found') finding = { by: event.by, day };
    if (event.type !== 'breach.cured' || finding === null) continue;
    const isAlleged = allegations({ told: told.slice(0, i + 1) }).some((one) => one.startsWith(`${id} `));
    if (isAlleged && event.by !== finding.by) continue;
    [finding, cured] = [null, day];
  }
  return { found: finding?.day ?? null, by: finding?.by ?? null, cured };
}

/** The day on which what had been found was last cured; nothing where nothing was. */
export function curedOn(model: Carried, id: string): number | null {
  return findingOf(model, id).cured;
}

/** Whether an obligation was ever found not kept. */
export const wasFound = (model: Carried, id: string) => toldOf(model, 'breach.found', id).length > 0;

/** Who says that what is not kept, and has not said that it is again. */
export function allegations({ told }: Pick<Carried, 'told'>): readonly string[] {
  const open = new Set<string>();
  for (const { event } of told) {
    if (event.type === 'breach.alleged') open.add(`${event.obligation} ${event.by ?? ''}`);
    if (event.type === 'breach.cured') open.delete(`${event.obligation} ${event.by ?? ''}`);
  }
  return [...open];
}

/** The day to which an obligation was last put off: as a whole, or one turn of it. */
export function putOffTo(model: Carried, id: string, turn?: number): number | null {
  const last = toldOf(model, 'performance.postponed', id).findLast(({ event }) => event.occurrence === turn);
  return last ? daysBetween(CONCLUDED, last.event.to) : null;
}

/**
 * A last day, or that of a turn, with the days added through which its obligation was suspended, after it opened and before that
 * had passed.
 */
export function restedFrom(model: Carried, id: string, opens: number | null, last: number, turn?: number): number {
  let [day, since]: [number, number | null] = [last, null];
  // What was agreed on when it was last put off counts all that had been before.
  const fixed = model.told.findLastIndex(
    ({ event }) =>
      event.type === 'performance.postponed' &&
      event.obligation === id &&
      (event.occurrence === undefined || event.occurrence === turn),
  );
  const goOn = (on: number) => {
    const from = Math.max(since ?? on, opens ?? -Infinity);
    if (from <= day) day += Math.max(0, on - from);
  };
  for (const [i, { day: on, event, about }] of model.told.entries()) {
    const isMeant = ('obligations' in event && event.obligations.includes(id)) || about?.includes(id) === true;
    if (i === fixed && since !== null) since = Math.max(since, on);
    if (isMeant && event.type.endsWith('.suspended')) since ??= on;
    if (!isMeant || !event.type.endsWith('.resumed')) continue;
    if (i > fixed) goOn(on);
    since = null;
  }
  if (since !== null) goOn(model.day);
  return day;
}
