import type { TalksEvent } from 'sticking-points';
import { isAgainst } from './against.js';
import type { Deal } from './deal.js';
import { goesOnWith, suspendedBy } from './instruments.js';
import { unsettled } from './standing.js';
import { allegations, type Carried } from './told.js';

export const started = (deal: Deal): Carried => ({ deal, told: [], day: 0, isOver: false });

/** Where the talks stand. */
export function stateOf(model: Carried): string {
  if (model.isOver) return 'fulfilled';
  return allegations(model).length > 0 ? 'carryingOut.inDispute' : 'carryingOut.phase1';
}

/** What an event comes to; refused, nothing. */
export function carriedOn(model: Carried, event: TalksEvent): Carried | undefined {
  if (model.isOver || isAgainst(model, event)) return undefined;
  const day = model.day + (event.type === 'days.passed' ? (event.days ?? 0) : 0);
  const about = aboutBy(model, event);
  const after = { ...model, day, told: [...model.told, { day: model.day, event, ...(about && { about }) }] };
  return { ...after, isOver: isFulfilled(after) };
}

/** The obligations that an event is about without naming them. */
function aboutBy(model: Carried, event: TalksEvent): readonly string[] | undefined {
  if (event.type === 'instrument.suspended') return suspendedBy(model, event);
  return event.type === 'instrument.resumed' ? goesOnWith(model, event.instrument) : undefined;
}

/** The phase is over and all that binds is settled; while something is in dispute, nothing ends. */
function isFulfilled(model: Carried): boolean {
  return allegations(model).length === 0 && model.day >= model.deal.lasts && unsettled(model).length === 0;
}
