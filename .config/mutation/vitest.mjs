// As much of vitest as the tests of the folders that are changed use, gathered rather than run.
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
// What is written down beside a test is words.
chai.use((_, { addMethod }) => addMethod(chai.Assertion.prototype, 'toMatchInlineSnapshot', () => undefined));

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, {
  unreachable: (message) => chai.expect.fail(message ?? 'This is not to be reached.'),
});

/** The files of tests: each a name, and what loads it and returns its tests, each a name and what it does. */
export const files = (globalThis.filesOfTests = []);
let found = [];
let within = [];

export function inFile(name, load) {
  const tests = () => {
    [found, within] = [[], []];
    load();
    return found;
  };
  files.push({ name, tests });
}

const doneBy = (args) => args.find((arg) => typeof arg === 'function');
const each =
  (declare) =>
  (rows) =>
  (name, ...args) => {
    for (const row of rows) declare(name, () => doneBy(args)(...(Array.isArray(row) ? row : [row])));
  };

export const describe = (name, ...args) => {
  within.push(name);
  doneBy(args)();
  within.pop();
};
export const it = (name, ...args) => void found.push({ name: [...within, name].join(' > '), run: doneBy(args) });
describe.each = each(describe);
it.each = each(it);
