import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { findConflicts } from 'sticking-points/analysis';
import { gaza2024 } from 'sticking-points/scenarios';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('solves and analyses in a worker thread', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  try {
    const outfile = join(folder, 'worker.mjs');
    const solver = pathToFileURL(join(root, 'node_modules/highs/build/highs.mjs')).href;
    await build({
      stdin: {
        contents: `
          import { parentPort, workerData } from 'node:worker_threads';
          import { findConflicts, loadSolver } from 'sticking-points/analysis';
          const { solve } = await loadSolver();
          const solved = solve(workerData.program, workerData.goal);
          // A scenario is plain data: it goes to a worker as it is, and so does what is found.
          parentPort.postMessage({ solved, found: await findConflicts(workerData.scenario) });`,
        resolveDir: root,
      },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      conditions: ['sticking-points:source'],
      // The built worker lies outside this repository, and has the solver by its place.
      plugins: [
        {
          name: 'solver',
          setup: (bundler) => {
            bundler.onResolve({ filter: /^highs$/ }, () => ({ path: solver, external: true }));
          },
        },
      ],
    });
    const program = {
      unknowns: ['a', 'b'].map((name) => ({ name, least: 0, most: 9 })),
      must: [
        {
          kind: 'linear',
          sum: [
            { of: 'a', times: 2 },
            { of: 'b', times: 1 },
          ],
          least: 20,
        },
      ],
    };
    const worker = new Worker(outfile, {
      workerData: { program, goal: [{ of: 'a', times: 1 }], scenario: gaza2024() },
    });
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    expect(answer).toEqual({
      solved: {
        found: 'values',
        values: { a: 6, b: expect.toSatisfy((b: number) => b === 8 || b === 9) as unknown },
      },
      found: await findConflicts(gaza2024()),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
