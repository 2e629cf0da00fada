import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
const CONFIG = 'test/testing/vitest-adapter/vitest.config.ts';

/** What vitest's own report in JSON says of a case. */
interface Case {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'vitest-adapter-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the cases in a vitest of their own. */
function run(env: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=json', `--outputFile=${report}`, '--reporter=verbose', '--no-color'];
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, ...own } = process.env; // not those of the vitest around it
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [VITEST, 'run', '--config', CONFIG, ...reporters, ...more],
    { cwd: ROOT, env: { ...own, ...env }, encoding: 'utf8' },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly testResults: readonly { readonly assertionResults: readonly Case[] }[];
  };
  return { status, printed: stdout + stderr, cases: testResults.flatMap((file) => file.assertionResults) };
}

describe('testDeal, in a vitest of its own', () => {
  let ran: ReturnType<typeof run>;
  beforeAll(() => {
    ran = run({});
  });

  const caseOf = (title: string): Case => {
    const found = ran.cases.find((one) => one.title === title || one.title.startsWith(`${title} (with seed=`));
    if (!found) throw new RangeError(`No case is called '${title}': ${ran.cases.map((c) => c.title).join('; ')}`);
    return found;
  };
  const failureOf = (title: string) => caseOf(title).failureMessages.join('\n');

  it('fails as a whole', () => {
    expect(ran.status).toBe(1);
    expect(ran.printed).toContain('condition broken');
  });

  it.each([
    ['catch: at most 100 tonnes', 'passed'],
    ['condition broken', 'failed'],
    ['condition open', 'failed'],
    ['deal held', 'passed'],
    ['deal broken', 'failed'],
    ['deal open', 'failed'],
    ['deal broken above what is open', 'failed'],
    ['deal broken, whatever is configured', 'failed'],
    ['deal thrown at', 'failed'],
    ['deal without a finding', 'failed'],
    ['deals that there are not', 'failed'],
    ['deals that there are not, passed over', 'skipped'],
    ['deal that is never spoken of', 'failed'],
    ['deal held where it is spoken of', 'passed'],
    ['of as many, and of the same', 'passed'],
    ['deal that takes its time', 'passed'],
    ['deal out of time', 'failed'],
    ['deal that does not bear on it', 'failed'],
    ['talks that do not bear on it', 'failed'],
    ['is asked of the same deals', 'passed'],
    ['that leads nowhere is refused', 'passed'],
    ['talks held', 'passed'],
    ['talks broken', 'failed'],
    ['talks open', 'failed'],
    ['condition passed over', 'skipped'],
    ['deal passed over', 'skipped'],
    ['deal held beside it', 'passed'],
    ['deal broken beside it', 'failed'],
    ['talks passed over', 'skipped'],
    ['run before each draw', 'passed'],
    ['is refused', 'passed'],
  ])('%s: %s', (title, status) => {
    expect(caseOf(title).status, failureOf(title)).toBe(status);
  });

  it('says of a deal that breaks it what it is, and how to see it again', () => {
    const said = failureOf('deal broken');
    expect(said).toContain('Broken: deal broken');
    expect(said).toMatch(/\b70\b/); // the roundest just above 60
    expect(said).toMatch(/seed: 7, path: "\d+(:\d+)*"/);
  });

  it('draws and shrinks as checkDeal does, whatever is configured for all properties', () => {
    const alike = ran.cases.find(({ title }) => title.startsWith('is found as checkDeal finds it'));
    const [, path] = /seed: 0, path: "(\d+:[\d:]+)"/.exec(failureOf('deal broken, whatever is configured')) ?? [];
    expect(path).toBeDefined();
    expect(alike?.title).toContain(`seed 0, path '${path}' (shrunk`);
  });

  it('says which course breaks it', () => {
    expect(failureOf('talks broken')).toMatch(/^Error: Broken: talks broken\n[^]*1\. offer\.tabled: [^→]+ → talks/);
  });

  it('shrinks to what breaks an invariant, never to what nobody can tell', () => {
    expect(failureOf('deal broken above what is open')).toMatch(/^Error: Broken: [^]*\b70\b/);
  });

  it('passes on what a condition came to', () => {
    expect(failureOf('condition broken')).toMatch(/^Error: Broken: condition broken\n/);
  });

  it.each(['condition open', 'deal open', 'talks open'])('does not count %s as held', (title) => {
    expect(failureOf(title)).toMatch(/^Error: Undetermined: [^]*undetermined: 'skip'/);
  });

  it('tells what an invariant itself threw', () => {
    expect(failureOf('deal thrown at')).toMatch(/^Error: Broken: .*threw an error/);
    expect(ran.printed).toContain('Caused by: Error: by the invariant itself');
  });

  it('does not count as broken what returns no finding', () => {
    const said = failureOf('deal without a finding');
    expect(said).toContain("testing/no-finding: The function of 'deal without a finding' returned missing");
    expect(said).not.toContain('Broken');
  });

  it('tells why there was nothing to ask of', () => {
    expect(failureOf('deals that there are not')).toMatch(
      /^Error: Undetermined: deals that there are not\n\nThere is no offer of 'no-lake' to ask this of/,
    );
  });

  it('does not count as broken what passes over everything', () => {
    expect(failureOf('deal that is never spoken of')).toMatch(
      /^Error: Undetermined: deal that is never spoken of\n\nOf what was drawn it passed over 501 and was asked of 0,/,
    );
  });

  it.each(['deal that does not bear on it', 'talks that do not bear on it'])('does not count %s as held', (title) => {
    expect(failureOf(title)).toContain('None of the 5 drawn bears on it, so that it says nothing');
  });

  it('notes in one line why a case is skipped', () => {
    expect(ran.printed).toMatch(/deal passed over .*\[Undetermined: deal passed over \(20 of 20 drawn, seed -?\d+\)\]/);
  });

  it('draws the same again from seed and path', () => {
    const path = /path: "([\d:]+)"/.exec(failureOf('deal broken'))?.[1] ?? '';
    const again = run({ DEAL_PATH: path }, '-t', 'seen again').cases.find((one) => one.status === 'failed');
    expect(again?.title).toBe('deal seen again (with seed=7)');
    expect(again?.failureMessages.join('\n')).toMatch(/Property failed after 1 tests[^]*catch: 70\b[^]*Shrunk 0 time/);
  });
});
