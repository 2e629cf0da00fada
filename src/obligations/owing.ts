import { once } from '../base/once.js';
import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { quantityAt } from '../terms/term.js';
import { addingUp, hasAmount, isTotal, seriesOf } from './adding-up.js';
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
  /** What it adds, at the least, on its step, all the times that its text gives: what counts towards a total of several. */
  readonly least: (obligation: string) => number;
  /** The distance between possible figures of an obligation. */
  readonly step: (obligation: string) => number;
  /** A figure of an obligation on its step. */
  readonly rounded: (obligation: string, figure: number) => number;
  /** What was done of it so far, in all. */
  readonly done: (obligation: string) => number;
}

/** What one of a series adds: exactly, and, at the least, on its step. */
interface Share {
  readonly adds: Reach;
  readonly least: number;
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
  let circles = 0;
  const figures = (id: string): Reach => {
    const before = known.get(id);
    if (before) {
      if (before === OPEN) circles++;
      return before;
    }
    // Two that owe each other by a key owe whatever they owe: a review says so.
    known.set(id, OPEN);
    const owed = figuresOwed(scenario, text, bases, id, (other) => done(other) ?? adds(other));
    known.set(id, owed);
    return owed;
  };
  const step = (id: string) => {
    const of = text.obligations[id]?.of;
    return of === undefined ? ONE_ACT.least : quantityAt(scenario.terms, of).step;
  };
  const rounded = (id: string, figure: number) => roundedTo(figure, step(id), text.obligations[id]?.rounding ?? 'down');
  const doneOf = (id: string) => done(id)?.least ?? 0;
  const members = once(() => seriesIn(text));
  const shares = new Map<string, ReadonlyMap<string, Share>>();
  const shareOf = (id: string): Share | undefined => {
    const obligation = text.obligations[id];
    if (!obligation?.series) return undefined;
    const name = seriesOf(obligation);
    const before = shares.get(name);
    if (before) return before.get(id);
    const circlesBefore = circles;
    const ids = inOrder(text, members().get(name) ?? [], figures);
    const shared = sharesOf(text, ids, { figures, done: doneOf, rounded });
    // What was reckoned within a circle is so only from there.
    if (circles === circlesBefore) shares.set(name, shared);
    return shared.get(id);
  };
  const adds = (id: string): Reach => shareOf(id)?.adds ?? figures(id);
  const least = (id: string) =>
    shareOf(id)?.least ?? rounded(id, figures(id).least) * (text.obligations[id]?.times ?? 1);
  return { bases, figures, adds, least, step, rounded, done: doneOf };
}

/** What stands for a figure while it is reckoned. */
const OPEN: Reach = { ...ANY };

/** The obligations that share out a stock, by its series. */
function seriesIn({ obligations }: Text): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const [id, obligation] of Object.entries(obligations)) {
    if (!obligation.series || obligation.of === undefined || obligation.kind === 'refrain' || !hasAmount(obligation)) {
      continue;
    }
    const name = seriesOf(obligation);
    const known = members.get(name);
    if (known) known.push(id);
    else members.set(name, [id]);
  }
  return members;
}

/** The members of a series as the text has them, but for what is counted in all by then: of these the least comes first. */
function inOrder({ obligations }: Text, ids: readonly string[], figures: (id: string) => Reach): readonly string[] {
  const isOne = (id: string) => {
    const obligation = obligations[id];
    return obligation !== undefined && isTotal(obligation);
  };
  const lower = (a: string, b: string) =>
    figures(a).least - figures(b).least || Math.sign(figures(a).most - figures(b).most) || 0;
  const totals = ids.filter(isOne).sort(lower);
  let next = 0;
  return ids.map((id) => (isOne(id) ? (totals[next++] ?? id) : id));
}

/** What each of a series adds, one after the other. */
function sharesOf(text: Text, ids: readonly string[], owing: Pick<Owing, 'figures' | 'done' | 'rounded'>) {
  const exactly = addingUp(text, { figures: owing.figures, done: owing.done });
  const onSteps = addingUp(text, owing);
  const shares = new Map<string, Share>();
  for (const id of ids) {
    const { amount: adds } = exactly(id);
    const { times = 1 } = text.obligations[id] ?? {};
    let least = onSteps(id).amount.least;
    for (let n = 1; n < times; n++) least = added(least, onSteps(id).amount.least);
    shares.set(id, { adds, least });
  }
  return shares;
}
