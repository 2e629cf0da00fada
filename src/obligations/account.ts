import type { Text } from '../offers/text/text.js';
import type { Obligation } from '../offers/text/obligation.js';
import { reachOf, type Reach } from '../terms/amount-span.js';
import { hasAmount } from './adding-up.js';
import { isEndless, isRoundUntil } from './endless.js';
import { boundsOn, heldUpTo, isLasting, isWithin, lastedOn, type LastDay, type Lasting } from './lasting.js';
import { clearedOn, letGoOf, type LetGo } from './let-go.js';
import { seenUpTo, sightingFor, sightingsOf, totalSeen, type Seen } from './seen.js';
import { added } from '../terms/decimal.js';
import { reportsOf, type DutyReport, type TextRun } from './text-run.js';

/** What is owed of an obligation in all, what was seen done of it, and what was let go, in its unit. */
export interface DutyAccount {
  readonly owed: Reach;
  /** How much it takes for certain to be all of it: where what is owed is not settled, or told, the most that it may be. */
  readonly enough: number;
  /** Whether its own amount is not settled, or not told. */
  readonly isUntold: boolean;
  readonly done: number;
  readonly waived: number;
  readonly excused: number;
  /** What was waived or excused, day by day. */
  readonly gone: readonly LetGo[];
  readonly sighting: Seen | undefined;
  /** The day since which it has been done, as far as it was not let go, counted as in the run: by what was reported of it. */
  readonly completed?: number;
  /** Of what comes round until a day, that on which all that it owes so far was done: it is done then once that day is known. */
  readonly reached?: number;
  /** Where it is done by its last day, what that takes. */
  readonly lasting?: Lasting;
}

/** Whether the text tells how much is owed, and whether that, and all that it hangs on, is settled and told. */
interface Told {
  readonly isUntold?: boolean;
  readonly isUnsettled?: boolean;
}

/** The account of an obligation as an observer sees it, or, without one, as it counts. */
export function accountOf(
  run: TextRun,
  text: Text,
  id: string,
  { isUntold = false, isUnsettled = false, ...owed }: Reach & Told,
  step: number,
  observer?: string,
): DutyAccount {
  const obligation = text.obligations[id];
  const reports = reportsOf(run, id);
  const isHeld = (total: number) =>
    obligation?.kind !== 'level' || isWithin(total, { least: owed.least, most: mostOf(obligation, owed) });
  const sighting = sightingFor(sightingsOf(reports, step), obligation ?? {}, observer, isHeld);
  const done = totalSeen(sighting);
  const { waived, excused, rest } = shared(reports, owed.least, done, step);
  const gone = letGoOf(reports, step);
  const enough = isUnsettled ? mostNeeded(obligation, owed) : owed.least;
  const account = { owed, isUntold, enough, done, waived, excused, gone, sighting };
  // What comes round without end is never done with.
  if (obligation?.kind === 'recurring' && isEndless(obligation)) return account;
  if (obligation && isLasting(obligation.kind, enough)) {
    // A level that is let go without a figure is not held by that.
    const needed = Math.max(0, enough - waived - excused + rest);
    const bounds = { least: needed, most: mostOf(obligation, owed) };
    const byFigures = gone.filter(({ amount }) => amount !== Infinity);
    const level = { bounds, asked: enough, gone: obligation.kind === 'level' ? byFigures : [] };
    return { ...account, lasting: { obligation, reports, sighting, ...level } };
  }
  const completed = clearedOn(sighting, enough, gone);
  if (completed === undefined) return account;
  return obligation && isRoundUntil(obligation) ? { ...account, reached: completed } : { ...account, completed };
}

/** More than a level that the text gives no figure for may be: there is nothing that it could exceed. */
function mostOf(obligation: Obligation, { most }: Reach): number {
  return obligation.kind === 'level' && !hasAmount(obligation) ? Infinity : most;
}

/** Of a level that is not settled no figure is known to be the right one. */
function mostNeeded(obligation: Obligation | undefined, { most }: Reach): number {
  return obligation?.kind === 'level' ? Infinity : most;
}

/**
 * The account of an obligation once its last day is known: of a level, what is said of days after that does not count; what
 * asks for nothing certain is done once all that it allows is, or else with its last day, if any of it was done by then; what
 * comes round until that day, once all of it is.
 */
export function accountBy(account: DutyAccount, run: TextRun, last: LastDay): DutyAccount {
  const { lasting, reached } = account;
  if (reached !== undefined) return last === undefined ? account : { ...account, completed: reached };
  if (!lasting || lasting.obligation.kind === 'refrain') return account;
  if (lasting.obligation.kind !== 'level') {
    // What nothing was done of by its last day is over with that, and was not done.
    const by = typeof last === 'number' ? last : run.day;
    const isBegun = (seenUpTo(lasting.sighting, by)?.total ?? 0) > 0;
    const done = isBegun ? lastedOn(lasting, run.day, last) : undefined;
    return done === undefined ? account : { ...account, completed: done };
  }
  const sighting = heldUpTo(lasting, last);
  const by = lastedOn(lasting, run.day, last);
  const completed = sighting && by;
  // What was let go after its last day had come does not tell whether it was held by then.
  const judged =
    typeof last === 'number' && last <= run.day && !isEndless(lasting.obligation) ? (by ?? run.day) : run.day;
  return {
    ...account,
    lasting: { ...lasting, bounds: boundsOn(lasting, judged), gone: lasting.gone.filter(({ day }) => day <= judged) },
    sighting,
    done: totalSeen(sighting),
    ...(completed !== undefined && { completed }),
  };
}

/** Whether nothing more is owed: it was done, waived or excused, or the text asks for nothing certain. */
export function isClear({ enough, done, waived, excused, lasting }: DutyAccount): boolean {
  if (lasting?.obligation.kind === 'level' && done > lasting.bounds.most) return false;
  return done + waived + excused >= enough;
}

/** Whether it is not settled, or told, how much is owed, so that no figure but the most is known to be all of it. */
export function isOpen({ enough, owed }: DutyAccount): boolean {
  return enough > owed.least;
}

/** How much of an obligation was waived or excused: whatever else was left of it, where no figure is given. */
function shared(reports: readonly DutyReport[], owed: number, done: number, step: number) {
  const gone = { waived: 0, excused: 0, rest: 0 };
  for (const { what, amount } of reports) {
    if (what !== 'waived' && what !== 'excused') continue;
    const left = Math.max(0, added(owed, -added(done, added(gone.waived, gone.excused))));
    if (!amount) gone.rest = added(gone.rest, left);
    gone[what] = added(gone[what], amount ? Math.max(0, reachOf(amount, step).least) : left);
  }
  return gone;
}

/** Whether the last word on an obligation is that it is suspended. */
export function isSuspended(reports: readonly DutyReport[]): boolean {
  return reports.findLast(({ what }) => what === 'suspended' || what === 'resumed')?.what === 'suspended';
}

/** Whether an obligation is withheld: until more of it counts as done than when that was said, or anything is said of a level. */
export function isWithheld(reports: readonly DutyReport[], obligation: Obligation | undefined): boolean {
  const said = reports.findLastIndex(({ what }) => what === 'withheld');
  if (said < 0) return false;
  const doneBy = (n: number) => totalSeen(sightingFor(sightingsOf(reports.slice(0, n), 1), obligation ?? {}));
  const before = doneBy(said);
  return !reports.some(
    ({ what }, i) => i > said && what === 'done' && (obligation?.kind === 'level' || doneBy(i + 1) > before),
  );
}
