import type { EventTemplate } from '../../machine/event-template.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { eventWords } from '../../testing/print/event-words.js';

/** What can happen, by type, in words. */
export const TYPE_WORDS: Readonly<Record<TalksEvent['type'], string>> = {
  'precondition.met': 'a precondition is met',
  'precondition.lapsed': 'a precondition is met no longer',
  'mandate.given': 'a party tells its delegation what it may do',
  'round.opened': 'a round opens',
  'round.closed': 'a round closes',
  'offer.recorded': 'an offer becomes known',
  'offer.tabled': 'an offer is put on the table',
  'offer.withdrawn': 'the offer is taken back',
  'answer.declared': 'a party answers the offer',
  'position.revised': 'a position changes, or is given up',
  'talks.suspended': 'the talks are broken off',
  'talks.resumed': 'the talks go on',
  'agreement.concluded': 'what was agreed in principle is concluded',
  'ratification.voted': 'a step of ratification is decided',
  'ratification.objected': 'an objection is decided',
  'days.passed': 'days pass',
  'deal.started': 'the deal comes into force',
  'phase.ended': 'a phase ends',
  'phase.extended': 'a phase is made longer',
  'performance.reported': 'something is reported done',
  'performance.waived': 'those to whom something is owed waive it',
  'performance.excused': 'something owed is excused',
  'performance.withheld': 'somebody withholds what is owed for now',
  'performance.postponed': 'something owed is put off to another day',
  'performance.suspended': 'what is owed is suspended',
  'performance.resumed': 'what was suspended goes on',
  'instrument.suspended': 'a party invokes a breach that was found to suspend an instrument',
  'instrument.resumed': 'an instrument that was suspended goes on',
  'breach.alleged': 'somebody says that the deal is not kept',
  'breach.cured': 'somebody says that the deal is kept again',
  'breach.found': 'a body finds that the deal was not kept',
  'event.happened': 'a named event of the text happens',
  'event.moved': 'a named event of the text is moved',
  'certification.given': 'a body certifies something',
  'nextPhase.opened': 'talks on the next phase begin',
  'nextPhase.settled': 'talks on the next phase come to an agreement',
  'nextPhase.failed': 'talks on the next phase fail',
  'promisedTalks.opened': 'promised talks begin',
  'promisedTalks.settled': 'promised talks come to an agreement',
  'promisedTalks.failed': 'promised talks fail',
  'deal.superseded': 'another deal takes the place of this one',
  'deal.ended': 'the deal is over before its time',
};

/** An event that could come next, in words: what it is about, and what is still to be said of it. */
export function templateWords(scenario: Scenario, template: EventTemplate): string {
  // Without free parts it is an event but for what every event may carry besides.
  if (template.free === undefined) return eventWords(scenario, template) || TYPE_WORDS[template.type];
  const { type, free, ...ids } = template;
  const about = Object.entries(ids).map(([kind, id]) => labelOf(scenario, kind, String(id)));
  if (about.length === 0) return free.includes('offer') ? 'another offer, given as JSON …' : `${TYPE_WORDS[type]} …`;
  return `${about.join(', ')} …`;
}

function labelOf(scenario: Scenario, kind: string, id: string): string {
  switch (kind) {
    case 'party':
      return scenario.parties[id]?.label ?? id;
    case 'position':
      return scenario.positions[id] ? `${id}, ${scenario.positions[id].title}` : id;
    case 'rule':
      return scenario.process.extensions[id]?.title ?? id;
    case 'step':
      return scenario.process.ratification.find((step) => step.id === id)?.label ?? id;
    default:
      return id;
  }
}
