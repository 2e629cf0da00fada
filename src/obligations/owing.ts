import { unique } from '../base/list.js';
import { once } from '../base/once.js';
import type { Offer } from '../offers/offer.js';
import { unsettledAmounts } from '../offers/text/own-amount.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Reach } from '../terms/amount-span.js';
import { added } from '../terms/decimal.js';
import { isWithin } from '../terms/categories.js';
import { pathsOf, quantityAt, splitPath } from '../terms/term.js';
import { addingUp, hasAmount, isTotal, seriesOf } from './adding-up.js';
import { ANY, basesOf, type Bases } from './base.js';
import type { Amounted } from './key-counted.js';
import { answersIn } from './key-answers.js';
import { isGivenOnce } from './key-owed.js';
import { figuresOwed, ONE_ACT } from './owed.js';
import { roundedTo } from './rounded.js';
import { triggersOf } from './triggers-of-text.js';
import type { Unperformed } from './unperformed.js';
import { unsettledIn } from './unsettled.js';

/** What each obligation of a text owes. */
export interface Owing {
  readonly bases: Bases;
  /** In all, before any rounding. */
  readonly figures: (obligation: string) => Reach;
  /** The same less what others of its series come to before it, where it says what is done of the series in all by then. */
  readonly adds: (obligation: string) => Reach;
  /** What it adds all the times that it comes round, as far as that is known, less what was let go of it. */
  readonly all: (obligation: string) => Amounted;
  /** What it adds, at the least, on its step, all the times that its text gives: what counts towards a total of several. */
  readonly least: (obligation: string) => number;
  /** The same at the most. */
  readonly most: (obligation: string) => number;
  /** How much of the least falls due each time that it comes round, in turn. */
  readonly turns: (obligation: string) => readonly number[];
  /** The distance between possible figures of an obligation. */
  readonly step: (obligation: string) => number;
  /** A figure of an obligation on its step. */
  readonly rounded: (obligation: string, figure: number) => number;
  /** Whether the text does not tell how much it owes. */
  readonly isUntold: (obligation: string) => boolean;
  /** Whether its amount is not settled, or told, or hangs on one that is not: it is done for certain only once all that it may be is. */
  readonly isUnsettled: (obligation: string) => boolean;
  /** What was done of it so far, in all. */
  readonly done: (obligation: string) => number;
  /** Whether no more of it is to come than it owes for certain, since its last day is over. */
  readonly isOver: (obligation: string) => boolean;
  /** Whether it was short of its total when it was over, and others of its series made up for that. */
  readonly isCaughtUp: (obligation: string) => boolean;
  /** The same, where obligations fall due in this order, each as often as it stands in it. */
  readonly by: (order: readonly string[]) => Owing;
}

/** What one of a series adds: exactly, the first time and all the times; and the same on its step. */
interface Share {
  readonly adds: Reach;
  readonly all: Reach;
  readonly onSteps: Reach;
  /** Of that, at the least, each time. */
  readonly turns: readonly number[];
}

/** What has become of the obligations of a text, as far as it changes what is owed. */
interface Become {
  /** What was done of an obligation, where anything is reported of it. */
  readonly done: (obligation: string) => Amounted | undefined;
  readonly letGo: (obligation: string) => number;
  readonly isOver: (obligation: string) => boolean;
  readonly isCaughtUp: (obligation: string) => boolean;
  readonly unperformed: (obligation: string) => Unperformed | undefined;
}

const NOTHING_BECOME: Become = {
  done: () => undefined,
  letGo: () => 0,
  isOver: () => false,
  isCaughtUp: () => false,
  unperformed: () => undefined,
};

/**
 * What each obligation of a text owes: for others, what was done of them counts; where that is not known, what they owe, less
 * what was let go of it, of one that is over only what it owes for certain, and of what is overdue, or should be answered, nothing for certain.
 */
export function owingOf(scenario: Scenario, offer: Offer, text: Text, become: Partial<Become> = {}): Owing {
  return owingIn({ scenario, text, bases: basesOf(scenario, offer), ...NOTHING_BECOME, ...become });
}

