import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeFaults } from './doors.js';
import { MODULES } from './modules.js';
import { runSnippet, type Snippet } from './snippet.js';

const README = new URL('../../README.md', import.meta.url);

/** A `ts` block, and what the `text` block directly below it says that it prints. */
interface Block extends Snippet {
  readonly prints: string | undefined;
}

/** The blocks of a page. One without imports of its own goes on from the one above. */
function blocksIn(page: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const match of page.matchAll(/^```ts\n([^]*?)^```$(?:\n+^```text\n([^]*?)^```$)?/gm)) {
    const [, code = '', prints] = match;
    const line = page.slice(0, match.index).split('\n').length;
    const before = /^import /m.test(code) ? undefined : blocks.at(-1);
    blocks.push({ name: `README.md:${line}`, code: before ? `${before.code}\n${code}` : code, prints });
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

describe.runIf(existsSync(README))('the README', () => {
  const blocks = existsSync(README) ? blocksIn(readFileSync(README, 'utf8')) : [];

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
    for (const [i, { name, prints }] of blocks.entries()) {
      const printed = await printedBy(blocks, i);
      if (prints !== undefined) expect(printed, name).toBe(prints.trimEnd());
    }
  });
});

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
