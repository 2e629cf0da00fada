import { describe, expect, it } from 'vitest';
import { runSnippet } from './snippet.js';
import { readValue } from './value.js';

const run = (code: string, comments: 'values' | 'values or prose' = 'values') =>
  runSnippet({ name: 'snippet', code }, { names: { six: 6, list: [1, 2, 3] }, modules: {}, comments });

describe('running a snippet', () => {
  it.each([
    ['six; // 6'],
    ['six / 7; // 0.857…'],
    ["['one', list];\n// ['one', [1, …]]"],
    ['({ six, list }); // { six: 6, … }'],
    ['({ six, list });\n// {\n//   six: 6,\n//   list: …,\n// }'],
    ["const text = 'to the end'; // 'to the…'"],
    ['await Promise.resolve(six); // 6'],
    ['const six = 7;\nsix; // 7'],
    ["const fault = { faults: [{ code: 'area/what' }] };\n(() => { throw fault; })(); // throws area/what"],
    ['list.map((n) => {\n  n > 0; // true\n});'],
    ['// prose before a line\nsix; // 6'],
  ])('passes %j', async (code) => {
    await expect(run(code)).resolves.toEqual([]);
  });

  it.each([
    ['another value', 'six; // 7'],
    ['another digit', 'six / 7; // 0.858…'],
    ['an element too few', 'list; // [1, 2]'],
    ['a key too few', '({ six, list }); // { six: 6 }'],
    ['a key of another value', '({ six, list }); // { six: 7, … }'],
    ['another string', "'six'; // 'seven…'"],
    ['a wrong value below', 'six;\n// 7'],
    ['a wrong value of a declaration', 'const seven = six + 1; // 6'],
    ['a comment that is no value', 'six; // six'],
    ['a comment inside a statement', 'list.map(\n  (n) => n, // the number\n);'],
    ['a throw that does not come', 'six; // throws area/what'],
    ['a throw of another fault', "(() => { throw { faults: [{ code: 'area/other' }] }; })(); // throws area/what"],
    ['a statement never reached', 'if (six > 6) {\n  six; // 6\n}'],
    ['an unknown name', 'seven;'],
    ['an unknown module', "import { x } from 'somewhere';\nx;"],
  ])('fails on %s', async (_, code) => {
    await expect(run(code)).rejects.toThrow();
  });

  it('lets prose stand behind a line where that is allowed', async () => {
    await expect(run('six; // so many', 'values or prose')).resolves.toEqual([]);
    await expect(run('six; // 7', 'values or prose')).rejects.toThrow();
  });

  it('returns what is printed', async () => {
    await expect(run("console.log('six:', six);\nconsole.log('a\\nb');")).resolves.toEqual(['six: 6', 'a', 'b']);
  });
});

describe('reading a value', () => {
  it.each(['what it was', 'blocked', '[1, 2', '{ a: 1', '1 2', 'f(1)', "'a' + 'b'", '', '1) + (2'])(
    'takes %j for prose',
    (comment) => {
      expect(readValue(comment)).toBeUndefined();
    },
  );
});