interface Given extends Become {
  readonly scenario: Scenario;
  readonly text: Text;
  readonly bases: Bases;
}

function owingIn(given: Given, order?: readonly string[]): Owing {
  const { scenario, text, bases, done, letGo, isOver, isCaughtUp, unperformed } = given;
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
    const owed = figuresOwed(scenario, text, bases, id, (other) => done(other) ?? toCome(other), answers());
    known.set(id, owed);
    return owed;
  };
  const step = (id: string) => {
    const of = text.obligations[id]?.of;
    return of === undefined ? ONE_ACT.least : quantityAt(scenario.terms, of).step;
  };
  const rounded = (id: string, figure: number) => roundedTo(figure, step(id), text.obligations[id]?.rounding ?? 'down');
  const doneOf = (id: string) => done(id)?.least ?? 0;
  const counts = once(() => countsIn(order ?? []));
  /** How often it comes round, as far as that is known. */
  const times = (id: string) => counts().get(id) ?? text.obligations[id]?.times ?? 1;
  const members = once(() => seriesIn(text, order));
  const answers = once(() => answersIn(text, order));
  const shares = new Map<string, ReadonlyMap<string, Share>>();
  const shareOf = (id: string): Share | undefined => {
    const obligation = text.obligations[id];
    if (!obligation?.series) return undefined;
    const name = seriesOf(obligation);
    const before = shares.get(name);
    if (before) return before.get(id);
    const circlesBefore = circles;
    const ids = members().get(name) ?? [];
    const each = order ? ids : inOrder(text, ids, figures).flatMap((one) => Array<string>(times(one)).fill(one));
    const shared = sharesOf(text, each, { figures, done: doneOf, isOver, isCaughtUp, rounded });
    // What was reckoned within a circle is so only from there.
    if (circles === circlesBefore) shares.set(name, shared);
    return shared.get(id);
  };
  const adds = (id: string): Reach => shareOf(id)?.adds ?? figures(id);
  const all = (id: string): Amounted => {
    const { least: from, most: to } = figures(id);
    const figure = shareOf(id)?.all ?? { least: from * times(id), most: to * times(id) };
    const gone = letGo(id);
    if (gone === Infinity) return { least: 0, most: 0 };
    if (gone > 0) return { least: Math.max(0, figure.least - gone), most: Math.max(0, figure.most - gone) };
    const parts = partsOfAll(scenario, text, bases, id, figure);
    return parts ? { ...figure, parts } : figure;
  };
  const toCome = (id: string): Amounted => {
    const planned = isOver(id) ? { least: all(id).least, most: all(id).least } : all(id);
    const lacking = unperformed(id);
    if (!lacking) return planned;
    const { missing, isFound } = lacking;
    const less = (n: number) => (missing === Infinity ? 0 : Math.max(0, n - missing));
    return { least: less(planned.least), most: isFound ? less(planned.most) : planned.most };
  };
  const onSteps = (id: string, end: keyof Reach) => {
    // What is left undone is never done, and counts towards nothing.
    if (text.obligations[id]?.kind === 'refrain') return 0;
    return shareOf(id)?.onSteps[end] ?? rounded(id, figures(id)[end]) * times(id);
  };
  const least = (id: string) => onSteps(id, 'least');
  const isUntold = (id: string) => {
    const { amount, table, of } = text.obligations[id] ?? {};
    if (table) return unsettledAmounts({ table }).some(({ value }) => bases.isUntold(value, of));
    return amount !== undefined && bases.isUntold(amount.value, of);
  };
  const isBegun = (id: string) => done(id) !== undefined;
  const isMissing = (id: string) => unperformed(id)?.isFound === false;
  const unsettled = once(() => unsettledIn(text, { isBegun, isMissing, figures, isUntold }));
  const owing: Owing = {
    bases,
    figures,
    adds,
    least,
    most: (id) => onSteps(id, 'most'),
    turns: (id) =>
      text.obligations[id]?.kind === 'refrain'
        ? []
        : (shareOf(id)?.turns ?? Array<number>(times(id)).fill(rounded(id, figures(id).least))),
    step,
    rounded,
    isUntold,
    isUnsettled: (id) => unsettled().has(id),
    done: doneOf,
    isOver,
    isCaughtUp,
    all,
    by: (inOrder) => {
      const ids = hangingOnOrder(text);
      const next = ids.length === 0 ? owing : owingIn(given, inOrder);
      return ids.every((id) => isAlike(owing, next, id)) ? owing : next;
    },
  };
  return owing;
}

