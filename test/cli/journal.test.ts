import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openTalks, type TalksEvent } from 'sticking-points';
import { fishingQuota, gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { Journal, readJournal } from '../../src/cli/step/journal.js';
import { resume, Session } from '../../src/cli/step/session.js';
import { randomFrom, type Random } from '../support/random.js';
import { built, finished, nextWord, started } from './built.js';
import { folderWith, ran } from './ran.js';

const scenario = fishingQuota();

/** Events of which each is accepted, whatever came before. */
const EVENTS: readonly TalksEvent[] = [
  { type: 'offer.tabled', offer: 'south-draft', because: 'Zeichen wie ž, 漢 und 🐟 nehmen mehr als ein Byte.' },
  { type: 'offer.tabled', offer: 'island-draft' },
  { type: 'days.passed', days: 1 },
];

/** Talks in a journal, with so many events in it. */
function kept(folder: string, count: number): Session {
  const talks = openTalks(scenario, { start: 'talks' });
  const session = new Session(folder, talks, Journal.begin(folder, 'fish.jsonl', talks));
  for (let i = 0; i < count; i++) expect(session.do(EVENTS[i % EVENTS.length]!).accepted).toBe(true);
  return session;
}

const eventsIn = async (folder: string) =>
  (await resume(folder, 'fish.jsonl', scenario, {})).talks.log.map((e) => e.event);

describe('a journal', () => {
  it('cut off anywhere gives back every event whose line had been written to its end', async () => {
    const folder = folderWith();
    kept(folder, 6).close();
    const file = join(folder, 'fish.jsonl');
    const whole = readFileSync(file);
    const head = whole.indexOf('\n') + 1;
    const { entries } = readJournal(folder, 'fish.jsonl');
    const all = await eventsIn(folder);
    for (let size = whole.length; size >= head; size--) {
      truncateSync(file, size);
      const read = readJournal(folder, 'fish.jsonl');
      const ends = whole.subarray(head, size).filter((byte) => byte === 10).length;
      expect(read).toMatchObject({ entries: entries.slice(0, ends), torn: whole[size - 1] !== 10 });
      if (size % 25 === 0) expect(await eventsIn(folder)).toEqual(all.slice(0, ends));
    }
  });

  it('goes on after a torn line as if it had never been begun, and says so', async () => {
    const folder = folderWith();
    kept(folder, 2).close();
    appendFileSync(
      join(folder, 'fish.jsonl'),
      Buffer.from('{"do":{"type":"days.passed","because":"\u6f22').subarray(0, -1),
    );
    const stdin = '{"type":"days.passed","days":3}\n';
    const { stdout, exit } = await ran(['step', 'fishing-quota', '--journal', 'fish.jsonl'], { folder, stdin });
    expect(exit).toBe(0);
    expect(stdout).toContain('The last line of fish.jsonl was only half written: it has been dropped.');
    expect((await eventsIn(folder)).slice(2)).toEqual([{ type: 'days.passed', days: 3 }]);
  });

  it('keeps what was taken back and done again', async () => {
    const entry = fc.oneof(fc.constantFrom(...EVENTS), fc.constantFrom('undo' as const, 'redo' as const));
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), async (entries) => {
        const folder = folderWith();
        const session = kept(folder, 0);
        for (const one of entries) {
          if (typeof one === 'string') session[one]();
          else session.do(one);
        }
        session.close();
        const { talks } = await resume(folder, 'fish.jsonl', scenario, {});
        expect(talks.save()).toEqual(session.talks.save());
        // What could be done again still can.
        expect(talks.redo()).toBe(session.talks.redo());
      }),
      { numRuns: 30 },
    );
  });

  it('is not written to where something else has written to it', () => {
    const folder = folderWith();
    const session = kept(folder, 1);
    appendFileSync(join(folder, 'fish.jsonl'), '{"undo":true}\n');
    expect(() => session.do(EVENTS[1]!)).toThrow(/Something else has written/);
    expect(session.talks.log.length).toBe(1);
  });

  it.each([
    ['a damaged line', (text: string) => text.replace('{"do":', '{"do'), 'fish.jsonl:2:1: cli/damaged-journal'],
    ['a strange line', (text: string) => `${text}{"jump":true}\n`, 'fish.jsonl:5:1: cli/damaged-journal'],
    [
      'nothing to undo',
      (text: string) => `${text.split('\n')[0]!}\n{"undo":true}\n`,
      'fish.jsonl:2:1: cli/damaged-journal',
    ],
    ['another scenario', (text: string) => text.replace('fishing-quota', 'other'), 'save/another-scenario'],
    [
      'a changed scenario',
      (text: string) => text.replace(/"fingerprint":"./, '"fingerprint":"x'),
      'save/changed-scenario',
    ],
    [
      'an event refused',
      (text: string) => text.replace('"offer":"island-draft"', '"offer":"none"'),
      'fish.jsonl:3:1: talks/',
    ],
    ['another version', (text: string) => text.replace('"version":1', '"version":2'), 'cli/no-journal'],
  ] as const)('with %s is told where', async (_, damage, code) => {
    const folder = folderWith();
    kept(folder, 3).close();
    const file = join(folder, 'fish.jsonl');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    const { stderr, exit } = await ran(['step', 'fishing-quota', '--journal', 'fish.jsonl'], { folder });
    expect(exit).toBe(2);
    expect(stderr).toContain(code);
  });

  it('is not opened with other options than it was begun with', async () => {
    const folder = folderWith();
    kept(folder, 1).close();
    const asked = ['step', 'fishing-quota', '--journal', 'fish.jsonl', '--answers', 'declared'];
    expect((await ran(asked, { folder })).stderr).toContain('cli/other-options');
    expect((await ran([...asked.slice(0, 4), '--start', 'talks'], { folder })).exit).toBe(0);
  });

  it('forks, saves, and begins from either', async () => {
    const folder = folderWith();
    const stdin = [
      '{"type":"offer.tabled","offer":"south-draft"}',
      'save saved.json',
      'fork other.jsonl',
      '{"type":"offer.tabled","offer":"compromise"}',
    ].join('\n');
    await ran(['step', 'fishing-quota', '--journal', 'fish.jsonl'], { folder, stdin });
    const end = async (...args: string[]) => {
      const { stdout } = await ran(['step', 'fishing-quota', '--json', ...args], { folder });
      return (JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as { end: { offer: string; events: number } }).end;
    };
    expect(await end('--journal', 'fish.jsonl')).toMatchObject({ offer: 'south-draft', events: 1 });
    expect(await end('--journal', 'other.jsonl')).toMatchObject({ offer: 'compromise', events: 2 });
    expect(await end('--from', 'saved.json')).toMatchObject({ offer: 'south-draft', events: 1 });
    expect(await end('--from', 'other.jsonl', '--journal', 'third.jsonl')).toMatchObject({ offer: 'compromise' });
    expect(await end('--journal', 'third.jsonl')).toMatchObject({ offer: 'compromise', events: 2 });
  });
});

