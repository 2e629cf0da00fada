import { lastDay } from '../../base/day.js';
import { knownSince } from '../../evidence/clocks.js';
import { mandateCovers, type Mandate } from '../../scenario/process.js';
import { actorLabel } from '../../obligations/actor-label.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/**
 * An offer that a party is reported to accept on a mandate too narrow for that: it takes one to negotiate, where approval at
 * home follows, and one to conclude, where none does. Of a party of whose mandate nothing is reported, nothing is found.
 */
export function find(subject: Subject): readonly Found[] {
  const { scenario, offer, text } = subject;
  const accepting = scenario.answers.filter(({ offer: of, answer }) => of === offer.id && answer === 'accepts');
  return accepting.flatMap(({ party, citations, reported }): readonly Found[] => {
    const on = reported ?? knownSince(citations, scenario.sources);
    const held = mandateOf(subject, party, on);
    const needed: Mandate = Object.hasOwn(text.approvals, party) ? 'negotiate' : 'conclude';
    if (!held || mandateCovers(held, needed)) return [];
    const words = `Have it given a mandate to ${needed}${needed === 'conclude' ? ', or make the deal subject to approval at home' : ''}.`;
    return [
      {
        severity: 'unclear',
        clauses: [`parties.${party}`],
        message: `${actorLabel(subject, party)} is reported to accept this, on a mandate to ${held}. ${words}`,
        mend: { words },
        facts: { party, held, needed },
      },
    ];
  });
}

/** The mandate that a delegation was last given by a day; else the most that a round which it took part in asked of it. */
function mandateOf({ scenario }: Subject, party: string, on: string | undefined): Mandate | undefined {
  const by = (day: string | undefined) => on === undefined || day === undefined || lastDay(day) <= lastDay(on);
  const given = scenario.timeline.flatMap(({ event, when, reported, citations }) => {
    if (event?.type !== 'mandate.given' || event.party !== party) return [];
    const day = when?.latest ?? reported ?? knownSince(citations, scenario.sources);
    return by(day) ? [event.mandate] : [];
  });
  const last = given.at(-1);
  if (last) return last;
  const asked = Object.values(scenario.process.rounds).flatMap(({ mandates, held }) => {
    const mandate = Object.hasOwn(mandates, party) ? mandates[party] : undefined;
    return mandate && by(held?.earliest) ? [mandate.value] : [];
  });
  return asked.reduce<Mandate | undefined>((most, one) => (most && mandateCovers(most, one) ? most : one), undefined);
}
