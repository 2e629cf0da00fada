import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyPatches,
  assess,
  checkOffer,
  defineScenario,
  judge,
  readDeal,
  settingOf,
  type Condition,
  type Offer,
  type Scenario,
} from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { offers, scenarios } from 'sticking-points/testing';
import { bridge } from '../../src/analysis/bridge.js';
import { saidIn } from '../laws/agree.js';
import { completions } from '../laws/enumerate.js';
import { inBrief } from '../laws/in-brief.js';
import { evaluate, near } from '../laws/naive.js';
import { few, runs } from '../laws/runs.js';
import { askedBy, dealsMeeting, mentionOf, speakOfCounts } from '../support/naive-deals.js';
import { distancesFrom } from '../support/naive-distance.js';
import { PLAIN } from '../support/plain.js';

/** Under unanimity there is one set of parties to bring together, and scores would ask for more than is listed. */
const TERMS = { terms: 2, phases: 2, steps: 2, positions: 3, ...PLAIN };

/** Longer deals have too many lengths to be listed thousands of times. */
const isShort = ({ space }: Scenario) => (space.days ?? Infinity) <= 14;

const cases = scenarios(TERMS)
  .filter(isShort)
  .chain((scenario) =>
    fc.tuple(fc.constant(scenario), offers(scenario, { known: 'partial', phaseCount: true, shares: false })),
  );

function conditionsIn(scenario: Scenario): readonly Condition[] {
  const norms = Object.values(scenario.invariants).map((i) => i.condition);
  return [...askedBy(scenario, scenario.agreement.of).flat(), ...norms];
}

/** Whether some reading of each is met in all completions, looked at one after another. */
function alwaysMet(scenario: Scenario, offer: Offer, asked: readonly (readonly Condition[])[]): boolean {
  return asked.every((any) => {
    for (const deal of completions(scenario, offer, { kind: 'all', of: any })) {
      if (!any.some((c) => evaluate(c, deal, scenario) === 'yes')) return false;
    }
    return true;
  });
}

/** Lists compared by their first figure that differs. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, i) => near(n) !== near(b[i] ?? 0));
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** For each listed deal how far it lies from all that is stated; only those of the least distance. */
function nearest(scenario: Scenario, offer: Offer, total: (by: readonly number[]) => readonly number[]) {
  const stated = distancesFrom(scenario, offer);
  const mentions = [...stated.map(({ path }) => mentionOf(scenario, path)), ...sharesIn(scenario, offer)];
  let best: readonly number[] | undefined;
  for (const deal of dealsMeeting(scenario, askedBy(scenario, scenario.agreement.of), mentions)) {
    const by = stated.map(({ from }) => from(deal));
    if (!best || inOrder(total(by), total(best)) < 0) best = by;
  }
  return best && { by: best, stated };
}

function sharesIn(scenario: Scenario, offer: Offer): readonly Condition[] {
  return saidIn(offer).map(({ path, phase }) =>
    mentionOf(scenario, phase === undefined ? path : `phases.${phase}.${path}`),
  );
}

const fewestFirst = (by: readonly number[]) => [by.filter((n) => n > 0).length, ...by];

