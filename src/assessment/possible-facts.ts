import { unique } from '../base/list.js';
import type { Noted } from '../evidence/field.js';
import type { Deal } from '../offers/deal.js';
import type { Offer, OfferPhase } from '../offers/offer.js';
import { LENGTH, type Mention } from '../positions/mention.js';
import { mentions } from '../positions/mentions.js';
import type { Position } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';
import { exactly } from '../terms/amount.js';
import { fromSteps, inSteps } from '../terms/decimal.js';
import { flagName, lengthName, optionName, placeOf, quantityName } from '../terms/layout.js';
import { days, normaliseLength, type Length } from '../terms/length.js';
import { phasesIn } from '../terms/scope.js';
import { splitPath } from '../terms/term.js';
import type { Value } from '../terms/value.js';

/** Something an offer does not settle, and what it may turn out to be: everything at which a condition can turn. */
export interface PossibleFact {
  readonly of: string;
  readonly in?: number;
  readonly values: readonly (Value | Length)[];
}

/** What open positions turn on and an offer does not settle, in the order of the scenario's terms, lengths last. */
export function possibleFacts(scenario: Scenario, deal: Deal, open: readonly Position[]): readonly PossibleFact[] {
  const conditions = open.flatMap((p) => p.readings.map((r) => r.condition));
  const figures = unique(conditions.flatMap(figuresIn));
  const spoken = conditions.flatMap((c) => mentions(c, undefined)).flatMap((m) => placesOf(m, scenario, deal));
  const named = new Map(spoken.map((place) => [`${place.of}@${place.in ?? ''}`, place]));
  const order = [...Object.keys(scenario.terms), LENGTH];
  return [...named.values()]
    .map((place): PossibleFact => ({ ...place, values: valuesOf(place, deal, figures) }))
    .filter((fact) => fact.values.length > 1)
    .sort((a, b) => order.indexOf(splitPath(a.of).term) - order.indexOf(splitPath(b.of).term));
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

/** What it may turn out to be; one value or none where that is settled. */
function valuesOf({ of, in: phase }: Place, deal: Deal, figures: readonly number[]): readonly (Value | Length)[] {
  const may = (name: string, value: number) => {
    const place = placeOf(deal.layout, name);
    return (deal.bounds.least[place] ?? 0) <= value && value <= (deal.bounds.most[place] ?? 0);
  };
  if (of === LENGTH) {
    // Lines may be in weeks or months: what they come to in days is near one of these.
    const inDays = figures.flatMap((n) => [n, 7 * n, ...[28, 29, 30, 31].map((d) => d * n)]);
    return turns(lengthName(phase), 1, inDays, deal).map((n) => normaliseLength(days(exactly(n))));
  }
  const term = deal.terms[splitPath(of).term];
  switch (term?.kind) {
    case 'flag':
      return [true, false].filter((value) => may(flagName(of, phase), value ? 1 : 0));
    case 'choice':
      return Object.keys(term.options)
        .filter((option) => may(optionName(of, option, phase), 1))
        .map((option) => ({ oneOf: [option] }));
    case 'quantity':
      return turns(quantityName(of, phase), term.step, figures, deal).map((n) => exactly(n));
    case undefined:
      return [];
  }
}

/** Figures at which a condition can turn, one step to either side, and the ends of what is possible. */
function turns(name: string, step: number, figures: readonly number[], deal: Deal): readonly number[] {
  const place = placeOf(deal.layout, name);
  const [least, most] = [deal.bounds.least[place] ?? 0, deal.bounds.most[place] ?? Infinity];
  const near = figures.flatMap((n) => {
    const steps = inSteps(n, step);
    return [Math.floor(steps) - 1, Math.floor(steps), Math.ceil(steps), Math.ceil(steps) + 1];
  });
  const ends = [least, most].filter(Number.isFinite);
  return unique([...ends, ...near])
    .filter((steps) => steps >= least && steps <= most)
    .map((steps) => fromSteps(steps, step));
}

/** Every figure that stands anywhere in a condition. */
function figuresIn(condition: unknown): readonly number[] {
  if (typeof condition === 'number') return [condition];
  if (typeof condition !== 'object' || condition === null) return [];
  return Object.values(condition).flatMap(figuresIn);
}

/** An offer of which one thing more is known. */
export function withFact(offer: Offer, { of, in: phase }: PossibleFact, value: Value | Length): Offer {
  const noted = <T>(known: T): Noted<T> => ({ value: known, basis: 'assumed', citations: [] });
  // A length goes with `length`, and a value with every other place: so they were made.
  const put = <T extends Offer | OfferPhase>(into: T): T =>
    of === LENGTH
      ? { ...into, length: noted(value as Length) }
      : { ...into, terms: { ...into.terms, [of]: noted(value as Value) } };
  if (phase === undefined) return put(offer);
  const silent: OfferPhase = { terms: {} };
  const phases = Array.from({ length: Math.max(offer.phases.length, phase) }, (_, i) => offer.phases[i] ?? silent);
  return { ...offer, phases: phases.map((p, i) => (i === phase - 1 ? put(p) : p)) };
}
