// npm run mutation -- FOLDER [more options of Stryker]: see stryker.config.mjs.
import { spawnSync } from 'node:child_process';

const [folder, ...options] = process.argv.slice(2);
// The laws less often than usual: each change is tried on hundreds of tests.
const env = { ...process.env, MUTATED: folder, LAWS: process.env['LAWS'] ?? '0.05' };
if (folder === undefined) delete env['MUTATED'];
const { status } = spawnSync('npx', ['stryker', 'run', '.config/mutation/stryker.config.mjs', ...options], {
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);
