import { phaseOf } from './course.js';
import { quantityAt } from '../terms/term.js';
import type { Reach } from '../terms/amount-span.js';
import { daysOf, type Length } from '../terms/length.js';
import type { PhaseExtension } from '../offers/text/text.js';
import type { Delivery } from './delivery.js';
import { dateOf, plusLength, type Instant } from './instant.js';
import { scaledLength } from './scaled-length.js';
import { sightingFor, sightingsOf } from './seen.js';
import { instantIn, reportsOf } from './text-run.js';

/** A phase of a text that has begun: its first day, and the day on which it would end, both counted as in the run. */
interface Stretch {
  readonly phase: number;
  readonly began: number;
  readonly ends: number;
}

/** Days added so far to a phase that has begun: by consent, by a rule, and by what its text says happens of itself. */
export function addedDays(delivery: Delivery, phase: number): number {
  const { scenario, offer, run } = delivery;
  const consented = run.extended[phase] ?? 0;
  const began = run.phases[phase];
  if (began === undefined) return consented;
  const { days } = phaseOf(scenario, offer, phase, dateOf(instantIn(run, began)) ?? null);
  return days.most === undefined
    ? consented
    : consented + grantedDays(delivery, { phase, began, ends: began + days.most + consented });
}

/** The day of the run on which a phase that has begun ends, as its text stands; nothing where it has no one length. */
export function endOf(delivery: Delivery, phase: number): number | undefined {
  const { scenario, offer, run } = delivery;
  const began = run.phases[phase];
  if (began === undefined) return undefined;
  const { days } = phaseOf(scenario, offer, phase, dateOf(instantIn(run, began)) ?? null);
  return days.most === undefined ? undefined : began + days.most + addedDays(delivery, phase);
}

/** The day on which a phase that has begun ends as its text stands, where that leaves it no choice. */
export function settledEnd(delivery: Delivery, phase: number): Instant | undefined {
  const { scenario, offer, run } = delivery;
  const began = run.phases[phase];
  if (began === undefined) return undefined;
  const { days } = phaseOf(scenario, offer, phase, dateOf(instantIn(run, began)) ?? null);
  return days.most === undefined || days.most !== days.least
    ? undefined
    : instantIn(run, began + days.most + addedDays(delivery, phase));
}

/** Days that a length comes to from an instant on: once that is known, and a figure is exact, months are as long as they are. */
export function daysFrom(at: Instant | undefined, length: Length): Reach {
  const end = at && length.length.wording === 'exactly' ? plusLength(at, length) : undefined;
  return at && end ? { least: end.day - at.day, most: end.day - at.day } : daysOf(length);
}

/**
 * Days by which a phase is longer than it would be, by what its text says happens without anyone’s consent: so long for so
 * many of a quantity done in it, by the figures that count; or as long as the talks on the next phase go on, by whole units.
 */
function grantedDays(delivery: Delivery, stretch: Stretch): number {
  let { ends } = stretch;
  for (const extension of delivery.text.phases[stretch.phase]?.extensions ?? []) {
    if (goesByItself(extension)) ends += grantedBy(delivery, extension, { ...stretch, ends });
  }
  return ends - stretch.ends;
}

/** Whether a way of making a phase longer takes nobody's word; a worded condition does. */
export function goesByItself({ how, condition, per }: PhaseExtension): boolean {
  return condition === undefined && (how === 'while talks continue' || (how === 'pro rata' && per !== undefined));
}

function grantedBy(delivery: Delivery, extension: PhaseExtension, stretch: Stretch): number {
  const { how, unit = A_DAY, per, cap, times = Infinity } = extension;
  const { run } = delivery;
  const days = (length: Length, n: number) => daysAfter(delivery, stretch.ends, length, n);
  if (days(unit, 1) <= 0) return 0;
  const most = cap ? days(cap, 1) : Infinity;
  if (how === 'pro rata' && per) {
    const beyond = Math.max(0, doneIn(delivery, per.of, stretch.began) - (per.beyond ?? 0));
    return Math.min(most, days(unit, Math.min(times, Math.floor(beyond / per.n))));
  }
  if (how !== 'while talks continue') return 0;
  const { opened, settled, failed } = run.talks[stretch.phase + 1] ?? {};
  if (opened === undefined) return 0;
  const over = settled ?? failed;
  let n = 0;
  // While talks are under way the phase has a day to come; once they are over, none that was not begun.
  const isLonger = () =>
    over === undefined ? stretch.ends + days(unit, n) <= run.day : stretch.ends + days(unit, n) < over;
  while (n < times && days(unit, n) < most && isLonger()) n++;
  return Math.min(most, days(unit, n));
}

const A_DAY: Length = { length: { wording: 'exactly', n: 1 }, unit: 'days' };

/** Days of a length so many times over, from a day of the run on; of months whose first day has no date, the fewest. */
function daysAfter({ run }: Delivery, from: number, length: Length, n: number): number {
  if (n === 0) return 0;
  const start = instantIn(run, from);
  const whole = scaledLength(length, n);
  const end = plusLength(start, whole);
  return end ? end.day - start.day : daysOf(whole).least;
}

/** How much of a quantity was done from a day of the run on, by the figures that count. */
function doneIn({ scenario, text, run }: Delivery, path: string, from: number): number {
  const { step } = quantityAt(scenario.terms, path);
  return Object.entries(text.obligations).reduce((sum, [id, obligation]) => {
    const sighting = sightingFor(sightingsOf(reportsOf(run, id), step), obligation);
    const upTo = (isIncluded: (day: number) => boolean) => {
      const last = sighting?.steps.findLast(({ day }) => isIncluded(day));
      return (obligation.of === path ? last?.total : last?.parts?.[path]) ?? 0;
    };
    return sum + Math.max(0, upTo(() => true) - upTo((day) => day < from));
  }, 0);
}
