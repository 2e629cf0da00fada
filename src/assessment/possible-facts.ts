import { unique } from '../base/list.js';
import type { Noted } from '../evidence/field.js';
import type { Deal } from '../offers/deal.js';
import type { Offer, OfferPhase } from '../offers/offer.js';
import { LENGTH, type Mention } from '../positions/mention.js';
import { mentions } from '../positions/mentions.js';
import type { Position } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';
import { exactly, type Amount } from '../terms/amount.js';
import { fromSteps, inSteps } from '../terms/decimal.js';
import type { Counts } from '../terms/count.js';
import { countName, flagName, lengthName, optionName, placeOf, quantityName } from '../terms/layout.js';
import { days, normaliseLength, type Length } from '../terms/length.js';
import { phasesIn } from '../terms/scope.js';
import { splitPath } from '../terms/term.js';
import type { Value } from '../terms/value.js';

/** Something an offer does not settle, and what it may turn out to be. */
export interface PossibleFact {
  readonly of: string;
  readonly in?: number;
  /** Where it is how many there are of something outside the deal: the count's id. */
  readonly count?: string;
  /** Everything it may be; of a figure that may be very many, those at which a condition may turn, ascending. */
  readonly values: readonly (Value | Length)[];
  /** Of a figure: the whole numbers that the values stand for, and how one is made of another that lies between them. */
  readonly figures?: { readonly steps: readonly number[]; readonly valueOf: (steps: number) => Value | Length };
}

/** What open positions turn on and an offer does not settle, in the order of the scenario's terms, lengths and then counts last. */
export function possibleFacts(
  scenario: Scenario,
  offer: Offer,
  deal: Deal,
  open: readonly Position[],
): readonly PossibleFact[] {
  const conditions = open.flatMap((p) => p.readings.map((r) => r.condition));
  const figures = unique(conditions.flatMap(figuresIn));
  const spoken = conditions.flatMap((c) => mentions(c, undefined)).flatMap((m) => placesOf(m, scenario, deal));
  const named = new Map(spoken.map((place) => [`${place.of}@${place.in ?? ''}`, place]));
  const order = [...Object.keys(scenario.terms), LENGTH];
  const ofTheDeal = [...named.values()]
    .map((place): PossibleFact => ({ ...place, ...valuesOf(place, deal, figures) }))
    .sort((a, b) => order.indexOf(splitPath(a.of).term) - order.indexOf(splitPath(b.of).term));
  // Of a count shares are taken: which figure of it matters may depend on any in the offer.
  const near = unique([...figures, ...figuresIn([offer.terms, offer.phases.map((phase) => phase.terms)])]);
  const outside = countsIn([conditions, offer]).filter((count) => Object.hasOwn(scenario.counts, count));
  const ofCounts = outside.map((count): PossibleFact => {
    const of = countName(count);
    return { of, count, ...figuresOf(of, near, deal, exactly) };
  });
  return [...ofTheDeal, ...ofCounts].filter((fact) => fact.values.length > 1);
}

/** The counts that anything in plain data is a share of, by id. */
export function countsIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'count' in data && typeof data.count === 'string' ? [data.count] : [];
  return unique([...own, ...Object.values(data).flatMap(countsIn)]);
}

interface Place {
  readonly of: string;
  readonly in?: number;
}

/** What a condition speaks of, each phase by itself. */
function placesOf({ term: of, in: scope }: Mention, scenario: Scenario, deal: Deal): readonly Place[] {
  const term = scenario.terms[splitPath(of).term];
  if (of !== LENGTH && term?.scope !== 'phase') return [{ of }];
  if (scope === undefined || scope === 'total') return term?.kind === 'flag' ? everyPhase(of, deal) : [{ of }];
  return phasesIn(scope, deal.layout.phases).map((phase) => ({ of, in: phase }));
}

function everyPhase(of: string, deal: Deal): readonly Place[] {
  return Array.from({ length: deal.layout.phases }, (_, i) => ({ of, in: i + 1 }));
}

type Values = Pick<PossibleFact, 'values' | 'figures'>;

