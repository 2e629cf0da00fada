import type { TalksEvent } from 'sticking-points';
import { daysBetween } from '../../../src/base/day.js';
import { LASTS, STARTS, type Begins, type Duties, type Duty } from './drawn.js';

/** Something that was reported, on a day counted from the start. */
interface Told {
  readonly day: number;
  readonly event: TalksEvent;
}

/**
 * How a deal with a text stands: what has been told, in order, and the day. Written from what the guide and the docstrings
 * say that events and standings mean; everything is worked out anew from all that was told.
 */
export interface Carried {
  readonly duties: Duties;
  readonly told: readonly Told[];
  readonly day: number;
  readonly isOver: boolean;
}

/** How one obligation stands. */
export interface Stands {
  readonly standing: string;
  readonly settled: boolean;
  readonly owed: number;
  readonly done: number;
  readonly waived: number;
  readonly excused: number;
  readonly opens: number | null;
  readonly due: number | null;
}

type Of<T extends TalksEvent['type']> = Extract<TalksEvent, { readonly type: T }>;

export const started = (duties: Duties): Carried => ({ duties, told: [], day: 0, isOver: false });

/** What is told of one obligation by events of one type. */
function toldOf<T extends TalksEvent['type']>({ told }: Carried, type: T, id?: string) {
  return told.flatMap(({ day, event }) =>
    event.type === type && (id === undefined || ('obligation' in event && event.obligation === id))
      ? [{ day, event: event as Of<T> }] // its type is T, which the compiler does not follow
      : [],
  );
}

const owedOf = (duty: Duty): number => (duty.kind === 'refrain' ? 0 : (duty.tonnes ?? 1));

/** What one observer said, day by day, in all; the one whose word counts, where none is asked for. */
function saidOf(model: Carried, id: string, observer: string | undefined) {
  const by = new Map<string, { day: number; total: number }[]>();
  for (const { day, event } of toldOf(model, 'performance.reported', id)) {
    const who = event.observer ?? '';
    by.set(who, [...(by.get(who) ?? []), { day, total: event.amount as number }]); // drawn as a number
  }
  if (observer !== undefined) return by.get(observer) ?? [];
  const verifier = model.duties[id]?.verifier;
  if (verifier !== undefined && by.has(verifier)) return by.get(verifier) ?? [];
  let lowest: readonly { day: number; total: number }[] = [];
  for (const one of by.values()) {
    if (lowest.length === 0 || one.at(-1)!.total < lowest.at(-1)!.total) lowest = one;
  }
  return lowest;
}

/** What was let go: so much, or, where no figure is given, whatever was left; and how much of it without a figure. */
function letGo(model: Carried, id: string, observer: string | undefined) {
  let [waived, excused, rest] = [0, 0, 0];
  const done = saidOf(model, id, observer).at(-1)?.total ?? 0;
  for (const { event } of model.told) {
    if (event.type !== 'performance.waived' && event.type !== 'performance.excused') continue;
    if (event.obligation !== id) continue;
    const left = Math.max(0, owedOf(model.duties[id]!) - done - waived - excused);
    const figure = event.amount as number | undefined; // drawn so
    if (event.type === 'performance.waived') waived += figure ?? left;
    else excused += figure ?? left;
    if (figure === undefined) rest += left;
  }
  return { waived, excused, rest };
}

/**
 * The day since which what is still needed has been done, and not been taken back. What was let go without a figure is not
 * needed any more, and is not done by that either.
 */
function completedOn(model: Carried, id: string, observer: string | undefined): number | null {
  const { waived, excused, rest } = letGo(model, id, observer);
  const needed = owedOf(model.duties[id]!) - waived - excused + rest;
  return needed > 0 ? reachedOn(saidOf(model, id, observer), needed) : null;
}

function reachedOn(steps: readonly { day: number; total: number }[], needed: number): number | null {
  const lastBelow = steps.findLastIndex(({ total }) => total < needed);
  return steps[lastBelow + 1]?.day ?? null;
}

