import { about, answerThatCounts, assess, atLeast, between, defineScenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';

/** What each offer is worth to north by these parts, and the answer that follows at this threshold. */
function worth(parts: unknown, offers: Readonly<Record<string, object>>, threshold = 50) {
  const scenario = defineScenario({
    id: 'scores',
    parties: { north: {}, south: {} },
    terms: {
      catch: { kind: 'quantity', unit: 'tonnes', scope: 'phase', step: 0.5, bounds: { least: -50, most: 100 } },
      tax: { kind: 'quantity', unit: 'crowns', bounds: {} },
      calm: { kind: 'flag' },
      open: { kind: 'flag', scope: 'phase' },
      zone: { kind: 'choice', options: { near: 'near', far: 'far', both: 'both' } },
      gear: { kind: 'choice', scope: 'phase', options: { nets: 'nets', lines: 'lines' } },
    },
    space: { phases: { least: 1, most: 2 } },
    positions: {},
    scores: { north: { because: 'To try the rule.', threshold, parts: parts as never } },
    offers: offers,
  });
  return Object.fromEntries(
    Object.keys(offers).map((id) => {
      const { byScore } = assess(scenario, id).answers['north'] ?? {};
      return [id, byScore && [byScore.score, byScore.answer]];
    }),
  );
}

const rising = [
  { at: 0, worth: 0 },
  { at: 10, worth: 40 },
  { at: 20, worth: 60 },
];

describe('a figure is worth', () => {
  it('what lies on the straight lines between the points, level beyond them', () => {
    const at = (n: number) => ({ terms: { catch: n } });
    expect(
      worth([{ of: 'catch', points: rising }], {
        a: at(-5),
        b: at(0),
        c: at(2.5),
        d: at(10),
        e: at(15),
        f: at(20),
        g: at(90),
      }),
    ).toEqual({
      a: [{ least: 0, most: 0 }, 'rejects'],
      b: [{ least: 0, most: 0 }, 'rejects'],
      c: [{ least: 10, most: 10 }, 'rejects'],
      d: [{ least: 40, most: 40 }, 'rejects'],
      e: [{ least: 50, most: 50 }, 'accepts'],
      f: [{ least: 60, most: 60 }, 'accepts'],
      g: [{ least: 60, most: 60 }, 'accepts'],
    });
  });

  it('of several it may be, from the least to the most of them, points between included', () => {
    const hill = [
      { at: 0, worth: 10 },
      { at: 10, worth: 80 },
      { at: 20, worth: -10 },
      { at: 30, worth: 20 },
    ];
    const may = (from: number, to: number) => ({ terms: { catch: between(from, to) } });
    expect(
      worth([{ of: 'catch', points: hill }], {
        a: may(0, 10),
        b: may(5, 15),
        c: may(10, 20),
        d: may(15, 30),
        e: may(25, 40),
        f: {},
      }),
    ).toEqual({
      a: [{ least: 10, most: 80 }, 'undecided'],
      b: [{ least: 35, most: 80 }, 'undecided'],
      c: [{ least: -10, most: 80 }, 'undecided'],
      d: [{ least: -10, most: 35 }, 'rejects'],
      e: [{ least: 5, most: 20 }, 'rejects'],
      f: [{ least: -10, most: 80 }, 'undecided'],
    });
  });

  it('without an upper end, as far as the points tell', () => {
    const more = { terms: { tax: atLeast(10) } };
    expect(worth([{ of: 'tax', points: rising }], { more, about: { terms: { tax: about(5) } } })).toEqual({
      more: [{ least: 40, most: 60 }, 'undecided'],
      about: [{ least: 20, most: 20 }, 'rejects'],
    });
  });

  it('in a scope, what falls there', () => {
    const offer = { phaseCount: 2, terms: { catch: 20 }, phases: [{ terms: { catch: 5 } }, { terms: { catch: 15 } }] };
    const of = (scope?: unknown) => worth([{ of: 'catch', in: scope, points: rising }], { o: offer })['o']?.[0];
    expect(of(1)).toEqual({ least: 20, most: 20 });
    expect(of({ upTo: 1 })).toEqual({ least: 20, most: 20 });
    expect(of(2)).toEqual({ least: 50, most: 50 });
    expect(of({ upTo: 2 })).toEqual({ least: 60, most: 60 });
    expect(of('total')).toEqual({ least: 60, most: 60 });
  });

  it('one thing, where there is one point', () => {
    expect(worth([{ of: 'catch', points: [{ at: 5, worth: 7 }] }], { o: {} })).toEqual({
      o: [{ least: 7, most: 7 }, 'rejects'],
    });
  });
});

describe('an option is worth', () => {
  it('what the table says, the least and the most of those still possible', () => {
    const table = { near: 10, far: 60, both: 30 };
    const zone = (value: unknown) => ({ terms: { zone: value } });
    expect(
      worth([{ of: 'zone', table }], {
        near: zone('near'),
        far: zone('far'),
        two: zone({ oneOf: ['near', 'both'] }),
        any: {},
      }),
    ).toEqual({
      near: [{ least: 10, most: 10 }, 'rejects'],
      far: [{ least: 60, most: 60 }, 'accepts'],
      two: [{ least: 10, most: 30 }, 'rejects'],
      any: [{ least: 10, most: 60 }, 'undecided'],
    });
  });

  it('of a flag, yes or no', () => {
    const calm = (value: boolean) => ({ terms: { calm: value } });
    expect(worth([{ of: 'calm', table: { yes: 70, no: 20 } }], { yes: calm(true), no: calm(false), any: {} })).toEqual({
      yes: [{ least: 70, most: 70 }, 'accepts'],
      no: [{ least: 20, most: 20 }, 'rejects'],
      any: [{ least: 20, most: 70 }, 'undecided'],
    });
  });

  it('nothing in a phase that the deal may not have', () => {
    const phases = (count: number, gear?: string) => ({
      phaseCount: count,
      phases: [{ terms: {} }, ...(count === 2 ? [{ terms: gear === undefined ? {} : { gear } }] : [])],
    });
    const offers = { one: phases(1), two: phases(2), nets: phases(2, 'nets'), maybe: {} };
    expect(worth([{ of: 'gear', in: 2, table: { nets: 10, lines: 60 } }], offers)).toEqual({
      one: [{ least: 0, most: 0 }, 'rejects'],
      two: [{ least: 10, most: 60 }, 'undecided'],
      nets: [{ least: 10, most: 10 }, 'rejects'],
      maybe: [{ least: 0, most: 60 }, 'undecided'],
    });
    // A flag of such a phase is simply not so.
    expect(worth([{ of: 'open', in: 2, table: { yes: 10, no: 60 } }], offers)).toMatchObject({
      one: [{ least: 60, most: 60 }, 'accepts'],
      two: [{ least: 10, most: 60 }, 'undecided'],
    });
  });
});

describe('a score', () => {
  const parts = [
    { of: 'catch', points: rising },
    { of: 'calm', table: { yes: 0.2, no: 0.1 } },
  ];

  it('adds up its parts without the noise of binary fractions', () => {
    expect(worth([...parts, parts[1]], { o: { terms: { catch: 2.5, calm: false } } })).toEqual({
      o: [{ least: 10.2, most: 10.2 }, 'rejects'],
    });
  });

  it('is exact on its straight lines too, so that what reaches the threshold is not taken to fall short', () => {
    // A third less than 1, and at two thirds of the way 0.8; binary fractions come to 0.7999999999999999.
    const falling = [
      { at: 0, worth: 1 },
      { at: 3, worth: 0.7 },
    ];
    const offer = { o: { terms: { catch: 2 } } };
    expect(worth([{ of: 'catch', points: falling }], offer, 0.8)).toEqual({
      o: [{ least: 0.8, most: 0.8 }, 'accepts'],
    });
    // A seventh seven times is one.
    const seventh = {
      of: 'catch',
      points: [
        { at: 0, worth: 0 },
        { at: 14, worth: 1 },
      ],
    };
    const [sevenTimes, sixTimes] = [Array.from({ length: 7 }, () => seventh), Array.from({ length: 6 }, () => seventh)];
    expect(worth(sevenTimes, offer, 1)).toEqual({ o: [{ least: 1, most: 1 }, 'accepts'] });
    expect(worth(sixTimes, offer, 1)).toMatchObject({ o: [{}, 'rejects'] });
  });

  it('accepts at its threshold, and rejects only what surely falls short', () => {
    const offers = { o: { terms: { catch: 10, calm: true } }, p: { terms: { catch: 10 } } };
    expect(worth(parts, offers, 40.2)).toMatchObject({ o: [{}, 'accepts'], p: [{}, 'undecided'] });
    expect(worth(parts, offers, 40.1)).toMatchObject({ o: [{}, 'accepts'], p: [{}, 'accepts'] });
    expect(worth(parts, offers, 40.3)).toMatchObject({ o: [{}, 'rejects'], p: [{}, 'rejects'] });
  });

  it('says what it rests on, and counts unless positions reject', () => {
    const scenario = defineScenario({
      id: 'counts',
      parties: { north: {}, south: {} },
      terms: { calm: { kind: 'flag' }, far: { kind: 'flag' } },
      positions: { far: { party: 'north', rigidity: 'demand', condition: { kind: 'flag', of: 'far', is: true } } },
      scores: { north: { because: 'To try.', threshold: 1, parts: [{ of: 'calm', table: { yes: 1, no: 0 } }] } },
      offers: {
        both: { terms: { calm: true, far: true } },
        low: { terms: { calm: false, far: true } },
        not: { terms: { calm: true, far: false } },
        silent: { terms: { calm: true } },
        own: { by: ['north'], terms: { calm: false, far: false } },
      },
    });
    const counted = (offer: string) => answerThatCounts(assess(scenario, offer).answers['north']!);
    expect(['both', 'low', 'not', 'silent', 'own'].map(counted)).toEqual([
      'accepts',
      'rejects',
      'rejects',
      'accepts',
      'accepts',
    ]);
    const { answers } = assess(scenario, 'both');
    expect(answers['north']?.byScore).toEqual({
      answer: 'accepts',
      score: { least: 1, most: 1 },
      threshold: 1,
      basis: 'assumed',
      because: 'To try.',
    });
    expect(answers['south']).not.toHaveProperty('byScore');
  });
});