/** What it may turn out to be; one value or none where that is settled. */
function valuesOf({ of, in: phase }: Place, deal: Deal, figures: readonly number[]): Values {
  const may = (name: string, value: number) => {
    const place = placeOf(deal.layout, name);
    return (deal.bounds.least[place] ?? 0) <= value && value <= (deal.bounds.most[place] ?? 0);
  };
  if (of === LENGTH) {
    // Lines may be in weeks or months: what they come to in days is near one of these.
    const inDays = figures.flatMap((n) => [n, 7 * n, ...[28, 29, 30, 31].map((d) => d * n)]);
    return figuresOf(lengthName(phase), inDays, deal, (n) => normaliseLength(days(exactly(n))));
  }
  const term = deal.terms[splitPath(of).term];
  switch (term?.kind) {
    case 'flag':
      return { values: [true, false].filter((value) => may(flagName(of, phase), value ? 1 : 0)) };
    case 'choice': {
      const options = Object.keys(term.options).filter((option) => may(optionName(of, option, phase), 1));
      return { values: options.map((option) => ({ oneOf: [option] })) };
    }
    case 'quantity': {
      const { step } = term;
      const near = figures.map((n) => inSteps(n, step));
      return figuresOf(quantityName(of, phase), near, deal, (n) => exactly(fromSteps(n, step)));
    }
    case undefined:
      return { values: [] };
  }
}

/** Up to so many possible figures, each is tried. */
const MOST_TRIED = 200;

/** Every figure that is possible, or of many the ends and those near the figures that conditions name. */
function figuresOf(name: string, near: readonly number[], deal: Deal, valueOf: (n: number) => Value | Length): Values {
  const place = placeOf(deal.layout, name);
  const least = deal.bounds.least[place] ?? 0;
  // What has no upper end is tried far beyond every figure named.
  const far = 1_000 + 100 * Math.max(0, ...near.filter(Number.isFinite).map(Math.ceil), least);
  const most = Math.min(deal.bounds.most[place] ?? Infinity, Math.max(far, least));
  const all =
    most - least < MOST_TRIED ? Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => least + i) : null;
  const turns = near.flatMap((n) => [Math.floor(n) - 1, Math.floor(n), Math.ceil(n), Math.ceil(n) + 1]);
  const steps = all ?? unique([least, most, ...turns]).filter((n) => n >= least && n <= most);
  steps.sort((a, b) => a - b);
  return { values: steps.map(valueOf), figures: { steps, valueOf } };
}

/** Every figure that stands anywhere in a condition. */
function figuresIn(condition: unknown): readonly number[] {
  if (typeof condition === 'number') return [condition];
  if (typeof condition !== 'object' || condition === null) return [];
  return Object.values(condition).flatMap(figuresIn);
}

/**
 * An offer of which one thing more is known. `phases` is how many it has in any case, if it is silent on them: to speak of
 * one is not to say that there are no others.
 */
export function withFact(
  offer: Offer,
  { of, in: phase }: PossibleFact,
  value: Value | Length,
  { phases: listed = 0 }: { readonly phases?: number } = {},
): Offer {
  // A length goes with `length`, and a value with every other place: so they were made.
  const put = <T extends Offer | OfferPhase>(into: T): T =>
    of === LENGTH
      ? { ...into, length: supposed(value as Length) }
      : { ...into, terms: { ...into.terms, [of]: supposed(value as Value) } };
  if (phase === undefined) return put(offer);
  const silent: OfferPhase = { terms: {} };
  const phases = Array.from(
    { length: Math.max(offer.phases.length, phase, listed) },
    (_, i) => offer.phases[i] ?? silent,
  );
  return { ...offer, phases: phases.map((p, i) => (i === phase - 1 ? put(p) : p)) };
}

/** Counts of which one is known. */
export function withCount(counts: Counts, id: string, value: Value | Length): Counts {
  const count = counts[id];
  // The values of a count are amounts: so they were made.
  return count ? { ...counts, [id]: { ...count, figure: supposed(value as Amount) } } : counts;
}

const supposed = <T>(value: T): Noted<T> => ({ value, basis: 'assumed', citations: [] });
