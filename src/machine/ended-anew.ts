import type { PhaseExtended } from '../scenario/events/deal.js';
import type { DealRun } from './context.js';
import type { Texts } from './delivery.js';
import { dayToldOf, phaseToExtend, wentOn } from './under-way.js';

/**
 * A deal that was amended so many days ago, with its phases over when they are by the amendment: those that ended later, by no
 * report, and by whose end no other has begun. What the amendment does not move stays as it is.
 */
export function endedAnew(texts: Texts, before: DealRun, deal: DealRun, ago: number): DealRun {
  const { text } = deal;
  if (!text) return deal;
  const day = Math.max(text.day - ago, text.started ?? 0);
  let now = deal;
  for (const phase of Object.keys(text.ended).map(Number)) {
    if (!wentOn(deal, phase, day)) continue;
    const [was, is] = [before, deal].map((one) => texts.endsFrom(one, phase, day));
    if (was !== is && mayEndOn(texts, before, phase, is, day)) now = endsOn(now, phase, is);
  }
  return now;
}

/** Whether what is told today, of an earlier day, can still make a phase longer that is over by now and was not so on that day. */
export function mayExtendLate(texts: Texts, deal: DealRun, phase: number, event: PhaseExtended): boolean {
  const { text } = deal;
  const day = text && dayToldOf(text, event);
  if (day === undefined || !wentOn(deal, phase, day)) return false;
  return mayEndOn(texts, deal, phase, (text?.ended[phase] ?? day) + event.days, day);
}

/** A deal in which a phase was made longer, with the end that it has by that, where it was over by now without. */
export function extendedLate(texts: Texts, deal: DealRun, event: PhaseExtended): DealRun {
  const { text } = deal;
  const phase = phaseToExtend(deal, event);
  if (!text || !Object.hasOwn(text.ended, phase)) return deal;
  return endsOn(deal, phase, texts.endsFrom(deal, phase, dayToldOf(text, event)));
}

/** Whether a phase can have ended on another day, or not yet: that was not reported, and no other phase has begun by it since a day. */
function mayEndOn(texts: Texts, deal: DealRun, phase: number, on: number | undefined, day: number): boolean {
  const { text } = deal;
  if (!text || text.endsTold?.includes(phase)) return false;
  const moved = endsOn(deal, phase, on ?? text.day + 1);
  return Object.entries(text.phases).every(([n, began]) => {
    const later = Number(n);
    if (later <= phase || began <= day) return true;
    const begins = texts.begins(deal, later);
    // Without a trigger of its own it follows the one before it.
    return begins === undefined ? later !== phase + 1 : begins === texts.begins(moved, later);
  });
}

/** A deal in which a phase ended on a day, or has not ended. */
function endsOn(deal: DealRun, phase: number, day: number | undefined): DealRun {
  const { text } = deal;
  if (!text) return deal;
  const { [phase]: _, ...others } = text.ended;
  return { ...deal, text: { ...text, ended: day === undefined ? others : { ...others, [phase]: day } } };
}
