import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.js';
import { ratioOf } from './measure.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const ROUNDS = 41;

/** Says at its end how much user time it took, in microseconds. */
const TELL =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().userCPUTime)))';

/** What a stranger waits for first, beside starting node and doing nothing. Wants a build: `npm run build`. */
export const helpBesideNothing: Bench = {
  name: 'command line: --help beside node that does nothing, by user time (aim: at most 3)',
  rows: () => {
    if (!existsSync(cli)) throw new Error('There is no dist: run `npm run build` first.');
    const rounds = Array.from({ length: ROUNDS }, () => ({
      numerator: userTime([cli, '--help']),
      denominator: userTime(['-e', '0']),
    }));
    return [['--help', ratioOf(rounds.slice(5))]];
  },
};

function userTime(args: readonly string[]): number {
  const { stderr, status } = spawnSync(process.execPath, ['--import', TELL, ...args], { encoding: 'utf8' });
  const time = Number(stderr);
  if (status !== 0 || !(time > 0)) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return time;
}