describe('a bridge', () => {
  it('is as near as the nearest of all deals, and meets what is kept whatever else is filled in', async () => {
    const met = { needless: 0, none: 0, moved: 0, filledOnly: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ([scenario, offer]) => {
        if (speakOfCounts(conditionsIn(scenario))) return;
        const asked = askedBy(scenario, scenario.agreement.of);
        const brief = inBrief(scenario, { kind: 'all', of: conditionsIn(scenario) }, offer);
        if ([...dealsMeeting(scenario, [])].length === 0) return;
        const { coalitions, complete } = await bridge(scenario, offer, { most: 2 });
        expect(complete).toBe(true);
        const { bridges = [], conflict } = coalitions[0] ?? {};
        const needless = alwaysMet(scenario, offer, asked);
        const naive = nearest(scenario, offer, fewestFirst);
        if (needless) {
          met.needless++;
          expect(
            bridges.map(({ moved, changes }) => [moved, changes]),
            brief,
          ).toEqual([[[], []]]);
          expect(bridges[0]?.offer).toEqual(offer);
          return;
        }
        if (!naive) {
          met.none++;
          expect([bridges, conflict === undefined]).toEqual([[], false]);
          return;
        }
        expect(bridges.length, brief).toBeGreaterThan(0);
        for (const { moved, offer: bridged, filled, narrowed, patches, deal } of bridges) {
          const expected = naive.stated.flatMap(({ path, term }, i) => {
            const by = naive.by[i] ?? 0;
            return near(by) === 0 ? [] : [{ path, term, by: near(by) / 1e6 }];
          });
          expect(moved, brief).toEqual(expected);
          met[moved.length > 0 ? 'moved' : 'filledOnly']++;
          expect(alwaysMet(scenario, bridged, asked), `${brief} ${JSON.stringify(bridged)}`).toBe(true);
          const known = { ...scenario, offers: { [offer.id]: offer } };
          expect(checkOffer(known, bridged.id, bridged).ok, JSON.stringify(bridged)).toBe(true);
          expect(applyPatches(offer, patches)).toEqual(bridged);
          // What is filled in cannot be left out.
          for (const path of [...filled, ...narrowed]) expect(moved.map((m) => m.path)).not.toContain(path);
          const read = deal && readDeal(settingOf(scenario), deal);
          for (const any of asked) expect(any.some((c) => read && judge(c, read).verdict === 'met')).toBe(true);
        }
      }),
      runs(2000),
    );
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(few(20));
  }, 240_000);

  it('is lightest where movements are weighed', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.array(fc.constantFrom(0.5, 1, 2, 3.25), { minLength: 8, maxLength: 8 }),
        async ([scenario, offer], drawn) => {
          if (speakOfCounts(conditionsIn(scenario)) || [...dealsMeeting(scenario, [])].length === 0) return;
          const terms = [...new Set(distancesFrom(scenario, offer).map(({ term }) => term))];
          const weights = Object.fromEntries(terms.map((term, i) => [term, drawn[i] ?? 1]));
          const { coalitions } = await bridge(scenario, offer, { weights });
          const [first] = coalitions[0]?.bridges ?? [];
          const weigh = (by: readonly number[]) => {
            const each = distancesFrom(scenario, offer).map(({ term }, i) => (weights[term] ?? 0) * (by[i] ?? 0));
            return each.reduce((a, b) => a + b, 0);
          };
          const naive = nearest(scenario, offer, (by) => [weigh(by)]);
          const acceptable = alwaysMet(scenario, offer, askedBy(scenario, scenario.agreement.of));
          expect(first && near(first.weight ?? NaN)).toEqual(acceptable ? 0 : naive && near(weigh(naive.by)));
          if ((first?.weight ?? 0) > 0) moved++;
        },
      ),
      runs(500),
    );
    expect(moved).toBeGreaterThan(few(20));
  }, 120_000);

  it('is one for full offers and for shares as well', async () => {
    const some = scenarios(TERMS).chain((scenario) =>
      fc.tuple(
        fc.constant(scenario),
        fc.oneof(offers(scenario, { known: 'full', absences: true }), offers(scenario, { known: 'partial' })),
      ),
    );
    let bridged = 0;
    await fc.assert(
      fc.asyncProperty(some, async ([scenario, offer]) => {
        const found = await bridge(scenario, offer, { most: 2 }).catch((error: unknown) => {
          expect(String(error)).toMatch(/analysis\/(no-offer|unfit-offer)/);
        });
        for (const one of found?.coalitions[0]?.bridges ?? []) {
          bridged++;
          if (!one.deal) continue;
          expect(one.changes.length, JSON.stringify(one.offer)).toBeGreaterThan(0);
          if (offer.known !== 'full') continue;
          const read = readDeal(settingOf(scenario), one.offer);
          for (const any of askedBy(scenario, scenario.agreement.of)) {
            if (any.length === 1 && any[0] && !speakOfCounts(any)) {
              expect(judge(any[0], read).verdict, inBrief(scenario, any[0], one.offer)).not.toBe('unmet');
            }
          }
        }
      }),
      runs(500),
    );
    expect(bridged).toBeGreaterThan(few(100));
  }, 120_000);

  it('from the six-week plan to the prisoner figure moves nothing else', async () => {
    const scenario = gaza2024();
    const { coalitions } = await bridge(scenario, 'P5', { keep: ['HA-prisoners'] });
    const [first, ...others] = coalitions[0]?.bridges ?? [];
    expect(others).toEqual([]);
    expect(coalitions[0]?.parties).toEqual(['hamas']);
    expect(first?.moved).toEqual([{ path: 'prisoners', term: 'prisoners', by: 1200 }]);
    expect([first?.filled, first?.narrowed]).toEqual([[], []]);
    expect(first?.changes.map(({ path }) => path)).toEqual(['prisoners']);
    const judged = first && assess(scenario, first.offer).verdicts.find((v) => v.position === 'HA-prisoners');
    expect(judged?.verdict).toBe('met');
    const none = await bridge(scenario, 'P5');
    expect(none.coalitions[0]?.bridges).toEqual([]);
    expect(none.coalitions[0]?.conflict?.positions).toHaveLength(2);
  });

  it('comes in several where several are as near', async () => {
    const lake = defineScenario({
      id: 'lake',
      parties: { north: {} },
      terms: { venue: { kind: 'choice', options: { a: 'A', b: 'B', c: 'C' } } },
      positions: {
        away: { party: 'north', rigidity: 'demand', condition: { kind: 'choice', of: 'venue', is: ['b', 'c'] } },
      },
      offers: { here: { terms: { venue: 'a' } } },
    });
    const { coalitions, complete } = await bridge(lake, 'here', { most: 5 });
    const sentences = coalitions[0]?.bridges.flatMap(({ changes }) => changes.map(({ sentence }) => sentence));
    expect([complete, [...(sentences ?? [])].sort()]).toEqual([true, ['venue: A became B', 'venue: A became C']]);
  });

  it('fills in no more than is needed', async () => {
    const lake = defineScenario({
      id: 'lake',
      parties: { north: {}, south: {} },
      terms: {
        catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } },
        nets: { kind: 'quantity', unit: 'nets', bounds: { most: 9 } },
        observer: { kind: 'flag' },
      },
      positions: {
        enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
        limit: {
          party: 'south',
          rigidity: 'red line',
          condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 },
        },
        watched: { party: 'south', rigidity: 'preference', condition: { kind: 'flag', of: 'observer', is: true } },
      },
      offers: {
        silent: { terms: {} },
        wide: { terms: { catch: { wording: 'between', from: 20, to: 50 } } },
        low: { terms: { catch: 30, observer: false } },
      },
    });
    const sentences = async (offer: string, options = {}) => {
      const { coalitions } = await bridge(lake, offer, options);
      return coalitions[0]?.bridges.map(({ changes }) => changes.map(({ sentence }) => sentence));
    };
    expect(await sentences('silent')).toEqual([['catch: 40–60 tonnes was added']]);
    expect(await sentences('wide')).toEqual([['catch: 20–50 tonnes became 40–50 tonnes']]);
    expect(await sentences('low')).toEqual([['catch: 30 tonnes became 40 tonnes']]);
    expect(await sentences('low', { keep: ['watched'] })).toEqual([['observer: no became yes']]);
    expect(await sentences('low', { keep: [] })).toEqual([[]]);
    await expect(bridge(lake, 'low', { keep: ['watch'] })).rejects.toThrow("Did you mean 'watched'?");
    await expect(bridge(lake, 'low', { weights: { catch: 1 } })).rejects.toThrow('analysis/missing-weight');
    await expect(bridge(lake, 'low', { weights: { catch: 0, observer: 1 } })).rejects.toThrow('analysis/bad-weight');
    await expect(bridge(lake, 'lower')).rejects.toThrow('analysis/unknown-offer');
  });
});
