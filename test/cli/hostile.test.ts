import { stripVTControlCharacters } from 'node:util';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { toJson, type Scenario } from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scenarioOf } from '../../src/scenario/file.js';
import { folderWith, ran } from './ran.js';

/** Texts that a terminal, an editor or a reader would obey rather than show. */
const HOSTILE = [
  '\u001b[2J\u001b[H', // clears the screen
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u001b\\',
  '\u009b31m', // the same escape in one character
  '\u0090q\u009c',
  'a\rb', // goes back to the line's beginning
  'a\u0008\u0008b',
  'a\nERROR: forged line',
  'a\u2028b\u2029c',
  '\u202eesrever',
  '\u2066\u2067\u2069',
  '\u200f\u061c',
  '\u0000\u007f\u0085',
  '\ud800', // half of a character
  '%s %d `${x}` $(reboot)',
  '<script>alert(1)</script>',
  '=1+1',
];

/** What may stand in no output: all of it but ends of lines. */
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** The keys of a scenario under which there is text for readers. */
const PROSE = [
  'title',
  'label',
  'note',
  'because',
  'outlet',
  'details',
  'by',
  'words',
  'text',
  'venue',
  'body',
  'one',
  'many',
  'verb',
  'unit',
];

/** The file of a scenario with a text added to whatever it says in words. */
function poisoned(scenario: Scenario, text: string): string {
  let n = 0;
  const walk = (value: unknown, key: string, cited = false): unknown => {
    if (typeof value === 'string') {
      // Labels have to differ from one another; and a voice in a citation is text, where elsewhere it is a party's id.
      return PROSE.includes(key) && (key !== 'by' || cited) && !/^(days|weeks|months|\d{4}-\d{2}.{0,3})$/.test(value)
        ? `${value} ${text} ${++n}`
        : value;
    }
    if (Array.isArray(value)) return key === 'by' ? value : value.map((one) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    if (key === 'options') return Object.fromEntries(Object.keys(value).map((id) => [id, `${id} ${text} ${++n}`]));
    const cites = Object.hasOwn(value, 'attribution');
    return Object.fromEntries(Object.entries(value).map(([at, one]) => [at, walk(one, at, cites)]));
  };
  return JSON.stringify(walk(JSON.parse(toJson(scenario)), ''));
}

/** Every command that says something of a file. */
const COMMANDS: readonly (readonly string[])[] = [
  ['validate', 'deal.json'],
  ['show', 'deal.json', '--all'],
  ['assess', 'deal.json', '--all'],
  ['explain', 'deal.json', 'OFFER', '--seconds', '5', '--concessions', '2'],
  ['bridge', 'deal.json', 'OFFER', '--seconds', '5'],
  ['diff', 'deal.json', 'OTHER', 'OFFER'],
  ['check', 'deal.json', 'OFFER', '--runs', '3'],
  ['step', 'deal.json', '--start', 'talks', '--all'],
];

/** Those that say something of the text of an offer. */
const OF_TEXTS: readonly (readonly string[])[] = [
  ['schedule', 'deal.json', 'OFFER'],
  ['schedule', 'deal.json', 'OFFER', '--anchor', 'start=2031-04-01'],
  ['review', 'deal.json', 'OFFER'],
];

/** One whose offer has a text, with something in it that a review finds. */
const WITH_TEXT: (typeof CASES)[number] = [orchard(), 'draft', 'draft'];

function orchard(): Scenario {
  const read = scenarioOf(parse(readFileSync(new URL('../../examples/files/orchard.yaml', import.meta.url), 'utf8')));
  if (!read.ok) throw new Error('The orchard is no scenario.');
  return read.value;
}

const CASES: readonly (readonly [Scenario, string, string])[] = [
  [gaza2024(), 'P5', 'P3'],
  [fishingQuota(), 'compromise', 'south-draft'],
  [labourContract(), 'draft', 'second-year'],
];

/** Runs a command on a poisoned scenario, in a pipe, at a terminal and for data; each time nothing in it is obeyed. */
async function inertIn(args: readonly string[], [scenario, offer, other]: (typeof CASES)[number], text: string) {
  const folder = folderWith({ 'deal.json': poisoned(scenario, text) });
  const party = Object.keys(scenario.parties)[0]!;
  const stdin = [
    JSON.stringify({ type: 'offer.tabled', offer, because: text }),
    JSON.stringify({ type: 'answer.declared', party, answer: 'rejects', because: text }),
    JSON.stringify({ type: 'offer.tabled', offer: { id: 'new', label: text } }),
  ].join('\n');
  const asked = args.map((arg) => (arg === 'OFFER' ? offer : arg === 'OTHER' ? other : arg));
  const piped = await ran(asked, { folder, stdin });
  expect(piped.stderr).toBe('');
  expect(piped.stdout).not.toMatch(OBEYED);
  const seen = await ran(asked, { folder, stdin, columns: 80 });
  // Without the colours that are ours it is the same: none came from the scenario.
  // eslint-disable-next-line no-control-regex -- an escape begins each colour
  expect(seen.stdout.replace(/\u001b\[(?:1|2|22|31|32|33|39)m/g, '')).toBe(piped.stdout);
  const data = await ran([...asked, '--json'], { folder, stdin });
  expect(data.stdout).not.toMatch(OBEYED);
  for (const line of args[0] === 'step' ? data.stdout.trimEnd().split('\n') : [data.stdout]) JSON.parse(line);
}

describe('text from scenarios is inert', () => {
  const slow = ['check', 'explain', 'bridge'];
  const quick = COMMANDS.filter(([name]) => !slow.includes(name!));

  it.each(HOSTILE.map((text) => [JSON.stringify(text), text] as const))(
    '%s, in every quick command',
    async (_, text) => {
      for (const args of quick) await inertIn(args, CASES[1]!, text);
    },
  );

  it.each(COMMANDS.map((args) => [args[0]!, args] as const))('in %s, all of it at once', async (_, args) => {
    for (const one of CASES) await inertIn(args, one, HOSTILE.join(' '));
  });

  it.each(OF_TEXTS.map((args) => [args.join(' '), args] as const))('in %s, all of it at once', async (_, args) => {
    await inertIn(args, WITH_TEXT, HOSTILE.join(' '));
  });

  it('whatever it is, of a text as well', async () => {
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(any, fc.constantFrom(...OF_TEXTS), async (text, args) => inertIn(args, WITH_TEXT, text)),
      { numRuns: 20 },
    );
  });

  it('whatever it is', async () => {
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(any, fc.constantFrom(...quick), async (text, args) => inertIn(args, CASES[2]!, text)),
      { numRuns: 60 },
    );
  });

  it('is kept as it was where data is asked for', async () => {
    const text = HOSTILE.slice(0, -4).join('');
    const folder = folderWith({ 'deal.json': poisoned(fishingQuota(), text) });
    const { stdout } = await ran(['show', 'deal.json', '--json'], { folder });
    const { scenario } = JSON.parse(stdout) as { scenario: Scenario };
    expect(scenario.title).toContain(text);
  });
});

