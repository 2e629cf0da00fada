import type { Obligation } from '../offers/text/obligation.js';
import { reachOf } from '../terms/amount-span.js';
import type { DutyReport } from './text-run.js';

/** What had been seen done in all up to a day. */
export interface SeenStep {
  readonly day: number;
  readonly total: number;
  readonly parts?: Readonly<Record<string, number>>;
}

/** What is taken to have been done of an obligation: up to each day, in all. */
export interface Seen {
  readonly steps: readonly SeenStep[];
}

/** What one observer reported done of it. */
export interface Sighting extends Seen {
  readonly observer: string;
}

/**
 * What each observer saw done of an obligation; figures of several are never merged. In order of the days that the reports
 * are about: one that comes in late tells of its own day, and does not undo what was seen after it.
 */
export function sightingsOf(reports: readonly DutyReport[], step: number): readonly Sighting[] {
  const by = new Map<string, SeenStep[]>();
  for (const { what, observer = '', amount, parts, day } of reports) {
    if (what !== 'done' || !amount) continue;
    const { least } = reachOf(amount, step);
    by.set(observer, [...(by.get(observer) ?? []), { day, total: Math.max(0, least), ...(parts && { parts }) }]);
  }
  return [...by].map(([observer, steps]) => ({ observer, steps: steps.sort((a, b) => a.day - b.day) }));
}

/**
 * What counts: an observer's own sighting, where one is asked for; else that of the verifier whom the text names, if it has
 * reported; else what nobody disputed, day by day: the least of what had been said by then, so that who agrees later agrees
 * from that day on. Of a level nobody disputes that it is held only where everybody says so: `isHeld` tells of which figures
 * it is, and one that is none counts before all others.
 */
export function sightingFor(
  sightings: readonly Sighting[],
  { verifier }: Pick<Obligation, 'verifier'>,
  observer?: string,
  isHeld: (total: number) => boolean = () => true,
): Seen | undefined {
  if (observer !== undefined) return sightings.find((sighting) => sighting.observer === observer);
  const official = sightings.find((sighting) => sighting.observer === verifier?.value);
  if (official || sightings.length < 2) return official ?? sightings[0];
  const latest = sightings.map((): SeenStep | undefined => undefined);
  const all = sightings
    .flatMap(({ steps }, i) => steps.map((step) => ({ step, i })))
    .sort((a, b) => a.step.day - b.step.day);
  const steps: SeenStep[] = [];
  for (const [n, { step, i }] of all.entries()) {
    latest[i] = step;
    const { day } = step;
    if (all[n + 1]?.step.day === day) continue;
    const said = latest.filter((one) => one !== undefined);
    const out = said.filter(({ total }) => !isHeld(total));
    const least = (out.length > 0 ? out : said).reduce((one, other) => (other.total < one.total ? other : one));
    steps.push({ ...least, day });
  }
  return { steps };
}

/** How much a sighting comes to by now; nothing where there is none. */
export function totalSeen(sighting: Seen | undefined): number {
  return sighting?.steps.at(-1)?.total ?? 0;
}

/** The latest that a sighting says of days up to one; `undefined` where it says nothing of any. */
export function seenUpTo(sighting: Seen | undefined, day: number): SeenStep | undefined {
  return sighting?.steps.findLast((step) => step.day <= day);
}

/** The day from which a sighting has been at so much, and has not fallen below it since. */
export function reachedOn(sighting: Seen | undefined, needed: number): number | undefined {
  let since: number | undefined;
  for (const { day, total } of sighting?.steps ?? []) {
    if (total < needed) since = undefined;
    else since ??= day;
  }
  return since;
}

/** What is said of each day in the end: of several figures of one day, the last. */
export function dayEnds(steps: readonly SeenStep[]): readonly SeenStep[] {
  return steps.filter(({ day }, i) => steps[i + 1]?.day !== day);
}
