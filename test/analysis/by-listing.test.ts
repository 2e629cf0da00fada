import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFaultError } from 'sticking-points';
import { few, runs } from '../laws/runs.js';
import { disputes } from '../support/disputes.js';
import * as engines from './engines.js';
import { concessionsAmong, conflictsAmong, listDeals, smallestCoalitions, type Listed } from './listed.js';

interface Met {
  taken: number;
  empty: number;
  free: number;
  conflicts: number;
  three: number;
  uncertain: number;
  concessions: number;
  firm: number;
  coalitions: number;
  chosen: number;
  scored: number;
}

const none = (): Met => ({
  taken: 0,
  empty: 0,
  free: 0,
  conflicts: 0,
  three: 0,
  uncertain: 0,
  concessions: 0,
  firm: 0,
  coalitions: 0,
  chosen: 0,
  scored: 0,
});

/** What is found is what trying every set of claims on every deal finds. */
function law(engine: engines.Engine, met: Met = none()) {
  return fc.asyncProperty(disputes(), fc.boolean(), async ({ scenario, readings }, redLines) => {
    const listed = listDeals(scenario, readings);
    if (!listed) return;
    met.taken++;
    const { stated } = listed;
    if (listed.empty) {
      met.empty++;
      expect(await codesOf(engine.findConflicts(scenario, { readings }))).toEqual(['analysis/no-offer']);
      expect(await codesOf(engine.findConcessions(scenario, { readings }))).toEqual(['analysis/no-offer']);
      return;
    }
    const names = (set: number) => stated.filter((_, i) => (set >> i) % 2 === 1).map((claim) => claim.id);
    const bitsOf = (ids: readonly string[]) => stated.reduce((bits, { id }, i) => bits | (+ids.includes(id) << i), 0);
    const found = await engine.findConflicts(scenario, { readings });
    const given = await engine.findConcessions(scenario, { readings, redLines });
    expect([found.complete, given.complete, found.stopped, given.stopped]).toEqual([true, true, undefined, undefined]);
    const coalitions = smallestCoalitions(scenario);
    expect(inAnyOrder(found.coalitions.map((one) => one.parties))).toEqual(inAnyOrder(coalitions));
    expect(given.coalitions.map((one) => one.parties)).toEqual(found.coalitions.map((one) => one.parties));
    const all = new Set<number>();
    for (const [c, { parties, conflicts, free }] of found.coalitions.entries()) {
      const own = bitsOf(stated.filter((claim) => parties.includes(claim.party)).map((claim) => claim.id));
      const listedConflicts = conflictsAmong(listed, own);
      for (const set of listedConflicts) all.add(set);
      expect(conflicts.map((i) => found.conflicts[i]?.positions)).toEqual(inOrder(listedConflicts).map(names));
      expect(free).toBe(listed.canMeet[own] === 1);
      const mayGive = bitsOf(stated.filter((claim) => redLines || claim.isDemand).map((claim) => claim.id));
      const ways = concessionsAmong(listed, own, mayGive);
      const { concessions, firm, complete } = given.coalitions[c]!;
      expect(complete).toBe(true);
      expect(concessions.map((one) => one.positions)).toEqual(inOrder(ways).map(names));
      for (const { positions, byParty } of concessions) {
        const held = stated.filter(({ id }) => positions.includes(id));
        for (const [party, ids] of Object.entries(byParty)) {
          expect(ids).toEqual(held.filter((claim) => claim.party === party).map((claim) => claim.id));
        }
        expect(Object.values(byParty).flat()).toHaveLength(positions.length);
      }
      expect(firm === undefined).toBe(ways.length > 0);
      if (firm) {
        expect(listedConflicts.map(names)).toContainEqual(firm.positions);
        expect(bitsOf(firm.positions) & mayGive).toBe(0);
        met.firm++;
      }
      if (free) met.free++;
      met.concessions += +(ways.length > 1);
    }
    expect(found.conflicts.map((one) => one.positions)).toEqual(inOrder([...all]).map(names));
    for (const { positions, parties, certain } of found.conflicts) {
      expect(certain).toBe(listed.perhaps[bitsOf(positions)] === 0);
      expect([...parties].sort()).toEqual([...new Set(partiesOf(listed, positions))].sort());
      met.uncertain += +!certain;
      met.three += +(positions.length > 2);
      met.scored += +positions.some((id) => id.startsWith('score of'));
    }
    met.conflicts += +(all.size > 0);
    met.coalitions += +(coalitions.length > 1);
    met.chosen += +(all.size > 0 && Object.keys(readings).length > 0);
  });
}

function partiesOf({ stated }: Listed, ids: readonly string[]): readonly string[] {
  return stated.filter(({ id }) => ids.includes(id)).map(({ party }) => party);
}

/** Fewest claims first, and then those declared first. */
function inOrder(sets: readonly number[]): readonly number[] {
  const members = (set: number) => Array.from({ length: 31 }, (_, i) => i).filter((i) => (set >> i) % 2 === 1);
  return [...sets].sort((a, b) => {
    const [one, other] = [members(a), members(b)];
    const differs = one.findIndex((member, i) => member !== other[i]);
    return one.length - other.length || (one[differs] ?? 0) - (other[differs] ?? 0);
  });
}

function inAnyOrder(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.map((set) => [...set].sort().join(' ')).sort();
}

async function codesOf(asked: Promise<unknown>): Promise<readonly string[]> {
  try {
    await asked;
    return [];
  } catch (error) {
    if (!isFaultError(error)) throw error;
    return error.faults.map((f) => f.code);
  }
}

describe('on random scenarios, conflicts and concession sets are what trying every set on every deal finds', () => {
  it('by set of parties, red lines given up or not, under any readings', async () => {
    const met = none();
    await fc.assert(law(engines.theEngine, met), runs(2700));
    expect(met.taken).toBeGreaterThan(few(2000));
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(few(20));
  }, 300_000);

  it.each([
    ['leaves out a conflict', engines.oneTooFew],
    ['leaves out a claim', engines.tooSmall],
    ['counts a claim too many', engines.tooLarge],
    ['says that all are free', engines.allFree],
    ['says that all is certain', engines.allCertain],
    ['gives up too little', engines.tooLittle],
    ['leaves out a concession set', engines.oneWayLess],
    ['gives up red lines', engines.givesRedLines],
  ])('and fails for an engine that %s', async (_, engine) => {
    expect((await fc.check(law(engine), { numRuns: 500, endOnFailure: true })).failed).toBe(true);
  });
});
