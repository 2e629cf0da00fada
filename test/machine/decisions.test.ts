import fc from 'fast-check';
import { atLeast, outcomeOf, type Agreement, type Answer } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { accept, go, play, reject, states, table } from '../support/play.js';

const answers = (letters: string): Record<string, Answer> =>
  Object.fromEntries(
    Array.from(letters, (letter, i) => [
      'abc'[i] ?? '',
      { y: 'accepts', n: 'rejects', '?': 'undecided' }[letter] as Answer,
    ]),
  );

const grounds = { basis: 'assumed' } as const;
const three = ['a', 'b', 'c'] as const;
const unanimity: Agreement = { rule: 'unanimity', of: ['a', 'b'], ...grounds };
const two: Agreement = { rule: 'quota', of: three, needed: 2, vetoes: [], ...grounds };
const twoWithC: Agreement = { ...two, vetoes: ['c'] };
const four: Agreement = {
  rule: 'weights',
  of: three,
  weights: { a: 3, b: 2, c: 1 },
  needed: 4,
  vetoes: [],
  ...grounds,
};
const fourWithC: Agreement = { ...four, vetoes: ['c'] };
const none: Agreement = { ...four, weights: { a: 5, b: 0, c: 0 } };

/** y accepts, n rejects, ? has not decided; of a, b and c in turn. Worked out by hand. */
// prettier-ignore
const OUTCOMES: readonly (readonly [string, Agreement, string, ReturnType<typeof outcomeOf>])[] = [
  ['unanimity', unanimity, 'yy', 'agreed'],
  ['unanimity', unanimity, 'y?', 'undecided'],
  ['unanimity', unanimity, '?n', 'blocked'],
  ['unanimity of two, the third aside', unanimity, 'yyn', 'agreed'],
  ['two of three', two, 'yyn', 'agreed'],
  ['two of three', two, 'y?n', 'undecided'],
  ['two of three', two, '?nn', 'blocked'],
  ['two of three', two, 'y??', 'undecided'],
  ['two of three with c', twoWithC, 'yyn', 'blocked'],
  ['two of three with c', twoWithC, 'yy?', 'undecided'],
  ['two of three with c', twoWithC, 'n?y', 'undecided'],
  ['two of three with c', twoWithC, 'nyy', 'agreed'],
  ['four of 3, 2 and 1', four, 'y?n', 'undecided'],
  ['four of 3, 2 and 1', four, 'yyn', 'agreed'],
  ['four of 3, 2 and 1', four, 'yny', 'agreed'],
  ['four of 3, 2 and 1', four, 'nyy', 'blocked'],
  ['four of 3, 2 and 1', four, 'n??', 'blocked'],
  ['four of 3, 2 and 1 with c', fourWithC, 'yyn', 'blocked'],
  ['four of 3, 2 and 1 with c', fourWithC, 'yy?', 'undecided'],
  ['weights of nothing', none, 'ynn', 'agreed'],
  ['weights of nothing', none, '?nn', 'undecided'],
];

