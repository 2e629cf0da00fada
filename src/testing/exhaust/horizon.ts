import { lastDay, isCalendarDate, type CalendarDate } from '../../base/day.js';
import type { DealRun, TalksContext } from '../../machine/context.js';
import { phaseOf } from '../../machine/course.js';
import type { Offer } from '../../offers/offer.js';
import type { Scenario } from '../../scenario/scenario.js';

/** How many days may matter to a deal, gone by in its present phase: with any more, all goes as it does with these. */
export type Horizon = (deal: DealRun, added: TalksContext['added']) => number;

/**
 * Days matter up to the sum of the lengths of this phase and those after it, in whatever text is longest, each extended
 * as far as it may be: with so many every phase that has an end has come to it.
 *
 * @param extension - the most days by which a phase may be extended in all
 */
export function horizonOf(scenario: Scenario, extension: number): Horizon {
  const { most } = scenario.space.phases;
  const phases = Array.from({ length: most }, (_, i) => i + 1);
  const lengths = new WeakMap<Offer, readonly number[]>(); // a memo: what it holds follows from the offer
  const lengthsOf = (offer: Offer) => {
    const known = lengths.get(offer) ?? phases.map((phase) => longest(scenario, offer, phase));
    lengths.set(offer, known);
    return known;
  };
  const own = Object.values(scenario.offers);
  return ({ phase }, added) => {
    const texts = [...own, ...Object.values(added)].map(lengthsOf);
    const left = phases.filter((p) => p >= phase);
    return left.reduce((sum, p) => sum + extension + Math.max(0, ...texts.map((text) => text[p - 1] ?? 0)), 0);
  };
}

function longest(scenario: Scenario, offer: Offer, phase: number): number {
  const { least = 0, most = 0 } = phaseOf(scenario, offer, phase, null).days;
  return Math.max(least, most);
}

/** The latest day that anything in plain data speaks of: what is later is later than all of it. */
export function latestDayIn(data: unknown): CalendarDate | undefined {
  let latest: CalendarDate | undefined;
  const waiting: unknown[] = [data];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'object' && next !== null) waiting.push(...(Object.values(next) as unknown[]).filter(isSaid));
    if (typeof next !== 'string' || !isCalendarDate(next)) continue;
    const day = lastDay(next);
    if (latest === undefined || day > latest) latest = day;
  }
  return latest;
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}
