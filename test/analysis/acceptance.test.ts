import fc from 'fast-check';
import {
  assess,
  answerThatCounts,
  outcomeOf,
  type Agreement,
  type Answer,
  type Outcome,
  type Scenario,
} from 'sticking-points';
import { acceptanceStillMissing, pivots } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';
import { offers, scenarios } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../laws/runs.js';

/** Any rule by which these parties may agree. */
function agreements(parties: readonly string[]): fc.Arbitrary<Agreement> {
  const basis = 'assumed';
  return fc.subarray([...parties], { minLength: 1 }).chain((of) =>
    fc.oneof(
      fc.constant<Agreement>({ rule: 'unanimity', of, basis }),
      fc
        .record({ needed: fc.integer({ min: 1, max: of.length }), vetoes: fc.subarray(of) })
        .map((drawn): Agreement => ({ rule: 'quota', of, basis, ...drawn })),
      fc
        .record({
          weights: fc.tuple(...of.map((party) => fc.nat({ max: 3 }).map((n) => [party, n] as const))),
          needed: fc.integer({ min: 1, max: 6 }),
          vetoes: fc.subarray(of),
        })
        .map(({ weights, needed, vetoes }): Agreement => {
          const given = Object.fromEntries(weights);
          const total = weights.reduce((sum, [, n]) => sum + n, 0);
          return { rule: 'weights', of, basis, weights: given, needed: Math.max(1, Math.min(needed, total)), vetoes };
        }),
    ),
  );
}

/** A scenario with an offer in it, perhaps somebody's, that parties may have been reported to answer. */
const answered = scenarios({ parties: 4, positions: 6 }).chain((scenario) => {
  const parties = Object.keys(scenario.parties);
  return fc
    .record({
      offer: offers(scenario, { known: 'partial' }),
      by: fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.subarray(parties, { minLength: 1, maxLength: 1 }) },
      ),
      agreement: agreements(parties),
      answers: fc
        .subarray(parties)
        .chain((some) =>
          fc.tuple(
            ...some.map((party) =>
              fc.constantFrom<Answer>('accepts', 'rejects', 'undecided').map((answer) => ({ party, answer })),
            ),
          ),
        ),
      redLines: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    })
    .map(({ offer, by, agreement, answers, redLines }): Scenario => {
      const whole = {
        ...offer,
        id: 'given',
        ...(by && { by: { value: by, basis: 'assumed', citations: [] } as const }),
      };
      const positions = Object.entries(scenario.positions).map(([id, position], i) => {
        const rigidity = redLines[i] ? { ...position.rigidity, value: 'red line' as const } : position.rigidity;
        return [id, { ...position, rigidity }] as const;
      });
      return {
        ...scenario,
        agreement,
        positions: Object.fromEntries(positions),
        offers: { given: whole },
        answers: answers.map((one) => ({ ...one, offer: 'given', basis: 'assumed', citations: [] })),
      };
    });
});

function answersIn(scenario: Scenario): Readonly<Record<string, Answer>> {
  const { answers } = assess(scenario, scenario.offers['given']!);
  return Object.fromEntries(Object.entries(answers).map(([party, given]) => [party, answerThatCounts(given)]));
}

function outcomeIn(scenario: Scenario): Outcome {
  return outcomeOf(scenario.agreement, answersIn(scenario));
}

