import type { TalksEvent } from 'sticking-points';
import { begunOn } from './begun.js';
import { isBody } from './deal.js';
import { turnOf } from './promised.js';
import { foundOn, type Carried } from './told.js';
import { deciderOf, isDecided } from './votes.js';

type Found = Extract<TalksEvent, { readonly type: 'breach.found' }>;

/** Those between whom talks are: the two whose deal it is. */
export const BETWEEN: readonly string[] = ['north', 'south'];

/** Whether something stands against a finding that promised talks were not held: it is for bodies, once there was something to hold. */
export function isAgainstNotHeld(model: Carried, event: Found): boolean {
  const { obligation: id, by, against = [] } = event;
  if (!isBody(by) || !against.every((one) => BETWEEN.includes(one)) || foundOn(model, id) !== null) return true;
  return !isUnheld(model, id) || !isDecided(deciderOf(model.deal, event).body, event.votes);
}

/** Whether talks were to be held by now, or were begun, and have not been settled in time. */
function isUnheld(model: Carried, id: string): boolean {
  const { begin, end } = model.deal.talks[id]!;
  const [from, until] = [begin, end].map((one) => (one ? begunOn(model, one) : null));
  const settled = turnOf(model, id) === 'settled' ? settledOn(model, id) : null;
  if (settled !== null && !(until !== null && until! < settled)) return false;
  const isDue = begin === undefined || (from !== null && from! <= model.day);
  return isDue || (until !== null && until! < model.day) || turnOf(model, id) !== undefined;
}

/** The day on which talks were last told to be settled. */
function settledOn({ told, deal }: Carried, id: string): number | null {
  const on = deal.talks[id]?.on;
  const last = told.findLast(({ event, phase }) =>
    on === undefined
      ? event.type === 'promisedTalks.settled' && event.talks === id
      : event.type === 'nextPhase.settled' && phase === on - 1,
  );
  return last?.day ?? null;
}
