import type { TalksEvent } from 'sticking-points';
import { partsOf as partsIn } from './circle.js';
import { speaksOf, type Begins } from './deal.js';
import { lasts, standsOf } from './standing.js';
import { dutyOf, foundOn, isSuspended, suspensionOf, type Carried } from './told.js';

type Suspended = Extract<TalksEvent, { readonly type: 'instrument.suspended' }>;

/** The pact takes its annex in by reference; nothing else is part of anything else. */
const partsOf = (instrument: string): readonly (string | undefined)[] =>
  instrument === 'pact' ? ['pact', 'annex'] : [instrument];

/**
 * What is suspended with an instrument when a breach is invoked: what stands in it between the two sides and is still to be
 * performed, all of it or what is tied to the breach. What was not kept stays owed, and so does what holds whatever happens.
 */
export function suspendedBy(model: Carried, { instrument, obligation: breach, by }: Suspended): readonly string[] {
  const { duties, unaffected, holds } = model.deal;
  const { owedBy: breaker } = dutyOf(model, breach);
  const invokes = (party: string) => by.includes(party);
  return Object.entries(duties).flatMap(([id, { instrument: of, owedBy, to, begins, until, following, byKey }]) => {
    if (id === breach || of === undefined || !partsOf(instrument).includes(of)) return [];
    if (instrument === 'pact' && unaffected.includes(id)) return [];
    const isBetween =
      (owedBy === breaker && (to === undefined || invokes(to))) || (invokes(owedBy) && (to ?? breaker) === breaker);
    const isTogether = duties[id]?.concurrent === breach || duties[breach]?.concurrent === id;
    const isTied =
      isTogether ||
      instrument !== 'pact' ||
      holds === 'whole' ||
      speaksOf(begins, breach) ||
      ([begins, ...(until ? [until] : [])].some(isOfHarvest) && speaksOf(model.deal.upon.harvest, breach)) ||
      following?.includes(breach) ||
      byKey?.includes(breach) === true;
    const { standing } = standsOf(model, id);
    const isOver =
      ['done', 'waived', 'excused', 'kept', 'not kept'].includes(standing) &&
      !(standing === 'done' && lasts(model, id));
    return isBetween && isTied && !isOver && !isSuspended(model, id) ? [id] : [];
  });
}

const isOfHarvest = (begins: Begins) => partsIn(begins).some((part) => 'harvest' in part);

/** Whether something stands against an instrument being suspended: no ground, or nobody who could invoke it. */
export function isAgainstSuspending(model: Carried, event: Suspended): boolean {
  const { instrument, obligation, by } = event;
  const { instrument: of, owedBy } = dutyOf(model, obligation);
  if (of === undefined || !partsOf(instrument).includes(of) || foundOn(model, obligation) === null) return true;
  // The pact names its parties, of which the third is none; its annex names nobody.
  const isBound = (party: string) => instrument !== 'pact' || party !== 'east';
  const mayInvoke = by.every((party) => party !== owedBy && isBound(party));
  return !mayInvoke || suspendedBy(model, event).length === 0;
}

/** What is suspended with an instrument, and would go on with it. */
export function goesOnWith(model: Carried, instrument: string): readonly string[] {
  return Object.keys(model.deal.duties).filter((id) => {
    const last = suspensionOf(model, id);
    return last?.type === 'instrument.suspended' && last.instrument === instrument;
  });
}
