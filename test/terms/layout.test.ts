import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/terms/lay-out.js';
import { addedTogether, placeOf, quantitySum, sumFromTotal, type Layout } from '../../src/terms/layout.js';
import type { Choice, Flag, Quantity, Terms } from '../../src/terms/term.js';

const ASSUMED = 'assumed' as const;

const quantity: Quantity = {
  kind: 'quantity',
  label: 'q',
  scope: 'phase',
  unit: { one: 'unit', many: 'units' },
  step: 1,
  bounds: { least: 0, most: 9, basis: ASSUMED },
  categories: {},
  overlap: false,
  complete: false,
  absent: 0,
};
const flag: Flag = { kind: 'flag', label: 'f', scope: 'deal', absent: false };
const choice: Choice = {
  kind: 'choice',
  label: 'c',
  scope: 'deal',
  options: { a: 'A', b: 'B' },
  ordered: false,
  basis: 'assumed',
};

function laid(terms: Terms, { least = 1, most = 2, days }: { least?: number; most?: number; days?: number } = {}) {
  const space = { phases: { least, most }, ...(days !== undefined && { days }), basis: 'assumed' } as const;
  return layOut({ terms, space, counts: { held: { label: 'held' } } });
}

/** Each variable with its ends: `q@1 0..9`. */
function variables(layout: Layout): readonly string[] {
  return layout.variables.map(({ name, least, most }) => `${name} ${least}..${most}`);
}

