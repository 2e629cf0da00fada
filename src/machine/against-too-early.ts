import { firstDay, lastDay, type CalendarDate } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import { dateOf } from '../obligations/instant.js';
import { instantIn, type TextRun } from '../obligations/text-run.js';
import type { TalksEvent } from '../scenario/event.js';
import { isInForce, type DealRun } from './context.js';

/** What something has to come after, in words to which its day is added, and that day, where one is known. */
export interface Earliest {
  readonly after: string;
  readonly day: CalendarDate | undefined;
}

/** What stands against an event of a day before that of what it is about; of a month, only if all of its days are. */
export function againstTooEarly({ on }: TalksEvent, what: string, { after, day }: Earliest): readonly Fault[] {
  if (on === undefined || day === undefined || lastDay(on) >= firstDay(day)) return [];
  const message = `${what} is dated ${on}, and ${after} ${firstDay(day) === day ? 'on' : 'in'} ${day}: give a day from then on.`;
  return [fault('talks/too-early', ['on'], message, { on, earliest: day })];
}

/** The day on which a deal came into force; before that, the one on which it was agreed. */
export function earliestOf(deal: DealRun): Earliest {
  const { text, since, phase, began } = deal;
  const after = isInForce(deal) ? 'the deal came into force' : 'the deal was agreed';
  // Of a deal with a text only a month is kept beside it.
  if (text) return { after, day: isInForce(deal) ? dateIn(text, text.started ?? 0) : (since ?? dateIn(text, 0)) };
  return { after, day: since ?? (phase === 1 ? (began ?? undefined) : undefined) };
}

/** The day on which the talks on the next phase were opened, where they were; else that of the deal. */
export function earliestOfNextPhase(deal: DealRun): Earliest {
  const { text, phase } = deal;
  const opened = text?.talks[phase + 1]?.opened;
  const day = deal.opened ?? (text && opened !== undefined ? dateIn(text, opened) : undefined);
  return day === undefined ? earliestOf(deal) : { after: 'they were opened', day };
}

/** The day on which talks on the next phase last failed, where they did and a text keeps it; else that of the deal. */
export function earliestOfReopening(deal: DealRun): Earliest {
  const failed = deal.text?.talks[deal.phase + 1]?.failed;
  if (!deal.text || failed === undefined) return earliestOf(deal);
  return { after: 'they failed', day: dateIn(deal.text, failed) };
}

/** A day of a run on the calendar, where any of its days is dated. */
export function dateIn(run: TextRun, day: number): CalendarDate | undefined {
  return dateOf(instantIn(run, day));
}
