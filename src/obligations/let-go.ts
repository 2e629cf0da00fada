import { reachOf } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { seenUpTo, type Seen } from './seen.js';
import type { DutyReport } from './text-run.js';

/** So much of an obligation that was waived or excused on a day; whatever was left of it, where no figure was given: Infinity. */
export interface LetGo {
  readonly day: number;
  readonly amount: number;
}

/** What was let go of an obligation, in order of the days. */
export function letGoOf(reports: readonly DutyReport[], step: number): readonly LetGo[] {
  return reports
    .flatMap(({ what, amount, day }) => {
      if (what !== 'waived' && what !== 'excused') return [];
      return [{ day, amount: amount ? Math.max(0, reachOf(amount, step).least) : Infinity }];
    })
    .sort((a, b) => a.day - b.day);
}

/** How much of an obligation had been let go by a day; of all days, where none is given. */
export function letGoBy(gone: readonly LetGo[], by = Infinity): number {
  const upTo = gone.filter(({ day }) => day <= by).map(({ amount }) => amount);
  return upTo.includes(Infinity) ? Infinity : upTo.reduce(added, 0);
}

/**
 * The day since which nothing of what is owed has been left to do, as some of it was done, and the rest, if any, let go.
 * Nothing where all of it was let go before any was done: then none was asked for any more.
 */
export function clearedOn(seen: Seen | undefined, owed: number, gone: readonly LetGo[]): number | undefined {
  const steps = seen?.steps ?? [];
  let since: { readonly day: number; readonly total: number } | undefined;
  const moments = [...steps, ...gone.map(({ day }) => ({ day, total: seenUpTo(seen, day)?.total ?? 0 }))];
  for (const { day, total } of moments.sort((a, b) => a.day - b.day)) {
    const letGo = letGoBy(gone, day);
    if (letGo < owed && added(total, letGo) < owed) since = undefined;
    else since ??= { day, total };
  }
  return since && since.total > 0 ? since.day : undefined;
}
