import { amend, assess, defineScenario, isFaultError, type Fault } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { fishery } from '../support/fishery.js';

/** What is refused, without the sentence. */
function refused(call: () => unknown): readonly Omit<Fault, 'message'>[] {
  try {
    call();
  } catch (error) {
    if (isFaultError(error)) return error.faults.map(({ code, path, facts }) => ({ code, path, facts }));
    throw error;
  }
  return expect.unreachable();
}

const low = fishery.offers['low']!;
const OFFERS = ['low', 'middle', 'high', 'vague', 'late', 'lastYear'];

describe('what is refused says where, and with which facts', () => {
  it.each([
    [
      'an option that is none',
      () => assess(fishery, 'low', { asof: '2030-01' } as never),
      {
        code: 'assess/bad-option',
        path: ['asof'],
        facts: { key: 'asof', known: ['asOf', 'positionsAsOf', 'declared'] },
      },
    ],
    [
      'a date that is none',
      () => assess(fishery, 'low', { asOf: 'soon' }),
      { code: 'assess/bad-date', path: ['asOf'], facts: { found: "'soon'" } },
    ],
    [
      'a number for a date',
      () => assess(fishery, 'low', { positionsAsOf: 2030 as never }),
      { code: 'assess/bad-date', path: ['positionsAsOf'], facts: { found: '2030' } },
    ],
    [
      'an offer that is none',
      () => assess(fishery, 'hihg'),
      { code: 'assess/unknown-offer', path: ['offer'], facts: { id: 'hihg', known: OFFERS } },
    ],
    [
      'an offer that was reported later',
      () => assess(fishery, 'late', { asOf: '2030-01' }),
      {
        code: 'assess/not-yet-reported',
        path: ['asOf'],
        facts: { id: 'late', reported: '2030-02-20', asOf: '2030-01' },
      },
    ],
    [
      'an offer of what the scenario has not got',
      () => assess(fishery, amend(low, (draft) => void (draft.terms['fee' as never] = 5 as never)).offer),
      { code: 'assess/unfit-offer', path: ['offer'], facts: { id: 'low', paths: ['fee'] } },
    ],
    [
      'an offer outside the offer space',
      () => assess(fishery, amend(low, (draft) => void (draft.terms.catch = 500 as never)).offer),
      { code: 'assess/unfit-offer', path: ['offer'], facts: { id: 'low', paths: ['catch', 'space.catch'] } },
    ],
    [
      'an offer of more phases than there can be',
      () => assess(fishery, amend(low, (draft) => void (draft.phases = [{ terms: {} }, { terms: {} }])).offer),
      { code: 'assess/unfit-offer', path: ['offer'], facts: { id: 'low', paths: ['phases'] } },
    ],
  ])('%s', (_, call, fault) => {
    const faults = refused(call);
    expect(faults).toHaveLength(1);
    const { code, path, facts } = faults[0]!;
    expect({
      code,
      path,
      facts: { ...facts, ...(facts['paths'] ? { paths: [...(facts['paths'] as string[])].sort() } : {}) },
    }).toEqual(fault);
  });

  it('all that is wrong at once', () => {
    const options = { asOf: 'soon', positionsAsOf: 'late', asof: 1 } as never;
    expect(refused(() => assess(fishery, 'low', options)).map((f) => f.path)).toEqual([
      ['asof'],
      ['asOf'],
      ['positionsAsOf'],
    ]);
  });
});

describe('positions and what stands opposite', () => {
  const condition = (least: number) => ({ kind: 'compare', of: 'rent', op: '>=', line: least }) as const;
  const position = (party: 'west' | 'east' | 'mill', least: number, rigidity = 'demand') =>
    ({ party, rigidity: rigidity as 'demand', condition: condition(least) }) as const;
  const scenario = defineScenario({
    id: 'order',
    parties: { west: {}, east: {}, mill: {} },
    terms: { rent: { kind: 'quantity', unit: 'sacks' }, calm: { kind: 'flag' } },
    positions: {
      z: position('mill', 5),
      b: position('east', 1),
      a: position('east', 2),
      d: position('west', 3),
      c: position('west', 4, 'preference'),
      e: position('west', 4, 'red line'),
      apart: { party: 'mill', rigidity: 'demand', condition: { kind: 'flag', of: 'calm', is: true } },
    },
    offers: { nothing: { terms: { rent: 0, calm: false } } },
  });
  const { verdicts } = assess(scenario, 'nothing');

  it('come by party as declared, the firmest first, and then by id', () => {
    expect(verdicts.map((v) => v.position)).toEqual(['e', 'd', 'c', 'a', 'b', 'apart', 'z']);
  });

  it('are those of others on the same terms, by party as declared, and then by id', () => {
    expect(Object.fromEntries(verdicts.map((v) => [v.position, v.opposite]))).toEqual({
      e: ['a', 'b', 'z'],
      d: ['a', 'b', 'z'],
      c: ['a', 'b', 'z'],
      a: ['c', 'd', 'e', 'z'],
      b: ['c', 'd', 'e', 'z'],
      z: ['c', 'd', 'e', 'a', 'b'],
      apart: [],
    });
  });
});

