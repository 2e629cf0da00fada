// Every completion of a partial offer, one after another: the full deals of the offer space that agree with it.
import type { Condition, Offer, Quantity, Scenario, Term } from 'sticking-points';
import { readingsOf } from 'sticking-points';
import { agrees, agreesOnPhases, alone, isShare, monthsThatAgree, saidIn } from './agree.js';
import { baseOf, spokenOf, type Spoken } from './mentioned.js';
import { amountOf, figuresOf, inScope, type Holding, type PlainDeal, type Settled } from './naive.js';

/** A count of which no report gives a most is tried up to this; the quantities of small scenarios stay below it. */
const MOST_COUNT = 40;

/**
 * The completions of an offer as far as a condition can see them: of deals that differ only in what the condition does
 * not speak of, one. Invariants are left aside, as the design says.
 */
export function* completions(scenario: Scenario, offer: Offer, condition: Condition): Generator<PlainDeal> {
  const spoken = spokenOf(condition);
  const said = saidIn(offer);
  const shares = said.filter(({ field }) => readingsOf(field).some(({ value }) => isShare(value)));
  const tied = shares.flatMap(({ path, field }): Spoken[] => [
    { path, scope: 'each phase' },
    ...readingsOf(field).flatMap(({ value }) => (isShare(value) ? baseOf(value) : [])),
  ]);
  const seen = [...spoken, ...tied];
  const { least, most } = scenario.space.phases;
  for (let phases = least; phases <= most; phases++) {
    if (!agreesOnPhases(phases, offer)) continue;
    const lengths = lengthsOf(scenario, offer, phases, seen);
    const terms = Object.entries(scenario.terms).map(([id, term]) => {
      const own = said.filter((s) => s.path.split('/')[0] === id && !shares.includes(s));
      const mine = seen.filter((s) => s.path.split('/')[0] === id);
      const agreeing = valuesOf(term, phases).filter((settled) => {
        const deal = alone(id, settled, phases);
        return own.every((s) => agrees(s, deal, scenario));
      });
      return { id, values: distinct(agreeing, (settled) => view(id, term, settled, phases, mine, scenario)) };
    });
    for (const counts of countsOf(scenario, seen)) {
      for (const { days, months } of lengths) {
        for (const values of products(terms.map((t) => t.values))) {
          const deal = {
            days,
            months,
            terms: Object.fromEntries(terms.map(({ id }, i) => [id, values[i] ?? []])),
            counts,
          };
          if (shares.every((s) => agrees(s, deal, scenario))) yield deal;
        }
      }
    }
  }
}

/** What can be told apart of a term's values by what is spoken of. */
function view(
  id: string,
  term: Term,
  settled: readonly Settled[],
  phases: number,
  spoken: readonly Spoken[],
  scenario: Scenario,
): unknown {
  const deal = alone(id, settled, phases);
  return spoken.map(({ path, scope }) => {
    if (term.kind !== 'quantity') return settled;
    if (scope !== 'each phase' || term.scope === 'deal')
      return amountOf(deal, scenario, path, scope === 'each phase' ? undefined : scope);
    return settled.map((_, i) => amountOf(deal, scenario, path, i + 1));
  });
}

function distinct<T>(items: readonly T[], key: (item: T) => unknown): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(key(item)), item])).values()];
}

/** One of each, in every combination. */
function* products<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  if (rest.some((list) => list.length === 0)) return;
  for (const item of first) for (const others of products(rest)) yield [item, ...others];
}

/** The lengths that phases may have and the months they may be, as far as they can be told apart. */
function lengthsOf(scenario: Scenario, offer: Offer, phases: number, spoken: readonly Spoken[]) {
  const scopes = spoken.filter((s) => s.path === 'length').map((s) => s.scope);
  const { days: limit } = scenario.space;
  if (limit === undefined) throw new Error('Without a longest duration deals cannot be listed.');
  const all = compositions(phases, limit).flatMap((days) =>
    monthsThatAgree(days, offer, scenario).map((months) => ({ days, months })),
  );
  return distinct(all, ({ days, months }) => [
    scopes.map((scope) => inScope(days, scope === undefined || scope === 'each phase' ? 'total' : scope)),
    scopes.length > 0 ? months : {},
  ]);
}

const known = new Map<string, readonly (readonly number[])[]>();

/** Every list of so many whole numbers from 0 with a sum of no more than this. */
function compositions(length: number, most: number): readonly (readonly number[])[] {
  const key = `${length} ${most}`;
  const before = known.get(key);
  if (before) return before;
  const lists: (readonly number[])[] =
    length === 0
      ? [[]]
      : Array.from({ length: most + 1 }, (_, n) =>
          compositions(length - 1, most - n).map((rest) => [n, ...rest]),
        ).flat();
  known.set(key, lists);
  return lists;
}

