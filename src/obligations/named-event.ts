import type { Delivery } from './delivery.js';
import { firedOn } from './in-fact.js';

/**
 * The day of the run on which a named event came about: as reported or moved, or, where nothing is known of that, by its own
 * trigger; nothing while it has not.
 */
export function happenedOn(delivery: Delivery, id: string): number | undefined {
  const { text, run } = delivery;
  const known = Object.hasOwn(run.events, id) ? run.events[id] : undefined;
  if (known !== undefined) return known <= run.day ? known : undefined;
  const trigger = Object.hasOwn(text.events, id) ? text.events[id]?.trigger : undefined;
  return trigger && firedOn(delivery, trigger);
}
