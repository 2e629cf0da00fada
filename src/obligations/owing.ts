import { once } from '../base/once.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { quantityAt } from '../terms/term.js';
import { ANY, basesOf, type Bases } from './base.js';
import { figuresOwed, ONE_ACT, type Amounted } from './owed.js';
import { roundedTo } from './rounded.js';

/** What each obligation of a text owes. */
export interface Owing {
  readonly bases: Bases;
  /** In all, before any rounding. */
  readonly figures: (obligation: string) => Reach;
  /** The same less what others of its series come to before it, where it says what is done of the series in all by then. */
  readonly adds: (obligation: string) => Reach;
  /** What it adds, at the least, on its step: what counts towards a total of several. */
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
    const owed = figuresOwed(scenario, text, bases, id, (other) => done(other) ?? adds(other));
    known.set(id, owed);
    return owed;
  };
  const series = once(() => seriesIn(text));
  const orders = new Map<readonly string[], readonly string[]>();
  const lower = (a: string, b: string) =>
    figures(a).least - figures(b).least || Math.sign(figures(a).most - figures(b).most) || 0;
  /** What comes next below an obligation in its series. */
  const before = (id: string): string | undefined => {
    const members = series().get(id);
    if (!members) return undefined;
    const order = orders.get(members) ?? [...members].sort(lower);
    orders.set(members, order);
    for (let i = order.indexOf(id) - 1; i >= 0; i--) {
      const other = order[i];
      if (other !== undefined && lower(other, id) < 0) return other;
    }
    return undefined;
  };
  const adds = (id: string): Reach => {
    const [own, other] = [figures(id), before(id)];
    if (other === undefined) return own;
    const { least, most } = figures(other);
    return {
      least: Math.max(0, own.least - least),
      most: Number.isFinite(most) ? Math.max(0, own.most - most) : own.most,
    };
  };
  const step = (id: string) => {
    const of = text.obligations[id]?.of;
    return of === undefined ? ONE_ACT.least : quantityAt(scenario.terms, of).step;
  };
  const least = (id: string) => {
    const { rounding = 'down', times = 1 } = text.obligations[id] ?? {};
    const other = before(id);
    const on = (figure: number) => roundedTo(figure, step(id), rounding);
    return added(on(figures(id).least), other === undefined ? 0 : -on(figures(other).least)) * times;
  };
  return { bases, figures, adds, least, step };
}

/** For each obligation that says what is done of a series in all by then, all of the series that do. */
function seriesIn({ obligations }: Text): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  const series = new Map<string, readonly string[]>();
  for (const [id, { series: of, of: path, amount }] of Object.entries(obligations)) {
    if (!of || (of.counted !== 'running total' && amount?.value.wording !== 'remaining')) continue;
    const name = `${of.series} ${path ?? ''}`;
    const known = members.get(name) ?? [];
    known.push(id);
    members.set(name, known);
    series.set(id, known);
  }
  return series;
}
