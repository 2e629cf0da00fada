import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** A phase whose content is still to be negotiated, with no talks promised on it. */
export function find({ offer, text }: Subject): readonly Found[] {
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
