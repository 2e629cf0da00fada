// Run by memory.test.ts in a process of its own, which can be told to sweep up: walks the states of a shipped scenario, and
// prints what its memory was counted as and what it came to, in millions of bytes.
import { setTimeout as wait } from 'node:timers/promises';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { houseOf } from '../../../src/machine/talks.js';
import { usedBounds } from '../../../src/testing/exhaust/bounds.js';
import { menuOf } from '../../../src/testing/exhaust/menu.js';
import { walk } from '../../../src/testing/exhaust/walk.js';

const STATES = 1_000;
const written = { 'gaza-2024': gaza2024(), 'fishing-quota': fishingQuota(), 'labour-contract': labourContract() };
const [, , id, revised] = process.argv;
const scenario = Object.entries(written).find(([key]) => key === id)?.[1];
if (!scenario || !gc) throw new RangeError('Name a shipped scenario, and run with --expose-gc.');

const sweep = gc;
async function held(): Promise<number> {
  // What the compiler keeps for a while goes away only in time.
  for (let times = 0; times < 6; times++) {
    sweep();
    await wait(60);
  }
  return process.memoryUsage().heapUsed / 1_000_000;
}

const positions = revised === 'revised' ? {} : { positions: [] };
const bounds = usedBounds(scenario, { ...positions, states: STATES });
const menu = menuOf(scenario, bounds);
const house = houseOf(scenario, { start: 'talks' });
walk(house, menu, { ...bounds, states: 100 }); // what is remembered of the scenario itself is none of the states'
const before = await held();
const { points, megabytes } = walk(house, menu, bounds);
const after = await held();
console.log(JSON.stringify({ states: points.length, counted: megabytes, held: after - before }));
