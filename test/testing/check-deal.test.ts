import fc from 'fast-check';
import {
  between,
  checkOffer,
  defineScenario,
  describeFault,
  isFaultError,
  type Condition,
  type Scenario,
} from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { checkDeal, conditions, offers, scenarios, type DealFinding, type Finding } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { completions } from '../laws/enumerate.js';
import { evaluate } from '../laws/naive.js';
import { few, runs } from '../laws/runs.js';
import { PLAIN } from '../support/plain.js';

const small = scenarios({ terms: 2, phases: 2, steps: 2, positions: 0, ...PLAIN });

const cases = small
  .filter(({ counts }) => Object.keys(counts).length === 0) // of a count, each report is a world of its own
  .chain((scenario) =>
    fc.tuple(fc.constant(scenario), conditions(scenario, { depth: 1 }), offers(scenario, { known: 'partial' })),
  );

/** What going through all full offers that one may come to says of a condition. */
function byListing(scenario: Scenario, draft: Parameters<typeof completions>[1], condition: Condition): Finding {
  const truths = new Set<string>();
  for (const deal of completions(scenario, draft, condition)) truths.add(evaluate(condition, deal, scenario));
  if (truths.has('no')) return 'broken';
  return truths.size === 0 || truths.has('either') ? 'undetermined' : 'held';
}

describe('a condition', () => {
  it('is held, broken or undetermined of the completions of a draft as listing them says', () => {
    const seen = new Map<Finding, number>();
    fc.assert(
      fc.property(cases, ([scenario, condition, draft]) => {
        const [found] = checkDeal(scenario, { among: { completing: draft }, invariants: [{ condition }] });
        const listed = byListing(scenario, draft, condition);
        seen.set(listed, (seen.get(listed) ?? 0) + 1);
        expect(found?.finding).toBe(listed);
        if (listed === 'held') expect(found?.proved).toBe(true);
        const { counterexample } = found ?? {};
        if (listed === 'broken' && counterexample && 'id' in counterexample) {
          expect(checkOffer(scenario, counterexample.id, counterexample).ok).toBe(true);
        }
      }),
      runs(250),
    );
    for (const finding of ['held', 'broken', 'undetermined'] as const)
      expect(seen.get(finding) ?? 0).toBeGreaterThan(few(5));
  });
});

const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } }, observer: { kind: 'flag' } },
  counts: { stock: { label: 'stock', figure: between(80, 120) } },
  positions: {
    enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
    limit: { party: 'south', rigidity: 'red line', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
  },
  offers: { draft: { terms: { catch: between(50, 90) } } },
});

const only = (
  options: Omit<Parameters<typeof checkDeal>[1], 'invariants'>,
  invariant: Parameters<typeof checkDeal>[1]['invariants'][number],
) => checkDeal(lake, { ...options, invariants: [invariant] })[0]!;

const upTo = (line: number): Condition => ({ kind: 'compare', of: 'catch', op: '<=', line });

/** The codes that a call throws. */
function codesOf(call: () => unknown): readonly string[] {
  try {
    call();
    return [];
  } catch (error) {
    return isFaultError(error) ? error.faults.map(({ code }) => code) : [String(error)];
  }
}

/** Finds of an invariant that passes over what it is asked of unless its how-manieth question is wanted. */
function pre(options: object, what: 'offer' | 'talks', wanted: (n: number) => boolean, said: Finding = 'held') {
  let n = 0;
  const ask = () => {
    fc.pre(wanted(++n));
    return said;
  };
  const title = 'passes over';
  return only({ runs: 5, ...options }, what === 'offer' ? { title, offer: ask } : { title, talks: ask });
}

