import { startedOn } from './anchors.js';
import { dealBy, together } from './amended.js';
import { namedIn, partsOf } from './circle.js';
import { beginsOf, type Begins, type Deal } from './deal.js';
import type { Carried } from './told.js';

/**
 * The deal as it will be with the next phase: by the words of what was settled for it, beside which all goes on that the deal
 * had and that does not hang on that phase or a later one. Earlier phases go on by their own.
 */
export function bySettled(model: Carried): Carried {
  const { deal, offer, settled, began } = model;
  if (settled === null || settled === offer) return model;
  const next = began.length + 1;
  const to = dealBy(model, settled);
  const goesOn = Object.entries(deal.duties).filter(
    ([id]) => !Object.hasOwn(to.duties, id) && !hangsOnPhase(deal, id, next),
  );
  const beside = { duties: Object.fromEntries(goesOn), talks: deal.talks };
  const phases = to.phases.map((phase, i) => (i < began.length ? deal.phases[i]! : phase));
  return { ...model, offer: settled, deal: { ...together(beside, to), phases }, beside, started: startedOn(model) };
}

/** Whether an obligation waits for a phase, or for one after it, to begin or end, itself or by what it waits for. */
function hangsOnPhase(deal: Deal, id: string, phase: number): boolean {
  const waiting: Begins[] = [beginsOf(deal, id)];
  const duties = new Set<string>();
  let isHarvestIn = false;
  for (let begins = waiting.pop(); begins; begins = waiting.pop()) {
    for (const part of partsOf(begins).filter((one) => !('first' in one) && !('last' in one))) {
      if ('phase' in part && part.phase >= phase) return true;
      if ('harvest' in part && !isHarvestIn) waiting.push(deal.upon.harvest);
      isHarvestIn ||= 'harvest' in part;
      for (const other of namedIn(part).filter((one) => !duties.has(one))) {
        duties.add(other);
        const { until } = deal.duties[other]!;
        const isDone = 'completed' in part || 'total' in part;
        waiting.push(beginsOf(deal, other), ...(until && isDone ? [until] : []));
      }
    }
  }
  return false;
}
