import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findConcessions, findConflicts } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const isThere = existsSync(CHROMIUM);
if (!isThere) {
  const said = `There is no ${CHROMIUM}: `;
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(`${said}install it, or unset REQUIRE_BROWSER.`);
  console.warn(`\n!!! ${said}NOTHING WAS TRIED IN A BROWSER. Install chromium to have it tried. !!!\n`);
}

/** What a page does: it loads the solver, whose binary it has at an address of its own, and asks it. */
const PAGE = `
  import { findConcessions, findConflicts, loadSolver } from 'sticking-points/analysis';
  import { gaza2024 } from 'sticking-points/scenarios';
  const asked = [];
  const locateFile = (file) => { asked.push(file); return '/assets/' + file; };
  async function inPage() {
    const start = performance.now();
    const { solve } = await loadSolver({ locateFile });
    const cold = performance.now() - start;
    const sum = [{ of: 'a', times: 2 }, { of: 'b', times: 3 }];
    const unknowns = ['a', 'b'].map((name) => ({ name, least: 0, most: 9 }));
    const must = [{ kind: 'linear', sum, least: 14 }, { kind: 'or', of: [{ kind: 'linear', sum: [{ of: 'b', times: -1 }], least: -1 }, { kind: 'linear', sum: [{ of: 'b', times: 1 }], least: 5 }] }];
    const best = solve({ unknowns, must }, [{ of: 'a', times: 4 }, { of: 'b', times: 5 }]);
    const none = solve({ unknowns, must: [...must, { kind: 'linear', sum: [{ of: 'a', times: -2 }, { of: 'b', times: -2 }], least: -9 }] });
    const conflicts = await findConflicts(gaza2024(), { locateFile });
    const { coalitions } = await findConcessions(gaza2024(), { locateFile });
    const found = { conflicts, coalitions };
    return { asked, best, none, found, cold, isolated: globalThis.crossOriginIsolated };
  }
  globalThis.asked = inPage().catch((error) => ({ error: String(error) }));
`;

describe.skipIf(!isThere)('in Chromium', () => {
  let server: Server;

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: PAGE, resolveDir: root },
      write: false,
      bundle: true,
      format: 'esm',
      platform: 'browser',
      conditions: ['sticking-points:source'],
      external: ['node:*'],
    });
    const files: Readonly<Record<string, readonly [type: string, body: Uint8Array | string]>> = {
      '/': ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'],
      '/page.js': ['text/javascript', outputFiles[0]?.contents ?? ''],
      '/assets/highs.wasm': ['application/wasm', readFileSync(`${root}node_modules/highs/build/highs.wasm`)],
    };
    server = createServer(({ url = '' }, response) => {
      const [type, body] = files[url] ?? [];
      // No headers but the type: none that isolate the page.
      response.writeHead(type === undefined ? 404 : 200, type === undefined ? {} : { 'content-type': type }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    server.close();
  });

  it('the solver and whole analyses run in a page without special headers, and answer as they do here', async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    try {
      const page = await browser.newPage();
      // The port is one that the system chose.
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const said = await page.evaluate('globalThis.asked');
      expect(said).toEqual({
        asked: ['highs.wasm'],
        best: { found: 'values', values: { a: 0, b: 5 } },
        none: { found: 'nothing' },
        found: {
          conflicts: await findConflicts(gaza2024()),
          coalitions: (await findConcessions(gaza2024())).coalitions,
        },
        cold: expect.any(Number) as unknown,
        isolated: false,
      });
      if (process.env['SOLVES'] !== undefined) console.log('in Chromium', said);
    } finally {
      await browser.close();
    }
  });
});
