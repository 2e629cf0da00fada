import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeFaults } from './doors.js';
import { MODULES } from './modules.js';
import { runSnippet, type Snippet } from './snippet.js';

const ROOT = new URL('../../', import.meta.url);
const GUIDES = 'examples/guides/';

/** The pages whose code runs: the README and the guides. `npm run golden -- test/docs` writes anew what they print. */
const PAGES = [
  'README.md',
  ...readdirSync(new URL(GUIDES, ROOT)).flatMap((name) => (name.endsWith('.md') ? [`${GUIDES}${name}`] : [])),
];

/** A `ts` block, and what the `text` block directly below it says that it prints. */
interface Block extends Snippet {
  /** What stands in the block itself, and whether it goes on from the one above, whose code comes before it then. */
  readonly own: string;
  readonly goesOn: boolean;
  readonly prints: string | undefined;
}

/** The blocks of a page. One without imports of its own goes on from the one above; in a guide, each does. */
function blocksIn(page: string, file = 'README.md'): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of page.matchAll(/^```ts\n([^]*?)^```$(?:\n+^```text\n([^]*?)^```$)?/gm)) {
    const [, own = '', prints] = match;
    const line = page.slice(0, match.index).split('\n').length;
    const begins = file === 'README.md' && /^import /m.test(own);
    const before = begins ? undefined : blocks.at(-1);
    const code = before ? `${before.code}\n${own}` : own;
    blocks.push({ name: `${file}:${line}`, code, own, goesOn: before !== undefined, prints });
  }
  return blocks;
}

/** Stands between what a block prints and what the next one does. */
const NEXT = '— the next block —';

/** What each block prints. Blocks that go on from each other run as one: else the first would run once for each. */
async function printedBy(blocks: readonly Block[]): Promise<readonly string[]> {
  const runs: { name: string; code: string }[] = [];
  for (const { name, own, goesOn } of blocks) {
    const before = goesOn ? runs.at(-1) : undefined;
    if (before) Object.assign(before, { name, code: `${before.code}\n{ console.log('${NEXT}') }\n${own}` });
    else runs.push({ name, code: own });
  }
  const printed: string[] = [];
  for (const run of runs) {
    const lines = await runSnippet(run, { names: {}, modules: MODULES, comments: 'values or prose' });
    printed.push(
      ...lines
        .join('\n')
        .split(NEXT)
        .map((text) => text.replace(/^\n|\n$/g, '')),
    );
  }
  return printed;
}

const READ = PAGES.map((file) => {
  const page = readFileSync(new URL(file, ROOT), 'utf8');
  return { file, page, blocks: blocksIn(page, file) };
});

/** What the compiler finds wrong with all pages, asked once: reading the sources takes it longest. */
let found: readonly string[] | undefined;
const faultsIn = (file: string) => {
  const all = READ.flatMap(({ blocks }) => blocks).map((snippet) => ({ snippet, names: {} }));
  found ??= typeFaults(undefined, all);
  return found.filter((fault) => fault.startsWith(`${file}:`));
};

describe.each(READ)('$file', ({ file, page, blocks }) => {
  it('shows how the library is used', () => {
    // That of the command line has no code: its lines are run by tests of their own.
    if (!file.endsWith('command-line.md')) expect(blocks).not.toEqual([]);
  });

  it('has code that compiles', () => {
    expect(faultsIn(file)).toEqual([]);
  });

  it('prints what it says', async () => {
    const printed = await printedBy(blocks);
    if (process.env['UPDATE_GOLDEN'] !== undefined) {
      const told = blocks.flatMap(({ prints }, i) => (prints === undefined ? [] : [printed[i]]));
      writeFileSync(new URL(file, ROOT), retold(page, told));
      return;
    }
    for (const [i, { name, prints }] of blocks.entries()) {
      if (prints !== undefined) expect(printed[i], name).toBe(prints.trimEnd());
    }
  });
});

/** A page with what its blocks print written anew, in their order. */
function retold(page: string, told: readonly (string | undefined)[]): string {
  let i = 0;
  return page.replace(
    /(^```ts\n[^]*?^```$\n+^```text\n)([^]*?)(^```$)/gm,
    (_, code: string, was: string, end: string) => `${code}${told[i++] ?? was.trimEnd()}\n${end}`,
  );
}

describe('reading a page', () => {
  const page = (...blocks: readonly string[]) => blocks.map((block) => `Words.\n\n${block}\n`).join('\n');
  const text = page(
    "```ts\nimport { weeks } from 'sticking-points';\nconsole.log(weeks(6).unit);\n```\n\n```text\nweeks\n```",
    '```ts\nconsole.log(weeks(2).length);\n```\n```text\n2\n```',
    '```sh\nnpm start\n```\n\n```text\nanything\n```',
  );

  it('finds code with what it prints, and goes on from the block above', async () => {
    const blocks = blocksIn(text);
    expect(blocks.map((b) => [b.name, b.prints])).toEqual([
      ['README.md:3', 'weeks\n'],
      ['README.md:14', '2\n'],
    ]);
    expect(await printedBy(blocks)).toEqual(['weeks', '2']);
  });
});
