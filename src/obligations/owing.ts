import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';
import { quantityAt } from '../terms/term.js';
import { ANY, basesOf, type Bases } from './base.js';
import { figuresOwed, ONE_ACT, type Amounted } from './owed.js';
import { roundedTo } from './rounded.js';

/** What each obligation of a text owes. */
export interface Owing {
  readonly bases: Bases;
  /** In all, before any rounding. */
  readonly figures: (obligation: string) => Reach;
  /** In all, at the least, on its step: what counts towards a running total. */
  readonly least: (obligation: string) => number;
  /** The distance between possible figures of an obligation. */
  readonly step: (obligation: string) => number;
}

/** What each obligation of a text owes, where `done` says what was done of some; of the others, what they owe counts. */
export function owingOf(
  scenario: Scenario,
  offer: Offer,
  text: Text,
  done: (obligation: string) => Amounted | undefined = () => undefined,
): Owing {
  const bases = basesOf(scenario, offer);
  const known = new Map<string, Reach>();
  const figures = (id: string): Reach => {
    const before = known.get(id);
    if (before) return before;
    // Two that owe each other by a key owe whatever they owe: a review says so.
    known.set(id, ANY);
    const owed = figuresOwed(scenario, text, bases, id, (other) => done(other) ?? figures(other));
    known.set(id, owed);
    return owed;
  };
  const step = (id: string) => {
    const of = text.obligations[id]?.of;
    return of === undefined ? ONE_ACT.least : quantityAt(scenario.terms, of).step;
  };
  const least = (id: string) => {
    const { rounding = 'down', times = 1 } = text.obligations[id] ?? {};
    return roundedTo(figures(id).least, step(id), rounding) * times;
  };
  return { bases, figures, least, step };
}
