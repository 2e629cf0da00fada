import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
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

/** As small a scenario as there is, so that most of a process's time is not spent in reading it. */
const SMALL = '{"id":"small","parties":{"a":{},"b":{}},"terms":{},"positions":{}}';

/** More events than are done before the end, a line each; none of them is refused. */
const LINES = Array.from(
  { length: 400 },
  (_, i) => `${JSON.stringify({ type: 'days.passed', days: i + 1, because: 'ž漢🐟'.repeat(i % 40) })}\n`,
).join('');

interface Told {
  readonly accepted?: boolean;
  readonly event?: TalksEvent;
  readonly resumed?: string;
  readonly events: number;
  readonly torn?: boolean;
}

describe('a process of step that is killed', () => {
  const bin = built();
  const args = ['step', 'small.json', '--journal', 'small.jsonl', '--json'];

  /** Starts the program, kills it at a random moment, at work or at any time from its start on, and says what it had told. */
  async function killed(folder: string, random: Random, atWork: boolean, lasts: number): Promise<readonly Told[]> {
    const child = started(bin.cli, args, folder);
    const ended = finished(child);
    child.stdin.on('error', () => undefined); // it is killed while it is written to
    child.stdin.write(LINES);
    for (let i = 0; atWork && i < 2; i++) await nextWord(child);
    await new Promise((resolve) => setTimeout(resolve, random.below(atWork ? 12 : lasts)));
    child.kill('SIGKILL');
    const { stdout, stderr, signal } = await ended;
    expect([stderr, signal]).toEqual(['', 'SIGKILL']);
    const whole = stdout.split('\n').slice(0, -1);
    return whole.map((line) => JSON.parse(line) as Told);
  }

  /** Kills so many processes that go on in one journal, one after the other; says how many events they told of. */
  async function lane(seed: number, kills: number, lasts: number): Promise<number> {
    const random = randomFrom(seed);
    const folder = folderWith({ 'small.json': SMALL });
    const events: TalksEvent[] = [];
    let [told, torn] = [0, false];
    const happened = () =>
      readJournal(folder, 'small.jsonl').entries.map((entry) => ('do' in entry ? entry.do : undefined));
    for (let n = 0; n < kills; n++) {
      const words = await killed(folder, random, n % 2 === 0, lasts);
      const [first] = words;
      if (events.length > 0 && first) expect(first).toEqual({ resumed: 'small.jsonl', events: events.length, torn });
      // A kill before the half line was dropped leaves it there, for the next to drop.
      if (!existsSync(join(folder, 'small.jsonl'))) continue;
      const confirmed = words.flatMap(({ accepted, event }) => (accepted === true && event ? [event] : []));
      const after = happened();
      // All that had been there, then all that it told of, and perhaps what it was about to tell.
      expect(after.slice(0, events.length + confirmed.length)).toEqual([...events, ...confirmed]);
      expect(after.length - events.length - confirmed.length).toBeLessThanOrEqual(1);
      events.splice(0, events.length, ...(after as TalksEvent[]));
      told += confirmed.length;
      // As if the kill had come between the bytes of a write, at which no kill can be aimed.
      const whole = readFileSync(join(folder, 'small.jsonl')).at(-1) === 10;
      const half = Buffer.from('{"do":{"type":"days.passed","because":"漢').subarray(0, random.below(45));
      if (whole && random.below(2) === 0) appendFileSync(join(folder, 'small.jsonl'), half);
      torn = readFileSync(join(folder, 'small.jsonl')).at(-1) !== 10;
    }
    const { stdout, exit } = await ran(['step', 'small.json', '--journal', 'small.jsonl'], { folder });
    expect(exit).toBe(0);
    expect(stdout).toContain(`Resumed from small.jsonl: ${events.length} event`);
    expect(stdout.includes('only half written: it has been dropped')).toBe(torn);
    expect(happened()).toEqual(events);
    return told;
  }

  it('at 200 random moments has kept all that it told of, and drops what was half written with a word', async () => {
    const begun = Date.now();
    const folder = folderWith({ 'small.json': SMALL });
    const once = started(bin.cli, args, folder);
    once.stdin.end(LINES.split('\n')[0]);
    await finished(once);
    const lasts = Date.now() - begun;
    const lanes = Array.from({ length: 20 }, (_, n) => n);
    const told: number[] = [];
    // Four at a time.
    const next = async (): Promise<void> => {
      for (let n = lanes.shift(); n !== undefined; n = lanes.shift()) told.push(await lane(n, 10, lasts));
    };
    await Promise.all(Array.from({ length: 4 }, next));
    expect(told.length).toBe(20);
    for (const events of told) expect(events).toBeGreaterThan(5);
  }, 600_000);
});

describe('runs that begin at once', () => {
  it('make one journal, and none writes over what another has put there', () => {
    const folder = folderWith();
    const talks = openTalks(scenario, { start: 'talks' });
    const [first, second] = [0, 1].map(() => Journal.beginIfNew(folder, 'fish.jsonl', talks));
    expect(second).toBeUndefined();
    first!.add({ do: EVENTS[0]! });
    expect(Journal.beginIfNew(folder, 'fish.jsonl', talks)).toBeUndefined();
    expect(readJournal(folder, 'fish.jsonl').entries).toEqual([{ do: EVENTS[0] }]);
    expect(readdirSync(folder)).toEqual(['fish.jsonl']);
  });

  it('add nothing to what they have not read', async () => {
    const folder = folderWith();
    kept(folder, 1).close();
    const read = readJournal(folder, 'fish.jsonl');
    const other = await resume(folder, 'fish.jsonl', scenario, {});
    Journal.goOn(folder, 'fish.jsonl', other.kept!).add({ do: EVENTS[1]! });
    expect(() => Journal.goOn(folder, 'fish.jsonl', read).add({ do: EVENTS[2]! })).toThrow('Step on in a copy.');
    expect(readJournal(folder, 'fish.jsonl').entries).toEqual([{ do: EVENTS[0] }, { do: EVENTS[1] }]);
  });

  const bin = built();

  it('keep every event of which it was said that it is kept', async () => {
    const folder = folderWith();
    const runs = Array.from({ length: 6 }, (_, days) => {
      const run = started(bin.cli, ['step', 'fishing-quota', '--journal', 'at-once.jsonl', '--json'], folder);
      run.stdin.end(`{"type":"days.passed","days":${days + 1}}\n`);
      return finished(run);
    });
    const kept = (await Promise.all(runs)).flatMap(({ stdout }, i) =>
      stdout.includes('"accepted":true') ? [i + 1] : [],
    );
    expect(kept).not.toEqual([]);
    const { entries } = readJournal(folder, 'at-once.jsonl');
    expect(entries.flatMap((entry) => ('do' in entry ? [(entry.do as { days: number }).days] : [])).sort()).toEqual(
      kept,
    );
  }, 120_000);
});

describe('step on the shipped scenario', () => {
  it('takes up talks between rounds', async () => {
    const folder = folderWith();
    const talks = openTalks(gaza2024());
    new Session(folder, talks, Journal.begin(folder, 'gaza.jsonl', talks)).close();
    const { stdout } = await ran(['step', 'gaza-2024', '--journal', 'gaza.jsonl'], { folder });
    expect(stdout).toContain('gaza-2024 · betweenRounds');
  });
});
