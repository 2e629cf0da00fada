import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer, Scenario } from 'sticking-points';
import { bridge, leastMovement, settle, zopa, type AnalysisOptions } from 'sticking-points/analysis';
import { offers } from 'sticking-points/testing';
import { few, runs } from '../laws/runs.js';
import { disputes, type Dispute } from '../support/disputes.js';
import { renamingFor, reversed } from '../support/renamed.js';
import { listDeals, smallestCoalitions, type Listed } from './listed.js';

/** A scenario under any rule of agreement with an offer that says something of what there is to say. */
const cases = disputes({ terms: 2, positions: 3 }).chain((dispute) =>
  fc.tuple(
    fc.constant(dispute),
    offers(dispute.scenario, { known: 'partial', phaseCount: true, shares: false }),
    fc.nat(),
  ),
);

/** A law tried on those of these scenarios of which all deals can be listed, and there is one. */
function law(holds: (dispute: Dispute, offer: Offer, drawn: number, listed: Listed) => Promise<void>) {
  return fc.asyncProperty(cases, async ([dispute, offer, drawn]) => {
    const listed = listDeals(dispute.scenario, dispute.readings, 600);
    if (listed && !listed.empty) await holds(dispute, offer, drawn, listed);
  });
}

const key = (parties: readonly string[]) => [...parties].sort().join(' ');

/** What is found for each set of parties, by their names, whatever the order. */
function byParties<T extends { readonly parties: readonly string[] }, U>(
  coalitions: readonly T[],
  told: (one: T) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(coalitions.map((one) => [key(one.parties), told(one)]));
}

interface Asked extends AnalysisOptions {
  readonly readings?: Dispute['readings'];
}

const spansOf = async (scenario: Scenario, options: Asked) =>
  byParties((await zopa(scenario, options)).coalitions, ({ empty, spans }) => ({
    empty,
    spans: Object.fromEntries(
      spans.map(({ path, found, ...span }) => [path, { ...span, found: [...(found ?? [])].sort() }]),
    ),
  }));

const movementsOf = async (scenario: Scenario, options: Asked) =>
  byParties((await leastMovement(scenario, options)).coalitions, ({ movements }) =>
    movements.map(({ terms }) => JSON.stringify(Object.entries(terms).sort())).sort(),
  );

const settledOf = async (scenario: Scenario, offer: Offer, options: Asked) => {
  const { positions, invariants } = await settle(scenario, offer, options);
  return {
    positions: Object.fromEntries(positions.map(({ position, verdict }) => [position, verdict])),
    invariants: Object.fromEntries(invariants.map(({ invariant, verdict }) => [invariant, verdict])),
  };
};

const bridgedOf = async (scenario: Scenario, offer: Offer, options: Asked) =>
  byParties((await bridge(scenario, offer, options)).coalitions, ({ bridges }) =>
    bridges.map(({ moved }) => Object.fromEntries(moved.map(({ path, by }) => [path, by]))),
  );

/** Every term alike, and what else an offer may state. */
const alike = ({ terms }: Scenario, offer: Offer) => {
  const stated = JSON.stringify([offer.terms, offer.phases]);
  return Object.fromEntries(
    Object.keys(terms)
      .filter((id) => stated.includes(`"${id}"`) || stated.includes(`"${id}/`))
      .map((id) => [id, 1]),
  );
};

