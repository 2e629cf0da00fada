import fc from 'fast-check';
import { expect } from 'vitest';
import type { Position, Scenario } from 'sticking-points';
import type { Proof } from 'sticking-points/analysis';
import { disputes, type Dispute } from '../support/disputes.js';
import { theEngine, type Engine } from './engines.js';
import { listDeals } from './listed.js';

type Law = (engine: Engine) => fc.IAsyncProperty<[Dispute, number]>;

/** A law about what an engine finds, tried on small scenarios of which there is any deal at all. */
function law(holds: (engine: Engine, dispute: Dispute, drawn: number) => Promise<void>): Law {
  return (engine) =>
    fc.asyncProperty(disputes({ positions: 4 }), fc.nat(), async (dispute, drawn) => {
      const listed = listDeals(dispute.scenario, dispute.readings, 1500);
      if (listed && !listed.empty) await holds(engine, dispute, drawn);
    });
}

type Sets = readonly (readonly string[])[];
const keyOf = (set: readonly string[]) => [...set].sort().join(' ');
const keys = (sets: Sets) => sets.map(keyOf).sort();
const within = (a: readonly string[], b: readonly string[]) => a.every((id) => b.includes(id));

/** The minimal sets with a member of each of these. */
function hittingAll(sets: Sets): Sets {
  const found = sets.reduce<Sets>(
    (hitting, set) =>
      hitting.flatMap((one) => (one.some((id) => set.includes(id)) ? [one] : set.map((id) => [...one, id]))),
    [[]],
  );
  const unique = [...new Map(found.map((set) => [keyOf(set), set])).values()];
  return unique.filter((set) => !unique.some((other) => other.length < set.length && within(other, set)));
}

/** What can be met together, on the listed deals. */
function meeting({ scenario, readings }: Dispute) {
  const listed = listDeals(scenario, readings, Infinity)!;
  const all = listed.stated.map(({ id }) => id);
  const can = (ids: readonly string[]) =>
    listed.canMeet[ids.reduce((bits, id) => bits | (1 << all.indexOf(id)), 0)] === 1;
  return { can, of: (parties: readonly string[]) => listed.stated.filter((one) => parties.includes(one.party)) };
}

async function conflictsOf(engine: Engine, { scenario, readings }: Dispute): Promise<Sets> {
  return (await engine.findConflicts(scenario, { readings })).conflicts.map((one) => one.positions);
}

const conflictsAreSmallest = law(async (engine, dispute) => {
  const { can } = meeting(dispute);
  for (const conflict of await conflictsOf(engine, dispute)) {
    expect(can(conflict)).toBe(false);
    for (const id of conflict) expect(can(conflict.filter((other) => other !== id))).toBe(true);
  }
});

const concessionsSuffice = law(async (engine, dispute, drawn) => {
  const { can, of } = meeting(dispute);
  const { scenario, readings } = dispute;
  for (const { parties, concessions } of (
    await engine.findConcessions(scenario, { readings, redLines: drawn % 2 === 0 })
  ).coalitions) {
    const all = of(parties).map(({ id }) => id);
    for (const { positions } of concessions) {
      expect(can(all.filter((id) => !positions.includes(id)))).toBe(true);
      for (const kept of positions) {
        expect(can(all.filter((id) => id === kept || !positions.includes(id)))).toBe(false);
      }
    }
  }
});

const eachHitsTheOther = law(async (engine, { scenario, readings }) => {
  const found = await engine.findConflicts(scenario, { readings });
  const given = await engine.findConcessions(scenario, { readings, redLines: true });
  found.coalitions.forEach(({ conflicts }, c) => {
    const sets = conflicts.map((i) => found.conflicts[i]?.positions ?? []);
    const ways = given.coalitions[c]?.concessions.map((one) => one.positions) ?? [];
    expect(keys(ways)).toEqual(keys(hittingAll(sets)));
    expect(keys(sets)).toEqual(sets.length === 0 ? [] : keys(hittingAll(ways)));
  });
});

const moreClaimsKeepConflicts = law(async (engine, dispute, drawn) => {
  const { scenario } = dispute;
  const ids = Object.keys(scenario.positions);
  const left = ids[drawn % Math.max(1, ids.length)];
  if (left === undefined) return;
  const positions = Object.fromEntries(Object.entries(scenario.positions).filter(([id]) => id !== left));
  const readings = Object.fromEntries(Object.entries(dispute.readings).filter(([id]) => id !== left));
  const before = await conflictsOf(engine, { scenario: { ...scenario, positions }, readings });
  const after = await conflictsOf(theEngine, dispute);
  for (const conflict of before) expect(after.some((one) => within(one, conflict))).toBe(true);
});

