import {
  checkOffer,
  defineScenario,
  onDay,
  review,
  schedule,
  uponCompletion,
  uponEvent,
  days,
  weeks,
  type Obligation,
  type Offer,
} from 'sticking-points';
import type { Bench } from './bench.js';
import { ratioOf } from './measure.js';

const SMALL = 100;
const LARGE = 10_000;
const ROUNDS = 3;

const scenario = defineScenario({
  id: 'long-texts',
  parties: { north: {}, south: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 1_000_000 } } },
  space: { phases: { least: 1, most: 3 } },
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  positions: {},
});

/** `schedule` and `review` of a text of 10,000 obligations beside one of 100, for each obligation. */
export const longTexts: Bench = {
  name: 'time for each obligation, of 10,000 beside 100: 1 grows in line with them, 100 with their square (aim: at most 3)',
  rows: () => [
    ['schedule, a text laid out by phases', perObligation(schedule, wide)],
    ['schedule, a chain of which each waits for the one before', perObligation(schedule, chain)],
    ['review, a text laid out by phases', perObligation(review, wide)],
    ['review, a chain of which each waits for the one before', perObligation(review, chain)],
    ['review, one circle of them all', perObligation(review, ring)],
    ['schedule, all of them to be done together', perObligation(schedule, together)],
    ['review, all of them to be done together', perObligation(review, together)],
    ['schedule, each to follow the one before', perObligation(schedule, following)],
    ['review, each to follow the one before', perObligation(review, following)],
    ['schedule, running totals of one series', perObligation(schedule, series)],
    ['review, running totals of one series', perObligation(review, series)],
  ],
};

type Drafts = Readonly<Record<string, object>>;
type Make = (id: (i: number) => string, n: number) => Drafts;

const wide: Make = (id, n) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => {
      const begins =
        i % 5 === 4 ? uponCompletion(id(i - 1), days(2)) : i % 5 === 3 ? uponEvent('phase2') : onDay(i % 60);
      return [
        id(i),
        {
          owedBy: [i % 2 === 0 ? 'north' : 'south'],
          verifier: 'panel',
          begins,
          within: days(5),
          of: 'boats',
          amount: 2,
        },
      ];
    }),
  );

const chain: Make = (id, n) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      id(i),
      { owedBy: ['north'], verifier: 'panel', begins: i === 0 ? onDay(1) : uponCompletion(id(i - 1)) },
    ]),
  );

const ring: Make = (id, n) => ({ ...chain(id, n), [id(0)]: { owedBy: ['north'], begins: uponCompletion(id(n - 1)) } });

/** Each begins on a day of its own, and they are all done on the last of these. */
const together: Make = (id, n) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      id(i),
      { owedBy: ['north'], verifier: 'panel', begins: onDay(i % 60), concurrent: i === 0 ? [] : [id(0)] },
    ]),
  );

const following: Make = (id, n) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      id(i),
      { owedBy: ['north'], verifier: 'panel', begins: onDay(1), following: i === 0 ? [] : [id(i - 1)] },
    ]),
  );

const series: Make = (id, n) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      id(i),
      {
        owedBy: ['north'],
        verifier: 'panel',
        begins: onDay(i),
        of: 'boats',
        amount: 2 * (i + 1),
        series: { series: 'fleet', counted: 'running total' },
      },
    ]),
  );

/** An offer of so many obligations. More values than a file may have: its parts are checked, and put together. */
function offerOf(make: Make, n: number): Offer {
  const id = (i: number) => `o${String(i).padStart(5, '0')}`;
  const drafts = Object.entries(make(id, n));
  const small = (obligations: object) =>
    checkOffer(scenario, 'long', {
      phaseCount: 2,
      phases: [{ length: weeks(8) }, { length: weeks(8) }],
      text: { bodies: { panel: { members: ['north', 'south'] } }, obligations: obligations as Record<string, never> },
    });
  const obligations: Record<string, Obligation> = {};
  let whole: Offer | undefined;
  for (let from = 0; from < n; from += SMALL) {
    const part = drafts.slice(from, from + SMALL);
    // What they name beside each other is there as well, and left out again.
    const named = Object.fromEntries(
      [id(0), id(Math.max(0, from - 1)), id(n - 1)].map((one) => [one, { owedBy: ['north'] }]),
    );
    const checked = small({ ...named, ...Object.fromEntries(part) });
    if (!checked.ok) throw new Error(checked.faults[0]?.message);
    whole = checked.value;
    for (const [one] of part) {
      const own = checked.value.text?.obligations[one];
      if (own) obligations[one] = own;
    }
  }
  if (!whole?.text) throw new Error('There is no text.');
  return { ...whole, text: { ...whole.text, obligations } };
}

function perObligation(work: (s: typeof scenario, offer: Offer) => unknown, make: Make): ReturnType<typeof ratioOf> {
  const [small, large] = [offerOf(make, SMALL), offerOf(make, LARGE)];
  const time = (offer: Offer, times: number) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) work(scenario, offer);
    return performance.now() - start;
  };
  time(small, 20);
  const many = LARGE / SMALL;
  const rounds = Array.from({ length: ROUNDS }, () => ({ numerator: time(large, 1), denominator: time(small, many) }));
  return ratioOf(rounds);
}