describe('what answers come to', () => {
  it.each(OUTCOMES)('by %s (%j), %s is %s', (_, agreement, letters, outcome) => {
    expect(outcomeOf(agreement, answers(letters))).toBe(outcome);
  });

  it('is agreed where it stays so whatever the undecided answer, and blocked where none of their answers makes it agreed', () => {
    const party = fc.constantFrom('a', 'b', 'c', 'd');
    const rule: fc.Arbitrary<Agreement> = fc
      .record({
        of: fc.uniqueArray(party, { minLength: 1 }),
        weights: fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
      })
      .chain(({ of, weights }) =>
        fc.record({
          rule: fc.constantFrom('unanimity' as const, 'quota' as const, 'weights' as const),
          of: fc.constant(of),
          needed: fc.integer({ min: 1, max: of.length }),
          vetoes: fc.subarray(of),
          weights: fc.constant(Object.fromEntries(of.map((id, i) => [id, weights[i] ?? 0]))),
          basis: fc.constant('assumed' as const),
        }),
      );
    const given = fc.array(fc.constantFrom<Answer>('accepts', 'rejects', 'undecided'), { minLength: 4, maxLength: 4 });
    /** By its definition, where nobody is undecided. */
    const isAgreed = (agreement: Agreement, accepting: readonly string[]): boolean => {
      if (agreement.rule === 'unanimity') return agreement.of.every((id) => accepting.includes(id));
      const weight = (id: string) => (agreement.rule === 'quota' ? 1 : (agreement.weights[id] ?? 0));
      const sum = agreement.of.reduce((total, id) => total + (accepting.includes(id) ? weight(id) : 0), 0);
      return sum >= agreement.needed && agreement.vetoes.every((id) => accepting.includes(id));
    };
    const seen = { agreed: 0, blocked: 0, undecided: 0 };
    fc.assert(
      fc.property(rule, given, (agreement, list) => {
        const said = Object.fromEntries(['a', 'b', 'c', 'd'].map((id, i) => [id, list[i] ?? 'undecided']));
        const who = (answer: Answer) => agreement.of.filter((id) => said[id] === answer);
        // More acceptances never undo an agreement: so these two are the most and the fewest there may yet be.
        const [fewest, most] = [who('accepts'), [...who('accepts'), ...who('undecided')]];
        const wanted = isAgreed(agreement, fewest) ? 'agreed' : isAgreed(agreement, most) ? 'undecided' : 'blocked';
        seen[wanted]++;
        expect(outcomeOf(agreement, said)).toBe(wanted);
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  it('a party that has not answered is undecided, whatever it is called', () => {
    expect(outcomeOf({ rule: 'unanimity', of: ['constructor'], ...grounds }, {})).toBe('undecided');
  });
});

describe('in talks', () => {
  const all = ['east', 'west', 'guild'] as const;

  it('by quota, one may reject and the others agree; a veto stands in the way', () => {
    const quota = { rule: 'quota', of: all, needed: 2 } as const;
    const talks = play(bridge({ agreement: quota }), [table('dear')]);
    expect(talks.state).toBe('talks.considering'); // east by authorship, west against, the guild undecided
    expect(states(talks, accept('guild'))).toEqual(['talks.agreedInPrinciple']);
    const vetoed = play(bridge({ agreement: { ...quota, vetoes: ['west'] } }), [table('dear')]);
    expect(vetoed.state).toBe('talks.blocked');
    expect(states(vetoed, accept('west'))).toEqual(['talks.agreedInPrinciple']);
  });

  it('by weights, those who weigh enough agree', () => {
    const weights = { rule: 'weights', weights: { east: 2, west: 2, guild: 1 }, needed: 3 } as const;
    const talks = play(bridge({ agreement: weights }), [table('dear')]);
    expect(states(talks.fork(), accept('guild'))).toEqual(['talks.agreedInPrinciple']);
    expect(states(talks, reject('guild'))).toEqual(['talks.blocked']);
  });
});

describe('a score that is supposed of a party', () => {
  const score = (threshold: number) => ({
    guild: {
      because: 'to try it',
      threshold,
      parts: [
        {
          of: 'cost',
          points: [
            { at: 0, worth: 0 },
            { at: 100, worth: 50 },
          ],
        },
        { of: 'toll', table: { yes: 10, no: 2 } },
      ],
    },
  });
  const agreement = { rule: 'unanimity', of: ['guild'] } as const;
  const offers = {
    free: { terms: { toll: false } },
    more: { terms: { cost: atLeast(80), toll: true } },
    exact: { terms: { cost: 40, toll: false } },
  };
  const open = (threshold: number, offer: string) =>
    play(bridge({ agreement, offers, scores: score(threshold) }), [table(offer)]);

  it.each([
    [22, 'exact', 'talks.agreedInPrinciple', { least: 22, most: 22 }],
    [23, 'exact', 'talks.blocked', { least: 22, most: 22 }],
    [50, 'more', 'talks.agreedInPrinciple', { least: 50, most: 60 }],
    [51, 'more', 'talks.considering', { least: 50, most: 60 }],
    [61, 'more', 'talks.blocked', { least: 50, most: 60 }],
    [53, 'free', 'talks.blocked', { least: 2, most: 52 }],
    [10, 'free', 'talks.considering', { least: 2, most: 52 }],
  ])('with a threshold of %d, %s: %s', (threshold, offer, state, worth) => {
    const talks = open(threshold, offer);
    expect(talks.state).toBe(state);
    expect(talks.answers['guild']?.byScore).toMatchObject({ score: worth, threshold, basis: 'assumed' });
  });

  it('is still there when somebody has declared an answer, and comes after what its party declares', () => {
    const talks = open(22, 'exact');
    go(talks, table('more'), table('exact'));
    const blocked = open(23, 'exact');
    go(blocked, reject('west'));
    expect(blocked.answers['guild']?.byScore?.answer).toBe('rejects');
    expect(states(blocked, accept('guild'))).toEqual(['talks.agreedInPrinciple']);
  });

  it('answers in place of positions, unless these reject', () => {
    const both = { agreement: { rule: 'unanimity', of: ['west'] } as const, offers };
    const west = { west: { ...score(0).guild } };
    expect(play(bridge({ ...both, scores: west }), [table('free')]).state).toBe('talks.agreedInPrinciple'); // 'cheap' is open
    expect(play(bridge({ ...both, scores: west }), [table('dear')]).state).toBe('talks.blocked'); // 'cheap' is unmet
  });
});
