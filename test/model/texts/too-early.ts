import type { TalksEvent } from 'sticking-points';
import { startedOn } from './anchors.js';
import { nextPhaseOf, turnOf } from './promised.js';
import { dayOf, type Carried } from './told.js';

/**
 * Whether something is told of a day before that of what it is about: the conclusion, which is the first, or for the deal in
 * force, and its phases, its start; of talks that were opened, and came to something, that on which they were.
 */
export function isTooEarly(model: Carried, event: TalksEvent): boolean {
  const on = dayOf(model, event);
  switch (event.type) {
    case 'deal.started':
    case 'promisedTalks.opened':
      return on < 0;
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      return on < (turnOf(model, event.talks) === 'opened' ? lastOpened(model, event.talks) : 0);
    case 'deal.superseded':
    case 'nextPhase.opened':
      return on < (startedOn(model) ?? 0);
    case 'nextPhase.settled':
    case 'nextPhase.failed':
      return on < (nextPhaseOf(model) === 'underWay' ? lastOpened(model) : (startedOn(model) ?? 0));
    default:
      return false;
  }
}

/** The day on which talks were last opened: those of an id, or on the next phase. */
function lastOpened({ told }: Carried, id?: string): number {
  const opened = told.findLast(({ event }) =>
    id === undefined ? event.type === 'nextPhase.opened' : event.type === 'promisedTalks.opened' && event.talks === id,
  );
  return opened?.day ?? 0;
}
