import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { AtTerminal, HAS_TERMINALS, KEY } from '../support/at-terminal.js';
import { HOSTILE, hostileScenario } from '../support/hostile.js';
import { built } from './built.js';
import { folderWith, ran } from './ran.js';

if (!HAS_TERMINALS) {
  const said = 'There is no `script` of util-linux, which opens a terminal: ';
  if (process.env['REQUIRE_TERMINAL'] === '1') throw new Error(`${said}install it, or unset REQUIRE_TERMINAL.`);
  console.warn(`\n!!! ${said}step WAS NOT TRIED AT A TERMINAL. !!!\n`);
}

const QUESTION = 'What happens next?';
const JOURNAL = 'fishing-quota.talks.jsonl';
const entriesIn = (folder: string, file = JOURNAL) =>
  readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as object);

// The real program, at a real terminal, with real keys.
describe.skipIf(!HAS_TERMINALS)('step at a terminal', { timeout: 120_000 }, () => {
  const bin = built();
  const stepping = (folder: string, options: { columns?: number; env?: Record<string, string> } = {}, more = '') =>
    AtTerminal.start(bin.cli, ['step', more === '' ? 'fishing-quota' : more], folder, options);

  it('lets one choose what happens, take it back, fork, save, quit, and go on', async () => {
    const folder = folderWith();
    const first = stepping(folder);
    await first.sees(QUESTION);
    await first.choose('an offer is put on the table');
    await first.choose('south-draft');
    await first.sees('talks.blocked');
    await first.choose('undo');
    await first.sees('no offer lies on the table');
    await first.choose('redo');
    await first.sees('talks.blocked');
    await first.choose('save');
    await first.sees('Into which file?');
    first.press('saved.json', KEY.enter);
    await first.sees('Saved in saved.json.');
    await first.choose('fork');
    await first.sees('Into which file?');
    first.press('other.jsonl', KEY.enter);
    await first.sees('From here on in other.jsonl.');
    await first.choose('days pass');
    await first.sees('How many days?');
    first.press('none', KEY.enter);
    await first.sees('A whole number from 1 on.');
    first.press('\b\b\b\b', '3', KEY.enter);
    await first.sees(QUESTION);
    await first.choose('quit');
    await first.sees('All of it is kept in other.jsonl');
    expect(await first.end()).toBe(0);
    const tabled = { do: { type: 'offer.tabled', offer: 'south-draft' } };
    expect(entriesIn(folder)).toEqual([tabled, { undo: true }, { redo: true }]);
    expect(entriesIn(folder, 'other.jsonl')).toEqual([tabled, { do: { type: 'days.passed', days: 3 } }]);
    expect(existsSync(join(folder, 'saved.json'))).toBe(true);

    const again = stepping(folder);
    await again.sees('Resumed from fishing-quota.talks.jsonl: 1 event.');
    await again.sees('talks.blocked');
    await again.sees(QUESTION);
    again.press(KEY.escape);
    await again.sees('All of it is kept in fishing-quota.talks.jsonl');
    expect(await again.end()).toBe(0);
  });

  it('takes a new offer as JSON, and says what is wrong with one', async () => {
    const folder = folderWith();
    const at = stepping(folder);
    await at.sees(QUESTION);
    await at.choose('an offer is put on the table');
    await at.choose('another offer, given as JSON');
    await at.sees('The offer as JSON');
    at.press('{"id"', KEY.enter);
    await at.sees('JSON at position');
    at.press(':"third","terms":{"cach":5}}', KEY.enter);
    await at.sees("Did you mean 'catch'?");
    await at.choose('an offer is put on the table');
    await at.choose('another offer, given as JSON');
    await at.sees('The offer as JSON');
    at.press('{"id":"third","terms":{"catch":50}}', KEY.enter);
    await at.sees('THIRD (third)');
    await at.choose('quit');
    expect(await at.end()).toBe(0);
    expect(entriesIn(folder)).toEqual([
      { do: { type: 'offer.tabled', offer: expect.objectContaining({ id: 'third' }) as object } },
    ]);
  });

  it.each([
    ['Escape', KEY.escape],
    ['Ctrl-C', KEY.interrupt],
    ['Ctrl-D', KEY.end],
  ])('%s goes back to the first question, and from there ends with a word', async (_, key) => {
    const at = stepping(folderWith());
    await at.sees(QUESTION);
    await at.choose('an offer is put on the table');
    await at.sees('south-draft');
    at.press(key);
    await at.sees(QUESTION);
    await at.choose('days pass');
    await at.sees('How many days?');
    at.press(key);
    await at.sees(QUESTION);
    at.press(key);
    await at.sees('All of it is kept in fishing-quota.talks.jsonl');
    expect(await at.end()).toBe(0);
    // The cursor is to be seen again.
    expect(at.written.lastIndexOf('\u001b[?25h')).toBeGreaterThan(at.written.lastIndexOf('\u001b[?25l'));
  });

  it('killed with kill -9, has kept what it had shown', async () => {
    const folder = folderWith();
    const at = stepping(folder);
    await at.sees(QUESTION);
    await at.choose('an offer is put on the table');
    await at.choose('south-draft');
    await at.sees('talks.blocked');
    at.kill();
    expect(await at.end()).not.toBe(0);
    const again = stepping(folder);
    await again.sees('Resumed from fishing-quota.talks.jsonl: 1 event.');
    await again.sees(QUESTION);
    again.press(KEY.escape);
    expect(await again.end()).toBe(0);
  });

  it('says so where another run writes into the same journal, and lets one go on in a copy', async () => {
    const folder = folderWith();
    const [one, other] = [stepping(folder), stepping(folder)];
    await one.sees(QUESTION);
    await other.sees(QUESTION);
    for (const at of [one, other]) {
      await at.choose('an offer is put on the table');
      await at.choose('south-draft');
      await at.sees(at === one ? 'talks.blocked' : 'Something else has written to');
    }
    await other.choose('fork');
    await other.sees('Into which file?');
    other.press('copy.jsonl', KEY.enter);
    await other.choose('an offer is put on the table');
    await other.choose('compromise');
    await other.sees('talks.agreedInPrinciple');
    for (const at of [one, other]) {
      await at.choose('quit');
      expect(await at.end()).toBe(0);
    }
    expect(entriesIn(folder)).toEqual([{ do: { type: 'offer.tabled', offer: 'south-draft' } }]);
    expect(entriesIn(folder, 'copy.jsonl')).toEqual([{ do: { type: 'offer.tabled', offer: 'compromise' } }]);
  });

  it('has no colours where NO_COLOR says so, and fits a narrow terminal', async () => {
    const at = stepping(folderWith(), { columns: 44, env: { NO_COLOR: '1' } });
    await at.sees(QUESTION);
    await at.choose('an offer is put on the table');
    await at.choose('south-draft');
    await at.sees(QUESTION);
    at.press(KEY.escape);
    expect(await at.end()).toBe(0);
    // eslint-disable-next-line no-control-regex -- an escape begins each colour
    expect(at.written).not.toMatch(/\u001b\[(?:[0-9;]*;)?(?:3[0-79]|9[0-7])m/);
    const plain = at.written.split(/\r?\n/).filter((line) => !line.includes('\u001b'));
    expect(plain.filter((line) => stringWidth(line) > 44)).toEqual([]);
  });

  it('obeys nothing that a scenario says', async () => {
    const texts = [...Object.values(HOSTILE), '\u001b]0;title\u0007', '\u009b2J', 'a\nb', '\u001b[2J\u001b[H'];
    const scenario = hostileScenario((n) => texts[n % texts.length] ?? '', fishingQuota());
    const at = stepping(folderWith({ 'deal.json': toJson(scenario) }), {}, 'deal.json');
    await at.sees(QUESTION);
    await at.choose('an offer is put on the table');
    await at.choose('south-draft');
    await at.sees('What happens');
    await at.choose('a position changes');
    await at.sees('Enter: confirm');
    at.press(KEY.escape);
    await at.sees(QUESTION);
    at.press(KEY.escape);
    expect(await at.end()).toBe(0);
    // What prompts send: moves of the cursor, what clears below it, its showing and hiding, colours.
    // eslint-disable-next-line no-control-regex -- control characters are what this looks for
    const own = /\u001b\[(?:\?25[hl]|\d*[ABDGJK]|\d+(?:;\d+)*m)|\r|\n/g;
    const rest = at.written.replace(own, '');
    // eslint-disable-next-line no-control-regex -- as above
    expect(rest).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    expect(at.written).not.toContain('\u001b[2J');
  });

  it('is the same as a script of the same events', async () => {
    const folder = folderWith();
    const at = stepping(folder);
    await at.sees(QUESTION);
    await at.choose('an offer is put on the table');
    await at.choose('compromise');
    await at.sees('talks.agreedInPrinciple');
    await at.choose('what was agreed in principle is concluded');
    await at.sees(QUESTION);
    await at.choose('quit');
    await at.end();
    const { stdout } = await ran(['step', 'fishing-quota', '--journal', JOURNAL, '--json'], { folder });
    const stdin = entriesIn(folder).map((entry) => JSON.stringify((entry as { do: object }).do));
    const scripted = await ran(['step', 'fishing-quota', '--json'], { folder, stdin: stdin.join('\n') });
    expect(scripted.stdout.trimEnd().split('\n').at(-1)).toBe(stdout.trimEnd().split('\n').at(-1));
  });
});
