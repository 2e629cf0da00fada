import type { Delivery } from './delivery.js';
import type { Timing } from './days.js';
import { isAtEnd } from './happened-in.js';
import { instantIn } from './text-run.js';
import { triggersOf } from './triggers-of-text.js';

/**
 * Whether a text is over: the last day of every phase of its deal is, and so is every day that the text gives, as far as that is
 * known by what has happened. Until then what it waits for may still come.
 */
export function isTextOver(delivery: Delivery, timing: Timing): boolean {
  const { text, run } = delivery;
  if (!isAtEnd(delivery) || Object.values(run.ended).some((day) => day >= run.day)) return false;
  const today = instantIn(run, run.day);
  const days = [
    ...Object.keys(text.obligations).map((id) => timing.of(`due ${id}`).at),
    ...triggersOf(text).map((trigger) => timing.trigger(trigger).at),
  ];
  return days.every((day) => day === undefined || (day.count === today.count && day.day < today.day));
}
