import { draftWith } from './draft.js';
import { drawn, type Random } from './random.js';
import { EVIDENCE, FIGURES, TERMS } from './wrong-figures.js';
import { IDS, SCOPES } from './wrong-ids.js';
import { DECISIONS, PROCESS, TIMELINE } from './wrong-process.js';
import { TEXTS } from './wrong-texts.js';

/** A record or a list of a draft that may be damaged. */
type Node = Record<string, unknown>;

/** One way to damage the entry of a record or a list. */
type Blow = (at: Node, key: string, random: Random) => void;

const BORN = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
const ODD_TEXT = [
  '',
  ' ',
  '\ud800',
  'a\udc00',
  '\u202eabc',
  'a\u200bb',
  '\u0000',
  '\u001b[2J',
  'ﬁ',
  '\u2028',
  '‘',
  'x'.repeat(20_000),
];
const ODD_NUMBERS = [NaN, Infinity, -Infinity, -0, 1e15, 1e308, 5e-324, 0.1 + 0.2, 2 ** 53, -1, 0.5, 1e12, 13, 0];
const KEYS = [
  'id',
  'kind',
  'of',
  'in',
  'basis',
  'because',
  'value',
  'readings',
  'label',
  'terms',
  'condition',
  'wording',
  'n',
  'unsettled',
];

/** Puts a value under a key of its own, even one called `__proto__`. */
function put(at: Node, key: string, value: unknown): void {
  if (Array.isArray(at) && key === 'length') return;
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
}

function rename(at: Node, key: string, to: string): void {
  const value = at[key];
  if (!Array.isArray(at)) Reflect.deleteProperty(at, key);
  put(at, to, value);
}

/** So many records around a value. */
function nested(value: unknown, levels: number, around: (inner: unknown) => unknown): unknown {
  let outer = value;
  for (let i = 0; i < levels; i++) outer = around(outer);
  return outer;
}

/** What befalls a file, and what a program hands in by mistake. */
const BLOWS: Readonly<Record<string, Blow>> = {
  removed: (at, key) => {
    // Not `splice`: what was damaged before may have a constructor of its own.
    if (Array.isArray(at)) Array.prototype.copyWithin.call(at, Number(key), Number(key) + 1).length--;
    else Reflect.deleteProperty(at, key);
  },
  duplicated: (at, key, random) => {
    if (Array.isArray(at)) at.push(at[Number(key)]);
    else put(at, `${key}${random.below(3) || ''}`, at[key]);
  },
  retyped: (at, key, random) => {
    put(
      at,
      key,
      random.one([
        null,
        true,
        false,
        0,
        1,
        2,
        'x',
        'north',
        'catch',
        '2030-01',
        [],
        {},
        [[]],
        [null],
        ['x'],
        { value: 1 },
        { a: {} },
        undefined,
      ]),
    );
  },
  nested: (at, key, random) => {
    const around = random.one<(inner: unknown) => unknown>([
      (inner) => ({ value: inner, basis: 'assumed' }),
      (inner) => ({ readings: [inner] }),
      (inner) => ({ kind: 'not', of: inner }),
      (inner) => ({ kind: 'all', of: [inner] }),
      (inner) => [inner],
    ]);
    put(at, key, nested(at[key], random.one([1, 1, 1, 2, 3, 190, 300, 2_000]), around));
  },
  renamed: (at, key, random) => {
    rename(at, key, random.one([...KEYS, `${key}x`, key.slice(1), key.toUpperCase(), '5', 'length', 'phase']));
  },
  'named as a prototype': (at, key, random) => {
    if (random.below(2) === 0) rename(at, key, random.one(BORN));
    else put(at, key, random.one(BORN));
  },
  huge: (at, key, random) => {
    const held = at[key];
    if (Array.isArray(at)) for (let more = random.one([12, 300]); more > 0; more--) at.push(held);
    else if (typeof held === 'number') put(at, key, random.one([1e15, 1e308, 2 ** 53, -1e13, held * 1e6]));
    else
      put(
        at,
        key,
        random.one<() => unknown>([
          () => 'x'.repeat(100_000),
          () => Array.from({ length: 60_000 }, () => 1),
          () => Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, {}])),
        ])(),
      );
  },
  'hostile in its letters': (at, key, random) => {
    if (random.below(2) === 0) rename(at, key, random.one(ODD_TEXT));
    else put(at, key, random.one(ODD_TEXT));
  },
  misspelt: (at, key, random) => {
    const held = at[key];
    if (typeof held !== 'string') return;
    const place = random.below(held.length + 1);
    put(at, key, held.slice(0, place) + random.one(['', 'x', '/', '.']) + held.slice(place + 1));
  },
  'of another figure': (at, key, random) => {
    const held = at[key];
    if (typeof held === 'number') put(at, key, random.one([...ODD_NUMBERS, -held, held + 0.5, held + 1, held * 1000]));
  },
  'with another entry in its place': (at, key, random) => {
    const other = random.one(Object.keys(at));
    [at[key], at[other]] = [at[other], at[key]];
  },
  'not plain': (at, key, random) => {
    const odd = [
      new Date(0),
      new Map(),
      Symbol('s'),
      10n,
      () => 1,
      new Array(5),
      Object.assign([1], { own: 2 }),
      Object.create({ id: 'x' }) as unknown,
    ];
    if (random.below(3) > 0) put(at, key, random.one(odd));
    else Object.defineProperty(at, key, { get: () => { throw new Error('read'); }, enumerable: true, configurable: true }); // prettier-ignore
  },
  'holding itself': (at, key) => {
    put(at, key, at);
  },
};

