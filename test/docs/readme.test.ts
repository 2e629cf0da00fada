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
  readonly prints: string | undefined;
}

/** The blocks of a page. One without imports of its own goes on from the one above; in a guide, each does. */
function blocksIn(page: string, file = 'README.md'): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of page.matchAll(/^```ts\n([^]*?)^```$(?:\n+^```text\n([^]*?)^```$)?/gm)) {
    const [, code = '', prints] = match;
    const line = page.slice(0, match.index).split('\n').length;
    const begins = file === 'README.md' && /^import /m.test(code);
    const before = begins ? undefined : blocks.at(-1);
    blocks.push({ name: `${file}:${line}`, code: before ? `${before.code}\n${code}` : code, prints });
  }
  return blocks;
}

/** What a block prints, less what the block that it goes on from does. */
async function printedBy(blocks: readonly Block[], i: number): Promise<string> {
  const run = (block: Block | undefined) =>
    block ? runSnippet(block, { names: {}, modules: MODULES, comments: 'values or prose' }) : [];
  const [block, before] = [blocks[i], blocks[i - 1]];
  const earlier = before && block?.code.startsWith(`${before.code}\n`) ? await run(before) : [];
  return (await run(block)).slice(earlier.length).join('\n');
}

describe.each(PAGES)('%s', (file) => {
  const page = readFileSync(new URL(file, ROOT), 'utf8');
  const blocks = blocksIn(page, file);

  it('shows how the library is used', () => {
    expect(blocks).not.toEqual([]);
  });

  it('has code that compiles', () => {
    expect(
      typeFaults(
        undefined,
        blocks.map((snippet) => ({ snippet, names: {} })),
      ),
    ).toEqual([]);
  });

  it('prints what it says', async () => {
    const printed: string[] = [];
    for (const [i] of blocks.entries()) printed.push(await printedBy(blocks, i));
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
    expect([await printedBy(blocks, 0), await printedBy(blocks, 1)]).toEqual(['weeks', '2']);
  });
});
