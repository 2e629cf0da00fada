import { pushAll } from '../base/list.js';
import { firstDay, lastDay } from '../base/day.js';
import { idsOf } from '../base/ids.js';
import { fault, type Fault } from '../base/fault.js';
import { unknownId } from '../positions/checks.js';
import { checkOffer } from './check-offer.js';
import { eventReferenceFaults, offerIn } from './event-references.js';
import type { Scenario } from './scenario.js';

/** Every id in the events of a time line that names nothing; an offer that one of them brings in is known to those after it. */
export function timelineFaults(scenario: Scenario): readonly Fault[] {
  let known = scenario;
  return scenario.timeline.flatMap(({ event, when, reported }, i) => {
    if (when?.earliest !== undefined && reported !== undefined && lastDay(reported) < firstDay(when.earliest)) {
      const { earliest } = when;
      const message = `What happened on ${earliest} cannot have been reported on ${reported}: one of the two is wrong.`;
      return [
        fault('scenario/reported-before', ['timeline', i, 'reported'], message, { on: earliest, reportedOn: reported }),
      ];
    }
    if (!event) return [];
    const path = ['timeline', i, 'event'];
    // Sources are looked for wherever citations stand, and so here already.
    const faults = eventReferenceFaults(scenario, event, path);
    const found: Fault[] = faults.filter((f) => f.code !== 'scenario/unknown-source');
    const offer = offerIn(event);
    if (typeof offer === 'string') {
      if (!Object.hasOwn(known.offers, offer)) {
        found.push(unknownId('offer', 'scenario/unknown-offer', [...path, 'offer'], offer, idsOf(known.offers)));
      }
    } else if (offer) {
      if (Object.hasOwn(known.offers, offer.id)) {
        const message = `There is an offer called '${offer.id}' already: name it by its id, or give the new one another.`;
        found.push(fault('scenario/id-taken', [...path, 'offer', 'id'], message, { id: offer.id }));
      } else {
        const checked = checkOffer(known, offer.id, offer);
        if (checked.ok) known = { ...known, offers: { ...known.offers, [offer.id]: checked.value } };
        else
          pushAll(
            found,
            checked.faults.map((f) => ({ ...f, path: [...path, 'offer', ...f.path] })),
          );
      }
    }
    return found;
  });
}
