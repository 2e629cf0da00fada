import { capital } from '../base/capital.js';
import { heldIn } from '../base/records.js';
import { START } from '../offers/text/trigger.js';
import type { Delivery } from './delivery.js';
import { knownFrom } from './in-fact.js';
import { dateOf, isBefore, type Instant } from './instant.js';
import { instantIn } from './text-run.js';
import { eventLabel } from './wait.js';
import { sayWhen } from './when.js';

/** A named event that is reported, though what brings it about by the text has not happened, or only later. */
export interface OutOfTurn {
  readonly event: string;
  readonly message: string;
}

/**
 * Events of a text, the entry into force among them, that were reported before their own triggers fired, or before the day to
 * which they were moved by consent. A report stands: parties may let a deal begin before its day.
 */
export function outOfTurn(delivery: Delivery): readonly OutOfTurn[] {
  const { text, run, scenario } = delivery;
  const days = { ...run.events, ...(run.started !== null && { [START]: run.started }) };
  return Object.entries(days).flatMap(([event, day]) => {
    if (day > run.day) return [];
    const moved = heldIn(run.moved, event);
    const trigger = heldIn(text.events, event)?.trigger;
    const told = (when: string) => [
      { event, message: `${capital(eventLabel(text, event))} is reported before its time: it comes ${when}.` },
    ];
    if (moved !== undefined) return day < moved ? told(`on ${dayWords(instantIn(run, moved))}, as was agreed`) : [];
    if (!trigger) return [];
    const { at } = knownFrom(delivery).trigger(trigger);
    return at && !isBefore(instantIn(run, day), at) ? [] : told(`${sayWhen(trigger, text, scenario)}, by the text`);
  });
}

const dayWords = (at: Instant) => dateOf(at) ?? `day ${at.day}`;
