import { deepEqual } from 'node:assert/strict';
import { openTalks } from 'sticking-points';
import { explain } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';
import { Feasibility } from '../../src/analysis/feasibility.js';
import { loadSolver } from '../../src/analysis/highs.js';
import { Watch } from '../../src/analysis/watch.js';
import { familyMember, type Family } from '../support/families.js';
import { dualised, formulasOf, type Formulas } from '../support/formulas.js';
import { independent, marco, type Independent } from '../support/marco.js';
import { randomFrom } from '../support/random.js';
import type { Bench } from './bench.js';
import { quantile, ratioOf, type Ratio } from './measure.js';

/** How long each solver may take over a case. */
const SECONDS = 60;

const FAMILIES: readonly Family[] = [
  { parties: 3, positions: 30, terms: 30, apart: 30 },
  { parties: 3, positions: 60, terms: 30, apart: 12 },
  { parties: 6, positions: 60, terms: 60, apart: 30 },
  { parties: 6, positions: 120, terms: 60, apart: 15 },
];
const SEEDS = [1, 2, 3, 4, 5];

/** Forty conflicts are met with on the way to the first ten concession sets; thousands of sets follow these. */
const HEAVY: Family = { parties: 6, positions: 120, terms: 60, apart: 90, seed: 3 };

/** All conflicts and concession sets on the same formulas; each pair of answers is made sure to be the same. */
export const analysisBesideMarco: Bench = {
  name: 'analysis: all conflicts and concession sets beside MARCO on z3, by speed (aim: at least 3)',
  rows: async () => {
    const solver = await independent();
    try {
      const rows: (readonly [string, Ratio])[] = [];
      for (const family of FAMILIES) rows.push(await besideMarco(family, solver));
      return rows;
    } finally {
      solver.close();
    }
  },
};

async function besideMarco(family: Family, solver: Independent): Promise<readonly [string, Ratio]> {
  const rounds: { numerator: number; denominator: number }[] = [];
  let [conflicts, concessions, unfinished] = [0, 0, 0];
  for (const seed of SEEDS) {
    const formulas = formulasOf(familyMember({ ...family, seed }));
    await dualised(formulas, 1); // to warm up: theirs is compiled beforehand
    const start = performance.now();
    const ours = await dualised(formulas, SECONDS);
    const between = performance.now();
    const theirs = marco(solver, formulas.space, formulas.claims, SECONDS);
    rounds.push({ numerator: performance.now() - between, denominator: between - start });
    if (ours.stopped) throw new Error(`Ours was stopped at seed ${seed}: ${ours.stopped}.`);
    conflicts += ours.conflicts.length;
    concessions += ours.concessions.length;
    unfinished += Number(theirs.unfinished);
    if (theirs.unfinished) continue;
    deepEqual(inOrder(ours.conflicts), inOrder(theirs.conflicts));
    deepEqual(inOrder(ours.concessions.map((given) => given.claims)), inOrder(theirs.concessions));
  }
  const { parties, positions, terms } = family;
  console.log(
    `  (${SEEDS.length} of ${parties}/${positions}/${terms}: ${conflicts} conflicts, ${concessions} concession sets` +
      `${unfinished > 0 ? `, ${unfinished} that z3 did not finish in ${SECONDS} s` : ''})`,
  );
  return [`${parties} parties, ${positions} positions, ${terms} terms`, ratioOf(rounds)];
}

function inOrder(sets: readonly (readonly number[])[]): readonly string[] {
  return sets.map((set) => [...set].sort((a, b) => a - b).join(' ')).sort();
}

/** The ten smallest concession sets where very much is in conflict, in feasibility checks. */
export const tenSmallest: Bench = {
  name: 'analysis: the ten smallest concession sets of 120 positions in heavy conflict, in single feasibility checks',
  rows: async () => {
    const formulas = formulasOf(familyMember(HEAVY));
    await dualised(formulas, SECONDS, 10);
    const rounds: { numerator: number; denominator: number }[] = [];
    for (let round = 0; round < 25; round++) {
      const start = performance.now();
      const found = await dualised(formulas, SECONDS, 10);
      const numerator = performance.now() - start;
      rounds.push({ numerator, denominator: quantile(await checkTimes(formulas, 60), 0.95) });
      if (found.concessions.length < 10) throw new Error(`Only ${found.concessions.length} were found.`);
      if (round === 0) console.log(`  (${found.conflicts.length} conflicts on the way)`);
    }
    return [['beside the 95th percentile of a check (aim: at most 50)', ratioOf(rounds.slice(5))]];
  },
};

/** The shipped scenario explained, with the six-week plan on the table, in feasibility checks. */
export const shippedExplained: Bench = {
  name: 'analysis: the shipped scenario explained with an offer on the table, in single feasibility checks',
  rows: async () => {
    const scenario = gaza2024();
    const formulas = formulasOf(scenario);
    const talks = openTalks(scenario, { asOf: '2024-02-23', start: 'talks' });
    const tabled = talks.do({ type: 'offer.tabled', offer: 'P5' });
    if (!tabled.accepted) throw new Error(tabled.reasons[0]?.message);
    const rounds: { numerator: number; denominator: number }[] = [];
    for (let round = 0; round < 120; round++) {
      const start = performance.now();
      const { complete, underReadings } = await explain(talks);
      const numerator = performance.now() - start;
      if (!complete) throw new Error('The explanation is not complete.');
      if (round === 0) console.log(`  (${underReadings.flatMap(({ bridges }) => bridges).length} bridges)`);
      rounds.push({ numerator, denominator: quantile(await checkTimes(formulas, 12), 0.5) });
    }
    return [['beside a check (aim: at most 200)', ratioOf(rounds.slice(60))]];
  },
};

/** How long single checks take: from formulas to an answer, for all claims and for random halves of them. */
async function checkTimes({ space, claims }: Formulas, count: number): Promise<readonly number[]> {
  const random = randomFrom(5);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const asked = claims.flatMap((_, claim) => (i % 4 === 0 || random.below(2) === 0 ? [claim] : []));
    const start = performance.now();
    const feasibility = new Feasibility(space, claims, new Watch(), () => loadSolver());
    await feasibility.check(asked);
    times.push(performance.now() - start);
  }
  return times;
}
