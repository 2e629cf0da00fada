// Asks laws of every offer in a scenario file, in YAML or JSON: npx tsx check-file.ts FILE, where the package is installed.
// Ends with 0 where all of them held, with 1 where one is broken or cannot be told, or where there is no offer to ask them of,
// and with 2 where the file is no scenario.
import { readFileSync } from 'node:fs';
import { describeFault, parseScenario, type Scenario } from 'sticking-points';
import { checkDeal, somethingDueWithin, type DealInvariant } from 'sticking-points/testing';
import { parse } from 'yaml';

process.exitCode = check(process.argv[2]);

function check(file: string | undefined): number {
  const scenario = file === undefined ? refused('Name a scenario file.') : scenarioIn(file);
  if (!scenario) return 2;
  // The norms that the scenario itself holds, and a law that any deal in phases may be asked.
  const norms = Object.values(scenario.invariants).map(({ title, condition }): DealInvariant => ({ title, condition }));
  const invariants = [...norms, somethingDueWithin(60)];
  if (Object.keys(scenario.offers).length === 0) {
    console.log('There is no offer in it to ask laws of: write one.');
    return 1;
  }
  let allHeld = true;
  for (const completing of Object.keys(scenario.offers)) {
    console.log(completing);
    for (const { finding, title } of checkDeal(scenario, { among: { completing }, invariants })) {
      allHeld &&= finding === 'held';
      console.log(`  ${finding}: ${title}`);
    }
  }
  return allHeld ? 0 : 1;
}

/** The scenario in a file; nothing where there is none, which it says. */
function scenarioIn(file: string): Scenario | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const read = parseScenario(/\.ya?ml$/i.test(file) ? JSON.stringify(parse(text)) : text);
    return read.ok ? read.value : refused(...read.faults.map(describeFault));
  } catch (error) {
    return refused(String(error));
  }
}

function refused(...faults: readonly string[]): undefined {
  for (const fault of faults) console.error(fault);
}
