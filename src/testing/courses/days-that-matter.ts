import { addDays, firstDay, lastDay, type CalendarDate } from '../../base/day.js';
import { unique } from '../../base/list.js';
import type { Clock } from '../../machine/clock.js';
import type { TalksOptions } from '../../machine/options.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Scenario } from '../../scenario/scenario.js';
import { datesIn } from '../laws/same-state.js';
import type { Dice } from './dice.js';

/** Days on which something turns, in order: those around deadlines, and all others of which anything is known. */
export interface DaysThatMatter {
  readonly ofDeadlines: readonly CalendarDate[];
  readonly known: readonly CalendarDate[];
}

/** The days that matter to talks; nothing where none is spoken of, or nothing but a text turns on them. */
export function daysThatMatter(scenario: Scenario, { asOf }: TalksOptions = {}): DaysThatMatter | undefined {
  const known = [...datesIn(scenario), ...(asOf === undefined ? [] : [asOf])];
  const deadlines = Object.values(scenario.process.deadlines);
  const isOfTexts = Object.values(scenario.offers).some(({ text }) => text) && asOf === undefined;
  if (known.length === 0 || (isOfTexts && !deadlines.some(({ kind }) => kind === 'hard'))) return undefined;
  const ofDeadlines = deadlines.flatMap(({ by }) => {
    const [first, last] = [firstDay(by), lastDay(by)];
    return [addDays(first, -1) ?? first, first, last, addDays(last, 1) ?? last];
  });
  return { ofDeadlines: unique(ofDeadlines).sort(), known: unique(known.map(lastDay)).sort() };
}

/** How many of the next days an event may fall on: courses that leap over most of them would be over soon. */
const NEXT = 3;

/** The event on one of the next days that matter, never before the day that talks have come to; nothing where none is left. */
export function onSomeDay(event: TalksEvent, days: DaysThatMatter, clock: Clock, dice: Dice): TalksEvent | undefined {
  const present = presentDayOf(clock);
  const among = dice.onceIn(2) ? days.ofDeadlines : days.known;
  const on = dice.one(among.filter((day) => present === undefined || day >= present).slice(0, NEXT));
  return on === undefined || event.on !== undefined ? undefined : { ...event, on };
}

/** The day that talks have come to, or up to which they know of anything. */
function presentDayOf({ today, asOf }: Clock): CalendarDate | undefined {
  return today ?? (asOf === null ? undefined : lastDay(asOf));
}
