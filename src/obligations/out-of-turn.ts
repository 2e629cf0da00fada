import { capital } from '../base/capital.js';
import { START } from '../offers/text/trigger.js';
import type { Delivery } from './delivery.js';
import { knownFrom } from './in-fact.js';
import { isBefore } from './instant.js';
import { instantIn } from './text-run.js';
import { sayTrigger } from './trigger-words.js';
import { eventLabel } from './wait.js';

/** A named event that is reported, though what brings it about by the text has not happened, or only later. */
export interface OutOfTurn {
  readonly event: string;
  readonly message: string;
}

/**
 * Events of a text, the entry into force among them, that were reported before their own triggers fired. A report stands:
 * parties may let a deal begin before its day. What they moved by consent came on the day that they agreed on.
 */
export function outOfTurn(delivery: Delivery): readonly OutOfTurn[] {
  const { text, run, scenario } = delivery;
  const days = { ...run.events, ...(run.started !== null && { [START]: run.started }) };
  return Object.entries(days).flatMap(([event, day]) => {
    const trigger = Object.hasOwn(text.events, event) ? text.events[event]?.trigger : undefined;
    if (!trigger || day > run.day || run.moved.includes(event)) return [];
    const { at } = knownFrom(delivery).trigger(trigger);
    if (at && !isBefore(instantIn(run, day), at)) return [];
    const message = `${capital(eventLabel(text, event))} is reported before its time: by the text it comes with ${sayTrigger(trigger, text, scenario)}.`;
    return [{ event, message }];
  });
}
