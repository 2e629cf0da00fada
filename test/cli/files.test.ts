import fc from 'fast-check';
import { toJson, type Scenario } from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { placed } from '../../src/cli/files/placed.js';
import { readScenarioFile } from '../../src/cli/files/scenario-file.js';
import { readYaml } from '../../src/cli/files/yaml-text.js';
import { firstScenario } from '../../src/cli/first-scenario.js';
import { scenarioOf } from '../../src/scenario/file.js';
import { MOST_SECONDS, withWork } from '../support/work.js';
import { folderWith, ran } from './ran.js';

const SHIPPED: readonly Scenario[] = [gaza2024(), fishingQuota(), labourContract()];

describe('a scenario in YAML', () => {
  it.each(SHIPPED.map((scenario) => [scenario.id, scenario] as const))(
    'is the same as in JSON: %s',
    async (_, scenario) => {
      const yaml = stringify(JSON.parse(toJson(scenario)));
      expect(await readScenarioFile(folderWith({ 'deal.yaml': yaml }), 'deal.yaml')).toEqual(scenario);
      expect(await readScenarioFile(folderWith({ deal: toJson(scenario) }), 'deal')).toEqual(scenario);
    },
  );

  it('any plain value reads back as it was written', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        const value: unknown = JSON.parse(json);
        // Whatever carries a lone half of a character, or negative zero, YAML writes otherwise.
        expect(readYaml(stringify(value))).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) as unknown });
      }),
      { numRuns: 300 },
    );
  });

  it('reads no word as something else: dates, no, on, 1_000 and 012 stay what they are', () => {
    const read = readYaml('a: 2024-02-23\nb: no\nc: on\nd: 1_000\ne: ~\nf: 1:30\n');
    expect(read).toEqual({ ok: true, value: { a: '2024-02-23', b: 'no', c: 'on', d: '1_000', e: null, f: '1:30' } });
  });

  it.each([
    ['a: 1\na: 2\n', 'file/duplicate-key', 2, 1],
    ['a: [1, 2\nb: 3\n', 'file/not-yaml', undefined, undefined],
    ['a: !!binary aGk=\n', undefined, undefined, undefined],
    ['a: !odd 5\n', 'file/not-yaml', 1, 4],
    ['a: *nowhere\n', 'file/not-yaml', 1, 4],
    ['a: &x 1\nb: *x\nc: [*y]\n', 'file/not-yaml', 3, 5],
    ['a: *x\nb: &x 1\n', 'file/not-yaml', 1, 4],
    ['a: 1\n---\nb: 2\n', 'file/not-yaml', 2, 1],
    ['\ta: 1\n', 'file/not-yaml', 1, 1],
  ])('%j', (text, code, line, column) => {
    const read = readYaml(text);
    const [fault] = read.ok ? [] : read.faults;
    expect(fault?.code).toBe(code);
    if (line !== undefined) expect([fault?.facts['line'], fault?.facts['column']]).toEqual([line, column]);
  });

  it('that would grow without bounds is refused, and quickly', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]!}`).join()}]`),
    ].join('\n');
    const { result: read, seconds } = withWork(() => readYaml(bomb));
    expect(read.ok ? [] : read.faults.map((f) => f.code)).toEqual(['file/not-yaml']);
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });

  it.each(['', '# nothing\n', '5', '[1]', 'null'])('what holds no scenario is told so: %j', async (text) => {
    const { stderr, exit } = await ran(['validate', 'deal.yaml'], { folder: folderWith({ 'deal.yaml': text }) });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^deal\.yaml(:1:1)?: scenario\/shape/);
  });

  it.each([
    [Buffer.from([0xff, 0xfe, 0x41]), 'cli/unreadable'],
    [Buffer.from('\ufeffid: x\nparties: { a: {} }\nterms: {}\npositions: {}\n'), undefined],
  ])('bytes that are no text are told so, and a byte order mark is passed over', async (bytes, code) => {
    const folder = folderWith();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${folder}/deal.yaml`, bytes);
    const { stderr, exit } = await ran(['validate', 'deal.yaml'], { folder });
    expect(exit).toBe(code === undefined ? 0 : 2);
    expect(stderr).toContain(code ?? '');
  });
});

describe('the place of a fault', () => {
  const yaml = firstScenario('./s.json', '2030-01-10');
  const json = toJson((scenarioOf((readYaml(yaml) as { value: unknown }).value) as { value: Scenario }).value);

  /** What stands in the text where the fault of a damaged file is said to be. */
  async function at(name: string, text: string): Promise<readonly string[]> {
    const { stdout } = await ran(['validate', name, '--json'], { folder: folderWith({ [name]: text }) });
    const { faults } = JSON.parse(stdout) as { faults: readonly { code: string; line: number; column: number }[] };
    return faults.map(
      ({ code, line, column }) => `${code} ${text.split('\n')[line - 1]!.slice(column - 1, column + 7)}`,
    );
  }

  it.each([
    ['of: catch, op', 'of: cach, op', 'scenario/unknown-term cach, op'],
    ['party: north', 'party: nort', 'scenario/unknown-party nort\n    '],
    ['rigidity: red line', 'rigidity: hard line', 'scenario/shape hard lin'],
    ['by: [south]', 'by: [suoth]', 'scenario/unknown-party suoth]'],
    ['kind: flag\n    label', 'kind: flag\n    labell', 'scenario/unknown-key labell: '],
    [
      'source: gazette, attribution: narrator',
      'source: gazete, attribution: narrator',
      'scenario/unknown-source gazete, ',
    ],
    ['    party: north\n', '', 'scenario/shape enough:'],
  ])('in YAML points at it: %j', async (right, wrong, found) => {
    const damaged = yaml.replace(right, wrong);
    expect(damaged).not.toBe(yaml);
    expect((await at('deal.yaml', damaged)).map((one) => one.trimEnd())).toContain(found.split('\n')[0]!.trimEnd());
  });

  it.each([
    ['"of": "catch"', '"of": "cach"', 'scenario/unknown-term "cach", '],
    ['"rigidity": "red line"', '"rigidity": "hard"', 'scenario/shape "hard",'],
  ])('in JSON points at it: %j', async (right, wrong, found) => {
    const damaged = json.replace(right, wrong);
    expect(damaged).not.toBe(json);
    expect(await at('deal.json', damaged)).toEqual(expect.arrayContaining([expect.stringContaining(found.trimEnd())]));
  });

  it('of any path of a file lies on its key or value, in YAML and in JSON alike', () => {
    const value: unknown = JSON.parse(json);
    const paths: (string | number)[][] = [];
    const walk = (one: unknown, path: (string | number)[]): void => {
      paths.push(path);
      if (typeof one !== 'object' || one === null) return;
      for (const [key, inner] of Object.entries(one)) walk(inner, [...path, Array.isArray(one) ? Number(key) : key]);
    };
    walk(value, []);
    expect(paths.length).toBeGreaterThan(50);
    for (const text of [json, stringify(value), JSON.stringify(value)]) {
      for (const path of paths.filter((one) => one.length > 0)) {
        const [found] = placed([{ code: 'x', path, message: '', facts: {} }], 'f', text);
        const there = text.split('\n')[found!.line! - 1]!.slice(found!.column! - 1);
        const held = path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], value);
        const key = String(path.at(-1));
        const spelt =
          typeof held === 'object' && held !== null
            ? [key, `"${key}"`, '{', '[']
            : [JSON.stringify(held), String(held)];
        // In a list it is the entry itself that begins there, and of a record its first key.
        const begun = typeof path.at(-1) === 'number' ? Object.keys(held as object).flatMap((k) => [k, `"${k}"`]) : [];
        const quoted = typeof held === 'string' ? [`'${held}`, '>', '|'] : [];
        expect(
          [...spelt, ...begun, ...quoted].some((word) => there.startsWith(word)),
          `${path.join('.')}: ${there}`,
        ).toBe(true);
      }
    }
  });

  it('never fails, and lies within the text, whatever path and text', () => {
    const path = fc.array(fc.oneof(fc.string(), fc.nat(5), fc.constantFrom('terms', 'catch', 'kind')), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.oneof(fc.constant(yaml), fc.string(), fc.json()), path, (text, path) => {
        const [found] = placed([{ code: 'x', path, message: '', facts: {} }], 'f', text);
        const { line = 1 } = found!;
        expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
      }),
      { numRuns: 500 },
    );
  });
});
