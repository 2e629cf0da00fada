import fc from 'fast-check';
import { checkScenario, days, describeFault, onDay, weeks, type Scenario } from 'sticking-points';
import {
  acceptableOffers,
  acceptancesOnRecord,
  amendments,
  blockedOffers,
  checkDeal,
  complexityOf,
  courses,
  dealCode,
  dealText,
  everyNegotiatedPhaseHasAFallback,
  exhaust,
  inOrder,
  neverMoreOwedThanHeld,
  neverMoreThanHeld,
  offers,
  partialOffersOf,
  somethingDueWithin,
  weakerNeverAddsSticking,
} from 'sticking-points/testing';
import { expect, it } from 'vitest';
import { runs } from '../laws/runs.js';

/** What every record inherits, and a plain name for each, as long as it and sorted as it is. */
const BORN = ['constructor', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString', 'toString', 'valueOf'] as const;
const PLAIN = BORN.map((name, i) => `${'bdfhjl'.charAt(i)}${'q'.repeat(name.length - 1)}`);

/** A scenario whose parties, terms, categories, options, counts, positions, rounds, offers and duties bear six names. */
function named(names: readonly string[], order: readonly number[]): Scenario {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = order.map((i) => names[i]);
  const duty = { owedBy: [a], to: [b], amount: 3, begins: onDay(1), within: weeks(1) };
  const checked = checkScenario({
    id: 'named',
    sources: { [c]: { outlet: 'The Post', date: '2030-01-05' } },
    parties: { [a]: {}, [b]: {}, [c]: {} },
    terms: {
      [c]: {
        kind: 'quantity',
        unit: 'units',
        scope: 'phase',
        bounds: { most: 10 },
        categories: { [a]: 'one', [d]: 'other' },
      },
      [e]: { kind: 'choice', options: { [f]: 'so', [b]: 'otherwise' }, absent: f },
      [d]: { kind: 'flag' },
    },
    counts: { [e]: { label: 'held', figure: 5 } },
    space: { phases: { least: 1, most: 2 }, days: 10 },
    agreement: { rule: 'weights', weights: { [a]: 2, [b]: 1 }, needed: 3 },
    scores: { [a]: { threshold: 1, because: 'To try it.', parts: [{ of: d, table: { yes: 1, no: 0 } }] } },
    process: {
      preconditions: { [d]: { title: 'calm' } },
      rounds: { [f]: { mandates: { [b]: 'negotiate' } } },
    },
    positions: {
      [f]: { party: b, rigidity: 'demand', condition: { kind: 'compare', of: `${c}/${a}`, op: '>=', line: 4 } },
      [b]: { party: c, rigidity: 'red line', condition: { kind: 'choice', of: e, is: [f] } },
    },
    offers: {
      [a]: { terms: { [c]: 3, [d]: false }, phases: [{ length: days(2), terms: { [c]: 0 } }] },
      [f]: {
        by: [a, b],
        known: 'full',
        terms: { [e]: b, [c]: 3 },
        phases: [{ length: days(5), terms: { [c]: 3 } }],
        text: { obligations: { [d]: { ...duty, of: c }, [e]: { ...duty, of: `${c}/${d}` } } },
      },
    },
  });
  if (!checked.ok) throw new Error(checked.faults.map(describeFault).join('\n'));
  return checked.value;
}

/** Everything that is asked of a scenario here, as plain data. */
function asked(scenario: Scenario): object {
  const { offers: known, positions, terms, counts } = scenario;
  const [[first, one] = [], [second, other] = []] = Object.entries(known);
  const [quantity = '', choice = ''] = Object.keys(terms);
  const [demand = '', redLine = ''] = Object.keys(positions);
  const [count = ''] = Object.keys(counts);
  if (!one || !other || first === undefined || second === undefined) throw new RangeError('It has two offers.');
  const shrunk = (arbitrary: fc.Arbitrary<unknown>) => {
    const never = fc.property(arbitrary, () => false);
    const { counterexample, errorInstance } = fc.check(never, { seed: 1, numRuns: 1 });
    return counterexample ?? String(errorInstance);
  };
  const laws = [
    { title: 'little', offer: (offer: object) => !/"n":[6-9]/.test(JSON.stringify(offer)) },
    { condition: { kind: 'compare', of: quantity, op: '<=', line: 4 } as const },
    neverMoreThanHeld(scenario, quantity, count),
    neverMoreOwedThanHeld(scenario, quantity, count),
    inOrder(`${quantity}/${Object.keys(scenario.parties)[0] ?? ''}`, quantity),
    somethingDueWithin(3),
    weakerNeverAddsSticking(demand, null),
    everyNegotiatedPhaseHasAFallback(choice),
  ];
  const ofTalks = [
    { title: 'no deal', talks: (talks: { readonly deal: unknown }) => talks.deal === null },
    acceptancesOnRecord(),
  ];
  return {
    complexity: [complexityOf(scenario, one), complexityOf(scenario, other)],
    texts: [dealText(scenario, one), dealText(scenario, other), dealCode(one, scenario), dealCode(other, scenario)],
    drawn: [
      offers(scenario, { known: 'partial' }),
      offers(scenario, { texts: true }),
      amendments(scenario, one),
      partialOffersOf(scenario, other),
      blockedOffers(scenario, redLine),
      ...Object.keys(scenario.parties).map((party) => acceptableOffers(scenario, party)),
    ].map((arbitrary) => shrunk(arbitrary)),
    courses: fc.sample(courses(scenario, { events: 12 }), { seed: 2, numRuns: 4 }),
    deals: (['deals', { completing: first }, { completing: second }] as const).map((among) =>
      checkDeal(scenario, { among, runs: 3, invariants: laws }),
    ),
    talks: checkDeal(scenario, { runs: 4, events: 12, invariants: ofTalks }),
    walked: exhaust(scenario, { bounds: { states: 60 }, invariants: ofTalks }),
  };
}

it('a scenario whose ids every record inherits behaves as the same under plain names', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
      let plain = JSON.stringify(asked(named(PLAIN, order)), null, 1);
      for (const [i, name] of PLAIN.entries()) plain = plain.replaceAll(name, BORN[i] ?? '');
      expect(JSON.stringify(asked(named(BORN, order)), null, 1)).toBe(plain);
    }),
    { ...runs(4), seed: 5 },
  );
});

it('a term that an offer does not speak of adds nothing to it, whatever it is called', () => {
  const term = { kind: 'quantity', unit: 'units', bounds: { most: 10 } };
  const checked = checkScenario({
    id: 'named',
    parties: { a: {} },
    terms: { constructor: term, y: term },
    space: { phases: { least: 1, most: 2 }, days: 10 },
    positions: {},
    offers: { one: { terms: { y: 3 } } },
  });
  if (!checked.ok) throw new Error(checked.faults.map(describeFault).join('\n'));
  expect(complexityOf(checked.value, checked.value.offers['one']!)).toEqual([0, 1, 1, 1, 3, 0, 0]);
});
