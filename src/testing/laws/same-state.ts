import { lastDay } from '../../base/day.js';
import { mapValues } from '../../base/records.js';
import { remembered } from '../../base/remembered.js';
import { phaseOf } from '../../obligations/course.js';
import type { Talks } from '../../machine/talks.js';
import type { Scenario } from '../../scenario/scenario.js';

/** Every day that a scenario speaks of, from which something may be known. */
export const datesIn = /* @__PURE__ */ remembered((scenario: Scenario): readonly string[] => {
  const dates = JSON.stringify(scenario).match(/"\d{4}-\d\d(-\d\d)?"/g) ?? [];
  return [...new Set(dates)].map((date) => date.slice(1, -1));
});

/** What tells one state of talks from another where it matters for the way out: of days only what they bring about. */
export function nameOf({ snapshot, scenario, deadlines }: Talks, dates: readonly string[]): string {
  const { today: _, asOf, ratification, deal, added, revised, ...rest } = snapshot.context;
  const known = asOf === null ? null : dates.filter((date) => date <= lastDay(asOf)).length;
  const standings = mapValues(deadlines, (deadline) => deadline.standing);
  // Whatever is done on the way out is done today: no day before which it cannot have been stands in its way.
  const chain = ratification && {
    ...ratification,
    agreed: undefined,
    approved: undefined,
    since: undefined,
    decidedOn: undefined,
  };
  const undated = deal && { ...deal, since: undefined, opened: undefined, byOfferSince: undefined };
  const run = undated && { ...undated, day: Math.min(deal.day, lastOf(scenario, deal)), performed: {} };
  const positions = mapValues(revised, (position) => position !== null);
  return JSON.stringify([snapshot.value, rest, known, standings, chain, run, Object.keys(added), positions]);
}

/** The last day of the phase of a deal, as it stands; the first that may be, where that is open. */
export function lastOf(scenario: Scenario, deal: NonNullable<Talks['deal']>): number {
  const text = scenario.offers[deal.offer];
  if (!text || deal.phase === 0) return 0;
  const { least = 0, most = least } = phaseOf(scenario, text, deal.phase, deal.began).days;
  return most + deal.extended;
}
