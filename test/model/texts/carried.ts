import type { TalksEvent } from 'sticking-points';
import { begunPhases, isAgainst, phaseMeant } from './against.js';
import { phaseEnd, phaseStart, startedOn } from './anchors.js';
import { agreedDay, amendedBy, broughtOn, fallenBy, hadBy, movedUp, tableAfter } from './amended.js';
import { begunOn, needsFinding } from './begun.js';
import type { Deal } from './deal.js';
import { endedAnew, extendedAnew } from './ended-anew.js';
import { goesOnWith, suspendedBy } from './instruments.js';
import { bySettled } from './settled.js';
import { unsettled } from './standing.js';
import { allegations, dayOf, daysOf, type Carried } from './told.js';

/** A deal that has just been concluded: whatever brings it into force may have happened by then. */
export const concluded = (deal: Deal, amendments: Readonly<Record<string, Deal>> = {}): Carried =>
  broughtUpTo({
    deal,
    offers: { deal, ...amendments },
    offer: 'deal',
    table: null,
    against: [],
    settled: null,
    beside: { duties: {}, talks: {} },
    had: new Set(),
    amended: null,
    since: 0,
    started: null,
    brought: new Map(),
    fallen: new Map(),
    told: [],
    day: 0,
    began: [],
    ended: new Map(),
    over: null,
    isToTalk: false,
  });

/** Where the talks stand. */
export function stateOf(model: Carried): string {
  if (model.over !== null) return model.over;
  if (allegations(model).length > 0) return 'carryingOut.inDispute';
  return model.began.length === 0 ? 'carryingOut.awaitingStart' : `carryingOut.phase${model.began.length}`;
}

/** What an event comes to; refused, nothing. */
export function carriedOn(model: Carried, event: TalksEvent): Carried | undefined {
  if (model.over !== null || isAgainst(model, event)) return undefined;
  if (event.type === 'deal.superseded') return { ...model, over: 'superseded' };
  const day = Math.max(model.day + daysOf(model, event), dayOf(model, event));
  const about = aboutBy(model, event);
  const phase = phaseOf(model, event);
  const after = {
    ...model,
    day,
    told: [...model.told, { day: dayOf(model, event), event, ...(about && { about }), ...(phase && { phase }) }],
  };
  // A phase begins no sooner than it is settled by words of its own, or where something else held until then.
  if (event.type === 'nextPhase.settled') {
    const isNoSooner = model.table !== null || isBackedUp(model);
    return broughtUpTo(tableAfter(after, event), isNoSooner ? agreedDay(after, event) : -Infinity);
  }
  if (event.type === 'phase.extended')
    return broughtUpTo({ ...after, ended: extendedAnew(model, after, phase!, dayOf(after, event)) });
  if (event.type !== 'agreement.concluded') return broughtUpTo(tableAfter(after, event));
  const since = agreedDay(after, event);
  const now = amendedBy(after, since);
  const anew = { ...now, ended: endedAnew(after, now, since), since: dayOf(after, event) };
  const amended = fallenBy(after, broughtUpTo(anew, since), since);
  return { ...amended, brought: new Map([...amended.brought, ...movedUp(after, amended, since)]) };
}

/** The phase that an event is about: made longer, or followed by another on which there are talks. */
function phaseOf(model: Carried, event: TalksEvent): number | undefined {
  if (event.type === 'phase.extended') return phaseMeant(model, event);
  return event.type.startsWith('nextPhase.') ? model.began.length : undefined;
}

/** The obligations that an event is about without naming them. */
function aboutBy(model: Carried, event: TalksEvent): readonly string[] | undefined {
  if (event.type === 'instrument.suspended') return suspendedBy(model, event);
  return event.type === 'instrument.resumed' ? goesOnWith(model, event.instrument) : undefined;
}

/**
 * Phases end, and others begin, as their days come, whatever is in dispute. A deal whose phases are all over is fulfilled
 * once all that binds is settled, and nothing is in dispute. By the words of an amendment nothing of that comes before the day
 * `from` on which those are in force.
 */
function broughtUpTo(model: Carried, from = -Infinity): Carried {
  if (startedOn(model) === null) return model;
  const { began, ended, day, deal } = model;
  const over = begunPhases(model).find((n) => !ended.has(n) && phaseEnd(model, n)! <= day);
  if (over !== undefined)
    return broughtUpTo({ ...model, ended: new Map([...ended, [over, Math.max(from, phaseEnd(model, over)!)]]) }, from);
  const next = deal.phases[began.length];
  const following = bySettled(model);
  const starts = next && startOfNext(following);
  const isToSettle = began.length > 0 && model.settled === null && next?.isToSettle === true;
  if (starts !== undefined && starts !== null && starts <= day && !isToSettle)
    return broughtUpTo(...begin(model, Math.max(from, starts), from));
  // Nothing is left of a deal whose next phase could begin, had it been settled, unless it says what holds otherwise.
  const couldBegin = starts !== undefined && starts !== null && starts <= day && ended.has(began.length);
  if (isToSettle && couldBegin)
    return { ...model, over: isBackedUp(model) || allegations(model).length > 0 ? null : 'lapsed' };
  const isKept = allegations(model).length === 0 && unsettled(model).length === 0;
  const isThrough = ended.size === deal.phases.length || isLeftOut(following);
  return { ...model, over: isThrough && isKept ? 'fulfilled' : null };
}

/** Whether talks are promised on the next phase, and it is said what holds should they come to nothing. */
const isBackedUp = ({ deal, began }: Carried): boolean =>
  Object.values(deal.talks).some(({ on, isBackedUp: holds }) => on === began.length + 1 && holds);

/** Whether all phases that have begun are over, and the next would begin only if something were found not kept. */
function isLeftOut(model: Carried): boolean {
  const { began, ended, deal } = model;
  const next = deal.phases[began.length];
  if (began.length === 0 || ended.size < began.length || !next?.begins) return false;
  return needsFinding(model, { phase: began.length + 1, end: false, after: 0 }, undefined);
}

/** With the next phase begun on a day; by the words of another deal that was settled for it nothing comes before that. */
function begin(model: Carried, on: number, from: number): [Carried, number] {
  const following = bySettled(model);
  const isToTalk = following.deal.phases[model.began.length + 1]?.isToSettle === true;
  const begun = { ...following, began: [...model.began, on], settled: null, isToTalk, had: hadBy(model) };
  if (following === model) return [begun, from];
  const then = fallenBy(model, { ...begun, since: on, day: on, brought: broughtOn(model, following.deal, on) }, on);
  const brought = new Map([...then.brought, ...movedUp(model, then, on)]);
  return [{ ...then, day: model.day, brought }, on];
}

/** When the next phase begins, once nothing is left to negotiate of it: as the text words it, or once the one before it is over. */
function startOfNext(model: Carried): number | null {
  const n = model.began.length + 1;
  const { begins } = model.deal.phases[n - 1]!;
  if (n > 1) return begins ? begunOn(model, begins) : (model.ended.get(n - 1) ?? null);
  return phaseStart(model, n);
}
