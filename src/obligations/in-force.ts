import { heldIn } from '../base/records.js';
import { START } from '../offers/text/trigger.js';
import { isBefore, type Instant } from './instant.js';
import { at, waiting, type Timed } from './timed.js';
import type { Look, Timetable } from './timetable.js';

/**
 * When something opens that its words let open on a day: once the deal is in force, and the text that brought it, at the
 * earliest. `since` keeps the day of its words, from which its lengths count, so that it gains no days.
 */
export function onceInForce(table: Timetable, of: Look, id: string, worded: Timed): Timed {
  const { happened, by } = table;
  if (!worded.at) return worded;
  const start = of(`event ${START}`);
  if (!start.at) return by === 'fact' ? waiting(...start.waits) : worded;
  const opens = noEarlier(worded, start.at, start.provisional);
  const brought = heldIn(happened.brought, id);
  return brought ? noEarlier(opens, brought) : opens;
}

function noEarlier(worded: Timed, day: Instant, provisional = false): Timed {
  if (!isBefore(worded.at, day)) return worded;
  const since = worded.since ?? worded.at;
  return { ...at(day, worded.provisional || provisional), ...(since && { since }) };
}

/** Something that opens, on the day from which its lengths count. */
export function bySince({ since, ...opens }: Timed): Timed {
  return since ? { ...opens, at: since } : opens;
}

/** A day by the words of something that opens, which falls due on no day before that. */
export function noSoonerThan(opens: Timed, day: Instant): Instant {
  return opens.since && opens.at && isBefore(day, opens.at) ? opens.at : day;
}
