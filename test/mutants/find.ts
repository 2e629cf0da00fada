// Run in a copy of the repository: tries one check after the other on the sources there, beginning with those of the folder
// that is named, stops at the first that finds something, and prints what as JSON. An exception counts as found only where a check had begun: sources that cannot even
// be loaded end the process, which then says nothing.
import type { Check, Finding } from './check.js';
import { checksFor } from './checks.js';

console.log(JSON.stringify(firstFound(checksFor(process.argv[2]))));

function firstFound(checks: readonly Check[]): Finding {
  for (const check of checks) {
    const finding = findingOf(check);
    if (finding.found) return finding;
  }
  return { found: false };
}

function findingOf(check: Check): Finding {
  try {
    const contrary = check.run();
    return contrary ? { found: true, by: check.title, ...contrary } : { found: false };
  } catch (error) {
    return { found: true, by: check.title, counterexample: `threw ${String(error)}` };
  }
}
