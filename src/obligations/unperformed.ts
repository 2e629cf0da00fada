import type { DutyAccount } from './account.js';
import { isFound } from './breaches.js';
import type { Delivery } from './delivery.js';
import type { ScheduledDuty } from './duty.js';
import { owedBy } from './duties-owed.js';
import { isBefore } from './instant.js';
import { instantIn } from './text-run.js';
import type { Timing } from './days.js';

/** What others answer by a key, and of which nothing is reported though some of it should have been done. */
export interface Unperformed {
  /** How much of it should have been: Infinity for all. */
  readonly overdue: number;
  /** Whether a body found that it was not kept: else it may still come, or have come. */
  readonly isFound: boolean;
}

/**
 * What is overdue, or was found not kept, and of which nobody reports anything, of what others answer by a key: who owes only in
 * exchange for it need not perform first, and yet may have to.
 */
export function unperformedIn(
  { text, run }: Delivery,
  members: readonly { readonly id: string; readonly duties: readonly ScheduledDuty[]; readonly account: DutyAccount }[],
  timing: () => Timing,
): ReadonlyMap<string, Unperformed> {
  const answered = new Set(Object.values(text.obligations).flatMap(({ byKey }) => byKey?.of ?? []));
  const unperformed = new Map<string, Unperformed>();
  if (answered.size === 0 || run.started === null) return unperformed;
  const today = instantIn(run, run.day);
  const daysGone = run.day - run.started;
  for (const { id, duties, account } of members) {
    const kind = text.obligations[id]?.kind;
    if (!answered.has(id) || account.sighting || kind === 'refrain') continue;
    const { of } = timing();
    const isBegun = () => of(`opens ${id}`).at !== undefined;
    const turnsOver = () => (isBegun() ? duties.filter(({ due }) => (due?.day ?? Infinity) < daysGone) : []);
    const isMissing = () => isFound(run, id) || isBefore(of(`due ${id}`).at, today);
    const overdue = kind === 'recurring' ? owedBy(turnsOver()).least : isMissing() ? Infinity : 0;
    if (overdue > 0) unperformed.set(id, { overdue, isFound: isFound(run, id) });
  }
  return unperformed;
}