describe('what is wrong is told inertly', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text), text] as const))('%s', async (_, text) => {
    const bad = {
      'key.json': JSON.stringify({ id: 'x', parties: {}, terms: {}, positions: {}, [text]: 1 }),
      'id.json': JSON.stringify({
        id: text,
        parties: { [text]: {} },
        terms: { [text]: { kind: text } },
        positions: {},
      }),
      'torn.json': `{ "id": "x", ${text}`,
      'torn.yaml': `id: x\n? ${text}\n: [${text}`,
      'script.txt': `${text.replaceAll('\n', ' ')}\n`,
      'script.yaml': JSON.stringify([{ type: text }]),
      'journal.jsonl': `${text}\n`,
    };
    const folder = folderWith(bad);
    for (const args of [
      ['validate', 'key.json'],
      ['validate', 'id.json'],
      ['validate', 'torn.json'],
      ['validate', 'torn.yaml'],
      ['validate', `./${text.replaceAll('\u0000', '')}`],
      ['show', text],
      ['show', 'gaza-2024', `--${text}`],
      ['show', 'gaza-2024', '--as-of', text],
      [text],
      ['assess', 'gaza-2024', text],
      ['explain', 'gaza-2024', '--reading', `${text}=${text}`],
      ['bridge', 'gaza-2024', 'P5', '--keep', text],
      ['step', 'gaza-2024', '--events', 'script.txt'],
      ['step', 'gaza-2024', '--events', 'script.yaml'],
      ['step', 'gaza-2024', '--journal', 'journal.jsonl'],
      ['check', 'gaza-2024', text],
    ]) {
      const { stdout, stderr, exit } = await ran(args, { folder });
      expect(exit).not.toBe(70);
      expect(stdout + stderr).not.toMatch(OBEYED);
      const data = await ran([...args, '--json'], { folder });
      expect(data.stdout + data.stderr).not.toMatch(OBEYED);
    }
  });

  it('a journal keeps a hostile text as it was, with nothing in it that a terminal would obey', async () => {
    const text = HOSTILE.slice(0, -4).join('');
    const folder = folderWith();
    const stdin = JSON.stringify({ type: 'talks.suspended', because: text });
    await ran(['step', 'fishing-quota', '--journal', 'fish.jsonl'], { folder, stdin });
    const kept = readFileSync(join(folder, 'fish.jsonl'), 'utf8');
    expect(kept).not.toMatch(OBEYED);
    expect((JSON.parse(kept.split('\n')[1]!) as { do: { because: string } }).do.because).toBe(text);
    expect(stripVTControlCharacters(kept)).toBe(kept);
  });
});