const UNREADABLE = ['not plain', 'holding itself'];

/** A draft with one to three blows dealt to it, and the names of what was done. */
export function damaged(
  draft: unknown,
  random: Random,
): { readonly draft: unknown; readonly blows: readonly string[] } {
  const whole = { draft: structuredClone(draft) };
  const drawnBlows = Array.from({ length: random.one([1, 1, 1, 2, 3]) }, () => random.one(Object.keys(BLOWS)));
  // What can no longer be read comes last.
  const blows = drawnBlows.sort((a, b) => Number(UNREADABLE.includes(a)) - Number(UNREADABLE.includes(b)));
  for (const blow of blows) {
    const { at, key } = somewhere(whole, random);
    BLOWS[blow]?.(at, key, random);
  }
  return { draft: whole.draft, blows };
}

/** An entry of a draft: each level down is as likely as to stay. */
function somewhere(whole: Node, random: Random): { readonly at: Node; readonly key: string } {
  let [at, key] = [whole, 'draft'];
  for (let depth = 0; depth < 12; depth++) {
    const held = Object.getOwnPropertyDescriptor(at, key)?.value as unknown;
    if (typeof held !== 'object' || held === null || Object.keys(held).length === 0) break;
    if (depth > 1 && random.below(4) === 0) break;
    // Whatever holds entries can be damaged as a record of them.
    at = held as Node;
    key = random.one(Object.keys(at));
  }
  return { at, key };
}

const WRONGS = [...IDS, ...SCOPES, ...FIGURES, ...TERMS, ...EVIDENCE, ...DECISIONS, ...PROCESS, ...TIMELINE, ...TEXTS];
const CODES = [...new Set(WRONGS.map(([, code]) => code))];

/** A right draft with one thing put wrong as the tables have it, so that each code of a reference is reached; then and again with a blow. */
export function putWrong(random: Random): { readonly draft: unknown; readonly blows: readonly string[] } {
  const code = random.one(CODES);
  const [change] = random.one(WRONGS.filter((wrong) => wrong[1] === code));
  const draft = draftWith(change);
  return random.below(3) > 0 ? { draft, blows: [code] } : { ...damaged(draft, random), blows: [code, 'and a blow'] };
}

/** A JSON text, damaged as texts are: torn, doubled, with marks and escapes that do not belong there. */
export function damagedText(text: string, random: Random): string {
  const place = random.below(text.length + 1);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  switch (drawn(random, ['torn', 'cut', 'inserted', 'key', 'number', 'mark', 'deep', 'long', 'many', 'whole'])) {
    case 'torn':
      return before;
    case 'cut':
      return before + after.slice(random.below(20));
    case 'inserted':
      return (
        before +
        random.one([',', '}', ']', '{', '[', '"', '\\', '\u0000', '\ufeff', '//', 'NaN', '\ud800', '1', ' ', '\n']) +
        after
      );
    case 'key': {
      const keys = [...text.matchAll(/"([A-Za-z_$.-]+)":/g)];
      const { index, 1: key = '' } = random.one(keys);
      const name = random.one([
        key,
        key,
        `\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`,
        '__proto__',
        'constructor',
      ]);
      return `${text.slice(0, index)}"${name}": ${random.one(['1', 'null', '{}', '"x"'])}, ${text.slice(index)}`;
    }
    case 'number':
      return text.replace(/\d+/g, (n) =>
        random.below(4) === 0 ? random.one(['1e400', '-0', '01', '1.', '1e5', '9'.repeat(400), '-']) : n,
      );
    case 'mark':
      return random.one(['\ufeff', '\ufeff\ufeff', '\u2028', '\u00a0', 'x']) + text;
    case 'deep':
      return before + random.one(['[', '{"a":', '{"kind":"not","of":']).repeat(random.one([3, 250, 20_000])) + after;
    case 'long':
      return before + random.one([' ', '9', 'x']).repeat(5_000_001) + after;
    case 'many':
      return `${text.trimEnd().slice(0, -1)}, "answers": [${'1,'.repeat(60_000)}1]}`;
    case 'whole':
      return random.one([
        '',
        'null',
        '[]',
        '5',
        '"x"',
        '{}',
        'undefined',
        '\u0000',
        '[[[',
        '{"id": "x"}',
        '{"$schema": "x"}',
      ]);
  }
}
