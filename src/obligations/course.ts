import { addDays, addMonths, daysBetween, type CalendarDate } from '../base/day.js';
import { span, type Span } from '../base/span.js';
import type { Deal } from '../offers/deal.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { reachOf } from '../terms/amount-span.js';
import { fromSteps } from '../terms/decimal.js';
import { lengthName, PHASES, placeOf, quantityName } from '../terms/layout.js';
import { pathsOf } from '../terms/term.js';

/** What a deal says of one of its phases that matters for carrying it out. */
export interface PhaseCourse {
  /** Days it may last, as far as the text and the day it began settle that. */
  readonly days: Span;
  /** Whether the deal certainly has it, certainly has not, or leaves that open. */
  readonly has: boolean | 'open';
  /** Whether its content is still to be negotiated, during the phase before it. */
  readonly toBeNegotiated: boolean;
}

/** What is due of a quantity in a phase. */
export interface Due {
  /** Its path id. */
  readonly obligation: string;
  /** How much, in its unit. */
  readonly amount: Span;
  /** Whether the text says anything of it, for this phase or in all. */
  readonly said: boolean;
}

/** How a phase of a deal runs. `began` is the day it began: calendar months have a length only from a day on. */
export function phaseOf(scenario: Scenario, offer: Offer, phase: number, began: CalendarDate | null): PhaseCourse {
  const deal = readDeal(settingOf(scenario), offer);
  const place = placeOf(deal.layout, lengthName(phase));
  const phases = placeOf(deal.layout, PHASES);
  const [fewest, most] = [deal.bounds.least[phases] ?? 1, deal.bounds.most[phases] ?? 1];
  const has = phase <= fewest ? true : phase > most ? false : 'open';
  return {
    // Of a phase that the text has not got it says nothing, should it be settled later.
    days: has === false ? {} : daysFrom(deal, place, began),
    has,
    toBeNegotiated: offer.phases[phase - 1]?.toBeNegotiated?.value ?? false,
  };
}

function daysFrom(deal: Deal, place: number, began: CalendarDate | null): Span {
  const least = deal.bounds.least[place] ?? 0;
  const most = deal.bounds.most[place] ?? Infinity;
  const worded = deal.months.get(place);
  // Days that the text settles are its own, whatever the calendar.
  if (!worded || began === null || least === most) return span(least, most);
  const { least: fewest, most: atMost } = reachOf(worded.amount, 1);
  const until = (months: number, otherwise: number) => {
    const end = Number.isInteger(months) ? addMonths(began, months) : undefined;
    return end === undefined ? otherwise : daysBetween(began, end);
  };
  return span(Math.max(least, until(fewest, least)), Math.min(most, until(atMost, most)));
}

/** What is due in a phase of a deal, quantity by quantity, in the order in which the scenario declares them. */
export function dueIn(scenario: Scenario, offer: Offer, phase: number): readonly Due[] {
  const deal = readDeal(settingOf(scenario), offer);
  const spoken = [offer.terms, offer.phases[phase - 1]?.terms ?? {}].flatMap((terms) => Object.keys(terms));
  return Object.entries(scenario.terms).flatMap(([id, term]) => {
    if (term.kind !== 'quantity') return [];
    return pathsOf(id, term).map((path): Due => {
      const place = placeOf(deal.layout, quantityName(path, term.scope === 'phase' ? phase : undefined));
      const end = (side: readonly number[], none: number) => {
        const steps = side[place] ?? none;
        return Number.isFinite(steps) ? fromSteps(steps, term.step) : steps;
      };
      return {
        obligation: path,
        amount: span(end(deal.bounds.least, -Infinity), end(deal.bounds.most, Infinity)),
        said: spoken.includes(path),
      };
    });
  });
}

/** The day so many days after another, where that is known. */
export function dayAfter(day: CalendarDate | null, days: number): CalendarDate | null {
  return day === null ? null : (addDays(day, days) ?? null);
}