describe('a process that is killed', () => {
  const bin = built();

  /** Starts a process, kills it at a random moment after its first words, and says which whole lines it had told. */
  async function killed(program: string, args: readonly string[], folder: string, random: Random, words: number) {
    const child = started(program, args, folder);
    const ended = finished(child);
    child.stdin.on('error', () => undefined); // it is killed while it is written to
    child.stdin.write(LINES);
    for (let i = 0; i < words; i++) await nextWord(child);
    await new Promise((resolve) => setTimeout(resolve, random.below(12)));
    child.kill('SIGKILL');
    const { stdout, stderr } = await ended;
    expect(stderr).toBe('');
    return stdout.split('\n').slice(0, -1);
  }

  // What writes a journal in `step` is what writes it here, without talks: those would take a second to start each time.
  it('at 200 random moments while it writes a journal has kept all that it told of', async () => {
    const lane = async (n: number): Promise<number> => {
      const [folder, random] = [folderWith(), randomFrom(n)];
      kept(folder, 0).close();
      let told = 0;
      for (let round = 0; round < 20; round++) {
        const before = readJournal(folder, 'fish.jsonl').entries.length;
        // Most are killed at work, some while they start.
        const lines = await killed(bin.keepAdding, ['fish.jsonl'], folder, random, random.below(10) > 0 ? 1 : 0);
        const { entries } = readJournal(folder, 'fish.jsonl');
        expect(entries.length).toBeGreaterThan(lines.length > 0 ? Number(lines.at(-1)) : before - 1);
        const days = entries.map((entry) => ('do' in entry && 'days' in entry.do ? entry.do.days : 0));
        expect(days).toEqual(days.map((_, i) => i + 1));
        // As if the kill had come between the bytes of a write, at which no kill can be aimed.
        const half = Buffer.from('{"do":{"type":"days.passed","because":"漢').subarray(0, random.below(45));
        appendFileSync(join(folder, 'fish.jsonl'), half);
        told += lines.length;
      }
      return told;
    };
    const told = await Promise.all(Array.from({ length: 10 }, async (_, n) => lane(n)));
    for (const lines of told) expect(lines).toBeGreaterThan(20);
  }, 600_000);

  it('while it steps has kept all that it told of, and goes on', async () => {
    const [folder, random] = [folderWith(), randomFrom(0)];
    kept(folder, 0).close();
    let told = 0;
    for (let round = 0; round < 6; round++) {
      const before = (await eventsIn(folder)).length;
      const args = ['step', 'fishing-quota', '--journal', 'fish.jsonl', '--json'];
      // Its first word is that it goes on from the journal.
      const lines = (await killed(bin.cli, args, folder, random, 2)).filter((line) => line.includes('"accepted":true'));
      const events = (await eventsIn(folder)).slice(before);
      expect(events.length).toBeGreaterThanOrEqual(lines.length);
      expect(events).toEqual(events.map((_, i) => ({ type: 'days.passed', days: i + 1 })));
      told += lines.length;
    }
    expect(told).toBeGreaterThan(6);
  }, 120_000);
});

/** More events than are done before the end, a line each; none of them is refused. */
const LINES = Array.from({ length: 400 }, (_, i) => `${JSON.stringify({ type: 'days.passed', days: i + 1 })}\n`).join(
  '',
);

describe('step on the shipped scenario', () => {
  it('takes up talks between rounds', async () => {
    const folder = folderWith();
    const talks = openTalks(gaza2024());
    new Session(folder, talks, Journal.begin(folder, 'gaza.jsonl', talks)).close();
    const { stdout } = await ran(['step', 'gaza-2024', '--journal', 'gaza.jsonl'], { folder });
    expect(stdout).toContain('gaza-2024 · betweenRounds');
  });
});