function subsetsOf(items: readonly string[]): readonly (readonly string[])[] {
  return items.reduce<readonly (readonly string[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
}

describe('whose acceptance is still missing', () => {
  it('is every smallest set of parties with whose acceptance besides the answers come to an agreement', () => {
    let several = 0;
    fc.assert(
      fc.property(answered, (scenario) => {
        const now = answersIn(scenario);
        const { agreement } = scenario;
        const others = agreement.of.filter((party) => now[party] !== 'accepts');
        const does = (set: readonly string[]) =>
          outcomeOf(agreement, { ...now, ...Object.fromEntries(set.map((p) => [p, 'accepts'] as const)) }) === 'agreed';
        const doing = subsetsOf(others).filter(does);
        const smallest = doing.filter(
          (set) => !doing.some((s) => s.length < set.length && s.every((p) => set.includes(p))),
        );
        const found = acceptanceStillMissing(scenario, scenario.offers['given']!);
        expect(found.outcome).toBe(outcomeOf(agreement, now));
        expect(found.sets.map((set) => [...set].sort())).toHaveLength(smallest.length);
        expect(new Set(found.sets.map((set) => [...set].sort().join()))).toEqual(
          new Set(smallest.map((set) => [...set].sort().join())),
        );
        const sizes = found.sets.map((set) => set.length);
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
        expect(found.complete).toBe(true);
        expect(found.parties.map(({ party }) => party)).toEqual(
          agreement.of.filter((party) => smallest.some((set) => set.includes(party))),
        );
        if (smallest.length > 1) several++;
      }),
      runs(1000),
    );
    expect(several, 'rules that several sets would do for').toBeGreaterThan(few(20));
  });

  it('shows what is unmet or open of each such party beside what stands opposite', () => {
    fc.assert(
      fc.property(answered, (scenario) => {
        const given = scenario.offers['given']!;
        const { verdicts } = assess(scenario, given);
        for (const { party, positions } of acceptanceStillMissing(scenario, given).parties) {
          const inTheWay = verdicts.filter(
            (v) => v.party === party && v.verdict !== 'met' && v.rigidity.value !== 'preference',
          );
          expect(positions.map((p) => [p.position, p.verdict])).toEqual(inTheWay.map((v) => [v.position, v.verdict]));
          expect(positions.map((p) => p.opposite.map((o) => o.position))).toEqual(inTheWay.map((v) => v.opposite));
        }
      }),
      runs(200),
    );
  });

  it('is that of both parties for the six-week plan, and that of Israel for what Hamas proposed', () => {
    const scenario = gaza2024();
    const options = { asOf: '2024-02-23' } as const;
    const plan = acceptanceStillMissing(scenario, 'P5', options);
    expect([plan.outcome, plan.sets]).toEqual(['blocked', [['hamas', 'israel']]]);
    expect(plan.parties.map(({ party, answer, by }) => [party, answer, by])).toEqual([
      ['hamas', 'rejects', 'byPosition'],
      ['israel', 'undecided', 'byPosition'],
    ]);
    expect(plan.parties.map(({ positions }) => positions.map((p) => `${p.position} ${p.verdict}`))).toEqual([
      ['HA-ceasefire unmet', 'HA-prisoners unmet', 'HA-endOfWar open', 'HA-withdrawal open'],
      ['IL-category open', 'IL-endTalks open', 'IL-withdrawal open'],
    ]);
    const proposal = acceptanceStillMissing(scenario, 'P6', options);
    expect([proposal.outcome, proposal.sets]).toEqual(['blocked', [['israel']]]);
    expect(proposal.parties[0]).toMatchObject({ answer: 'rejects', by: 'declared', basis: 'reported' });
    expect(proposal.parties[0]?.positions.map((p) => `${p.position} ${p.verdict}`)).toEqual([
      'IL-endTalks unmet',
      'IL-withdrawal unmet',
      'IL-category open',
      'IL-ceasefire open',
    ]);
  });

  it('refuses an offer that there is not', () => {
    expect(() => acceptanceStillMissing(gaza2024(), 'P55')).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ code: 'assess/unknown-offer' })] }),
    );
  });
});

describe('pivots', () => {
  it('are the positions whose change alone changes the outcome, as if the scenario had said so', () => {
    const seen = { ifMet: 0, ifGivenUp: 0, none: 0 };
    fc.assert(
      fc.property(answered, (scenario) => {
        const given = scenario.offers['given']!;
        const before = outcomeIn(scenario);
        const found = pivots(scenario, given);
        expect(found.outcome).toBe(before);
        const unsettled = assess(scenario, given).verdicts.filter(
          (v) => v.verdict !== 'met' && v.rigidity.value !== 'preference',
        );
        const expected = unsettled.flatMap(({ position: id, opposite }) => {
          const position = scenario.positions[id]!;
          const { [id]: _, ...others } = scenario.positions;
          // Of nothing, all is so: a condition that every offer meets.
          const readings = position.readings.map((r) => ({ ...r, condition: { kind: 'all', of: [] } as const }));
          const ifMet = outcomeIn({ ...scenario, positions: { ...others, [id]: { ...position, readings } } });
          const ifGivenUp = outcomeIn({ ...scenario, positions: others });
          if (ifMet === before && ifGivenUp === before) return [];
          if (ifMet !== before) seen.ifMet++;
          if (ifGivenUp !== before) seen.ifGivenUp++;
          return [{ position: id, ifMet, ifGivenUp, opposite }];
        });
        if (unsettled.length > 0 && expected.length === 0) seen.none++;
        expect(
          found.pivots.map(({ position, ifMet, ifGivenUp, opposite }) => ({
            position,
            ifMet,
            ifGivenUp,
            opposite: opposite.map((o) => o.position),
          })),
        ).toEqual(expected);
      }),
      runs(1000),
    );
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(few(10));
  });

  it('are none of the six-week plan, since on each side several positions stand in the way', () => {
    expect(pivots(gaza2024(), 'P5', { asOf: '2024-02-23' })).toMatchObject({ outcome: 'blocked', pivots: [] });
  });
});
