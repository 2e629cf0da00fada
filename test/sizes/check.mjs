// npm run sizes: what a browser has to load of the built package.
//
// Bundles from dist as an application would, minified for production, and weighs it gzipped (1 kB is 1000 bytes).
// Each row has an aim and a limit: over the limit the check fails, over the aim alone it says so and passes. Where the
// aim is met the two are the same; where it is missed, the limit stands a little over what is reached, so that growth shows.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const DEPENDENCIES = ['immer', 'xstate', 'zod'];

/** What the command line alone may load. */
const OF_THE_COMMAND_LINE = ['commander', 'yaml', '@clack/prompts', '@clack/core', 'picocolors'];

/**
 * What is weighed; `limit` only where the aim is not reached yet. `without` names packages that may not be in it.
 *
 * Why two aims are missed, in kB: `assess` alone lays out the offer space and reads an offer over it (about 7.3), judges all
 * kinds of condition (5.0), puts verdicts, answers, scores and exchanges together (3.4), and tells what is wrong with what it
 * is given (2.1); saying, encoding, drawing and checking conditions are not in it. Of the front door xstate is 12.8, zod 8.0
 * and immer 4.8; `export *` asks for all that the library has besides.
 */
const ROWS = [
  { code: `export { assess } from 'sticking-points'`, aim: 12, limit: 18.5, without: DEPENDENCIES },
  { code: `export * from 'sticking-points'`, aim: 45, limit: 181, without: OF_THE_COMMAND_LINE },
  { code: `export { weeks } from 'sticking-points'`, aim: 1, without: DEPENDENCIES },
];

/** The only names of the front door that may pull in the machine. */
const NEEDS_MACHINE = ['createTalksMachine', 'openTalks', 'refusalsOf', 'replay', 'restoreTalks'];

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(new URL('../../dist/index.js', import.meta.url))) fail('There is no dist: run `npm run build` first.');

for (const row of ROWS) {
  const [{ bytes, packages }] = await bundle([row.code]);
  const size = gzipSync(bytes, { level: 9 }).length / 1000;
  const limit = row.limit ?? row.aim;
  const strangers = row.without.filter((name) => packages.includes(name));
  if (strangers.length > 0) fail(`${row.code} pulls in ${strangers.join(', ')}.`);
  if (size > limit) fail(`${row.code} is ${size.toFixed(2)} kB, over its limit of ${limit} kB.`);
  const verdict =
    size > row.aim ? `AIM MISSED: at most ${row.aim} kB (limit for now ${limit})` : `at most ${row.aim} kB`;
  console.log(`  ${size.toFixed(2).padStart(6)} kB  ${row.code.padEnd(42)}  ${verdict}`);
}

const names = Object.keys(await import(new URL('../../dist/index.js', import.meta.url)));
const alone = await bundle(names.map((name) => `export { ${name} } from 'sticking-points'`));
const heavy = names.filter((name, i) => alone[i].packages.includes('xstate') && !NEEDS_MACHINE.includes(name));
if (heavy.length > 0) fail(`These pull in the machine and should not: ${heavy.join(', ')}.`);
console.log(
  `  ${names.length - NEEDS_MACHINE.length} of ${names.length} names of the front door come without the machine`,
);

const solving = names.filter((_, i) => alone[i].packages.includes('highs'));
if (solving.length > 0) fail(`These pull in the solver and should not: ${solving.join(', ')}.`);

/** Bundles each piece of code on its own: its bytes, and the packages that have a part in them. */
async function bundle(codes) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: codes.map((_, i) => ({ in: `row:${i}`, out: `row-${i}` })),
    outdir: 'sizes', // named, never written
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // As the usual bundlers ask in production.
    conditions: ['module', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [
      {
        name: 'rows',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^row:/ }, ({ path }) => ({ path, namespace: 'row' }));
          onLoad({ filter: /.*/, namespace: 'row' }, ({ path }) => ({
            contents: codes[Number(path.slice('row:'.length))],
            resolveDir: root,
          }));
        },
      },
    ],
  });
  return codes.map((_, i) => {
    const [name, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`row-${i}.js`));
    const bytes = outputFiles.find(({ path }) => path.replaceAll('\\', '/').endsWith(`/${name}`)).contents;
    const inside = Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]] : [],
    );
    return { bytes, packages: [...new Set(inside)] };
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
