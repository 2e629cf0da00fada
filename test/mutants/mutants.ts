// npm run mutants: plants each flaw of the list in a copy of the sources and tells which the checks find, and by what.
// `npm run mutants -- id…` plants just these. Ends with 1 where the sources as they are are found wrong, where a flaw
// could not be tried, where too few of the flaws are found, or where a counterexample is larger than anybody would read.
import { chosen, faultsIn } from './judge-trials.js';
import { rowOf, tableOf } from './table.js';
import { tryOut, type Trial } from './try-out.js';

const AT_ONCE = 2;

const waiting = [undefined, ...chosen(process.argv.slice(2))].map((mutation, at) => ({ mutation, at }));
const trials: Trial[] = [];

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const trial = await tryOut(next.mutation);
    trials[next.at] = trial;
    // As they come: on a slow machine the whole takes long, and may be broken off.
    process.stderr.write(`${rowOf(trial).slice(0, 3).join('  ')}\n`);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const began = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(`${tableOf(trials)}\n`);
const flaws = trials.filter((trial) => trial.mutation !== undefined);
const found = flaws.filter((trial) => trial.finding.found);
for (const { mutation, finding, broke } of flaws) {
  // What was not tried is told among the faults.
  if (!finding.found && broke === undefined) console.log(`not found: ${mutation?.id ?? ''}: ${mutation?.what ?? ''}`);
}
const largest = Math.max(0, ...found.map((trial) => trial.finding.size ?? 0));
const seconds = Math.round((performance.now() - began) / 1000);
const untried = flaws.filter((trial) => trial.broke !== undefined);
const notTried = untried.length === 0 ? '' : `, ${untried.length} not tried`;
console.log(
  `${found.length} of ${flaws.length} found${notTried}; the largest counterexample is of size ${largest}; ${seconds} s`,
);
const faults = faultsIn(trials);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
