import { describe, expect, it } from 'vitest';
import { worldsOf, worldsOfCounts } from '../../src/assessment/worlds.js';
import type { Disputed, Noted } from '../../src/evidence/field.js';
import type { Offer } from '../../src/offers/offer.js';
import { exactly, type Amount } from '../../src/terms/amount.js';
import type { Length } from '../../src/terms/length.js';

const noted = <T>(value: T): Noted<T> => ({ value, basis: 'reported', citations: [] });
const disputed = <T>(...values: T[]): Disputed<T> => ({ readings: values.map(noted) });
const amounts = (...figures: number[]): Disputed<Amount> => disputed(...figures.map((n): Amount => exactly(n)));
const weeks = (...figures: number[]): Disputed<Length> =>
  disputed(...figures.map((n): Length => ({ length: exactly(n), unit: 'weeks' })));

const bare: Offer = {
  id: 'offer',
  label: 'offer',
  standing: 'proposal',
  known: 'partial',
  basis: 'reported',
  citations: [],
  related: [],
  terms: { catch: noted(exactly(3)) },
  phases: [{ label: 'first', terms: {} }, { terms: { calm: noted(true) } }],
  barred: {},
};

describe('the worlds of an offer', () => {
  it('are the offer itself where nothing is disputed', () => {
    expect(worldsOf(bare)).toEqual([bare]);
    const reported = { ...bare, phaseCount: noted(exactly(2)), length: noted(weeks(2).readings[0]!.value) };
    expect(worldsOf(reported)).toEqual([reported]);
  });

  it.each([
    ['the number of phases', (phaseCount: Offer['phaseCount']) => ({ ...bare, phaseCount }), amounts(1, 2)],
    ['the length', (length: Offer['length']) => ({ ...bare, length }), weeks(4, 6)],
    [
      'a term',
      (calm: Offer['terms'][string]) => ({ ...bare, terms: { ...bare.terms, calm } }),
      disputed<boolean>(true, false),
    ],
    [
      'the length of a phase',
      (length: Offer['length']) => ({ ...bare, phases: [bare.phases[0]!, { ...bare.phases[1]!, length }] }),
      weeks(1, 2, 3),
    ],
    [
      'a term of a phase',
      (fog: Offer['terms'][string]) => ({
        ...bare,
        phases: [{ ...bare.phases[0]!, terms: { fog } }, bare.phases[1]!],
      }),
      amounts(1, 2),
    ],
  ] as readonly (readonly [string, (field: never) => Offer, Disputed<unknown>])[])(
    'are one for each report of %s',
    (_, offerWith, field) => {
      const worlds = field.readings.map((reading) => offerWith(reading as never));
      expect(worldsOf(offerWith(field as never))).toEqual(worlds);
    },
  );

  it('are all combinations, those said first varying slowest', () => {
    const worlds = worldsOf({
      ...bare,
      phaseCount: amounts(1, 2),
      terms: { catch: amounts(10, 20), ...{ haul: amounts(5, 6) } },
    });
    expect(worlds.map(({ phaseCount, terms }) => [phaseCount, terms['catch'], terms['haul']])).toEqual(
      [1, 2].flatMap((p) => [10, 20].flatMap((c) => [5, 6].map((h) => [p, c, h].map((n) => noted(exactly(n)))))),
    );
  });

  it('are at most 64, and what would make more stays disputed', () => {
    const disputes = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`t${i}`, amounts(1, 2)]));
    expect(worldsOf({ ...bare, terms: disputes(6) })).toHaveLength(64);
    const worlds = worldsOf({ ...bare, terms: { ...disputes(5), three: amounts(1, 2, 3), last: amounts(1, 2) } });
    expect(worlds).toHaveLength(64);
    expect(worlds[0]?.terms['three']).toEqual(amounts(1, 2, 3));
    expect(worlds[0]?.terms['last']).toEqual(noted(exactly(1)));
  });
});

describe('the worlds of counts', () => {
  const figure = (...figures: number[]) => ({ label: 'count', figure: amounts(...figures) });
  const counts = {
    held: figure(1, 2, 3),
    freed: figure(4, 5),
    sure: { label: 'sure', figure: noted(exactly(7)) },
    bare: { label: 'bare' },
  };
  const all = () => true;
  const figuresOf = (worlds: ReturnType<typeof worldsOfCounts>) =>
    worlds.map(({ held, freed }) => [held?.figure, freed?.figure]);

  it('are all combinations of what is disputed, and leave the rest as it is', () => {
    const worlds = worldsOfCounts(counts, ['held', 'sure', 'bare', 'none', 'freed'], all, 6);
    expect(figuresOf(worlds)).toEqual(
      [1, 2, 3].flatMap((h) => [4, 5].map((f) => [noted(exactly(h)), noted(exactly(f))])),
    );
    for (const world of worlds) expect([world['sure'], world['bare']]).toEqual([counts.sure, counts.bare]);
    expect(worldsOfCounts(counts, ['sure', 'bare', 'none'], all, 6)).toEqual([counts]);
  });

  it('are no more than asked for: the later ones stay disputed', () => {
    expect(figuresOf(worldsOfCounts(counts, ['held', 'freed'], all, 5))).toEqual(
      [1, 2, 3].map((h) => [noted(exactly(h)), counts.freed.figure]),
    );
    expect(figuresOf(worldsOfCounts(counts, ['held', 'freed'], all, 2))).toEqual(
      [4, 5].map((f) => [counts.held.figure, noted(exactly(f))]),
    );
  });

  it('take only the readings that are known: of one there is nothing to choose', () => {
    const known = (n: number) => (reading: Noted<Amount>) => 'n' in reading.value && reading.value.n <= n;
    expect(figuresOf(worldsOfCounts(counts, ['held'], known(2), 9))).toEqual(
      [1, 2].map((h) => [noted(exactly(h)), counts.freed.figure]),
    );
    expect(worldsOfCounts(counts, ['held'], known(1), 9)).toEqual([counts]);
  });
});
