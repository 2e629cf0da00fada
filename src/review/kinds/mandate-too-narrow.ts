import { lastDay } from '../../base/day.js';
import { listed } from '../../base/list.js';
import { knownSince } from '../../evidence/clocks.js';
import { mandateCovers, type Mandate } from '../../scenario/process.js';
import { actorLabel } from '../../obligations/actor-label.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/**
 * An offer that a party is reported to accept on a mandate too narrow for that: it takes one to negotiate, where approval at
 * home follows, and one to conclude, where none does; or one that it has put forward, and may only listen or explore. Of a
 * party of whose mandate nothing is reported, nothing is found.
 */
export function find(subject: Subject): readonly Found[] {
  const accepted = accepting(subject);
  const told = new Set(accepted.flatMap(({ clauses }) => clauses));
  return [...accepted, ...putForward(subject).filter(({ clauses }) => !clauses.some((one) => told.has(one)))];
}

function accepting(subject: Subject): readonly Found[] {
  const { scenario, offer, text } = subject;
  const answers = scenario.answers.filter(({ offer: of, answer }) => of === offer.id && answer === 'accepts');
  return answers.flatMap(({ party, citations, reported }): readonly Found[] => {
    const on = reported ?? knownSince(citations, scenario.sources);
    const needed: Mandate = Object.hasOwn(text.approvals, party) ? 'negotiate' : 'conclude';
    return tooNarrow(subject, { party, on, needed, does: 'is reported to accept this' });
  });
}

function putForward(subject: Subject): readonly Found[] {
  const { scenario, offer } = subject;
  const on = offer.put?.latest ?? offer.reported ?? knownSince(offer.citations, scenario.sources);
  return (offer.by?.value ?? []).flatMap((party) =>
    tooNarrow(subject, { party, on, needed: 'negotiate', does: 'has put this forward' }),
  );
}

interface Deed {
  readonly party: string;
  readonly on: string | undefined;
  readonly needed: Mandate;
  readonly does: string;
}

function tooNarrow(subject: Subject, { party, on, needed, does }: Deed): readonly Found[] {
  const held = mandateOf(subject, party, on);
  if (!held || mandateCovers(held, needed)) return [];
  const words = `Have it given a mandate to ${needed}${needed === 'conclude' ? `, or ${subjectToApproval(subject)}` : ''}.`;
  return [
    {
      severity: 'unclear',
      clauses: [`parties.${party}`],
      message: `${actorLabel(subject, party)} ${does}, on a mandate to ${held}. ${words}`,
      mend: { words },
      facts: { party, held, needed },
    },
  ];
}

/** What makes a mandate to negotiate enough: that the text names the approval, which a step of ratification may provide for. */
function subjectToApproval({ scenario }: Subject): string {
  const steps = scenario.process.ratification.map(({ body }) => `“${body}”`);
  return steps.length === 0
    ? 'make the deal subject to approval at home'
    : `let the text say that it needs the approval of ${listed(steps, 'or')}`;
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