const namesDoNotMatter = law(async (engine, { scenario, readings }) => {
  const renamed = new Map(Object.keys(scenario.positions).map((id, i) => [id, `z-${99 - i}`]));
  const reversed = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).reverse());
  const other: Scenario = {
    ...scenario,
    parties: reversed(scenario.parties),
    terms: reversed(scenario.terms),
    positions: reversed(
      Object.fromEntries(
        Object.entries(scenario.positions).map(([id, one]): [string, Position] => {
          const name = renamed.get(id) ?? id;
          return [name, { ...one, id: name }];
        }),
      ),
    ),
  };
  const chosen = Object.fromEntries(Object.entries(readings).map(([id, one]) => [renamed.get(id) ?? id, one]));
  const named = (sets: Sets) => sets.map((set) => set.map((id) => renamed.get(id) ?? id));
  const [one, two] = [
    await conflictsOf(engine, { scenario, readings }),
    await conflictsOf(engine, { scenario: other, readings: chosen }),
  ];
  expect(keys(named(one))).toEqual(keys(two));
  const ways = async (of: Scenario, read: Dispute['readings']) =>
    (await engine.findConcessions(of, { readings: read })).coalitions[0]?.concessions.map((c) => c.positions) ?? [];
  expect(keys(named(await ways(scenario, readings)))).toEqual(keys(await ways(other, chosen)));
});

const limitsDoNotContradict = law(async (engine, { scenario, readings }, drawn) => {
  const all = await theEngine.findConflicts(scenario, { readings });
  const ways = await theEngine.findConcessions(scenario, { readings });
  const signal = { aborted: false };
  let steps = 0;
  const onProgress = () => {
    signal.aborted = ++steps > drawn % 4;
  };
  const limits = [{ most: drawn % 3 }, { seconds: 0 }, { signal: { aborted: true } }, { signal, onProgress }];
  for (const limit of limits) {
    signal.aborted = false;
    steps = 0;
    const some = await engine.findConflicts(scenario, { readings, ...limit });
    const known = keys(all.conflicts.map((one) => one.positions));
    const found = keys(some.conflicts.map((one) => one.positions));
    for (const key of found) expect(known).toContain(key);
    expect(some.complete).toBe(some.stopped === undefined);
    if (some.complete) expect(found).toEqual(known);
    some.coalitions.forEach(({ free, parties }) => {
      const whole = all.coalitions.find((one) => keyOf(one.parties) === keyOf(parties));
      if (free !== undefined) expect(free).toBe(whole?.free);
    });
    signal.aborted = false;
    steps = 0;
    const few = await engine.findConcessions(scenario, { readings, ...limit });
    expect(few.complete).toBe(few.stopped === undefined);
    for (const { parties, concessions, complete, firm } of few.coalitions) {
      const whole = ways.coalitions.find((one) => keyOf(one.parties) === keyOf(parties));
      const sets = keys((whole?.concessions ?? []).map((one) => one.positions));
      for (const one of concessions) expect(sets).toContain(keyOf(one.positions));
      if (complete) expect(keys(concessions.map((one) => one.positions))).toEqual(sets);
      if (firm) expect(whole?.concessions).toEqual([]);
    }
  }
});

/** What proofs name excludes each other, with no invariant but those named. */
const proofsFollow = law(async (engine, { scenario, readings }) => {
  const { conflicts } = await engine.findConflicts(scenario, { readings });
  for (const { proof, positions } of conflicts) {
    const grounds = groundsOf(proof);
    if (!grounds) continue;
    const claims = grounds.flatMap((ground) => ('claim' in ground ? [ground.claim] : []));
    const named = grounds.flatMap((ground) => ('invariant' in ground ? [ground.invariant] : []));
    expect(within(claims, positions)).toBe(true);
    const norms = Object.entries(scenario.invariants).filter(([id]) => named.includes(id));
    const { can } = meeting({ scenario: { ...scenario, invariants: Object.fromEntries(norms) }, readings });
    expect(can(claims)).toBe(false);
  }
});

function groundsOf(proof: Proof) {
  switch (proof.kind) {
    case 'crossing':
      return [...proof.atLeast.from, ...proof.atMost.from];
    case 'none left':
      return [...proof.for, ...proof.from];
    default:
      return undefined; // what is so in each case is so in several ways
  }
}

export const LAWS: readonly (readonly [string, Law])[] = [
  ['a conflict cannot be met, and can without any of its members', conflictsAreSmallest],
  ['a concession set suffices, and does not without any of its members', concessionsSuffice],
  ['conflicts and concession sets are the minimal hitting sets of each other', eachHitsTheOther],
  ['another position removes no conflict but for a smaller one', moreClaimsKeepConflicts],
  ['names and order do not matter', namesDoNotMatter],
  ['a limit never makes for a contradiction', limitsDoNotContradict],
  ['what a proof names excludes each other', proofsFollow],
];
