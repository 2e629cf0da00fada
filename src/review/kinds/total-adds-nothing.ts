import { figure } from '../../base/list.js';
import { settledAmount } from '../../offers/text/own-amount.js';
import { reachOf } from '../../terms/amount-span.js';
import { quantityAt, unitFor } from '../../terms/term.js';
import type { Obligation } from '../../offers/text/obligation.js';
import { seriesOf } from '../../obligations/adding-up.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';

/** What is to be done by then in all, and has been by an earlier day already, or each time that it comes round. */
export function find(subject: Subject): readonly Found[] {
  const { text, owing, plans } = subject;
  const { bySeries, placeOf } = totalsIn(subject);
  const highestBefore = new Map([...bySeries].map(([series, totals]) => [series, highestIn(totals)] as const));
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    if (!isRunningTotal(obligation)) return [];
    const { most } = owing.figures(id);
    const again = comesRound(subject, id, obligation);
    const place = placeOf(id);
    // Mostly none before it asks for as much, and none need be looked at.
    if ((highestBefore.get(seriesOf(obligation))?.(id, place) ?? 0) < most) return again;
    // Of those that ask for as much, the highest; and of those with days by plan only such as come before it.
    for (const before of bySeries.get(seriesOf(obligation)) ?? []) {
      if (before.least < most) break;
      if (before.id === id || before.place > place) continue;
      if (plans.alwaysBefore(`due ${before.id}`, `due ${id}`)) return [notMore(subject, id, before.id), ...again];
    }
    return again;
  });
}

interface RunningTotal {
  readonly id: string;
  readonly least: number;
  readonly place: number;
}

/** How much at the most any running total of a series but this one asks for that falls no later by plan. */
function highestIn(totals: readonly RunningTotal[]): (id: string, place: number) => number {
  const byPlace = [...totals].sort((a, b) => (a.place === b.place ? 0 : a.place < b.place ? -1 : 1));
  // For the first so many by place: the highest, and the next to it.
  let [first, second]: readonly [RunningTotal | undefined, number] = [undefined, -Infinity];
  const upTo = byPlace.map((total) => {
    if (!first || total.least > first.least) [first, second] = [total, first?.least ?? -Infinity];
    else second = Math.max(second, total.least);
    return { place: total.place, first, second };
  });
  return (id, place) => {
    let [from, to] = [0, upTo.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((upTo[middle]?.place ?? Infinity) <= place) from = middle + 1;
      else to = middle;
    }
    const best = upTo[from - 1];
    if (!best) return -Infinity;
    return best.first.id === id ? best.second : best.first.least;
  };
}

/** The running totals of each series, the highest first, in whatever order the text has them; and when each falls, by plan. */
function totalsIn({ text, owing, plans }: Subject) {
  const placeOf = (id: string) => plans.any.of(`due ${id}`).at?.day ?? Infinity;
  // Worked out once for each: a long series is gone through for every member.
  const bySeries = new Map<string, RunningTotal[]>();
  for (const [id, obligation] of Object.entries(text.obligations)) {
    if (!isRunningTotal(obligation)) continue;
    const series = seriesOf(obligation);
    const total = { id, least: owing.figures(id).least, place: placeOf(id) };
    const known = bySeries.get(series);
    if (known) known.push(total);
    else bySeries.set(series, [total]);
  }
  for (const totals of bySeries.values()) totals.sort((a, b) => b.least - a.least || (a.id < b.id ? -1 : 1));
  return { bySeries, placeOf };
}

function isRunningTotal({ series, kind, of, amount }: Obligation): boolean {
  return series?.counted === 'running total' && kind !== 'refrain' && of !== undefined && amount !== undefined;
}

function notMore(subject: Subject, id: string, before: string): Found {
  const { text, owing, scenario } = subject;
  const words = 'Let it ask for more in all than was to be done before it, or count what it adds.';
  const { of = '' } = text.obligations[id] ?? {};
  const least = owing.rounded(before, owing.figures(before).least);
  return {
    severity: 'note',
    clauses: [duty(id), duty(before)],
    message: `${nameOf(subject, duty(id))} asks for no more in all than ${nameOf(subject, duty(before))}, by whose day ${figure(least)} ${unitFor(quantityAt(scenario.terms, of).unit, least)} were to be done: it adds nothing. ${words}`,
    mend: { words },
    facts: { of, before, total: owing.figures(id), done: owing.figures(before) },
  };
}

/** A total that stays the same, however often it is asked for. */
function comesRound(subject: Subject, id: string, obligation: Obligation): readonly Found[] {
  const { kind, of = '' } = obligation;
  const amount = settledAmount(obligation);
  const { giving, scenario } = subject;
  const times = kind === 'recurring' ? giving.timesOf(id) : 1;
  if (times < 2 || !amount || !(reachOf(amount, quantityAt(scenario.terms, of).step).most < Infinity)) return [];
  const words = 'Count what each time adds, or ask for it once.';
  return [
    {
      severity: 'note',
      clauses: [duty(id)],
      message: `${nameOf(subject, duty(id))} comes round, and asks for the same in all each time: after the first it adds nothing. ${words}`,
      mend: { words },
      facts: { of, times, total: amount },
    },
  ];
}