/** The day on which something begins; nothing as long as that has not come about. */
function begunOn(model: Carried, begins: Begins, observer: string | undefined): number | null {
  if ('on' in begins) return begins.on;
  if ('flood' in begins) {
    const [flood] = toldOf(model, 'event.happened');
    return flood ? flood.day + begins.flood : null;
  }
  if ('completed' in begins) {
    const day = completedOn(model, begins.completed, observer);
    return day === null ? null : day + begins.after;
  }
  if ('certified' in begins) return toldOf(model, 'certification.given')[0]?.day ?? null;
  if ('total' in begins) {
    const steps = begins.total.map((id) => saidOf(model, id, observer));
    const days = [...new Set(steps.flat().map(({ day }) => day))].sort((x, y) => x - y);
    const totals = days.map((day) => ({
      day,
      total: steps.reduce((sum, one) => sum + (one.findLast((step) => step.day <= day)?.total ?? 0), 0),
    }));
    return reachedOn(totals, begins.reaches);
  }
  const parts = ('first' in begins ? begins.first : begins.last).map((part) => begunOn(model, part, observer));
  const known = parts.filter((day) => day !== null);
  if ('first' in begins) return known.length > 0 ? Math.min(...known) : null;
  return known.length === parts.length ? Math.max(...known) : null;
}

/** How an obligation stands, as an observer sees it, or as it counts. */
export function standsOf(model: Carried, id: string, observer?: string): Stands {
  const duty = model.duties[id]!;
  const owed = owedOf(duty);
  const said = saidOf(model, id, observer);
  const done = said.at(-1)?.total ?? 0;
  const { waived, excused } = letGo(model, id, observer);
  const opens = begunOn(model, duty.begins, observer);
  const putOff = toldOf(model, 'performance.postponed', id).at(-1);
  const due = putOff ? daysBetween(STARTS, putOff.event.to) : opens === null ? null : opens + duty.within;
  const isDone = completedOn(model, id, observer) !== null;
  const standing = wordFor({ model, id, duty, owed, done, waived, excused, opens, due, isDone });
  const settled =
    standing !== 'breach found' && (['done', 'waived', 'excused', 'kept', 'binding'].includes(standing) || owed === 0);
  return { standing, settled, owed, done, waived, excused, opens, due };
}

interface Weighed extends Omit<Stands, 'standing' | 'settled'> {
  readonly model: Carried;
  readonly id: string;
  readonly duty: Duty;
  readonly isDone: boolean;
}

function wordFor({ model, id, duty, owed, done, waived, excused, opens, due, isDone }: Weighed): string {
  const has = (type: TalksEvent['type']) => toldOf(model, type, id).length > 0;
  const hasCome = opens !== null && opens <= model.day;
  const isPast = due !== null && due < model.day;
  if (isFound(model, id)) return 'breach found';
  const isSuspended = lastOf(model, id, ['performance.suspended', 'performance.resumed']) === 'performance.suspended';
  if (duty.kind === 'refrain') {
    if (has('performance.waived')) return 'waived';
    if (has('performance.excused')) return 'excused';
    if (isSuspended) return 'suspended';
    if (!hasCome) return 'waiting';
    return isPast ? 'kept' : 'binding';
  }
  const isClear = done + waived + excused >= owed;
  if (isDone) return 'done';
  if (waived > 0 && isClear) return 'waived';
  if (excused > 0 && isClear) return 'excused';
  if (isSuspended) return 'suspended';
  if (isWithheld(model, id)) return 'withheld';
  if (isPast) return duty.strength === 'shall' ? 'late' : 'not done';
  if (done > 0) return 'partly done';
  return hasCome ? 'open' : 'waiting';
}

/** The type of the last event of these about an obligation. */
function lastOf({ told }: Carried, id: string, types: readonly TalksEvent['type'][]) {
  return told.findLast(
    ({ event }) =>
      types.includes(event.type) &&
      (('obligation' in event && event.obligation === id) ||
        ('obligations' in event && event.obligations.includes(id))),
  )?.event.type;
}

const isWithheld = (model: Carried, id: string) =>
  lastOf(model, id, ['performance.withheld', 'performance.reported']) === 'performance.withheld';

const isFound = (model: Carried, id: string) => lastOf(model, id, ['breach.found', 'breach.cured']) === 'breach.found';

/** Who says that what is not kept, and has not said that it is again. */
function allegations({ told }: Carried): readonly string[] {
  const open = new Set<string>();
  for (const { event } of told) {
    if (event.type === 'breach.alleged') open.add(`${event.obligation} ${event.by ?? ''}`);
    if (event.type === 'breach.cured') open.delete(`${event.obligation} ${event.by ?? ''}`);
  }
  return [...open];
}

