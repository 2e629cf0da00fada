import { actorLabel } from '../../obligations/actor-label.js';
import { phaseOf } from '../../obligations/course.js';
import { goesByItself } from '../../obligations/extension.js';
import { nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/**
 * A phase whose content is still to be negotiated, or with the talks on which the one before it may go on, with no talks promised
 * on it; and talks of one party alone, or of nobody.
 */
export function find(subject: Subject): readonly Found[] {
  return [...ofPhases(subject), ...ofExtensions(subject), ...ofOne(subject)];
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

/** A phase that is to go on while talks continue of which the text says nothing: on a phase that there may be, and that is settled. */
function ofExtensions({ scenario, offer, text }: Subject): readonly Found[] {
  const promised = new Set(Object.values(text.talks).map(({ on }) => on));
  return Object.entries(text.phases).flatMap(([n, { extensions }]): readonly Found[] => {
    const next = Number(n) + 1;
    const isOpen = offer.phases[next - 1]?.toBeNegotiated?.value === true;
    const isOther = isOpen || promised.has(next) || next > scenario.space.phases.most;
    const isWhileTalks = extensions.some((one) => one.how === 'while talks continue' && goesByItself(one));
    if (isOther || !isWhileTalks || phaseOf(scenario, offer, Number(n), null).has === false) return [];
    const words = `Promise talks on phase ${next}, or let the phase be extended otherwise.`;
    return [
      {
        severity: 'unclear',
        clauses: [`phases.${n}`],
        message: `Phase ${n} may be extended while talks continue, and the text promises no talks on phase ${next}, nor leaves any of that to be negotiated. ${words}`,
        mend: { words },
        facts: { phase: Number(n), on: next },
      },
    ];
  });
}

/** Where a text does not say between whom, talks are those of all who make the deal. */
function ofOne(subject: Subject): readonly Found[] {
  return Object.entries(subject.text.talks).flatMap(([id, { between: named }]): readonly Found[] => {
    const between = named.length > 0 ? named : subject.scenario.agreement.of;
    const [only] = between;
    if (between.length > 1) return [];
    const clause = `talks.${id}`;
    if (only === undefined) return [ofNobody(subject, clause)];
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

function ofNobody(subject: Subject, clause: string): Found {
  const words = 'Say between whom they are to be held.';
  return {
    severity: 'unclear',
    clauses: [clause],
    message: `${nameOf(subject, clause)} are promised, and neither the text nor whose agreement the deal takes tells between whom. ${words}`,
    mend: { words },
    facts: { between: [] },
  };
}