describe('a reported answer', () => {
  const mill = (answers: readonly object[]) =>
    defineScenario({
      id: 'mill',
      sources: {
        early: { outlet: 'The Post', date: '2030-05-01' },
        late: { outlet: 'The Post', date: '2030-06-01' },
      },
      parties: { owner: {}, miller: {} },
      terms: { rent: { kind: 'quantity', unit: 'sacks' }, calm: { kind: 'flag' } },
      positions: {
        floor: { party: 'owner', rigidity: 'demand', condition: { kind: 'compare', of: 'rent', op: '>=', line: 40 } },
        quiet: { party: 'miller', rigidity: 'demand', condition: { kind: 'flag', of: 'calm', is: true } },
        ceiling: {
          party: 'miller',
          rigidity: 'demand',
          condition: { kind: 'compare', of: 'rent', op: '<=', line: 20 },
        },
        wish: {
          party: 'miller',
          rigidity: 'preference',
          condition: { kind: 'compare', of: 'rent', op: '<=', line: 10 },
        },
      },
      offers: { middle: { terms: { rent: 30, calm: true } } },
      answers: answers as never,
    });
  const by = (source: string) => [{ source, attribution: 'on-record' }];
  const declared = (answers: readonly object[]) => assess(mill(answers), 'middle').answers['miller']?.declared;
  const accepts = { party: 'miller', offer: 'middle', answer: 'accepts' };

  it('concedes the demands of its own party that are not met, and nothing else', () => {
    expect(declared([accepts])?.concedes).toEqual(['ceiling']);
    expect(declared([{ ...accepts, answer: 'rejects' }])?.concedes).toEqual([]);
    const { stickingPoints } = assess(mill([accepts]), 'middle');
    expect(stickingPoints.map((v) => v.position)).toEqual(['floor']);
  });

  it('gives its reasoning where it has any', () => {
    expect(declared([accepts])).not.toHaveProperty('because');
    expect(declared([{ ...accepts, basis: 'inferred', because: 'It was signed.' }])).toMatchObject({
      because: 'It was signed.',
    });
  });

  it('is the latest, and of those of one day the last', () => {
    const [early, late] = [
      { ...accepts, answer: 'rejects', citations: by('early') },
      { ...accepts, citations: by('late') },
    ];
    expect(declared([early, late])?.answer).toBe('accepts');
    expect(declared([late, early])?.answer).toBe('accepts');
    expect(declared([{ ...late, answer: 'undecided' }, late])?.answer).toBe('accepts');
    expect(declared([late, { ...late, answer: 'undecided' }])?.answer).toBe('undecided');
    expect(declared([{ ...accepts, answer: 'undecided' }, early])?.answer).toBe('rejects');
  });
});

describe('what is said of an offer', () => {
  it('holds the days that it was asked for, and no others', () => {
    expect(assess(fishery, 'low')).not.toHaveProperty('asOf');
    expect(assess(fishery, 'low')).not.toHaveProperty('positionsAsOf');
    expect(assess(fishery, 'low', { asOf: '2030-03' })).toMatchObject({ asOf: '2030-03' });
    expect(assess(fishery, 'low', { positionsAsOf: '2030-03' })).toMatchObject({ positionsAsOf: '2030-03' });
  });

  it('is read anew of another day', () => {
    const [early, later] = ['2030-01', '2030-03'].map((asOf) => assess(fishery, 'low', { positionsAsOf: asOf }));
    const positions = (of: typeof early) => of?.verdicts.map((v) => v.position);
    expect(positions(early)).not.toContain('noObservers');
    expect(positions(later)).toContain('noObservers');
  });
});

describe('what holds beside the positions', () => {
  const lake = defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 9 } } },
    positions: {},
    invariants: {
      few: {
        title: 'few boats',
        condition: { kind: 'compare', of: 'boats', op: '<=', line: 5 },
        because: 'The lake is small.',
      },
      some: { title: 'some boats', condition: { kind: 'compare', of: 'boats', op: '>=', line: 1 } },
    },
    offers: { o: { terms: { boats: 7 } } },
  });

  it('is an invariant, with the reason that was given, and without one where none was', () => {
    const [few, some] = assess(lake, 'o').invariants;
    expect(few).toMatchObject({ invariant: 'few', verdict: 'unmet', because: 'The lake is small.' });
    expect(some).toMatchObject({ invariant: 'some', verdict: 'met' });
    expect(some).not.toHaveProperty('because');
  });
});
