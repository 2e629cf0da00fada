import { firstDay, lastDay, type CalendarDate } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import { instantOf } from '../obligations/instant.js';
import { instantIn, type TextRun } from '../obligations/text-run.js';
import { notStarted } from './not-started.js';

/** A date to which something is set is a day, and can be told from the others of the deal. */
export function againstDate(run: TextRun, to: CalendarDate): readonly Fault[] {
  if (firstDay(to) !== lastDay(to)) {
    return [fault('talks/bad-date', ['to'], `'${to}' is a month: give the day.`, { to })];
  }
  if (run.dated) return [];
  const message = 'No day of this deal has a date, so that none can be set: let an event say on which day it happened.';
  return [fault('talks/no-calendar', ['to'], message, { to })];
}

/** What is still to happen cannot be set to a day that is over. */
export function againstPast(run: TextRun, to: CalendarDate): readonly Fault[] {
  const [day, today] = [instantOf(to), instantIn(run, run.day)];
  if (!day || day.count !== today.count || day.day >= today.day) return [];
  return [fault('talks/bad-date', ['to'], `${to} is over: give a day that is still to come.`, { to })];
}

/** Nothing is performed, broken or made longer before the deal starts. */
export function againstEarlyDay(run: TextRun, on: CalendarDate | undefined): readonly Fault[] {
  if (run.started === null) return [notStarted()];
  const start = instantIn(run, run.started);
  const day = on === undefined ? undefined : instantOf(lastDay(on));
  if (!day || day.count !== start.count || day.day >= start.day) return [];
  const message = `The deal started after ${on ?? ''}: what was done before it does not count towards it.`;
  return [fault('talks/before-start', ['on'], message, { on })];
}
