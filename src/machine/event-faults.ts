import { fault, type Fault } from '../base/fault.js';
import { show } from '../base/plain.js';
import { didYouMean } from '../base/spelling.js';
import type { Offer } from '../offers/offer.js';
import { EVENT_TYPES, type TalksEvent } from '../scenario/event.js';
import { eventReferenceFaults } from '../scenario/event-references.js';
import { eventShape } from '../scenario/event-shape.js';
import type { Scenario } from '../scenario/scenario.js';
import { checkShape } from '../scenario/shape-faults.js';

/** What is wrong with an event whatever the state of the talks: its shape, and the ids of the scenario in it. */
export function eventFaults(scenario: Scenario, event: TalksEvent, offers?: readonly Offer[]): readonly Fault[] {
  // From JavaScript an event may be anything at all, and a type that is computed may throw: the shape says so below.
  const isObject = typeof event === 'object' && (event as object | null) !== null;
  const held = isObject ? Object.getOwnPropertyDescriptor(event, 'type') : undefined;
  const type: unknown = held?.value;
  if (!held?.get && !EVENT_TYPES.some((known) => known === type)) {
    const message =
      typeof type === 'string'
        ? `There is no event called ${show(type)}. ${didYouMean(type, EVENT_TYPES)}`
        : `An event needs a type, and its type is ${show(type)}. ${didYouMean('', EVENT_TYPES)}`;
    return [fault('talks/unknown-event', ['type'], message, { type: show(type), known: [...EVENT_TYPES] })];
  }
  const shaped = checkShape(eventShape(), event);
  const found = shaped.ok ? eventReferenceFaults(scenario, event, [], offers) : shaped.faults;
  return found.map((f) => (IN_EVENTS.includes(f.code) ? { ...f, code: f.code.replace('scenario/', 'talks/') } : f));
}

/** Faults that events share with scenarios, and that in talks go by the talks' own name. */
const IN_EVENTS: readonly string[] = [
  'scenario/shape',
  'scenario/unknown-key',
  'scenario/too-deep',
  'scenario/too-big',
  'scenario/computed',
  'scenario/unknown-party',
  'scenario/unknown-party-or-body',
  'scenario/unknown-source',
  'scenario/unknown-position',
  'scenario/unknown-round',
  'scenario/unknown-precondition',
  'scenario/unknown-step',
  'scenario/unknown-extension',
  'scenario/unknown-obligation',
  'scenario/unknown-named-event',
  'scenario/unknown-certification',
  'scenario/unknown-instrument',
  'scenario/unknown-talks',
  'scenario/reported-before',
];
