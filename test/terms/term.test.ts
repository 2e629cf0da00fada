import { describe, expect, it } from 'vitest';
import { phasesIn, sayScope } from '../../src/terms/scope.js';
import {
  choiceAt,
  pathsOf,
  quantityAt,
  splitPath,
  termLabel,
  unitFor,
  type Quantity,
  type Terms,
} from '../../src/terms/term.js';

const people: Quantity = {
  kind: 'quantity',
  label: 'people',
  scope: 'phase',
  unit: { one: 'person', many: 'persons' },
  step: 1,
  bounds: { least: 0, basis: 'assumed' },
  verb: 'released',
  categories: { women: { label: 'women' }, all: { label: 'half of them', of: ['women'] } },
  overlap: false,
  complete: false,
  absent: 0,
};
const terms: Terms = {
  people,
  tonnes: { ...people, label: 'pay per hour', verb: undefined } as unknown as Quantity, // as if no verb had been written
  calm: { kind: 'flag', label: 'calm', scope: 'deal', absent: false },
  rule: { kind: 'choice', label: 'rule', scope: 'deal', options: { a: 'A' }, ordered: false, basis: 'assumed' },
};

describe('a path id', () => {
  it('is taken apart at its first stroke', () => {
    expect(splitPath('people')).toStrictEqual({ term: 'people' });
    expect(splitPath('people/women')).toStrictEqual({ term: 'people', category: 'women' });
    expect(splitPath('a/b/c')).toStrictEqual({ term: 'a', category: 'b/c' });
    expect(splitPath('/b')).toStrictEqual({ term: '', category: 'b' });
  });

  it('stands for a quantity and each of its categories', () => {
    expect(pathsOf('people', people)).toEqual(['people', 'people/women', 'people/all']);
  });

  it('is said in the words that conditions use', () => {
    expect(
      ['people', 'people/women', 'people/all', 'people/none', 'tonnes', 'calm', 'calm/women', 'nothing'].map((path) =>
        termLabel(terms, path),
      ),
    ).toEqual([
      'people released',
      'people released (women)',
      'people released (“half of them”)',
      'people released',
      '“pay per hour”',
      'calm',
      'calm',
      'nothing',
    ]);
  });
});

describe('a term looked up by its id', () => {
  it('is found where it is of that kind', () => {
    expect(quantityAt(terms, 'people/women')).toBe(people);
    expect(choiceAt(terms, 'rule')).toBe(terms['rule']);
  });

  it('is missed aloud where it is not', () => {
    for (const id of ['calm', 'nothing', 'nothing/women'])
      expect(() => quantityAt(terms, id)).toThrow(new RangeError(`'${id}' is not a quantity of this scenario.`));
    for (const id of ['people', 'nothing'])
      expect(() => choiceAt(terms, id)).toThrow(new RangeError(`'${id}' is not a choice of this scenario.`));
  });
});

describe('a unit', () => {
  it('goes with its figure', () => {
    expect([1, -1, 0, 2, 0.5].map((n) => unitFor(people.unit, n))).toEqual([
      'person',
      'person',
      'persons',
      'persons',
      'persons',
    ]);
  });
});

describe('a scope', () => {
  it.each([
    [undefined, ''],
    ['total', ' in total'],
    [2, ' in phase 2'],
    [{ upTo: 2 }, ' up to phase 2'],
  ] as const)('%j is said so', (scope, said) => {
    expect(sayScope(scope)).toBe(said);
  });

  it.each([
    ['total', []],
    [2, [2]],
    [{ upTo: 2 }, [1, 2]],
    [{ upTo: 5 }, [1, 2, 3]],
  ] as const)('%j covers these phases of three', (scope, phases) => {
    expect(phasesIn(scope, 3)).toEqual(phases);
  });
});