/** Each tie as a line of algebra, its variables by name: `0 <= 9 phase@1 - q@1`. */
function ties(layout: Layout, about = /./): readonly string[] {
  return layout.ties
    .map(({ sum, least, most, leastFrom }) => {
      const written = sum.map(
        ({ of, times }) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${layout.variables[of]?.name ?? '?'}`,
      );
      return `${least} <= ${written.join(' ')}${most === undefined ? '' : ` <= ${most}`}${leastFrom ? ` from ${leastFrom.join()}` : ''}`;
    })
    .filter((line) => about.test(line));
}

describe('the offer space', () => {
  it('begins with the phases, in order, and how long each is', () => {
    const layout = laid({});
    expect(variables(layout)).toEqual([
      'phases 1..2',
      'phase@1 1..1',
      'phase@2 0..1',
      'length 0..Infinity',
      'length@1 0..Infinity',
      'length@2 0..Infinity',
      'count held 0..Infinity',
    ]);
    expect(ties(layout)).toEqual([
      '0 <= + 1 phase@1 + 1 phase@2 - 1 phases <= 0',
      '0 <= + 1 phase@1 - 1 phase@2',
      '0 <= + 1 length@1 + 1 length@2 - 1 length <= 0 from 0',
    ]);
    expect(layout.phases).toBe(2);
  });

  it('knows of each variable its place and its ties, and of each phase what is nothing without it', () => {
    const layout = laid(
      { q: quantity, f: { ...flag, scope: 'phase' }, c: { ...choice, scope: 'phase' } },
      { days: 60 },
    );
    layout.variables.forEach(({ name }, place) => {
      expect(layout.at[name]).toBe(place);
      expect(placeOf(layout, name)).toBe(place);
      const among = layout.ties.flatMap((tie, t) => (tie.sum.some(({ of }) => of === place) ? [t] : []));
      expect(layout.tiesOf[place]).toEqual(among);
    });
    expect(layout.inPhase.map((places) => places.map((place) => layout.variables[place]?.name))).toEqual([
      [],
      ['phase@1', 'length@1', 'q@1', 'f@1', 'c@1=a', 'c@1=b'],
      ['phase@2', 'length@2', 'q@2', 'f@2', 'c@2=a', 'c@2=b'],
    ]);
    expect(Object.getPrototypeOf(layout.at)).toBeNull(); // a term may be called `constructor`
    expect(() => placeOf(layout, 'constructor')).toThrow(
      new RangeError("The offer space has no variable 'constructor'."),
    );
  });

  it('lets no phase be longer than a deal may last', () => {
    expect(ties(laid({}, { least: 2, most: 2, days: 60 }), /phase@\d - 1 length/)).toEqual([
      '0 <= + 60 phase@1 - 1 length@1',
      '0 <= + 60 phase@2 - 1 length@2',
    ]);
    expect(variables(laid({}, { least: 2, most: 2, days: 60 }))).toEqual([
      'phases 2..2',
      'phase@1 1..1',
      'phase@2 1..1',
      'length 0..60',
      'length@1 0..60',
      'length@2 0..60',
      'count held 0..Infinity',
    ]);
  });
});

describe('a quantity', () => {
  it('falls on the phases, each between nothing and its ends', () => {
    const layout = laid({ q: { ...quantity, step: 0.5, bounds: { least: -2, most: 4, basis: ASSUMED } } });
    expect(variables(layout).filter((v) => v.startsWith('q'))).toEqual(['q -4..8', 'q@1 -4..8', 'q@2 -4..8']);
    expect(ties(layout, / q/)).toEqual([
      '0 <= + 8 phase@1 - 1 q@1',
      '0 <= + 1 q@1 + 4 phase@1',
      '0 <= + 8 phase@2 - 1 q@2',
      '0 <= + 1 q@2 + 4 phase@2',
      '0 <= + 1 q@1 + 1 q@2 - 1 q <= 0 from 0',
    ]);
  });

  it('may have a phase with nothing of it, whatever its ends', () => {
    const between = (least: number, most?: number) =>
      variables(laid({ q: { ...quantity, bounds: { least, ...(most !== undefined && { most }), basis: ASSUMED } } }))
        .filter((v) => v.startsWith('q'))
        .slice(0, 2);
    expect(between(3, 9)).toEqual(['q 3..9', 'q@1 0..9']);
    expect(between(-9, -3)).toEqual(['q -9..-3', 'q@1 -9..0']);
    expect(between(3)).toEqual(['q 3..Infinity', 'q@1 0..Infinity']);
  });

  it('without an end is not tied to whether there is the phase', () => {
    const layout = laid({ q: { ...quantity, bounds: { least: 0, basis: ASSUMED } } });
    expect(ties(layout, / q/)).toEqual(['0 <= + 1 q@1 + 1 q@2 - 1 q <= 0 from 0']);
  });

  it('of the deal is one figure', () => {
    const layout = laid({ q: { ...quantity, scope: 'deal', categories: { a: { label: 'a' } } } });
    expect(variables(layout).filter((v) => v.startsWith('q'))).toEqual(['q 0..9', 'q/a 0..9']);
    expect(ties(layout, / q/)).toEqual(['0 <= + 1 q - 1 q/a']);
  });
});

describe('categories', () => {
  const inDeal = (more: Partial<Quantity>) => ties(laid({ q: { ...quantity, scope: 'deal', ...more } }), / q/);
  const plain = { a: { label: 'a' }, b: { label: 'b' } };
  const grouped = { ...plain, c: { label: 'c' }, ab: { label: 'a or b', of: ['a', 'b'] } };
  const whole = { ...plain, ab: { label: 'a or b', of: ['a', 'b'] } };

  it('none, no tie', () => {
    expect(inDeal({})).toEqual([]);
    expect(inDeal({ complete: true })).toEqual([]);
    expect(inDeal({ complete: true, overlap: true })).toEqual([]);
  });

  it('apart add up to no more than the whole, and complete to it', () => {
    expect(inDeal({ categories: plain })).toEqual(['0 <= + 1 q - 1 q/a - 1 q/b']);
    expect(inDeal({ categories: plain, complete: true })).toEqual(['0 <= + 1 q - 1 q/a - 1 q/b <= 0']);
  });

  it('that overlap lie each within the whole, and complete cover it', () => {
    const within = ['0 <= + 1 q - 1 q/a', '0 <= + 1 q - 1 q/b'];
    expect(inDeal({ categories: plain, overlap: true })).toEqual(within);
    expect(inDeal({ categories: plain, overlap: true, complete: true })).toEqual([
      ...within,
      '0 <= + 1 q/a + 1 q/b - 1 q',
    ]);
  });

  it('in a group add up to it', () => {
    expect(inDeal({ categories: grouped, complete: true })).toEqual([
      '0 <= + 1 q - 1 q/a - 1 q/b - 1 q/c <= 0',
      '0 <= + 1 q - 1 q/ab',
      '0 <= + 1 q/ab - 1 q/a',
      '0 <= + 1 q/ab - 1 q/b',
      '0 <= + 1 q/a + 1 q/b - 1 q/ab <= 0',
    ]);
    expect(inDeal({ categories: grouped, overlap: true })).toEqual([
      '0 <= + 1 q - 1 q/a',
      '0 <= + 1 q - 1 q/b',
      '0 <= + 1 q - 1 q/c',
      '0 <= + 1 q - 1 q/ab',
      '0 <= + 1 q/ab - 1 q/a',
      '0 <= + 1 q/ab - 1 q/b',
      '0 <= + 1 q/a + 1 q/b - 1 q/ab',
    ]);
  });

  it('in a group of all of them make the whole, where they are complete', () => {
    expect(inDeal({ categories: whole, complete: true }).at(-1)).toBe('0 <= + 1 q - 1 q/ab <= 0');
    expect(inDeal({ categories: whole }).at(-1)).toBe('0 <= + 1 q/a + 1 q/b - 1 q/ab <= 0');
  });

  it('are tied in all and in each phase', () => {
    expect(ties(laid({ q: { ...quantity, categories: { a: { label: 'a' } } } }), /- 1 q\/a(?!@\d <=)/)).toEqual([
      '0 <= + 9 phase@1 - 1 q/a@1',
      '0 <= + 9 phase@2 - 1 q/a@2',
      '0 <= + 1 q/a@1 + 1 q/a@2 - 1 q/a <= 0 from 0',
      '0 <= + 1 q - 1 q/a',
      '0 <= + 1 q@1 - 1 q/a@1',
      '0 <= + 1 q@2 - 1 q/a@2',
    ]);
  });

  it('may be nothing where the whole is not', () => {
    const layout = laid({ q: { ...quantity, bounds: { least: 3, most: 9, basis: ASSUMED }, categories: plain } });
    expect(variables(layout).filter((v) => v.startsWith('q/a'))).toEqual(['q/a 0..9', 'q/a@1 0..9', 'q/a@2 0..9']);
  });
});

describe('a flag and a choice', () => {
  it('of the deal are one thing', () => {
    const layout = laid({ f: flag, c: choice });
    expect(variables(layout).filter((v) => /^[cf]/.test(v))).toEqual([
      'f 0..1',
      'c=a 0..1',
      'c=b 0..1',
      'count held 0..Infinity',
    ]);
    expect(ties(layout, / [cf]\b/)).toEqual(['1 <= + 1 c=a + 1 c=b <= 1']);
  });

  it('of each phase are nothing without it', () => {
    const layout = laid({ f: { ...flag, scope: 'phase' }, c: { ...choice, scope: 'phase' } });
    expect(variables(layout).filter((v) => /^[cf]@/.test(v))).toEqual([
      'f@1 0..1',
      'f@2 0..1',
      'c@1=a 0..1',
      'c@1=b 0..1',
      'c@2=a 0..1',
      'c@2=b 0..1',
    ]);
    expect(ties(layout, / [cf]@/)).toEqual([
      '0 <= + 1 phase@1 - 1 f@1',
      '0 <= + 1 phase@2 - 1 f@2',
      '0 <= + 1 c@1=a + 1 c@1=b - 1 phase@1 <= 0',
      '0 <= + 1 c@2=a + 1 c@2=b - 1 phase@2 <= 0',
    ]);
  });
});

describe('a sum over the layout', () => {
  const layout = laid({ q: quantity }, { most: 3 });
  const named = (sum: Layout['ties'][number]['sum']) =>
    sum.map(({ of, times }) => `${times} ${layout.variables[of]?.name}`);

  it.each([
    [undefined, ['2 q']],
    ['total', ['2 q']],
    [2, ['2 q@2']],
    [{ upTo: 2 }, ['2 q@1', '2 q@2']],
  ] as const)('in scope %j is that of these', (scope, sum) => {
    expect(named(quantitySum(layout, 'q', scope, 2))).toEqual(sum);
  });

  it('counts each once unless told', () => {
    expect(named(quantitySum(layout, 'q', 1))).toEqual(['1 q@1']);
    expect(named(sumFromTotal(layout, 'q', 1).sum)).toEqual(['1 q@1']);
    expect(Object.keys(sumFromTotal(layout, 'q', 1))).toEqual(['sum']);
    expect(named(sumFromTotal(layout, 'q', undefined, 2).sum)).toEqual(['2 q']);
  });

  it('up to a phase is the total less what falls later', () => {
    const upTo = (phase: number, times?: number) => {
      const { sum, ...from } = sumFromTotal(layout, 'q', { upTo: phase }, times);
      return { sum: named(sum), ...from };
    };
    expect(upTo(1)).toStrictEqual({ sum: ['1 q', '-1 q@2', '-1 q@3'], leastFrom: [0] });
    expect(upTo(2, -2)).toStrictEqual({ sum: ['-2 q', '2 q@3'], mostFrom: [0] });
    expect(upTo(3, 2)).toStrictEqual({ sum: ['2 q'], leastFrom: [0] });
    expect(upTo(9)).toStrictEqual({ sum: ['1 q'], leastFrom: [0] });
    expect(upTo(2, 0)).toEqual({ sum: ['0 q', '0 q@3'] });
  });

  it('of sums rests on what each of them rests on', () => {
    const a = { of: 1, times: 1 };
    const b = { of: 2, times: -1 };
    expect(
      addedTogether([
        { sum: [a], leastFrom: [0], mostFrom: [3] },
        { sum: [b], leastFrom: [2] },
      ]),
    ).toEqual({ sum: [a, b], leastFrom: [0, 2], mostFrom: [3] });
    expect(addedTogether([])).toEqual({ sum: [], leastFrom: [], mostFrom: [] });
  });
});
