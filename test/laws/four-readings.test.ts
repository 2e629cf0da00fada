import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOffer, draw, encode, holds, isFaultError, layoutOf, liesIn } from 'sticking-points';
import type { Condition, Frame, Scenario } from 'sticking-points';
import { conditions, drawOffers, isEmptyRegion, offers, scenarios } from 'sticking-points/testing';
import { completions } from './enumerate.js';
import { inBrief } from './in-brief.js';
import { swapped, theJudge, type Judge } from './judges.js';
import { spokenOf } from './mentioned.js';
import { evaluate, plainOf } from './naive.js';
import { few, runs } from './runs.js';
import { valuesOf } from './values.js';
import { PLAIN } from '../support/plain.js';

type Want = Frame['want'];

const KINDS: readonly Condition['kind'][] = [
  'all',
  'any',
  'before',
  'begins',
  'choice',
  'compare',
  'flag',
  'ifThen',
  'length',
  'not',
  'rank',
  'ratio',
];

function frame(scenario: Scenario, want: Want): Frame {
  return { terms: scenario.terms, counts: scenario.counts, layout: layoutOf(scenario), want };
}

function kindsIn(condition: Condition): readonly Condition['kind'][] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [condition.kind, ...condition.of.flatMap(kindsIn)];
    case 'not':
      return [condition.kind, ...kindsIn(condition.of)];
    case 'ifThen':
      return [condition.kind, ...kindsIn(condition.if), ...kindsIn(condition.then)];
    default:
      return [condition.kind];
  }
}

const small = scenarios({ terms: 3, steps: 3, positions: 0, ...PLAIN });

describe('on full offers, judged, encoded and drawn say the same', () => {
  const cases = scenarios({ positions: 0, ...PLAIN }).chain((scenario) =>
    fc.tuple(fc.constant(scenario), conditions(scenario), offers(scenario, { known: 'full' })),
  );

  function law(judged: Judge, drawn: Map<Condition['kind'], number> = new Map()) {
    return fc.property(cases, ([scenario, condition, offer]) => {
      for (const kind of new Set(kindsIn(condition))) drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
      const values = valuesOf(scenario, plainOf(scenario, offer));
      const verdict = judged(condition, scenario, offer);
      for (const want of ['met', 'unmet'] as const) {
        const message = `${want}\n${inBrief(scenario, condition, offer)}`;
        expect(holds(encode(condition, frame(scenario, want)), values), `encoded ${message}`).toBe(verdict === want);
        expect(liesIn(draw(condition, frame(scenario, want)), values), `drawn ${message}`).toBe(verdict === want);
      }
    });
  }

  it('for every kind of condition', () => {
    const drawn = new Map<Condition['kind'], number>();
    fc.assert(law(theJudge, drawn), runs(1000));
    for (const kind of KINDS) expect(drawn.get(kind), kind).toBeGreaterThan(few(20));
  });

  it('fails for a judge that swaps met and unmet', () => {
    expect(fc.check(law(swapped), runs(1000)).failed).toBe(true);
  });
});

describe('offers drawn from a region lie in it, and are judged accordingly', () => {
  const cases = small.chain((scenario) =>
    fc.tuple(conditions(scenario), fc.constantFrom<Want>('met', 'unmet')).chain(([condition, want]) => {
      const region = draw(condition, frame(scenario, want));
      const drawn = isEmptyRegion(scenario, region) ? fc.constant(undefined) : drawOffers(scenario, region);
      return drawn.map((offer) => ({ scenario, condition, want, region, offer }));
    }),
  );

  it('on random scenarios and conditions', () => {
    fc.assert(
      fc.property(cases, ({ scenario, condition, want, region, offer }) => {
        if (!offer) return;
        const message = inBrief(scenario, condition, offer);
        expect(checkOffer(scenario, offer.id, offer), message).toMatchObject({ ok: true });
        expect(liesIn(region, valuesOf(scenario, plainOf(scenario, offer))), message).toBe(true);
        expect(theJudge(condition, scenario, offer), message).toBe(want);
      }),
      runs(500),
    );
  });
});

describe('an empty region says so', () => {
  const cases = small.chain((scenario) =>
    fc.tuple(fc.constant(scenario), conditions(scenario), fc.constantFrom<Want>('met', 'unmet')),
  );

  it('exactly where listing all offers finds none', () => {
    let empty = 0;
    fc.assert(
      fc.property(cases, ([scenario, condition, want]) => {
        // Where a count is not one figure, met means met at all of them: that is the law of soundness.
        if (!countsAreSingle(scenario, condition)) return;
        const region = draw(condition, frame(scenario, want));
        const found = someDeal(scenario, condition, want);
        if (!found) empty++;
        expect(isEmptyRegion(scenario, region), `${want}\n${inBrief(scenario, condition)}`).toBe(!found);
      }),
      runs(500),
    );
    expect(empty).toBeGreaterThan(few(20));
  });

  it('by a fault with a code, and so does what is impossible in a space without end', () => {
    const nothing = { kind: 'either', of: [] } as const;
    const impossible = {
      kind: 'both',
      of: [
        { kind: 'band', sum: [{ of: 'length', times: 1 }], least: 5000 },
        { kind: 'band', sum: [{ of: 'length', times: 1 }], most: 4999 },
      ],
    } as const;
    fc.assert(
      fc.property(
        scenarios({ bounded: false, positions: 0, ...PLAIN }),
        fc.constantFrom(nothing, impossible),
        (scenario, region) => {
          expect(isEmptyRegion(scenario, region)).toBe(true);
          expect(codesOf(() => drawOffers(scenario, region))).toEqual(['testing/empty-region']);
        },
      ),
      runs(50),
    );
  });
});

function codesOf(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!isFaultError(error)) throw error;
    return error.faults.map((f) => f.code);
  }
}

function countsAreSingle({ counts }: Scenario, condition: Condition): boolean {
  const spoken = spokenOf(condition).map((s) => s.path);
  return Object.entries(counts).every(([id, { figure }]) => {
    return (
      !spoken.includes(`count ${id}`) ||
      (figure && 'value' in figure && ['exactly', 'about'].includes(figure.value.wording))
    );
  });
}

/** Whether some offer of the whole space meets a condition, or leaves it unmet. */
function someDeal(scenario: Scenario, condition: Condition, want: Want): boolean {
  const silent = checkOffer(scenario, 'silent', {});
  if (!silent.ok) throw new Error('An offer that says nothing fits every scenario.');
  for (const deal of completions(scenario, silent.value, condition)) {
    if (evaluate(condition, deal, scenario) === (want === 'met' ? 'yes' : 'no')) return true;
  }
  return false;
}
