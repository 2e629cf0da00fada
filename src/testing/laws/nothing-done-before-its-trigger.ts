import { progress } from '../../machine/progress.js';
import type { ScheduledDay } from '../../obligations/duty.js';
import type { DealProgress, DutyProgress } from '../../obligations/progress.js';
import { reportsOf, type DutyReport, type TextRun } from '../../obligations/text-run.js';
import type { Finding, TalksInvariant } from '../invariant.js';
import { ofProgress, type TellsProgress } from './tells-progress.js';
import { together } from './together.js';

/**
 * Nothing of a deal counts as done before the deal starts; what is done before its trigger has fired is told as early, and
 * never as done in time; nothing is open or binding before its day,
 * nor kept before its last day is over, or the deal is.
 *
 * Undetermined where days are counted apart, and cannot be compared. Held while no deal with a text is in
 * force: it speaks of talks in which one is, or was.
 *
 * @param tells - what tells how far a deal has been carried out, where it is not `progress`
 * @example
 * const law = nothingDoneBeforeItsTrigger();
 * law.talks(openTalks(scenario)); // 'held'
 */
export function nothingDoneBeforeItsTrigger(tells: TellsProgress = progress): TalksInvariant {
  return {
    title: 'nothing counts as done before what sets it off',
    talks: (talks) =>
      ofProgress(talks, tells, (done, run) => {
        const isOver = !talks.state.startsWith('carryingOut');
        return together(done.duties.map((duty) => inItsTime(duty, done, { run, isOver })));
      }),
    speaksOf: ({ deal }) => deal?.text !== undefined && deal.text.started !== null,
    // What another function reads, nobody knows.
    ofStateAlone: tells === progress,
  };
}

/** What is reported of an obligation that may complete it. */
const SETTLING: readonly DutyReport['what'][] = ['done', 'waived', 'excused'];

function inItsTime(
  duty: DutyProgress,
  { today }: DealProgress,
  { run, isOver }: { readonly run: TextRun; readonly isOver: boolean },
): Finding {
  const { started } = run;
  const reports = reportsOf(run, duty.obligation);
  const days = reports.flatMap(({ what, day }) => (what === 'done' ? [day] : []));
  // What was let go may have been all that was still to be done.
  const ofAll = reports.flatMap(({ what, day }) => (SETTLING.includes(what) ? [day] : []));
  if (started === null) return duty.done > 0 || days.length > 0 ? 'broken' : 'held';
  if (duty.done > 0 && days.length === 0) return 'broken';
  if (days.some((day) => day < started)) return 'broken';
  const { opens, when, standing, escrow } = duty;
  return together([
    ...(when === undefined ? [] : [timely(when, duty, ofAll, started)]),
    ...(standing === 'open' || standing === 'binding' ? [come(opens, today)] : []),
    ...(standing === 'kept' ? [kept(duty, today, isOver)] : []),
    ...(escrow?.standing === 'released' ? [come(escrow.released, today)] : []),
    ...(escrow?.standing === 'returned' ? [come(escrow.returned, today)] : []),
  ]);
}

/**
 * Early, some of it was reported of a day before it opened; else it has opened, and something was reported from then on. Late it is
 * after its last day as well, though it has not opened, where those who owe it kept it shut themselves.
 */
function timely(
  when: NonNullable<DutyProgress['when']>,
  { opens, due }: Pick<DutyProgress, 'opens' | 'due'>,
  days: readonly number[],
  started: number,
): Finding {
  const last = due?.day;
  if (when === 'late' && last !== undefined && days.some((reported) => reported - started > last)) return 'held';
  if (opens === undefined) return when === 'early' ? 'held' : 'broken';
  const day = opens.day;
  if (day === undefined) return 'undetermined';
  const isSo = (reported: number) => (when === 'early' ? reported - started < day : reported - started >= day);
  return days.some(isSo) ? 'held' : 'broken';
}

/**
 * The last day of what is left undone up to the end of the deal is over with that. What was over before it began has none: it
 * binds nobody, from the day on which it would begin.
 */
function kept({ opens, due }: Pick<DutyProgress, 'opens' | 'due'>, today: ScheduledDay, isOver: boolean): Finding {
  if (due === undefined) return come(opens, today);
  return isOver ? come(due, today) : before(due, today);
}

/** Whether a day has come. */
function come(day: ScheduledDay | undefined, today: ScheduledDay): Finding {
  return compared(day, today, (a, b) => a <= b);
}

/** Whether a day is over. */
function before(day: ScheduledDay | undefined, today: ScheduledDay): Finding {
  return compared(day, today, (a, b) => a < b);
}

function compared(
  a: ScheduledDay | undefined,
  b: ScheduledDay,
  isSo: <T extends number | string>(a: T, b: T) => boolean,
): Finding {
  if (!a) return 'broken';
  if (a.day !== undefined && b.day !== undefined) return isSo(a.day, b.day) ? 'held' : 'broken';
  if (a.on !== undefined && b.on !== undefined) return isSo<string>(a.on, b.on) ? 'held' : 'broken';
  return 'undetermined';
}
