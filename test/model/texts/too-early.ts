import type { TalksEvent } from 'sticking-points';
import { startedOn } from './anchors.js';
import { nextPhaseOf, turnOf } from './promised.js';
import { allegations, dayOf, suspensionOf, type Carried } from './told.js';

/**
 * Whether something is told of a day before that of what it is about: the conclusion, which is the first, or for the deal in
 * force, and its phases, its start; of talks that were opened, and came to something, that on which they were.
 */
export function isTooEarly(model: Carried, event: TalksEvent): boolean {
  const on = dayOf(model, event);
  switch (event.type) {
    case 'deal.started':
      return on < 0;
    case 'promisedTalks.opened':
      return on < (turnOf(model, event.talks) === 'failed' ? lastTold(model, isTalks('failed', event.talks)) : 0);
    case 'promisedTalks.settled':
    case 'promisedTalks.failed':
      return on < (turnOf(model, event.talks) === 'opened' ? lastTold(model, isTalks('opened', event.talks)) : 0);
    case 'nextPhase.opened':
      if (nextPhaseOf(model) === 'failed') return on < lastTold(model, ({ type }) => type === 'nextPhase.failed');
      return on < (startedOn(model) ?? 0);
    case 'deal.superseded':
      return on < (startedOn(model) ?? 0);
    case 'nextPhase.settled':
    case 'nextPhase.failed':
      return on < (nextPhaseOf(model) === 'underWay' ? lastTold(model, isOpening) : (startedOn(model) ?? 0));
    case 'breach.cured': {
      const { obligation, by } = event;
      const isAlleged = allegations(model).includes(`${obligation} ${by ?? ''}`);
      return (
        on <
        lastTold(model, (told) =>
          isAlleged
            ? told.type === 'breach.alleged' && told.obligation === obligation && told.by === by
            : told.type === 'breach.found' && told.obligation === obligation,
        )
      );
    }
    case 'performance.resumed':
      return event.obligations.some((id) => on < suspendedOn(model, id));
    case 'instrument.suspended':
      return on < lastTold(model, (told) => told.type === 'breach.found' && told.obligation === event.obligation);
    case 'instrument.resumed':
      return Object.keys(model.deal.duties).some((id) => {
        const last = suspensionOf(model, id);
        const isIts = last?.type === 'instrument.suspended' && last.instrument === event.instrument;
        return isIts && on < suspendedOn(model, id);
      });
    default:
      return false;
  }
}

const isTalks =
  (how: 'opened' | 'failed', id: string) =>
  (told: TalksEvent): boolean =>
    'talks' in told && told.type === `promisedTalks.${how}` && told.talks === id;
const isOpening = ({ type }: TalksEvent) => type === 'nextPhase.opened';

/** The day of the last event of a kind, as it was told; of none, the first of all. */
function lastTold({ told }: Carried, isOne: (event: TalksEvent) => boolean): number {
  return told.findLast(({ event }) => isOne(event))?.day ?? 0;
}

/** The day on which something that is suspended was, as it was told. */
const suspendedOn = (model: Carried, id: string): number => {
  const last = suspensionOf(model, id);
  return last ? lastTold(model, (told) => told === last) : 0;
};
