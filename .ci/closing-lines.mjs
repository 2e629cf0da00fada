// node .ci/closing-lines.mjs LOG JSON: how a run of vitest closed, and then "N passed, N failed" on a line of its own.
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [log, json] = process.argv.slice(2);

const lines = stripVTControlCharacters(readFileSync(log, 'utf8'))
  .split('\n')
  .filter((line) => !line.startsWith('JSON report written'));
const closing = lines.findLastIndex((line) => /^\s*Test Files\s/.test(line));
console.log((closing === -1 ? lines.slice(-10) : lines.slice(closing)).join('\n').trimEnd());

if (!existsSync(json)) {
  console.log('vitest left no report.');
  process.exit(1);
}
const report = JSON.parse(readFileSync(json, 'utf8'));
// A file that could not even be loaded has no failed test in it, and is a failure all the same.
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
).length;
// Nor does an error that belongs to no test, such as a late rejection or a type error in a source file.
const strayErrors = Number(/^\s*Errors\s+(\d+)/m.exec(lines.slice(closing).join('\n'))?.[1] ?? 0);
const counted = report.numFailedTests + brokenFiles + strayErrors;
const failed = counted === 0 && !report.success ? 1 : counted;
console.log(`\n${report.numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
