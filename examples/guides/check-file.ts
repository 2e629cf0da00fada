// Asks laws of every offer in a scenario file: npx tsx examples/guides/check-file.ts FILE
// Ends with 0 where nothing is broken, with 1 where something is, and with 2 where the file is no scenario.
import { readFileSync } from 'node:fs';
import { describeFault, parseScenario } from 'sticking-points';
import { checkDeal, somethingDueWithin, type DealInvariant } from 'sticking-points/testing';

process.exitCode = check(process.argv[2]);

function check(file: string | undefined): number {
  const read = file === undefined ? undefined : parseScenario(textOf(file));
  if (!read?.ok) {
    const faults = read ? read.faults.map(describeFault) : ['Name a scenario file.'];
    for (const fault of faults) console.error(fault);
    return 2;
  }
  const scenario = read.value;
  // The norms that the scenario itself holds, and a law that any deal in phases may be asked.
  const norms = Object.values(scenario.invariants).map(({ title, condition }): DealInvariant => ({ title, condition }));
  const invariants = [...norms, somethingDueWithin(60)];
  let broken = 0;
  for (const completing of Object.keys(scenario.offers)) {
    console.log(completing);
    for (const { finding, title } of checkDeal(scenario, { among: { completing }, invariants })) {
      if (finding === 'broken') broken++;
      console.log(`  ${finding}: ${title}`);
    }
  }
  return broken > 0 ? 1 : 0;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    console.error(String(error));
    return '';
  }
}
