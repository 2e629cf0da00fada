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

/** All tests, in the order of their files: each a name and what it does. */
export const tests = (globalThis.testsOfMutation = []);
let within = [];

function entered(name, declare) {
  within.push(name);
  declare();
  within.pop();
}

/** What a file of tests declares. One that does not load is a test that fails. */
export function inFile(file, load) {
  const before = tests.length;
  within = [];
  try {
    entered(file, load);
  } catch (error) {
    tests.splice(before, Infinity, {
      name: `${file} loads`,
      run: () => {
        throw error;
      },
    });
  }
}

const doneBy = (args) => args.find((arg) => typeof arg === 'function');
const each =
  (declare) =>
  (rows) =>
  (name, ...args) => {
    for (const row of rows) declare(name, () => doneBy(args)(...(Array.isArray(row) ? row : [row])));
  };

export const describe = (name, ...args) => entered(name, doneBy(args));
export const it = (name, ...args) => void tests.push({ name: [...within, name].join(' > '), run: doneBy(args) });
describe.each = each(describe);
it.each = each(it);
