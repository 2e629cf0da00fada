import { heldIn } from '../base/records.js';
import type { Happened } from './happened.js';
import { laterOf, type Instant } from './instant.js';
import { withSuspensions } from './suspensions.js';
import type { Timetable } from './timetable.js';

// A memo, not state: each of a long list that is to be done together asks for the same.
const moved = /* @__PURE__ */ new WeakMap<Happened, ReadonlySet<string>>();

/** What was put off or suspended. */
function movedIn(happened: Happened): ReadonlySet<string> {
  const known = moved.get(happened);
  if (known) return known;
  const suspended = Object.entries(happened.suspended).flatMap(([id, days]) => (days.length > 0 ? [id] : []));
  const ids = new Set([...Object.keys(happened.postponed), ...suspended]);
  moved.set(happened, ids);
  return ids;
}

/** What one of several that are to be done together, neither first, has for a last day. */
interface Alone {
  readonly opens: Instant | undefined;
  /** Without the days through which it was suspended. */
  readonly closes: Instant;
  readonly due: Instant;
}

/**
 * The last day of an obligation to be done together with others: where one of those is put off, it falls due with that, and
 * through the days for which one is suspended its own do not run either, as it need not be done first.
 */
export function dueWithOthers(
  { text, happened }: Timetable,
  id: string,
  group: readonly string[],
  { opens, closes, due }: Alone,
): Instant {
  const all = movedIn(happened);
  if (all.size === 0) return due;
  const isMovedItself = Object.hasOwn(happened.postponed, id);
  let last = due;
  for (const other of group) {
    if (other === id || !all.has(other)) continue;
    const kind = text.obligations[other]?.kind;
    if (kind === 'recurring' || kind === 'refrain') continue;
    const putOff = heldIn(happened.postponed, other);
    const suspended = heldIn(happened.suspended, other) ?? [];
    if (!putOff && (isMovedItself || suspended.length === 0)) continue;
    const until = putOff ? ((opens && laterOf(putOff, opens)) ?? putOff) : closes;
    last = laterOf(last, withSuspensions(suspended, opens, until)) ?? last;
  }
  return last;
}
