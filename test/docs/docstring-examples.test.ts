import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { namesFor, readDocs, typeFaults } from './doors.js';
import { MODULES } from './modules.js';
import * as preamble from './preamble.js';
import { runSnippet } from './snippet.js';

const docs = readDocs();
const all = [...docs.exported, ...docs.inner].flatMap((of) => of.examples.map((snippet) => ({ of, snippet })));
const names: Readonly<Record<string, unknown>> = { ...preamble };

async function exportsOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  // Whatever a module exports can be read by name; nothing more is known of a path that is not written here.
  return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
}

describe('docstrings', () => {
  it.each(docs.exported.map((d) => [d.where, d.text] as const))('%s has a sentence', (_, text) => {
    expect(text).toMatch(/^[A-Z][^]*[.:]$/);
  });

  it.each(docs.exported.filter((d) => d.callable).map((d) => [d.where, d.examples] as const))(
    '%s has an example',
    (_, examples) => {
      expect(examples.map((e) => e.code).filter((code) => code !== '')).not.toEqual([]);
    },
  );

  it('are there', () => {
    expect(docs.exported.length).toBeGreaterThan(100);
    expect(all.length).toBeGreaterThan(50);
  });
});

describe('the examples in docstrings', () => {
  it.each(all.map(({ of, snippet }) => [snippet.name, of, snippet] as const))('%s runs', async (_, of, snippet) => {
    // What only src can import is had from its own file.
    const own = docs.inner.includes(of) ? await exportsOf(of.file) : {};
    const given = of.name in own ? { ...names, [of.name]: own[of.name] } : names;
    await runSnippet(snippet, { names: given, modules: MODULES, comments: 'values' });
  });

  it('compile, and would be told if they did not', () => {
    const wrong = { snippet: { name: 'wrong', code: "const n: number = 'one';" }, names: {} };
    const typed = all.map(({ of, snippet }) => namesFor(docs, snippet, of));
    expect(typeFaults(docs.program, [...typed, wrong])).toEqual([
      "wrong: Type 'string' is not assignable to type 'number'.",
    ]);
  });

  it('speak of the scenario that defineScenario shows', async () => {
    const shown = docs.exported.find((d) => d.name === 'defineScenario')?.examples[0];
    const defined: unknown[] = [];
    const defineScenario = (draft: Parameters<typeof preamble.defineScenario>[0]) => {
      const scenario = preamble.defineScenario(draft);
      defined.push(scenario);
      return scenario;
    };
    if (shown) {
      await runSnippet(shown, { names: { ...names, defineScenario }, modules: MODULES, comments: 'values' });
    }
    expect(defined[0]).toEqual(preamble.scenario);
  });
});
