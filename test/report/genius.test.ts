import fc from 'fast-check';
import { defineScenario } from 'sticking-points';
import {
  domainOf,
  geniusProfileXml,
  geniusWebJson,
  geniusXml,
  readGeniusWeb,
  readGeniusXml,
  scenarioOfDomain,
  utilityOf,
  type AdditiveDomain,
  type AdditiveProfile,
  type Evaluation,
  type Issue,
} from 'sticking-points/report';
import { describe, expect, it } from 'vitest';

const worth = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
// Names that JSON would not set in an order of its own.
const name = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => `n${text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')}`);

const issue = name.chain((called): fc.Arbitrary<Issue> =>
  fc.oneof(
    fc
      .uniqueArray(name, { minLength: 1, maxLength: 5 })
      .map((values): Issue => ({ name: called, kind: 'discrete', values })),
    fc
      .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat({ max: 2000 }))
      .map(([least, more]): Issue => ({ name: called, kind: 'integer', least, most: least + more })),
  ),
);

function evaluationOf(one: Issue): fc.Arbitrary<Evaluation> {
  if (one.kind === 'integer') {
    return fc
      .tuple(worth, worth)
      .map(([atLeast, b]): Evaluation => ({ kind: 'integer', atLeast, atMost: one.least === one.most ? atLeast : b }));
  }
  return fc.array(worth, { minLength: one.values.length, maxLength: one.values.length }).map((worths): Evaluation => ({
    kind: 'discrete',
    worth: Object.fromEntries(one.values.map((value, i) => [value, worths[i] ?? 0])),
  }));
}

const domains = fc.uniqueArray(issue, { selector: (one) => one.name, minLength: 1, maxLength: 5 }).chain((issues) =>
  fc
    .tuple(
      fc.constant(issues),
      name,
      name,
      fc.tuple(...issues.map(evaluationOf)),
      fc.array(fc.nat({ max: 100 }), { minLength: issues.length, maxLength: issues.length }),
      fc.option(worth, { nil: undefined }),
    )
    .map(([all, called, owner, evaluations, raw, reservation]) => {
      const total = raw.reduce((sum, n) => sum + n + 1, 0);
      const domain: AdditiveDomain = { name: called, issues: all };
      const profile: AdditiveProfile = {
        name: owner,
        weights: Object.fromEntries(all.map((one, i) => [one.name, ((raw[i] ?? 0) + 1) / total])),
        evaluations: Object.fromEntries(all.map((one, i) => [one.name, evaluations[i]!])),
        ...(reservation !== undefined && { reservation }),
      };
      return { domain, profile };
    }),
);

/** Some outcomes of a domain, the ends of each range among them. */
function outcomesOf({ issues }: AdditiveDomain): readonly Readonly<Record<string, string | number>>[] {
  return [0, 1, 2, 3, 5, 8].map((n) =>
    Object.fromEntries(
      issues.map((one, i) => [
        one.name,
        one.kind === 'discrete'
          ? (one.values[(n + i) % one.values.length] ?? '')
          : one.least + ((n * (i + 1)) % (one.most - one.least + 1)),
      ]),
    ),
  );
}

function expectSameScores(domain: AdditiveDomain, a: AdditiveProfile, b: AdditiveProfile | undefined) {
  for (const outcome of outcomesOf(domain))
    expect(b && utilityOf(domain, b, outcome)).toBeCloseTo(utilityOf(domain, a, outcome), 9);
}

