import type { EventTemplate, FreePart } from '../../machine/event-template.js';
import { hasPlace } from '../../machine/next-events.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import { dueInText, elseInText } from './onward-in-text.js';
import { lastOf } from './same-state.js';

/**
 * What leads on to an end, that first which does so soonest; what carries out a text, see `dueInText`. What ends a deal from
 * outside is not among it.
 */
const ONWARD: readonly TalksEvent['type'][] = [
  'breach.cured',
  'phase.ended',
  'deal.started',
  'agreement.concluded',
  'ratification.voted',
  'answer.declared',
  'talks.resumed',
  'round.opened',
  'precondition.met',
  'mandate.given',
  'position.revised',
  'offer.tabled',
  'nextPhase.opened',
  'nextPhase.settled',
  'days.passed',
];

/** What never stands in the way of anything that leads on: in which order several of these happen does not matter. */
const HELPFUL: readonly TalksEvent['type'][] = [
  'breach.cured',
  'answer.declared',
  'precondition.met',
  'mandate.given',
  'position.revised',
];

/** So far that every report of a scenario has appeared and every deadline is over. */
const LONG = 4000;

/** Forks of talks after each event that may lead to their end, as far as the state is new. */
export function* onwardFrom(
  talks: Talks,
  isNew: (fork: Talks) => boolean,
): Generator<readonly [TalksEvent, Talks], void> {
  const { deal, ratification } = talks.snapshot.context;
  // What carries out a text is known without asking for all that can happen, which takes long.
  yield* forksBy(dueInText(talks), talks, isNew);
  yield* forksBy(elseInText(talks), talks, isNew);
  const { nextEvents, offer } = talks;
  // Where days are counted they lead on; what nobody has put on the table nobody can give way to.
  const counted = deal !== null || (ratification !== null && ratification.daysLeft !== null);
  const empty = !offer && !deal && !ratification;
  const soon = ONWARD.filter((type) => (counted && type === 'days.passed') || (empty && type === 'offer.tabled'));
  for (const type of new Set([...soon, ...ONWARD])) {
    for (const template of nextEvents.filter((one) => one.type === type)) {
      const event = filledIn(template, talks);
      const fork = talks.fork();
      if (!event || !fork.do(event).accepted || !isNew(fork)) continue;
      yield [event, fork];
      if (HELPFUL.includes(type)) break;
    }
  }
}

/** Forks after each of these that is accepted. */
function* forksBy(
  events: Iterable<TalksEvent>,
  talks: Talks,
  isNew: (fork: Talks) => boolean,
): Generator<readonly [TalksEvent, Talks], void> {
  for (const event of events) {
    if (!hasPlace(talks.snapshot, event.type)) continue;
    const fork = talks.fork();
    if (fork.do(event).accepted && isNew(fork)) yield [event, fork];
  }
}

/** The event of a template that is most in favour of an agreement; nothing where it is none. */
function filledIn(template: EventTemplate, talks: Talks): TalksEvent | undefined {
  const { free, ...event } = template;
  if (event.type === 'answer.declared' && 'answer' in event && event.answer !== 'accepts') return undefined;
  const { deal, ratification } = talks.snapshot.context;
  const left = ratification?.daysLeft ?? (deal && lastOf(talks.scenario, deal) - deal.day);
  const disputed = deal?.disputes.find((dispute) => 'obligation' in event && dispute.obligation === event.obligation);
  const parts: Readonly<Partial<Record<FreePart, object>>> = {
    offer: { offer: { id: 'a-way-out' } }, // it says nothing, and so goes against nothing
    condition: { condition: null },
    outcome: { outcome: 'approved' },
    days: { days: Math.max(1, left ?? LONG) },
    by: { ...disputed },
    mandate: { mandate: 'conclude' },
  };
  // Made up of the parts that its type has.
  return Object.assign(event, ...(free ?? []).map((part) => parts[part])) as TalksEvent;
}
