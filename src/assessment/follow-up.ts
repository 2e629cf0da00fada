import type { CalendarDate } from '../base/day.js';
import { unique } from '../base/list.js';
import { notedSince, reportedBy } from '../evidence/clocks.js';
import type { Noted } from '../evidence/field.js';
import type { Deal } from '../offers/deal.js';
import type { Offer } from '../offers/offer.js';
import { offerBy } from '../offers/offer-by.js';
import { readDeal } from '../offers/read-deal.js';
import { judge } from '../positions/judge.js';
import type { VerdictWord } from '../positions/judged.js';
import { canBlock, readingsBy, type Position } from '../positions/position.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import type { Amount } from '../terms/amount.js';
import type { Length } from '../terms/length.js';
import type { Value } from '../terms/value.js';
import { assess } from './assess.js';
import { countsIn, possibleFacts, withCount, withFact, type PossibleFact } from './possible-facts.js';
import { MOST_WORLDS, worldsOf, worldsOfCounts } from './worlds.js';

/** A red line or demand that an offer does not meet, and whether it still could. */
export interface FollowUpPosition {
  readonly position: string;
  readonly party: string;
  readonly title: string;
  readonly verdict: 'unmet' | 'open';
  /** Under how many readings of the position and of what the offer says it could still be met. */
  readonly couldBeMet: 'under every reading' | 'under some' | 'under none';
  /** How many readings there are together, and in how many of them each verdict holds. */
  readonly readings: Readonly<Record<VerdictWord, number>>;
}

/** Something no report says of an offer, and what would follow once it was known. */
export interface FollowUpFact {
  /** The term by its path id, `length`, or a count: `count held`. */
  readonly of: string;
  /** The phase, where it is that of one. */
  readonly in?: number;
  /** Open points that it would settle whatever it turned out to be. */
  readonly settles: readonly string[];
  /** Further open points that it would settle only if it turned out to be this or that. */
  readonly maySettle: readonly string[];
}

/** What to ask next about an offer. */
export interface FollowUp {
  readonly offer: string;
  /** In the declared order. */
  readonly positions: readonly FollowUpPosition[];
  /** Those that would settle most first; of as many, in the order in which the scenario declares the terms. */
  readonly facts: readonly FollowUpFact[];
}

/** What to ask next about an offer, as far as had been reported by `asOf`. */
export function followUpOn(scenario: Scenario, offer: Offer, asOf: CalendarDate | undefined): FollowUp {
  const whole = offerBy(offer, scenario, asOf);
  const setting = settingOf(scenario);
  const read = (text: Offer, counts = setting.counts) =>
    readDeal(counts === setting.counts ? setting : { ...setting, counts }, text, asOf);
  const deal = read(whole);
  const { verdicts } = assess(scenario, offer, asOf === undefined ? {} : { asOf });
  const unsettled = verdicts
    .filter((v) => canBlock(v.rigidity.value) && v.verdict !== 'met')
    .flatMap((v) => scenario.positions[v.position] ?? [])
    .map((p) => ({ ...p, readings: readingsBy(p, scenario.sources, asOf) }));
  const texts = worldsOf(whole);
  const shared = countsIn([whole, unsettled.map((p) => p.readings)]);
  const isKnown = (reading: Noted<Amount>) => reportedBy(notedSince(reading, scenario.sources), asOf);
  const counted = worldsOfCounts(setting.counts, shared, isKnown, MOST_WORLDS / texts.length);
  const possible = texts.flatMap((text) => counted.map((counts) => read(text, counts))).filter((w) => !w.contradiction);
  // Reports that contradict each other in whatever combination leave the offer as it is read with all of them.
  const worlds = possible.length > 0 ? possible : [deal];
  const silentOn = whole.known === 'full' && !whole.phaseCount && whole.phases.length === 0;
  const phases = silentOn ? scenario.space.phases.least : 0;
  const readWith = (fact: PossibleFact, value: Value | Length) =>
    fact.count === undefined
      ? read(withFact(whole, fact, value, { phases }))
      : read(whole, withCount(setting.counts, fact.count, value));
  const open = unsettled.filter((p) => verdictOf(p, deal) === 'open');
  return {
    offer: offer.id,
    positions: unsettled.map((p) => asked(p, deal, worlds)),
    facts: possibleFacts(scenario, whole, deal, open)
      .map((fact) => settling(fact, open, (value) => readWith(fact, value)))
      .filter((fact) => fact.settles.length + fact.maySettle.length > 0)
      .sort((a, b) => b.settles.length - a.settles.length || b.maySettle.length - a.maySettle.length),
  };
}

function asked(position: Position, deal: Deal, worlds: readonly Deal[]): FollowUpPosition {
  const readings = { unmet: 0, open: 0, met: 0 };
  for (const world of worlds) {
    for (const { condition } of position.readings) readings[judge(condition, world).verdict] += 1;
  }
  const possible = readings.met + readings.open;
  return {
    position: position.id,
    party: position.party,
    title: position.title,
    verdict: verdictOf(position, deal) === 'unmet' ? 'unmet' : 'open',
    couldBeMet: possible === 0 ? 'under none' : readings.unmet === 0 ? 'under every reading' : 'under some',
    readings,
  };
}

/** What is open on an offer of which one thing more is known; nothing where it cannot be so. */
type Tried = readonly VerdictWord[] | undefined;

function settling(
  fact: PossibleFact,
  open: readonly Position[],
  dealWith: (value: PossibleFact['values'][number]) => Deal,
): FollowUpFact {
  const tryOut = (value: PossibleFact['values'][number]): Tried => {
    const deal = dealWith(value);
    return deal.contradiction ? undefined : open.map((p) => verdictOf(p, deal));
  };
  const tried = (fact.figures ? withTurns(fact.figures, tryOut) : fact.values.map(tryOut)).filter(
    (t) => t !== undefined,
  );
  const settledIn = open.map((_, i) => tried.filter((words) => words[i] !== 'open').length);
  const ids = (test: (n: number) => boolean) => open.filter((_, i) => test(settledIn[i] ?? 0)).map((p) => p.id);
  return {
    of: fact.of,
    ...(fact.in !== undefined && { in: fact.in }),
    settles: ids((n) => n > 0 && n === tried.length),
    maySettle: ids((n) => n > 0 && n < tried.length),
  };
}

/** Figures tried, and between any two of them that come to something else those halfway, until they are neighbours. */
function withTurns(
  { steps, valueOf }: NonNullable<PossibleFact['figures']>,
  tryOut: (value: Value | Length) => Tried,
): Tried[] {
  const found = new Map(steps.map((n) => [n, tryOut(valueOf(n))] as const));
  const waiting = steps.slice(1).map((n, i) => [steps[i] ?? n, n] as const);
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [from, to] = pair;
    if (to - from < 2 || JSON.stringify(found.get(from)) === JSON.stringify(found.get(to))) continue;
    const middle = Math.floor((from + to) / 2);
    found.set(middle, tryOut(valueOf(middle)));
    waiting.push([from, middle], [middle, to]);
  }
  return [...found.values()];
}

/** Of all readings together: unmet only if unmet in all, met only if met in all. */
function verdictOf(position: Position, deal: Deal): VerdictWord {
  const words = unique(position.readings.map((r) => judge(r.condition, deal).verdict));
  return words.length === 1 ? (words[0] ?? 'open') : 'open';
}