/** Of which categories it is, where it is all that the deal gives, and the deal says how much that is of each. */
function partsOfAll({ terms }: Scenario, { obligations }: Text, bases: Bases, id: string, figure: Reach) {
  const { of } = obligations[id] ?? {};
  if (of === undefined || figure.least !== figure.most) return undefined;
  const term = quantityAt(terms, of);
  const kinds = pathsOf(splitPath(of).term, term).filter((path) => path !== of && isWithin(term, path, of));
  if (kinds.length === 0) return undefined;
  const whole = bases.quantity(of);
  if (whole.least !== figure.least || whole.most !== figure.most) return undefined;
  const known = kinds
    .map((path) => [path, bases.quantity(path)] as const)
    .filter(([, kind]) => kind.least === kind.most);
  return known.length === 0 ? undefined : Object.fromEntries(known.map(([path, { least }]) => [path, least]));
}

const isAlike = (a: Owing, b: Owing, id: string) =>
  a === b || (a.least(id) === b.least(id) && a.all(id).least === b.all(id).least && a.all(id).most === b.all(id).most);

/**
 * The obligations that owe more or less by what comes before them, where that matters to others: those that owe by a key, of
 * which others do, or whose totals set something off, if they come round, or have a series; and those that answer a key of
 * which something is given once.
 */
export function hangingOnOrder(text: Text): readonly string[] {
  const { obligations } = text;
  const ids = [
    ...Object.entries(obligations).flatMap(([id, { byKey }]) => (byKey ? [id, ...byKey.of] : [])),
    ...triggersOf(text).flatMap((part) => (part.kind === 'total' ? part.of : [])),
  ];
  const often = unique(ids).filter((id) => obligations[id]?.kind === 'recurring' || obligations[id]?.series);
  const keys = new Set(Object.keys(text.keys).filter((key) => text.keys[key]?.rows.some(isGivenOnce)));
  const answers = Object.entries(obligations).flatMap(([id, { byKey }]) => (byKey && keys.has(byKey.key) ? [id] : []));
  return answers.length > 1 ? unique([...often, ...answers]) : often;
}

function countsIn(order: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of order) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** What stands for a figure while it is reckoned. */
const OPEN: Reach = { ...ANY };

/** The obligations that share out a stock, by its series: in an order that is given, or as the text has them. */
function seriesIn(
  { obligations }: Text,
  order: readonly string[] = Object.keys(obligations),
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const id of order) {
    const obligation = obligations[id];
    if (!obligation?.series || obligation.of === undefined || obligation.kind === 'refrain' || !hasAmount(obligation)) {
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

const NOTHING: Reach = { least: 0, most: 0 };

const plus = (a: number, b: number) => (Number.isFinite(a + b) ? added(a, b) : a + b);

/** What each of a series adds, one after the other, each as often as it stands among them. */
function sharesOf(
  text: Text,
  ids: readonly string[],
  owing: Pick<Owing, 'figures' | 'done' | 'isOver' | 'isCaughtUp' | 'rounded'>,
) {
  const { figures, done, isOver, isCaughtUp } = owing;
  const exactly = addingUp(text, { figures, done, isOver, isCaughtUp });
  const onSteps = addingUp(text, owing);
  const shares = new Map<string, Share>();
  for (const id of ids) {
    const { amount } = exactly(id);
    const { adds = amount, all = NOTHING, onSteps: before = NOTHING, turns = [] } = shares.get(id) ?? {};
    const stepped = onSteps(id).amount;
    shares.set(id, {
      adds,
      all: { least: all.least + amount.least, most: all.most + amount.most },
      onSteps: { least: added(before.least, stepped.least), most: plus(before.most, stepped.most) },
      turns: [...turns, stepped.least],
    });
  }
  return shares;
}
