import { fault, type Fault } from '../base/fault.js';
import { idsOf } from '../base/ids.js';
import type { Delivery } from '../obligations/delivery.js';
import { happenedOn } from '../obligations/named-event.js';
import { START } from '../offers/text/trigger.js';
import type { CertificationGiven, TextEventHappened, TextEventMoved } from '../scenario/events/in-the-text.js';
import { againstDate, againstPast } from './against-date.js';
import { againstVotes } from './against-votes.js';
import { withoutConsent } from './consent.js';
import { unknownIn } from './unknown-in-text.js';

/** What stands against a named event having happened: it has already, or is reported otherwise. */
export function againstHappening(delivery: Delivery, { event: id }: TextEventHappened): readonly Fault[] {
  const { text } = delivery;
  if (id === START) {
    const message = "That the deal comes into force is reported as 'deal.started'.";
    return [fault('talks/starts-otherwise', ['event'], message, { event: id })];
  }
  if (!Object.hasOwn(text.events, id)) return [unknownIn('event', 'named-event', ['event'], id, idsOf(text.events))];
  if (!hasHappened(delivery, id)) return [];
  return [fault('talks/so-already', ['event'], `'${id}' has happened already.`, { event: id })];
}

/** Whether a named event has come about, the entry into force among them. */
const hasHappened = (delivery: Delivery, id: string): boolean =>
  (id === START && delivery.run.started !== null) || happenedOn(delivery, id) !== undefined;

/** What stands against moving a named event: it has happened, nobody may, or not all have agreed. */
export function againstMoving(delivery: Delivery, event: TextEventMoved): readonly Fault[] {
  const { text, run } = delivery;
  const { event: id, to, by } = event;
  const named = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (!named && id !== START) return [unknownIn('event', 'named-event', ['event'], id, idsOf(text.events))];
  if (!named || named.movedBy.length === 0) {
    return [fault('talks/not-movable', ['event'], `The text lets nobody move '${id}'.`, { event: id })];
  }
  if (hasHappened(delivery, id)) {
    return [fault('talks/so-already', ['event'], `'${id}' has happened already, and cannot be moved.`, { event: id })];
  }
  const missing = named.movedBy.filter((party) => !by.includes(party));
  return [...withoutConsent(missing, `move '${id}'`), ...againstDate(run, to), ...againstPast(run, to)];
}

/** What stands against something being certified: it is already, or was not so decided. */
export function againstCertifying({ text, run }: Delivery, event: CertificationGiven): readonly Fault[] {
  const { certification: id, votes } = event;
  const named = Object.hasOwn(text.certifications, id) ? text.certifications[id] : undefined;
  if (!named) return [unknownIn('certification', 'certification', ['certification'], id, idsOf(text.certifications))];
  if (Object.hasOwn(run.certified, id)) {
    return [fault('talks/so-already', ['certification'], `'${id}' has been certified already.`, { certification: id })];
  }
  return againstVotes(text, named.by, votes);
}
