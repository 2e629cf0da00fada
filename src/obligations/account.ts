import type { Text } from '../offers/text/text.js';
import { reachOf, type Reach } from '../terms/amount-span.js';
import { reachedOn, sightingFor, sightingsOf, totalSeen, type Sighting } from './seen.js';
import { reportsOf, type DutyReport, type TextRun } from './text-run.js';

/** What is owed of an obligation in all, what was seen done of it, and what was let go, in its unit. */
export interface DutyAccount {
  readonly owed: Reach;
  readonly done: number;
  readonly waived: number;
  readonly excused: number;
  readonly sighting: Sighting | undefined;
  /** The day on which it was done in full, counted as in the run. */
  readonly completed?: number;
}

/** The account of an obligation as an observer sees it, or, without one, as it counts. */
export function accountOf(
  run: TextRun,
  text: Text,
  id: string,
  owed: Reach,
  step: number,
  observer?: string,
): DutyAccount {
  const reports = reportsOf(run, id);
  const sighting = sightingFor(sightingsOf(reports, step), text.obligations[id] ?? {}, observer);
  const waived = letGo(reports, 'waived', owed.least, step);
  const excused = letGo(reports, 'excused', owed.least, step);
  const needed = Math.max(0, owed.least - waived - excused);
  const completed = needed > 0 ? reachedOn(sighting, needed) : undefined;
  return {
    owed,
    done: totalSeen(sighting),
    waived,
    excused,
    sighting,
    ...(completed !== undefined && { completed }),
  };
}

/** Whether nothing more is owed: it was done, waived or excused, or the text asks for nothing certain. */
export function isClear({ owed, done, waived, excused }: DutyAccount): boolean {
  return done + waived + excused >= owed.least;
}

/** How much of an obligation was waived or excused: all that is owed, where no figure is given. */
function letGo(reports: readonly DutyReport[], what: 'waived' | 'excused', owed: number, step: number): number {
  return reports
    .filter((report) => report.what === what)
    .reduce((sum, { amount }) => sum + (amount ? Math.max(0, reachOf(amount, step).least) : owed), 0);
}

/** Breaches of an obligation that somebody alleges, and that a body has found, as long as they are not cured. */
export function breachesOf(reports: readonly DutyReport[]): {
  readonly alleged: readonly string[];
  readonly found: readonly string[];
} {
  const alleged = new Set<string>();
  const found = new Set<string>();
  for (const { what, by } of reports) {
    const whom = by?.[0] ?? '';
    if (what === 'breach alleged') alleged.add(whom);
    if (what === 'breach found') found.add(whom);
    if (what !== 'breach cured') continue;
    alleged.delete(whom);
    found.clear();
  }
  return { alleged: [...alleged], found: [...found] };
}

/** Whether the last word on an obligation is that it is suspended, or withheld. */
export function stands(reports: readonly DutyReport[], what: 'suspended' | 'withheld'): boolean {
  const ends = what === 'suspended' ? 'resumed' : 'done';
  const last = reports.findLast((report) => report.what === what || report.what === ends);
  return last?.what === what;
}
