import { describe, expect, it } from 'vitest';
import stringWidth from 'string-width';
import { expectGolden } from '../support/golden.js';
import { run } from '../support/run.js';

const start = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  run('examples/run.mjs', ['stepping', ...args], env);

/** What is printed of each offer, from its heading to the empty line after it. */
function steps(text: string): readonly string[] {
  return text.split('\n\n').filter((part) => /^[^\n]+ \([\w-]+\) +unmet: /.test(part));
}

describe('npm start', () => {
  const plain = start();

  it('runs without a word on the error stream', () => {
    expect(plain.stderr).toBe('');
    expect(plain.status).toBe(0);
  });

  it('fits 80 columns', () => {
    const wide = plain.stdout.split('\n').filter((line) => stringWidth(line) > 80);
    expect(wide).toEqual([]);
  });

  it('prints ten offers, each in at most 60 lines, in order of event', () => {
    const printed = steps(plain.stdout);
    expect(printed.map((step) => /\(([\w-]+)\)/.exec(step)?.[1])).toEqual([
      'P1-hamas',
      'P1-israel',
      'P2',
      'P3',
      'P4a',
      'P4b',
      'P5',
      'P6',
      'P7',
      'P8',
    ]);
    for (const step of printed) expect(step.split('\n').length).toBeLessThanOrEqual(60);
  });

  it('shows preferences in full on demand, still within 80 columns', () => {
    const all = start(['--all']).stdout;
    expect(all).toContain('one phase at a time');
    expect(all.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
    expectGolden(all, 'start-all.txt');
  });

  it('has no colour in a pipe, not even where colour is forced on by a build server, nor with NO_COLOR', () => {
    for (const env of [{}, { CI: 'true' }, { NO_COLOR: '1' }]) expect(start([], env).stdout).toBe(plain.stdout);
    expect(plain.stdout).not.toContain('\u001b');
  });
});
