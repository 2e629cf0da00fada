import { describe, expect, test } from 'vitest';
import { assess, openTalks, parseScenario, toJson } from 'sticking-points';
import type { Scenario } from 'sticking-points';
import { gaza2024, gaza2024StricterHamas, gaza2024StricterIsrael } from 'sticking-points/scenarios';

const base = gaza2024();
const VARIANTS = [
  ['israel', 'gaza-2024-stricter-israel', gaza2024StricterIsrael, 'P6'],
  ['hamas', 'gaza-2024-stricter-hamas', gaza2024StricterHamas, 'P5'],
] as const;

/** The same value without any key called `rigidity`. */
function withoutRigidity(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'rigidity' ? undefined : inner)));
}

describe.each(VARIANTS)('the variant with %s stricter', (party, id, variant, offer) => {
  const scenario = variant();

  test('is one frozen scenario of its own, which says what it is', () => {
    expect(variant()).toBe(scenario);
    expect(Object.isFrozen(Object.values(scenario.positions)[0])).toBe(true);
    expect(scenario.id).toBe(id);
    expect(scenario.note).toMatch(/^A variant of gaza-2024, /);
    expect(scenario.scores).toEqual({});
  });

  test('holds together when read again from a file', () => {
    expect(parseScenario(toJson(scenario))).toEqual({ ok: true, value: scenario });
  });

  test('has the same data but for the rigidity of its demands, now red lines, assumed and cited nowhere', () => {
    const { id: _, title: __, note: ___, ...rest } = scenario;
    const { id: ____, title: _____, note: ______, ...same } = base;
    expect(withoutRigidity(rest)).toEqual(withoutRigidity(same));
    for (const [position, now] of Object.entries(scenario.positions)) {
      const before = base.positions[position]!;
      if (before.party !== party || before.rigidity.value !== 'demand') expect(now).toBe(before);
      else expect(now.rigidity).toMatchObject({ value: 'red line', basis: 'assumed', citations: [] });
    }
  });

  test('gives every offer the same verdicts, sticking points and answers', () => {
    const judged = (of: Scenario) =>
      Object.values(of.offers)
        .filter((o) => o.standing !== 'carried out')
        .map((o) => withoutRigidity({ ...assess(of, o), scenario: '' }));
    expect(judged(scenario)).toEqual(judged(base));
  });

  test('refuses an acceptance that was a concession before, until the line is revised', () => {
    const accepting = (of: Scenario) => {
      const talks = openTalks(of, { start: 'talks' });
      talks.do({ type: 'offer.tabled', offer });
      const unmet = talks.stickingPoints.map((v) => v.position);
      const { reasons } = talks.do({ type: 'answer.declared', party, answer: 'accepts' });
      return { unmet, codes: reasons.map((r) => r.code), left: talks.stickingPoints.map((v) => v.position) };
    };
    const before = accepting(base);
    expect(before.codes).toEqual([]);
    expect(before.left).toEqual([]);
    const now = accepting(scenario);
    expect(now.unmet).toEqual(before.unmet);
    expect(now.codes).toEqual(['talks/red-line-unmet']);
    expect(now.left).toEqual(before.unmet);
  });
});

test('the two variants are alike: as many red lines as demands, worded alike', () => {
  const [israel, hamas] = VARIANTS.map(([party, , variant]) => {
    const lines = Object.values(variant().positions).filter((p) => p.rigidity.value === 'red line');
    expect(lines.every((p) => p.party === party)).toBe(true);
    expect(lines).toHaveLength(4);
    return lines.map((p) => p.rigidity.because?.replace(/Israel|Hamas/, 'X'));
  });
  expect(israel).toEqual(hamas);
});

test('no score is supposed of anybody in what is shipped of Gaza', () => {
  for (const scenario of [base, ...VARIANTS.map(([, , variant]) => variant())]) expect(scenario.scores).toEqual({});
});
