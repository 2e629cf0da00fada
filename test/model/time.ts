import type { TalksEvent } from 'sticking-points';
import { addDays, daysBetween, firstDay, lastDay, later } from '../../src/base/day.js';
import { inTalks, own, type Model } from './model.js';

/**
 * The day an event brings the talks to, and what had been reported by then; nothing where the event cannot have happened
 * on the day it says.
 */
export function onItsDay(model: Model, event: TalksEvent): Model | undefined {
  const { today } = model;
  const on = event.on === undefined ? null : firstDay(event.on);
  const passes = event.type === 'days.passed';
  const counted = today !== null && passes ? (addDays(today, event.days ?? 0) ?? today) : today;
  const isLater = on !== null && (counted === null || on > counted);
  // Where days are counted, they have to be passed one by one: none is skipped by a date.
  if (isLater && today !== null && areDaysCounted(model)) return undefined;
  // A month says of no day that it is over, where no day is known.
  const isMonth = event.on !== undefined && event.on.length === 7;
  const now = isLater && !(isMonth && today === null) ? on : counted;
  // After a hard deadline nothing more happens but that days pass, and the talks lapse; an offer may still become known.
  const happens = !passes && event.type !== 'offer.recorded';
  if (happens && now !== null && isOver(model, now)) return undefined;
  return { ...model, today: now, asOf: reportsBy(model, event) };
}

/** Up to which day reports count afterwards: what happens is told on its day, unless it is said to be told on another. */
function reportsBy({ asOf, scenario }: Model, event: TalksEvent): string | null {
  if (asOf === null) return null;
  const passed = event.type === 'days.passed' ? (addDays(lastDay(asOf), event.days ?? 0) ?? asOf) : asOf;
  const source = event.citation && own(scenario.sources, event.citation.source);
  const told = event.reportedOn ?? source?.date ?? event.on;
  return told === undefined ? passed : later(passed, told);
}

/** Whether days run: in a phase, and while an approval may be objected to. */
function areDaysCounted({ approval, delivery }: Model): boolean {
  return (approval !== null && approval.daysLeft !== null) || (delivery !== null && delivery.phase > 0);
}

/** Whether a day lies after a hard deadline that these talks must meet. */
export function isOver(model: Model, day: string): boolean {
  const { deadlines } = model.scenario.process;
  return (
    isBeforeAgreement(model) && Object.values(deadlines).some(({ kind, by }) => kind === 'hard' && day > lastDay(by))
  );
}

function isBeforeAgreement(model: Model): boolean {
  return (
    inTalks(model) ||
    model.state === 'betweenRounds' ||
    (model.state === 'suspended' && !model.delivery && !model.approval)
  );
}

/** The day on which something happened that is told now, as told; nothing where nobody knows. */
export const toldOn = ({ today }: Model, { on }: TalksEvent): string | null => on ?? today;

/** Whether something is told of a time that was over before a day. */
export function isBefore({ on }: TalksEvent, day: string | null): boolean {
  return on !== undefined && day !== null && lastDay(on) < firstDay(day);
}

/** How many days before the present one something happened that is told now; of a month no day is known. */
export function daysSince({ today }: Model, { on }: TalksEvent): number {
  return today === null || on === undefined || on.length === 7 ? 0 : daysBetween(on, today);
}
