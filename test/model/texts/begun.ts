import { daysBetween } from '../../../src/base/day.js';
import { CONCLUDED, type Begins } from './deal.js';
import { completedOn, reachedOn, saidOf } from './done.js';
import { dutyOf, foundOn, toldOf, type Carried } from './told.js';

/** The day to which an event was last moved. */
function movedTo(model: Carried, event: string): number | null {
  const last = toldOf(model, 'event.moved').findLast((one) => one.event.event === event);
  return last ? daysBetween(CONCLUDED, last.event.to) : null;
}

/** The day of the flood, which may be still to come; nothing while nobody knows of one. */
export function floodOn(model: Carried): number | null {
  return toldOf(model, 'event.happened')[0]?.day ?? movedTo(model, 'flood');
}

/** The day of the entry into force, which may be still to come; nothing while nobody knows of one. */
function startsOn(model: Carried): number | null {
  return toldOf(model, 'deal.started')[0]?.day ?? movedTo(model, 'start');
}

/** The same, once it has come. */
export function startedOn(model: Carried): number | null {
  const day = startsOn(model);
  return day !== null && day <= model.day ? day : null;
}

/** When a phase begins: by its own trigger, or once the one before it is over, which only that makes known. */
export function phaseStart(model: Carried, n: number): number | null {
  const begins = model.deal.phases[n - 1]?.begins;
  if (begins) return begunOn(model, begins, undefined);
  if (n === 1) return startsOn(model);
  return model.phase >= n ? phaseEnd(model, n - 1) : null;
}

/** When a phase ends that begins on a known day, with all that was added to it. */
export function phaseEnd(model: Carried, n: number): number | null {
  const start = phaseStart(model, n);
  const added = model.told.reduce((sum, { event, phase }) => {
    return sum + (event.type === 'phase.extended' && phase === n ? event.days : 0);
  }, 0);
  return start === null ? null : start + model.deal.phases[n - 1]!.length + added;
}

/** The day on which something begins; nothing as long as that has not come about. */
export function begunOn(model: Carried, begins: Begins, observer: string | undefined): number | null {
  const after = (day: number | null, n: number) => (day === null ? null : day + n);
  if ('on' in begins) return after(startsOn(model), begins.on);
  if ('flood' in begins) return after(floodOn(model), begins.flood);
  if ('phase' in begins) return after((begins.end ? phaseEnd : phaseStart)(model, begins.phase), begins.after);
  if ('completed' in begins) return after(completedOn(model, begins.completed, observer), begins.after);
  if ('found' in begins) return after(foundOn(model, begins.found), begins.after);
  if ('certified' in begins) return toldOf(model, 'certification.given')[0]?.day ?? null;
  if ('total' in begins) {
    const steps = begins.total.map((id) => saidOf(model, id, observer));
    const days = [...new Set(steps.flat().map(({ day }) => day))].sort((x, y) => x - y);
    const totals = days.map((day) => ({
      day,
      total: steps.reduce((sum, one) => sum + (one.findLast((step) => step.day <= day)?.total ?? 0), 0),
    }));
    return reachedOn(totals, begins.reaches);
  }
  const parts = ('first' in begins ? begins.first : begins.last).map((part) => begunOn(model, part, observer));
  const known = parts.filter((day) => day !== null);
  if ('first' in begins) return known.length > 0 ? Math.min(...known) : null;
  return known.length === parts.length ? Math.max(...known) : null;
}

/**
 * Whether only a finding that there is not could set something off, itself or what it hangs on: as long as nothing is found
 * it is then not owed.
 */
export function needsFinding(model: Carried, begins: Begins, observer: string | undefined): boolean {
  if (begunOn(model, begins, observer) !== null) return false;
  if ('found' in begins) return true;
  if ('completed' in begins) return needsFinding(model, dutyOf(model, begins.completed).begins, observer);
  if ('total' in begins) {
    return begins.total.every((id) => needsFinding(model, dutyOf(model, id).begins, observer));
  }
  if ('first' in begins) return begins.first.every((part) => needsFinding(model, part, observer));
  if ('last' in begins) return begins.last.some((part) => needsFinding(model, part, observer));
  return false;
}