/** The counts that matter, at every value that one of their reports admits. */
function* countsOf({ counts }: Scenario, spoken: readonly Spoken[]): Generator<Readonly<Record<string, number>>> {
  const ids = Object.keys(counts).filter((id) => spoken.some((s) => s.path === `count ${id}`));
  const values = ids.map((id) => {
    const figure = counts[id]?.figure;
    const all = Array.from({ length: MOST_COUNT + 1 }, (_, n) => n);
    if (!figure) return all;
    return all.filter((n) =>
      readingsOf(figure).some(({ value }) => {
        const { least, most } = figuresOf(value, 1);
        return n >= least && n <= most;
      }),
    );
  });
  for (const chosen of products(values)) yield Object.fromEntries(ids.map((id, i) => [id, chosen[i] ?? 0]));
}

const values = new WeakMap<Term, Map<number, readonly (readonly Settled[])[]>>();

/** Everything that may be settled of a term in a deal of so many phases. */
function valuesOf(term: Term, phases: number): readonly (readonly Settled[])[] {
  const byPhases = values.get(term) ?? new Map<number, readonly (readonly Settled[])[]>();
  values.set(term, byPhases);
  const before = byPhases.get(phases);
  if (before) return before;
  const all = listValues(term, phases);
  byPhases.set(phases, all);
  return all;
}

function listValues(term: Term, phases: number): readonly (readonly Settled[])[] {
  const places = Array.from({ length: term.scope === 'deal' ? 1 : phases }, () => 0);
  switch (term.kind) {
    case 'flag':
      return [...products(places.map(() => [false, true]))];
    case 'choice':
      return [...products(places.map(() => Object.keys(term.options)))];
    case 'quantity':
      return holdings(term, places.length).map((list) => list.map((h) => inUnits(h, term)));
  }
}

/** Holdings in whole steps, one a place, whose sum lies within the bounds of the whole deal. */
function holdings(term: Quantity, places: number): readonly (readonly Holding[])[] {
  const [least, most] = [Math.round(term.bounds.least / term.step), Math.round((term.bounds.most ?? NaN) / term.step)];
  if (Number.isNaN(most)) throw new Error('Without an upper bound deals cannot be listed.');
  const one: Holding[] = [];
  const [low, high] = term.scope === 'deal' ? [least, most] : [Math.min(0, least), Math.max(0, most)];
  for (let whole = low; whole <= high; whole++) one.push(...partsOf(term, whole).map((parts) => ({ whole, parts })));
  const lists = (count: number, sofar: number): (readonly Holding[])[] => {
    if (count === 0) return sofar >= least && sofar <= most ? [[]] : [];
    return one.flatMap((h) => {
      // What later phases can add or take away is between nothing and the bounds.
      if (sofar + h.whole + Math.min(0, low) * (count - 1) > most) return [];
      return lists(count - 1, sofar + h.whole).map((rest) => [h, ...rest]);
    });
  };
  return lists(places, 0);
}

/** Every way in which so much can fall on the categories. */
function partsOf(term: Quantity, whole: number): readonly Holding['parts'][] {
  const plain = Object.keys(term.categories).filter((c) => !term.categories[c]?.of);
  const groups = Object.entries(term.categories).flatMap(([g, { of }]) => (of ? [[g, of] as const] : []));
  if (plain.length === 0) return [{}];
  const upTo = Array.from({ length: Math.max(0, whole) + 1 }, (_, n) => n);
  const found: Holding['parts'][] = [];
  for (const amounts of products(plain.map(() => upTo))) {
    const parts: Record<string, number> = Object.fromEntries(plain.map((c, i) => [c, amounts[i] ?? 0]));
    const sum = amounts.reduce((a, b) => a + b, 0);
    if (!term.overlap && sum > whole) continue; // each person in one category at most
    if (term.complete && sum < whole) continue; // each person in one category at least
    const ranges = groups.map(([, of]) => {
      const members = of.map((c) => parts[c] ?? 0);
      const together = members.reduce((a, b) => a + b, 0);
      const fewest = term.overlap ? Math.max(...members) : together;
      const most = term.overlap ? Math.min(together, whole) : together;
      // Where everybody is in some category, a group of all categories is everybody.
      const everybody = term.complete && plain.every((c) => of.includes(c));
      return upTo.filter((n) => n >= fewest && n <= most && (!everybody || n === whole));
    });
    for (const sizes of products(ranges)) {
      found.push({ ...parts, ...Object.fromEntries(groups.map(([g], i) => [g, sizes[i] ?? 0])) });
    }
  }
  return found;
}

function inUnits({ whole, parts }: Holding, { step }: Quantity): Holding {
  return { whole: whole * step, parts: Object.fromEntries(Object.entries(parts).map(([c, n]) => [c, n * step])) };
}
