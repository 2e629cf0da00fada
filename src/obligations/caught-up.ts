import type { Text } from '../offers/text/text.js';
import { added } from '../terms/decimal.js';
import type { DutyAccount } from './account.js';
import { isTotal, seriesOf } from './adding-up.js';
import type { ScheduledDuty } from './duty.js';
import { reachedOn, seenUpTo } from './seen.js';

/** One of a series: what is due in all by it, and what was done of it. */
interface Member {
  readonly id: string;
  readonly duties: readonly ScheduledDuty[];
  readonly account: DutyAccount;
}

/**
 * What said how much was to be done in all by its day, and was short of that when it was over, but is so no more: since all
 * that a later one has in all was done, by whatever was done of that one. With the day since which its own total has been
 * reached.
 */
export function caughtUpIn(
  { obligations }: Text,
  members: readonly Member[],
  isPast: (obligation: string) => boolean,
): ReadonlyMap<string, number> {
  const series = new Map<string, Member[]>();
  for (const member of members) {
    const obligation = obligations[member.id];
    if (!obligation?.series || obligation.kind === 'refrain') continue;
    const name = seriesOf(obligation);
    const known = series.get(name);
    if (known) known.push(member);
    else series.set(name, [member]);
  }
  const caught = new Map<string, number>();
  for (const all of series.values()) {
    // What comes round has no one total.
    if (all.length < 2 || all.some(({ duties }) => duties.length !== 1)) continue;
    const inOrder = [...all].sort((a, b) => (totalOf(a) ?? 0) - (totalOf(b) ?? 0));
    const wanted = (one: Member) => (isTotalIn(obligations, one) ? totalOf(one) : undefined);
    const later = inOrder.findLastIndex(
      (one, j) => doneBy(inOrder.slice(0, j + 1), Infinity) >= (wanted(one) ?? Infinity),
    );
    const before = inOrder.slice(0, Math.max(0, later));
    const open = before.filter((one) => wanted(one) !== undefined && one.account.gone.length === 0 && isPast(one.id));
    // One that is short leaves the more to those after it, which may be so by that.
    if (open.every(({ account }) => account.completed !== undefined)) continue;
    for (const one of open) {
      const day = reachedBy(inOrder.slice(0, later + 1), wanted(one) ?? Infinity);
      if (day !== undefined) caught.set(one.id, day);
    }
  }
  return caught;
}

const isTotalIn = (obligations: Text['obligations'], { id }: Member) => {
  const obligation = obligations[id];
  return obligation !== undefined && isTotal(obligation);
};

/** How much is due in all by one of a series, where that is one figure. */
function totalOf({ duties }: Member): number | undefined {
  const total = duties[0]?.total;
  return total?.least !== undefined && total.least === total.most ? total.least : undefined;
}

const doneBy = (members: readonly Member[], day: number) =>
  members.reduce((sum, { account }) => added(sum, seenUpTo(account.sighting, day)?.total ?? 0), 0);

/** The day since which so much has been done of them together. */
function reachedBy(members: readonly Member[], needed: number): number | undefined {
  const days = new Set(members.flatMap(({ account }) => (account.sighting?.steps ?? []).map(({ day }) => day)));
  const steps = [...days].sort((a, b) => a - b).map((day) => ({ day, total: doneBy(members, day) }));
  return reachedOn({ steps }, needed);
}
