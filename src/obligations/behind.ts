import { added } from '../terms/decimal.js';
import { isOpen, type DutyAccount } from './account.js';
import type { ScheduledDuty } from './duty.js';
import { owedBy } from './duties-owed.js';
import type { DutyNow } from './duty-now.js';
import { isEndless } from './endless.js';
import type { DueBy } from './in-exchange.js';
import { isBefore } from './instant.js';
import { hasSlipped } from './lasting.js';
import { letGoBy } from './let-go.js';
import { seenUpTo } from './seen.js';
import { daysSuspended } from './suspensions.js';
import { dayOfRun, instantIn, type TextRun } from './text-run.js';

/** Whether of something that comes round again less has been done than the times that are over ask for. */
export function isBehind(account: DutyAccount, duties: readonly ScheduledDuty[], run: TextRun): boolean {
  const today = run.started === null ? -1 : run.day - run.started;
  return isBehindWith(account, timesOf(duties), today);
}

/** Whether less has been done than was due by a day before this. */
export function isBehindWith(account: DutyAccount, times: readonly DueBy[], today: number): boolean {
  return times.some(({ day, owed }) => day < today && account.done + letGo(account) < owed);
}

/**
 * Whether of something that comes round again less had been done on the last day of any of its times than was due by then, or a
 * level was not held once it had been reached.
 */
export function wasBehind({ id, account, duties, opens, due, inExchange }: DutyNow, run: TextRun): boolean {
  if (account.lasting) {
    const [first, until] = [opens.at, due.at].map((at) => at && dayOfRun(run, at));
    // What is to be held without end is so up to now.
    const last = until !== undefined && isEndless(account.lasting.obligation) ? run.day : until;
    return (
      first !== undefined && last !== undefined && hasSlipped(account.lasting, first, last, daysSuspended(run, id))
    );
  }
  const { started } = run;
  if (started === null) return false;
  const times = inExchange ?? timesOf(duties).map(({ day, owed }) => ({ day: started + day, owed }));
  const doneBy = (day: number) => seenUpTo(account.sighting, day)?.total ?? 0;
  return times.some(({ day, owed }) => doneBy(day) + letGoBy(account.gone, day) < owed);
}

/** Whether it was done by a day of the run on which that was not too late. */
export function wasInTime(now: DutyNow, run: TextRun, completed: number): boolean {
  return now.inExchange ? !wasBehind(now, run) : !isBefore(now.due.at, instantIn(run, completed));
}

/** Whether nothing is left to do of one turn of something that comes round, since all that is due by its day was done or let go. */
export function isTurnDone({ account, duties }: Pick<DutyNow, 'account' | 'duties'>, occurrence: number): boolean {
  const turn = duties.findIndex((duty) => duty.occurrence === occurrence);
  const owed = owedBy(duties.slice(0, turn + 1)).least;
  return !isOpen(account) && owed > 0 && account.done + letGo(account) >= owed;
}

const letGo = ({ waived, excused }: DutyAccount) => added(waived, excused);

/** How much of something that comes round again is due in all by each of its last days, counted from the start. */
function timesOf(duties: readonly ScheduledDuty[]): readonly DueBy[] {
  // What is done once and for all is late by its own last day.
  if (!duties.some(({ kind }) => kind === 'recurring') && duties.length < 2) return [];
  let owed = 0;
  return duties.flatMap((duty) => {
    owed = added(owed, owedBy([duty]).least);
    return duty.due?.day === undefined ? [] : [{ day: duty.due.day, owed }];
  });
}