/** Where the talks stand then. */
export function stateOf(model: Carried): string {
  if (model.isOver) return 'fulfilled';
  return allegations(model).length > 0 ? 'carryingOut.inDispute' : 'carryingOut.phase1';
}

/** What an event comes to; refused, nothing. */
export function carriedOn(model: Carried, event: TalksEvent): Carried | undefined {
  if (model.isOver || isAgainst(model, event)) return undefined;
  const day = model.day + (event.type === 'days.passed' ? (event.days ?? 0) : 0);
  const after = { ...model, day, told: [...model.told, { day: model.day, event }] };
  return { ...after, isOver: isFulfilled(after, event.type === 'phase.ended') };
}

/** The phase is over and all that binds is settled; while something is in dispute, nothing ends. */
function isFulfilled(model: Carried, isEnded: boolean): boolean {
  if (allegations(model).length > 0 || (model.day < LASTS && !isEnded)) return false;
  return unsettled(model).length === 0;
}

const unsettled = (model: Carried): readonly string[] =>
  Object.keys(model.duties).filter((id) => model.duties[id]!.strength === 'shall' && !standsOf(model, id).settled);

function isNothingLeft(model: Carried, id: string): boolean {
  const { owed, done, waived, excused } = standsOf(model, id);
  return owed > 0 && done + waived + excused >= owed;
}

function isAgainst(model: Carried, event: TalksEvent): boolean {
  const { duties, day } = model;
  switch (event.type) {
    case 'performance.reported': {
      if (duties[event.obligation]!.kind === 'refrain') return true;
      const before = toldOf(model, 'performance.reported', event.obligation).findLast(
        (one) => one.event.observer === event.observer,
      );
      return before?.event.amount === event.amount;
    }
    case 'performance.waived':
    case 'performance.excused': {
      const { owedBy, isTo } = duties[event.obligation]!;
      const needs = event.type === 'performance.waived' && isTo ? (owedBy === 'north' ? 'south' : 'north') : undefined;
      return isNothingLeft(model, event.obligation) || (needs !== undefined && event.by?.includes(needs) !== true);
    }
    case 'performance.withheld':
      return isWithheld(model, event.obligation) || isNothingLeft(model, event.obligation);
    case 'performance.postponed': {
      const { owedBy, isTo } = duties[event.obligation]!;
      const needed = isTo ? ['north', 'south'] : [owedBy];
      if (!needed.every((party) => event.by.includes(party)) || isNothingLeft(model, event.obligation)) return true;
      const { opens, due } = standsOf(model, event.obligation);
      const to = daysBetween(STARTS, event.to);
      return due === null ? to < (opens ?? day) : to <= due;
    }
    case 'performance.suspended':
    case 'performance.resumed':
      return event.obligations.some((id) => {
        const last = lastOf(model, id, ['performance.suspended', 'performance.resumed']);
        return (last === 'performance.suspended') === (event.type === 'performance.suspended');
      });
    case 'breach.alleged':
    case 'breach.cured': {
      const isOpen = allegations(model).includes(`${event.obligation} ${event.by ?? ''}`);
      return isOpen === (event.type === 'breach.alleged');
    }
    case 'breach.found': {
      const finder = duties[event.obligation]!.verifier ?? 'board';
      return event.by !== finder || isFound(model, event.obligation) || !isCarried(event.by, event.votes);
    }
    case 'event.happened':
      return toldOf(model, 'event.happened').length > 0;
    case 'certification.given':
      return toldOf(model, 'certification.given').length > 0 || !isCarried('board', event.votes);
    case 'phase.ended':
      return allegations(model).length > 0 || day < LASTS || unsettled(model).length > 0;
    default:
      return false;
  }
}

/** The board decides by all its members; nobody else votes in it, and a party has no votes to count. */
function isCarried(by: string, votes: Readonly<Record<string, string>> | undefined): boolean {
  if (!votes) return true;
  if (by !== 'board') return false;
  const members = ['north', 'south'];
  return Object.keys(votes).every((one) => members.includes(one)) && members.every((one) => votes[one] === 'for');
}