describe('on random scenarios under any rule of agreement', () => {
  it('names, and the order of parties and positions, change neither spans nor movements nor what is settled nor distances', async () => {
    const met = { moved: 0, movements: 0, spans: 0, settled: 0 };
    await fc.assert(
      law(async ({ scenario, readings }, offer) => {
        const to = renamingFor(scenario);
        const renamed = to.of(scenario);
        const other = { ...renamed, parties: reversed(renamed.parties), positions: reversed(renamed.positions) };
        const [one, two] = [{ readings }, { readings: to.of(readings) }];
        const spans = await spansOf(scenario, one);
        // By their names, sets of parties are told apart; renamed, these are sorted anew.
        const named = <T>(found: Readonly<Record<string, T>>) =>
          Object.fromEntries(
            Object.entries(found).map(([set, told]) => [key(set.split(' ').map(to.name)), renamedPaths(told, to.name)]),
          );
        expect(await spansOf(other, two)).toEqual(named(spans));
        const movements = await movementsOf(scenario, one);
        const sorted = (found: Readonly<Record<string, readonly string[]>>) =>
          Object.fromEntries(
            Object.entries(found).map(([set, all]) => [
              set,
              all.map((text) => JSON.stringify((JSON.parse(text) as [string, number][]).sort())).sort(),
            ]),
          );
        const movedTo = to.of(Object.values(movements).map((all) => all.map((text) => JSON.parse(text) as unknown)));
        const expected = Object.fromEntries(
          Object.keys(movements).map((set, i) => [
            key(set.split(' ').map(to.name)),
            movedTo[i]!.map((vector) => JSON.stringify(vector)),
          ]),
        );
        expect(sorted(await movementsOf(other, two))).toEqual(sorted(expected));
        const settled = await settledOf(scenario, offer, one);
        expect(await settledOf(other, to.of(offer), two)).toEqual(to.of(settled));
        const bridged = await bridgedOf(scenario, offer, one);
        expect(await bridgedOf(other, to.of(offer), two)).toEqual(named(bridged));
        met.spans += Number(Object.values(spans).some((zone) => Object.keys(zone.spans).length > 0));
        met.movements += Number(Object.values(movements).some((all) => all.some((text) => text !== '[]')));
        met.settled += Number(Object.keys(settled.positions).length > 0);
        met.moved += Number(Object.values(bridged).some(([first]) => first && Object.keys(first).length > 0));
      }),
      runs(120),
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(few(3));
  });

  it('the order of terms changes no spans, no movements, nothing settled, and not how much has to be contradicted', async () => {
    await fc.assert(
      law(async ({ scenario, readings }, offer) => {
        const other = { ...scenario, terms: reversed(scenario.terms) };
        expect(await spansOf(other, { readings })).toEqual(await spansOf(scenario, { readings }));
        expect(await movementsOf(other, { readings })).toEqual(await movementsOf(scenario, { readings }));
        expect(await settledOf(other, offer, { readings })).toEqual(await settledOf(scenario, offer, { readings }));
        const counted = async (of: Scenario) =>
          byParties((await bridge(of, offer, { readings })).coalitions, ({ bridges }) => bridges[0]?.moved.length);
        expect(await counted(other)).toEqual(await counted(scenario));
        if (offer.length || offer.phaseCount || offer.phases.length > 0) return;
        const weights = alike(scenario, offer);
        const weighed = async (of: Scenario) =>
          byParties((await bridge(of, offer, { readings, weights })).coalitions, ({ bridges }) => bridges[0]?.weight);
        expect(await weighed(other)).toEqual(await weighed(scenario));
      }),
      runs(80),
    );
  });

  it('a limit never makes for a contradiction', async () => {
    const met = { partial: 0, whole: 0 };
    await fc.assert(
      law(async ({ scenario, readings }, offer, drawn) => {
        const whole = {
          zopa: await zopa(scenario, { readings }),
          settle: await settle(scenario, offer, { readings }),
          bridge: await bridge(scenario, offer, { readings }),
          movement: await leastMovement(scenario, { readings }),
        };
        for (const found of Object.values(whole)) expect([found.complete, found.stopped]).toEqual([true, undefined]);
        const signal = { aborted: false };
        let steps = 0;
        const onProgress = () => {
          signal.aborted = ++steps > drawn % 9;
        };
        for (const limit of [{ seconds: 0 }, { signal: { aborted: true } }, { signal, onProgress }]) {
          const asked = () => {
            signal.aborted = false;
            steps = 0;
            return { readings, ...limit };
          };
          const some = {
            zopa: await zopa(scenario, asked()),
            settle: await settle(scenario, offer, asked()),
            bridge: await bridge(scenario, offer, asked()),
            movement: await leastMovement(scenario, asked()),
          };
          for (const name of ['zopa', 'settle', 'bridge', 'movement'] as const) {
            const { complete, stopped } = some[name];
            expect(complete, name).toBe(stopped === undefined);
            met[complete ? 'whole' : 'partial']++;
            if (complete) expect(some[name]).toEqual(whole[name]);
          }
          some.zopa.coalitions.forEach(({ empty, spans, parties }) => {
            const all = whole.zopa.coalitions.find((one) => key(one.parties) === key(parties));
            if (empty !== undefined) expect(empty).toBe(all?.empty);
            for (const span of spans) expect(all?.spans).toContainEqual(span);
          });
          for (const { position, verdict } of some.settle.positions) {
            const all = whole.settle.positions.find((one) => one.position === position);
            if (verdict) expect(verdict).toBe(all?.verdict);
          }
          some.bridge.coalitions.forEach(({ bridges, conflict, parties }) => {
            const all = whole.bridge.coalitions.find((one) => key(one.parties) === key(parties));
            expect(bridges).toEqual(bridges.length > 0 ? all?.bridges : []);
            if (conflict) expect(all?.conflict).toEqual(conflict);
          });
          some.movement.coalitions.forEach(({ movements, conflict, complete, parties }) => {
            const all = whole.movement.coalitions.find((one) => key(one.parties) === key(parties));
            const vectors = all?.movements.map(({ terms }) => terms);
            for (const { terms } of movements) expect(vectors).toContainEqual(terms);
            if (complete) expect(movements).toHaveLength(vectors?.length ?? 0);
            if (conflict) expect(vectors).toEqual([]);
          });
        }
      }),
      runs(80),
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(few(20));
  });

  it('each smallest set of parties whose acceptance makes an agreement is looked at, and as listing all deals has it', async () => {
    const met = { several: 0, vetoed: 0, apart: 0, possible: 0 };
    await fc.assert(
      law(async ({ scenario: drawnAs, readings }, offer, drawn, { stated, canMeet }) => {
        const of = Object.keys(drawnAs.parties);
        const vetoes = drawn % 2 === 0 ? [] : of.slice(0, 1);
        const quota = { rule: 'quota', of, needed: Math.max(1, of.length - 1), vetoes, basis: 'assumed' } as const;
        const scenario: Scenario = drawn % 5 === 0 ? drawnAs : { ...drawnAs, agreement: quota };
        const sets = smallestCoalitions(scenario).map(key).sort();
        const can = (parties: string) =>
          canMeet[stated.reduce((bits, { party }, i) => bits | (+parties.split(' ').includes(party) << i), 0)] === 1;
        const [zones, bridged, moves] = [
          await zopa(scenario, { readings }),
          await bridge(scenario, offer, { readings }),
          await leastMovement(scenario, { readings, redLines: true }),
        ];
        for (const { coalitions } of [zones, bridged, moves]) {
          expect(coalitions.map(({ parties }) => key(parties)).sort()).toEqual(sets);
        }
        if (sets.length > 1) met.several++;
        if (vetoes.length > 0) met.vetoed++;
        for (const set of sets) {
          const one = <T extends { readonly parties: readonly string[] }>(all: readonly T[]) =>
            all.find(({ parties }) => key(parties) === set)!;
          met[can(set) ? 'possible' : 'apart']++;
          expect(one(zones.coalitions).empty).toBe(!can(set));
          const { bridges, conflict, keep } = one(bridged.coalitions);
          expect([bridges.length > 0, conflict === undefined]).toEqual([can(set), can(set)]);
          expect([...keep].sort()).toEqual(
            stated.flatMap(({ id, party }) => (set.split(' ').includes(party) ? [id] : [])).sort(),
          );
          const still = one(moves.coalitions).movements.some(({ terms }) => Object.keys(terms).length === 0);
          expect(still).toBe(can(set));
        }
      }),
      runs(150),
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(few(5));
  });
});

/** With other names at the heads of its paths. */
function renamedPaths<T>(told: T, name: (id: string) => string): T {
  if (Array.isArray(told)) return told.map((one: unknown) => renamedPaths(one, name)) as T;
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(
    Object.entries(told).map(([path, value]: [string, unknown]) => [
      path.replace(
        /^(phases\.\d+\.)?([^/.]+)/,
        (_, phase: string | undefined, id: string) => `${phase ?? ''}${name(id)}`,
      ),
      renamedPaths(value, name),
    ]),
  ) as T;
}
