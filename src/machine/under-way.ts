import { dayFor, type TextRun } from '../obligations/text-run.js';
import type { PhaseExtended } from '../scenario/events/deal.js';
import { isMonth } from './clock.js';
import type { DealRun, TalksContext } from './context.js';

/** Whether a phase that began before the present one still goes on beside it. */
export function goesOnBeside({ text, phase: present }: DealRun, phase: number): boolean {
  return (
    text !== undefined && phase < present && Object.hasOwn(text.phases, phase) && !Object.hasOwn(text.ended, phase)
  );
}

/** Whether a phase went on, on a day of the run before today, that has been over since a later one. */
export function wentOn({ text }: DealRun, phase: number, day: number): boolean {
  const ended = text?.ended[phase];
  return text !== undefined && ended !== undefined && day < text.day && day < ended;
}

/**
 * The phase that is made longer: the one named, or the latest of those under way on the day on which that was agreed; the last to
 * begin, where none was.
 */
export function phaseToExtend(deal: DealRun, event: Pick<PhaseExtended, 'phase' | 'on'>): number {
  const { phase: present, text } = deal;
  if (event.phase !== undefined) return event.phase;
  if (!text) return present;
  const day = dayToldOf(text, event);
  const isUnderWay = (phase: number) => !Object.hasOwn(text.ended, phase) || wentOn(deal, phase, day);
  for (let phase = present; phase > 0; phase--) {
    if (Object.hasOwn(text.phases, phase) && isUnderWay(phase)) return phase;
  }
  return present;
}

/** The day of a run on which something happened that is told today, as far as that is known: of a month no day is. */
export function dayToldOf(text: TextRun, { on }: Pick<PhaseExtended, 'on'>): number {
  return (on === undefined || isMonth(on) ? undefined : dayFor(text, on)) ?? text.day;
}

/** The present phase of a deal, and those that may still go on beside it. */
export function phasesBegun({ deal }: TalksContext): readonly number[] {
  if (!deal) return [];
  return [...new Set([...Object.keys(deal.text?.phases ?? {}).map(Number), deal.phase])];
}

/** Phases that may still go on beside the present one. */
export function phasesBeside(context: TalksContext): readonly number[] {
  return phasesBegun(context).filter((phase) => phase !== context.deal?.phase);
}
