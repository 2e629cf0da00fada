import { describe, expectTypeOf, test } from 'vitest';
import { about, all, defineScenario, type Scenario } from 'sticking-points';

const ask = { party: 'north', title: 'it', rigidity: 'demand' } as const;
const held = { kind: 'flag', of: 'observers', is: true } as const;
const given = {
  id: 'given',
  sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
  parties: { north: {}, south: {} },
  terms: {
    hostages: {
      kind: 'quantity',
      unit: 'persons',
      scope: 'phase',
      categories: { women: 'women', soldiers: 'soldiers' },
    },
    prisoners: { kind: 'quantity', unit: 'persons' },
    observers: { kind: 'flag' },
    ceasefire: { kind: 'choice', ordered: true, options: { pause: 'a pause', complete: 'a complete ceasefire' } },
  },
  counts: { held: { figure: about(130) } },
  exchange: { rate: { of: 'prisoners', per: 'hostages' } },
  positions: { it: { ...ask, condition: held } },
} as const;

describe('an id in a scenario written as one literal', () => {
  test('right ones compile, and the scenario comes back wide', () => {
    const scenario = defineScenario({
      id: 'right',
      sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
      parties: { north: {}, south: {} },
      terms: {
        catch: { kind: 'quantity', unit: 'tonnes', scope: 'phase', categories: { cod: 'cod' } },
        zone: { kind: 'choice', ordered: true, options: { coastal: 'the coast', open: 'open waters' } },
        observers: { kind: 'flag' },
      },
      counts: { stock: { figure: about(130) } },
      exchange: { rate: { of: 'catch', per: 'catch/cod' } },
      positions: {
        cod: {
          party: 'north',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'catch/cod', in: 1, op: '>=', line: all({ count: 'stock' }) },
        },
        zone: { party: 'south', rigidity: 'red line', condition: { kind: 'choice', of: 'zone', is: ['open'] } },
        early: { party: 'south', rigidity: 'demand', condition: { kind: 'begins', of: 'catch', noLaterThan: 1 } },
      },
      offers: { first: { by: ['north'], related: [{ how: 'answer to', offer: 'second' }] }, second: {} },
      answers: [{ party: 'south', offer: 'first', answer: 'rejects' }],
      named: [{ title: 'cod', positions: ['cod'], citations: [{ source: 'wire', attribution: 'narrator' }] }],
      statements: { said: { party: 'south', text: 'Not now.' } },
    });
    expectTypeOf(scenario).toEqualTypeOf<Scenario>();
  });

  test('every kind of condition', () => {
    defineScenario({
      ...given,
      positions: {
        women: { ...ask, condition: { kind: 'compare', of: 'hostages/women', in: { upTo: 1 }, op: '>=', line: 3 } },
        long: { ...ask, condition: { kind: 'length', op: '>', line: 7, unit: 'days' } },
        fair: { ...ask, condition: { kind: 'ratio', of: 'prisoners', per: 'hostages', op: '<=', line: 3 } },
        calm: { ...ask, condition: { kind: 'rank', of: 'ceasefire', op: '>=', option: 'pause' } },
        any: { ...ask, condition: { kind: 'any', of: [held, { kind: 'choice', of: 'ceasefire', is: ['pause'] }] } },
        none: { ...ask, condition: { kind: 'not', of: { kind: 'all', of: [held] } } },
        then: { ...ask, condition: { kind: 'ifThen', if: held, then: { kind: 'all', of: [] } } },
        order: { ...ask, condition: { kind: 'before', first: 'hostages/women', then: 'hostages/soldiers' } },
      },
    });
  });

  test('a misspelt term in a condition, however deep, and a term of another kind', () => {
    defineScenario({
      ...given,
      // @ts-expect-error no quantity is called 'prisonners'
      positions: { p: { ...ask, condition: { kind: 'compare', of: 'prisonners', op: '>=', line: 1 } } },
    });
    defineScenario({
      ...given,
      // @ts-expect-error no flag is called 'observer'
      positions: { p: { ...ask, condition: { kind: 'not', of: { kind: 'flag', of: 'observer', is: true } } } },
    });
    defineScenario({
      ...given,
      // @ts-expect-error a flag is no quantity
      positions: { p: { ...ask, condition: { kind: 'compare', of: 'observers', op: '>=', line: 1 } } },
    });
  });

  test('a misspelt category', () => {
    defineScenario({
      ...given,
      // @ts-expect-error there is 'hostages/soldiers'
      positions: { p: { ...ask, condition: { kind: 'compare', of: 'hostages/solders', op: '>=', line: 1 } } },
    });
  });

  test('a misspelt option', () => {
    defineScenario({
      ...given,
      // @ts-expect-error there is 'pause'
      positions: { p: { ...ask, condition: { kind: 'choice', of: 'ceasefire', is: ['pauze'] } } },
    });
  });

  test('a misspelt category in a group, and a misspelt absence', () => {
    const categories = { cod: 'cod', white: { label: 'white fish', of: ['code'] } } as const;
    // @ts-expect-error there is 'cod'
    defineScenario({ ...given, terms: { ...given.terms, catch: { kind: 'quantity', unit: 'tonnes', categories } } });
    const options = { coast: 'the coast', open: 'open waters' } as const;
    // @ts-expect-error there is 'open'
    defineScenario({ ...given, terms: { ...given.terms, zone: { kind: 'choice', options, absent: 'opn' } } });
    defineScenario({
      ...given,
      terms: {
        ...given.terms,
        catch: { kind: 'quantity', unit: 't', categories: { cod: 'cod', all: { label: 'all', of: ['cod'] } } },
        zone: { kind: 'choice', options, absent: 'open' },
      },
    });
    defineScenario({
      id: 'inline',
      parties: { north: {} },
      terms: {
        // @ts-expect-error there is 'cod'
        catch: { kind: 'quantity', unit: 't', categories: { cod: 'cod', all: { label: 'all', of: ['code'] } } },
        // @ts-expect-error there is 'open'
        zone: { kind: 'choice', options: { open: 'open' }, absent: 'opn' },
      },
      positions: {},
    });
  });

  test('a misspelt party of a position, an answer, a rule of agreement', () => {
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, positions: { p: { party: 'nort', rigidity: 'demand', condition: held } } });
    // @ts-expect-error there is 'south'
    defineScenario({ ...given, offers: { o: {} }, answers: [{ party: 'soth', offer: 'o', answer: 'accepts' }] });
    // @ts-expect-error there is 'south'
    defineScenario({ ...given, agreement: { rule: 'unanimity', of: ['soth'] } });
  });

  test('a misspelt count or base of a share', () => {
    const compare = { kind: 'compare', of: 'prisoners', op: '>=' } as const;
    // @ts-expect-error there is 'held'
    defineScenario({ ...given, positions: { p: { ...ask, condition: { ...compare, line: all({ count: 'hold' }) } } } });
    defineScenario({
      ...given,
      // @ts-expect-error there is 'hostages'
      positions: { p: { ...ask, condition: { ...compare, line: all({ quantity: 'hostage' }) } } },
    });
  });

  test('a misspelt source, and any source where none is declared', () => {
    const citations = [{ source: 'wires', attribution: 'narrator' }] as const;
    // @ts-expect-error there is 'wire'
    defineScenario({ ...given, positions: { p: { ...ask, condition: held, citations } } });
    const { sources, ...bare } = given;
    // @ts-expect-error no source is declared
    defineScenario({ ...bare, positions: { p: { ...ask, condition: held, citations } } });
  });

  test('a misspelt exchange key, and a misspelt side of one', () => {
    // @ts-expect-error there is 'rate'
    defineScenario({ ...given, offers: { first: { barred: { rates: 'No source states one.' } } } });
    // @ts-expect-error there is 'hostages'
    defineScenario({ ...given, exchange: { rate: { of: 'prisoners', per: 'hostage' } } });
  });

  test('a misspelt offer or position that others refer to', () => {
    // @ts-expect-error there is 'second'
    defineScenario({ ...given, offers: { first: { related: [{ how: 'part of', offer: 'secund' }] }, second: {} } });
    const answer = { party: 'south', offer: 'frist', answer: 'accepts' } as const;
    // @ts-expect-error there is 'first'
    defineScenario({ ...given, offers: { first: {} }, answers: [answer] });
    // @ts-expect-error there is 'first'
    defineScenario({ ...given, offers: { first: {} }, named: [{ title: 'that', offer: 'frist', citations: [] }] });
    // @ts-expect-error there is 'it'
    defineScenario({ ...given, named: [{ title: 'that', positions: ['that'], citations: [] }] });
  });
});
