import { actorLabel } from '../../obligations/actor-label.js';
import { nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A phase whose content is still to be negotiated, with no talks promised on it; and talks that one party has with itself. */
export function find(subject: Subject): readonly Found[] {
  return [...ofPhases(subject), ...ofOne(subject)];
}

function ofPhases({ offer, text }: Subject): readonly Found[] {
  const promised = new Set(Object.values(text.talks).map(({ on }) => on));
  return offer.phases.flatMap(({ toBeNegotiated }, i): readonly Found[] => {
    const phase = i + 1;
    if (toBeNegotiated?.value !== true || promised.has(phase)) return [];
    const words = 'Promise talks on it, with a day by which they begin and end, and what holds otherwise.';
    return [
      {
        severity: 'unclear',
        clauses: [`phases.${phase}`],
        message: `What phase ${phase} holds is still to be negotiated, and the text promises no talks on it. ${words}`,
        mend: { words },
        facts: { phase },
      },
    ];
  });
}

/** Where a text does not say between whom, talks are those of all who make the deal. */
function ofOne(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.talks).flatMap(([id, { between }]): readonly Found[] => {
    const [only] = between;
    if (only === undefined || between.length > 1) return [];
    const clause = `talks.${id}`;
    const words = 'Name another with whom it is to hold them.';
    return [
      {
        severity: 'unclear',
        clauses: [clause],
        message: `${nameOf(subject, clause)} are talks of ${actorLabel(subject, only)} alone, with nobody to hold them with. ${words}`,
        mend: { words },
        facts: { between },
      },
    ];
  });
}
