import type { TalksEvent } from 'sticking-points';
import { addDays, firstDay, lastDay, later } from '../../src/base/day.js';
import { inTalks, isRatifying, type Model } from './model.js';

/**
 * The day an event brings the talks to, and what had been reported by then; nothing where the event cannot have happened
 * on the day it says.
 */
export function onItsDay(model: Model, event: TalksEvent): Model | undefined {
  const { today, reading } = model;
  const on = event.on === undefined ? null : firstDay(event.on);
  if (reading.earlierDays === 'refused' && today !== null && event.on && lastDay(event.on) < today) return undefined;
  const passes = event.type === 'days.passed';
  const counted = today !== null && passes ? (addDays(today, event.days) ?? today) : today;
  const isLater = on !== null && (counted === null || on > counted);
  // Where days are counted, they have to be passed one by one: none is skipped by a date.
  if (isLater && today !== null && areDaysCounted(model)) return undefined;
  if (!passes && isLater && isOver(model, on)) return undefined;
  // Which day of a month it was is not known; only that days known by then are over.
  const isMonth = event.on !== undefined && event.on.length === 7;
  const now = isLater && !(isMonth && today === null) ? on : counted;
  const report = event.reportedOn ?? event.on;
  const asOf = model.asOf !== null && report !== undefined ? later(model.asOf, report) : model.asOf;
  return { ...model, today: now, asOf };
}

/** Whether days run: in a phase, and while an approval may be objected to. */
function areDaysCounted({ approval, delivery }: Model): boolean {
  return (approval !== null && approval.daysLeft !== null) || (delivery !== null && delivery.phase > 0);
}

/** Whether a day lies after a hard deadline that these talks must meet. */
export function isOver(model: Model, day: string): boolean {
  const ratifying = isRatifying(model) || (model.state === 'suspended' && model.approval !== null);
  const waits = ratifying ? model.reading.ratifying === 'lapses' : isBeforeAgreement(model);
  const { deadlines } = model.scenario.process;
  return waits && Object.values(deadlines).some(({ kind, by }) => kind === 'hard' && day > lastDay(by));
}

function isBeforeAgreement(model: Model): boolean {
  return inTalks(model) || model.state === 'betweenRounds' || (model.state === 'suspended' && !model.delivery);
}
