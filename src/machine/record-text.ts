import { daysBetween, firstDay, lastDay, type CalendarDate } from '../base/day.js';
import { optional } from '../base/records.js';
import { dayFor, reportsOf, startedOn, type DutyReport, type TextRun } from '../obligations/text-run.js';
import type { TalksEvent } from '../scenario/event.js';
import { normaliseAmount } from '../terms/amount.js';
import { isMonth, type Clock } from './clock.js';
import type { DealRun } from './context.js';
import { phaseToExtend } from './under-way.js';

/**
 * What has become of a deal's text after an event; nothing where the deal has no text. `affected` are the obligations that
 * an event is about without naming them.
 */
export function recordedInText(
  deal: DealRun,
  event: TalksEvent,
  clock: Clock,
  affected: readonly string[] = [],
): TextRun | undefined {
  const { text } = deal;
  return text && recorded(deal, datedRun(text, event, clock), event, clock, affected);
}

/** The day a text has come to: days that passed are counted, and dates fix them to the calendar. */
export function datedRun(run: TextRun, event: TalksEvent, { today }: Clock): TextRun {
  const day = run.day + (event.type === 'days.passed' ? (event.days ?? 0) : 0);
  if (today !== null && !run.dated) return { ...run, day, dated: { day, date: today } };
  const now = today !== null && run.dated ? Math.max(day, run.dated.day + daysBetween(run.dated.date, today)) : day;
  // The same where no day has passed: what is known of it still holds.
  return now === run.day ? run : { ...run, day: now };
}

function recorded(
  deal: DealRun,
  run: TextRun,
  event: TalksEvent,
  { today }: Clock,
  affected: readonly string[],
): TextRun {
  const day = dayOf(run, event.on, today);
  const month = optional('month', isMonth(event.on) ? event.on : undefined);
  const report = (id: string, what: DutyReport['what'], more: Partial<DutyReport> = {}): TextRun => {
    const told: DutyReport = {
      what,
      day,
      ...month,
      ...more,
      ...optional('citation', event.citation),
      ...optional('because', event.because),
    };
    return { ...run, duties: { ...run.duties, [id]: [...reportsOf(run, id), told] } };
  };
  switch (event.type) {
    case 'deal.started':
      return startedOn(run, day);
    case 'phase.extended': {
      const { rule, days } = event;
      const phase = phaseToExtend(deal, event);
      return {
        ...run,
        extended: { ...run.extended, [phase]: (run.extended[phase] ?? 0) + days },
        extendedBy: { ...run.extendedBy, [phase]: addedTo(run.extendedBy[phase], rule, days) },
        timesExtended: { ...run.timesExtended, [phase]: addedTo(run.timesExtended[phase], rule, 1) },
      };
    }
    case 'phase.ended':
      return { ...run, endsTold: [...(run.endsTold ?? []), event.phase].sort((a, b) => a - b) };
    case 'performance.reported':
      return report(event.obligation, 'done', {
        amount: normaliseAmount(event.amount),
        ...optional('parts', event.parts),
        ...optional('observer', event.observer),
      });
    case 'performance.waived':
    case 'performance.excused':
      return report(event.obligation, event.type === 'performance.waived' ? 'waived' : 'excused', {
        ...(event.amount !== undefined && { amount: normaliseAmount(event.amount) }),
        ...optional('by', event.by),
      });
    case 'performance.withheld':
      return report(event.obligation, 'withheld', optional('by', event.by));
    case 'performance.postponed':
      return report(event.obligation, 'postponed', {
        by: event.by,
        ...optional('until', dayFor(run, event.to)),
        ...optional('occurrence', event.occurrence),
      });
    case 'performance.suspended':
    case 'performance.resumed':
    case 'instrument.suspended':
    case 'instrument.resumed': {
      const { type, by, because } = event;
      const what = type === 'performance.suspended' || type === 'instrument.suspended' ? 'suspended' : 'resumed';
      const instrument = 'instrument' in event ? event.instrument : undefined;
      let after = run;
      for (const id of 'obligations' in event ? event.obligations : affected) {
        const told: DutyReport = {
          what,
          day,
          ...month,
          ...optional('by', by),
          ...optional('because', because),
          ...optional('instrument', instrument),
        };
        after = { ...after, duties: { ...after.duties, [id]: [...reportsOf(after, id), told] } };
      }
      return after;
    }
    case 'breach.alleged':
    case 'breach.cured':
      return report(event.obligation, event.type === 'breach.alleged' ? 'breach alleged' : 'breach cured', {
        ...(event.by !== undefined && { by: [event.by] }),
      });
    case 'breach.found':
      return report(event.obligation, 'breach found', { by: [event.by], ...optional('against', event.against) });
    case 'event.happened':
      return { ...run, events: { ...run.events, [event.event]: day } };
    case 'event.moved': {
      const to = dayFor(run, event.to);
      if (to === undefined) return run;
      return { ...run, events: { ...run.events, [event.event]: to }, moved: { ...run.moved, [event.event]: to } };
    }
    case 'certification.given':
      return { ...run, certified: { ...run.certified, [event.certification]: day } };
    case 'promisedTalks.opened':
      return { ...run, talks: { ...run.talks, [event.talks]: { opened: day } } };
    case 'promisedTalks.settled':
    case 'promisedTalks.failed': {
      const how = event.type === 'promisedTalks.settled' ? 'settled' : 'failed';
      return { ...run, talks: { ...run.talks, [event.talks]: { ...run.talks[event.talks], [how]: day } } };
    }
    case 'nextPhase.opened':
    case 'nextPhase.settled':
    case 'nextPhase.failed': {
      const on = deal.phase + 1;
      // Talks that are opened again after they failed are under way, and no longer failed.
      if (event.type === 'nextPhase.opened') return { ...run, talks: { ...run.talks, [on]: { opened: day } } };
      const how = event.type === 'nextPhase.settled' ? 'settled' : 'failed';
      return { ...run, talks: { ...run.talks, [on]: { ...run.talks[on], [how]: day } } };
    }
    default:
      return run;
  }
}

function addedTo(before: Readonly<Record<string, number>> = {}, rule = '', more: number) {
  return { ...before, [rule]: ((Object.hasOwn(before, rule) ? before[rule] : undefined) ?? 0) + more };
}

/** The day on which an event happened, counted as in the run: today, unless it says that it was earlier. */
function dayOf(run: TextRun, on: CalendarDate | undefined, today: CalendarDate | null): number {
  if (on === undefined || today === null) return run.day;
  return dayFor(run, firstDay(on) === lastDay(on) ? on : today) ?? run.day;
}
