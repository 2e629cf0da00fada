import type { Text } from '../offers/text/text.js';
import type { DutyAccount } from './account.js';
import { isFound } from './breaches.js';
import type { Delivery } from './delivery.js';
import type { ScheduledDuty } from './duty.js';
import { owedBy } from './duties-owed.js';
import { isBefore } from './instant.js';
import { instantIn } from './text-run.js';
import type { Timing } from './days.js';

/** What others answer by a key, and of which nothing is reported though some of it should have been done, or answered. */
export interface Unperformed {
  /** How much of it nobody answers before it comes: Infinity for all. */
  readonly missing: number;
  /** Whether a body found that it was not kept: else it may still come, or have come. */
  readonly isFound: boolean;
}

/**
 * What is overdue, or was found not kept, or is to be answered by a day that is over, and of which nobody reports anything, of what
 * others answer by a key: who owes only in exchange for it need not perform first, and yet may have to.
 */
export function unperformedIn(
  { text, run }: Delivery,
  members: readonly { readonly id: string; readonly duties: readonly ScheduledDuty[]; readonly account: DutyAccount }[],
  timing: () => Timing,
): ReadonlyMap<string, Unperformed> {
  const answers = answersTo(text);
  const unperformed = new Map<string, Unperformed>();
  if (answers.size === 0 || run.started === null) return unperformed;
  const today = instantIn(run, run.day);
  const daysGone = run.day - run.started;
  const dutiesOf = new Map(members.map(({ id, duties }) => [id, duties]));
  const { of } = timing();
  const isOver = (id: string) => isBefore(of(`due ${id}`).at, today);
  const turnsOver = (id: string) => {
    const isBegun = of(`opens ${id}`).at !== undefined;
    return isBegun ? (dutiesOf.get(id) ?? []).filter(({ due }) => (due?.day ?? Infinity) < daysGone) : [];
  };
  const isRound = (id: string) => text.obligations[id]?.kind === 'recurring';
  for (const { id, account } of members) {
    const others = answers.get(id);
    if (!others || account.sighting || text.obligations[id]?.kind === 'refrain') continue;
    const isAnswered = () => others.some((other) => (isRound(other) ? turnsOver(other).length > 0 : isOver(other)));
    const isAll = isAnswered() || (!isRound(id) && (isFound(run, id) || isOver(id)));
    const missing = isAll ? Infinity : isRound(id) ? owedBy(turnsOver(id)).least : 0;
    if (missing > 0) unperformed.set(id, { missing, isFound: isFound(run, id) });
  }
  return unperformed;
}

/** By whom what is answered by a key is. */
function answersTo({ obligations }: Text): ReadonlyMap<string, readonly string[]> {
  const answers = new Map<string, string[]>();
  for (const [id, { byKey }] of Object.entries(obligations)) {
    for (const other of byKey?.of ?? []) answers.set(other, [...(answers.get(other) ?? []), id]);
  }
  return answers;
}
