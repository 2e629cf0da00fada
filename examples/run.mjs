// npm run example          lists the examples
// npm run example NAME     runs examples/NN-NAME.ts; the number alone, or NN-NAME, does as well, and so does the
//                          beginning of a name, where only one begins so
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const examples = readdirSync(new URL('.', import.meta.url))
  .map((file) => /^(\d+)-(.+)\.ts$/.exec(file))
  .filter((match) => match !== null)
  .map(([file, number, name]) => ({ file, number, name }))
  .sort((one, other) => one.file.localeCompare(other.file, 'en', { numeric: true }));

const [wanted, ...rest] = process.argv.slice(2);

const isWanted = ({ file, number, name }) =>
  wanted === name ||
  wanted === file ||
  wanted === `${number}-${name}` ||
  (/^\d+$/.test(wanted) && Number(wanted) === Number(number));

const begun = wanted ? examples.filter(({ name }) => name.startsWith(wanted)) : [];
const found = wanted && (examples.find(isWanted) ?? (begun.length === 1 ? begun[0] : undefined));

if (!found) {
  if (wanted === undefined) console.error('Which example? npm run example NAME');
  else if (begun.length > 1) console.error(`More than one example begins with "${wanted}".`);
  else console.error(`There is no example "${wanted}".`);
  console.error(examples.length === 0 ? 'There are none yet.' : 'There are:');
  for (const { number, name } of examples) console.error(`  ${number}  ${name}`);
  process.exit(2);
}

// The condition makes `import 'sticking-points'` mean the sources: nothing has to be built first.
const { status, signal, error } = spawnSync(
  process.execPath,
  [
    '--conditions=sticking-points:source',
    '--import',
    import.meta.resolve('tsx'),
    fileURLToPath(new URL(found.file, import.meta.url)),
    ...rest,
  ],
  { stdio: 'inherit' },
);
if (error !== undefined) throw error;
if (signal !== null) process.kill(process.pid, signal);
process.exit(status ?? 1);