describe('checkDeal', () => {
  it.each<readonly [string, DealFinding, Finding, boolean]>([
    ['all offers', only({}, { condition: upTo(100) }), 'held', true],
    ['deals', only({ among: 'deals' }, { condition: upTo(60) }), 'held', true],
    ['deals', only({ among: 'deals' }, { condition: upTo(59) }), 'broken', true],
    ['a draft', only({ among: { completing: 'draft' } }, { condition: upTo(90) }), 'held', true],
    ['a draft', only({ among: { completing: 'draft' } }, { condition: upTo(89) }), 'broken', true],
    ['what is drawn', only({ among: offers(lake, { known: 'partial' }) }, { condition: upTo(100) }), 'held', false],
    [
      'a count that may be less',
      only(
        {},
        { condition: { kind: 'compare', of: 'catch', op: '<=', line: { wording: 'all', of: { count: 'stock' } } } },
      ),
      'undetermined',
      false,
    ],
    ['functions', only({ runs: 50 }, { title: 'yes', offer: () => true }), 'held', false],
    [
      'functions that cannot tell',
      only({ runs: 50 }, { title: 'who knows', offer: () => 'undetermined' }),
      'undetermined',
      false,
    ],
    [
      'functions that throw',
      only(
        { runs: 50 },
        {
          title: 'oh',
          offer: () => {
            throw new Error('oh');
          },
        },
      ),
      'broken',
      true,
    ],
  ])('says of %s what is so: %#', (_, found, finding, proved) => {
    expect([found.finding, found.proved]).toEqual([finding, proved]);
    expect(found.text.toLowerCase().startsWith(finding)).toBe(true);
  });

  it('finds the deal just over the line, and it again by its seed and path', () => {
    const invariant = {
      title: 'small',
      offer: (offer: { readonly terms: object }) => !/"n":(6[1-9]|[7-9]\d|100)/.test(JSON.stringify(offer.terms)),
    };
    const found = only({ runs: 300, seed: 3 }, invariant);
    expect(found.finding).toBe('broken');
    const again = only({ runs: 300, ...found.replay }, invariant);
    expect(again.runs).toBe(1);
    expect(again.counterexample).toEqual(found.counterexample);
    expect(only({ runs: 300, seed: 3 }, invariant)).toEqual(found);
  });

  it.each(['5', '5:0:1'])('says that at path %s nothing is found again, where the law is broken no more', (path) => {
    const found = only({ runs: 300, seed: 3, path }, { title: 'yes', offer: () => true });
    expect(found).toMatchObject({ finding: 'undetermined', proved: false });
    expect(found.text).toBe(
      `Undetermined: yes\n\nNothing was found again at path '${path}' of seed 3: leave the path out, to have all drawn that the seed draws.`,
    );
  });

  it('says that there is nothing to ask where no offer would be accepted by all, and never that it held', () => {
    for (const scenario of [gaza2024(), fishingQuota(), labourContract()]) {
      for (const { finding, text, runs: asked } of checkDeal(scenario, {
        among: 'deals',
        runs: 20,
        invariants: [{ title: 'any', offer: () => true }],
      })) {
        expect(finding).toBe(asked > 0 ? 'held' : 'undetermined');
        expect(text).not.toBe('');
      }
    }
  });

  it.each<readonly [string, () => unknown]>([
    ['testing/unknown-offer', () => only({ among: { completing: 'drat' } }, { condition: upTo(1) })],
    ['testing/no-finding', () => only({}, { title: 'nothing', offer: () => undefined as never })],
  ])('throws %s', (code, call) => {
    expect(codesOf(call)).toEqual([code]);
  });

  it.each<readonly [string, readonly DealFinding[]]>([
    ['everything', [pre({}, 'offer', () => false), pre({}, 'talks', () => false)]],
    ['nearly everything', [pre({}, 'offer', (n) => n % 150 === 0)]],
  ])('cannot tell of what passes over %s, and says why', (_, findings) => {
    for (const { finding, proved, counterexample, replay, text } of findings) {
      expect([finding, proved, counterexample, replay]).toEqual(['undetermined', false, undefined, undefined]);
      expect(text).toMatch(
        /^Undetermined: passes over\n\nOf what was drawn it passed over [\d,]+ and was asked of \d+, too few/,
      );
    }
  });

  it('goes on after what is passed over as if that had not been drawn', () => {
    expect(pre({ runs: 20 }, 'offer', (n) => n % 2 === 0)).toMatchObject({ finding: 'held', runs: 20 });
    const open = pre({ runs: 20 }, 'offer', (n) => n % 2 === 0, 'undetermined');
    expect(open).toMatchObject({ finding: 'undetermined', runs: 20, undetermined: 20 });
    expect(pre({ runs: 20 }, 'offer', (n) => n % 2 === 0, 'broken').finding).toBe('broken');
  });

  it('names what was misspelt', () => {
    try {
      only({ among: { completing: 'drat' } }, { condition: upTo(1) });
    } catch (error) {
      expect(isFaultError(error) && error.faults.map(describeFault).join()).toContain("Did you mean 'draft'?");
    }
  });
});