describe('an additive domain', () => {
  it('comes back from Genius as it went', () => {
    fc.assert(
      fc.property(domains, ({ domain, profile }) => {
        expect(readGeniusXml(geniusXml(domain))).toEqual({ ok: true, value: { domain } });
        const read = readGeniusXml(geniusProfileXml(domain, profile));
        expect(read.ok && read.value.domain).toEqual(domain);
        expect(read.ok && read.value.profile?.reservation).toBe(profile.reservation);
        expect(read.ok && read.value.profile?.weights).toEqual(profile.weights);
        expect(read.ok && read.value.profile?.name).toBe(profile.name);
        expectSameScores(domain, profile, read.ok ? read.value.profile : undefined);
      }),
    );
  });

  it('comes back from GeniusWeb as it went, but for what is said to be lost', () => {
    fc.assert(
      fc.property(domains, ({ domain, profile }) => {
        const single = (one: Issue) => one.kind === 'integer' && one.least === one.most;
        // A range of one number becomes a list of one value.
        const issues = domain.issues.map((one): Issue =>
          single(one) && one.kind === 'integer'
            ? { name: one.name, kind: 'discrete', values: [String(one.least)] }
            : one,
        );
        const singles = domain.issues.filter(single).length;
        const plain = geniusWebJson(domain);
        expect(readGeniusWeb(plain.json)).toEqual({ ok: true, value: { domain: { ...domain, issues } } });
        expect(plain.lost.length).toBe(singles);
        const { json, lost } = geniusWebJson(domain, profile);
        const read = readGeniusWeb(json);
        expect(read.ok && read.value.domain).toEqual({ ...domain, issues });
        expect(read.ok && read.value.profile?.name).toBe(profile.name);
        expect(lost.length).toBe(singles + (profile.reservation === undefined ? 0 : 1));
        const back = read.ok ? read.value.profile : undefined;
        for (const outcome of outcomesOf(domain))
          expect(back && utilityOf({ ...domain, issues }, back, outcome)).toBeCloseTo(
            utilityOf(domain, profile, outcome),
            9,
          );
      }),
    );
  });

  // As geniusweb.profile.utilityspace checks what it reads (TU Delft's GeniusWeb, in its Java and its Python form).
  it('is what GeniusWeb takes: decimals of weights that add up to 1 exactly, worths from 0 to 1, ends of ranges that fit', () => {
    const decimals = (n: number): bigint => {
      const [, whole = '', after = '', power = '0'] = /^(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/.exec(String(n)) ?? [];
      return BigInt(whole + after) * 10n ** BigInt(40 - after.length + Number(power));
    };
    fc.assert(
      fc.property(domains, ({ domain, profile }) => {
        const { LinearAdditiveUtilitySpace: space } = JSON.parse(geniusWebJson(domain, profile).json) as {
          LinearAdditiveUtilitySpace: {
            issueWeights: Record<string, number>;
            issueUtilities: Record<string, Record<string, Record<string, number | Record<string, number>>>>;
            domain: { issuesValues: Record<string, { values?: string[]; range?: { low: number; high: number } }> };
          };
        };
        const sum = Object.values(space.issueWeights).reduce((all, weight) => all + decimals(weight), 0n);
        expect(sum).toBe(10n ** 40n);
        for (const [issue, { values, range }] of Object.entries(space.domain.issuesValues)) {
          const [[kind, given] = ['', {}]] = Object.entries(space.issueUtilities[issue]!);
          expect(kind).toBe(range ? 'NumberValueSetUtilities' : 'DiscreteValueSetUtilities');
          if (range) {
            expect([given['lowValue'], given['highValue']]).toEqual([range.low, range.high]);
            expect(range.high).toBeGreaterThan(range.low);
          } else expect(Object.keys(given['valueUtilities'] as object).sort()).toEqual([...values!].sort());
          const worths = range ? [given['lowUtility'], given['highUtility']] : Object.values(given['valueUtilities']!);
          for (const one of worths) expect(Number(one) >= 0 && Number(one) <= 1).toBe(true);
        }
      }),
    );
  });

  it('comes back from a scenario, its scores in proportion', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
    fc.assert(
      fc.property(domains, fc.uniqueArray(id, { minLength: 6, maxLength: 6 }), ({ domain, profile }, ids) => {
        // Ids have a form of their own.
        const named = domain.issues.map((one, i): Issue => ({
          ...(one.kind === 'discrete' ? { ...one, values: one.values.map((_, v) => `v${v}`) } : one),
          name: ids[i] ?? '',
        }));
        const renamed = { name: ids[5] ?? '', issues: named };
        const own: AdditiveProfile = {
          ...profile,
          weights: Object.fromEntries(named.map(({ name: n }, i) => [n, profile.weights[domain.issues[i]!.name] ?? 0])),
          evaluations: Object.fromEntries(
            named.map(({ name: n }, i) => {
              const e = profile.evaluations[domain.issues[i]!.name]!;
              return [
                n,
                e.kind === 'discrete'
                  ? { ...e, worth: Object.fromEntries(Object.values(e.worth).map((w, v) => [`v${v}`, w])) }
                  : e,
              ];
            }),
          ),
        };
        const made = scenarioOfDomain(renamed, { p: own });
        const back = made.ok ? domainOf(made.value) : undefined;
        expect(made.ok ? [] : made.faults).toEqual([]);
        expect(back?.domain.issues.map((one) => one.name)).toEqual(named.map((one) => one.name));
        // Utilities are scaled to the best of each issue: their order, and how they stand to one another, remain.
        const best = named.reduce((sum, one) => {
          const e = own.evaluations[one.name]!;
          const top = e.kind === 'discrete' ? Math.max(...Object.values(e.worth)) : Math.max(e.atLeast, e.atMost);
          return sum + (own.weights[one.name] ?? 0) * top;
        }, 0);
        fc.pre(best > 0);
        for (const outcome of outcomesOf(renamed)) {
          const said = Object.fromEntries(
            Object.entries(outcome).map(([key, value]) => [
              key,
              back?.domain.issues.find((one) => one.name === key)?.kind === 'discrete' ? String(value) : value,
            ]),
          );
          expect(back && utilityOf(back.domain, back.profiles['p']!, said)).toBeCloseTo(
            utilityOf(renamed, own, outcome) / best,
            6,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says what is lost on the way out', () => {
    const scenario = defineScenario({
      id: 'lake',
      parties: { north: {} },
      space: { phases: 2 },
      terms: {
        catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 }, categories: { eel: { label: 'eel' } } },
        money: { kind: 'quantity', unit: 'coins' },
      },
      positions: {
        enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
      },
      scores: {
        north: {
          because: 'To try it.',
          threshold: 1,
          parts: [
            {
              of: 'catch',
              points: [
                { at: 0, worth: 0 },
                { at: 100, worth: 2 },
              ],
            },
            { of: 'catch/eel', points: [{ at: 0, worth: 1 }] },
          ],
        },
      },
    });
    const { lost, domain, profiles } = domainOf(scenario);
    expect(domain.issues).toEqual([{ name: 'catch', kind: 'integer', least: 0, most: 100 }]);
    expect(profiles['north']?.reservation).toBe(0.5);
    for (const word of [
      '1 positions',
      'Phases',
      "categories of 'catch'",
      "'money', which has no upper bound",
      "category of 'catch/eel'",
    ])
      expect(lost.join('\n')).toContain(word);
  });

  it.each([
    ['not XML', '<a', 'genius/xml'],
    ['another file', '<html/>', 'genius/shape'],
    [
      'a real issue',
      '<utility_space><objective><issue name="x" type="real"/></objective></utility_space>',
      'genius/unsupported',
    ],
    [
      'an entity from outside',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><utility_space><objective name="&x;"/></utility_space>',
      'genius/xml',
    ],
    ['a bomb', '<a>'.repeat(200), 'genius/xml'],
  ])('%s is refused with a fault', (_, text, code) => {
    const read = readGeniusXml(text);
    expect(read.ok ? [] : read.faults.map((f) => f.code)).toEqual([code]);
  });

  it.each([
    ['not JSON', '{', 'geniusweb/json'],
    ['another file', '[]', 'geniusweb/shape'],
    [
      'a range with another step',
      '{"name":"d","issuesValues":{"x":{"range":{"low":0,"high":1,"step":0.1}}}}',
      'geniusweb/unsupported',
    ],
  ])('%s is refused with a fault', (_, text, code) => {
    const read = readGeniusWeb(text);
    expect(read.ok ? [] : read.faults.map((f) => f.code)).toEqual([code]);
  });
});
