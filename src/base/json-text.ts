import { fault, type Fault, type Path } from './fault.js';
import { lineCounter } from './lines.js';
import { isOfText, MOST_LEVELS, tooDeep, ValueCount } from './plain.js';

/** The most characters that a JSON text may have to be read: a hundred times those of a large scenario. */
export const MOST_CHARACTERS = 5_000_000;

/** What may come next: a value, what follows one, a key, what follows one. */
type Next = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/** A record or a list that has been opened: where in it the reading is, and the keys that it has had. */
interface Open {
  readonly end: '}' | ']';
  readonly keys: Set<string>;
  /** Whether it is the text of a deal, or within one. */
  readonly inText: boolean;
  at: string | number;
}

const TOKEN = /[ \t\n\r]*(?:[{}[\],:"]|true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/y;
const SPACE = /[ \t\n\r]*/y;
const CHARACTERS = /[^"\\\u0000-\u001f]*/y; // eslint-disable-line no-control-regex -- JSON has none in its texts
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * What is wrong with a JSON text that `JSON.parse` would not say, or not alike everywhere: where it is no JSON, keys that
 * stand twice in one record, of which only the last would be kept, and text too long, too deep or of too many values to
 * be read. Without faults, `JSON.parse` reads it. Goes through the text once and does not recurse.
 */
export function jsonFaults(text: string): readonly Fault[] {
  if (text.length > MOST_CHARACTERS) {
    const message = `The text has ${text.length} characters, and at most ${MOST_CHARACTERS} are read.`;
    return [fault('file/too-big', [], message, { characters: text.length, most: MOST_CHARACTERS })];
  }
  const found: Fault[] = [];
  const open: Open[] = [];
  const lineOf = lineCounter(text);
  const path = (): Path => open.map((o) => o.at);
  const wrong = (place: number, wanted: string): readonly Fault[] => [notJson(text, place, wanted, path(), lineOf)];
  let next: Next = 'value';
  let place = 0;
  const count = new ValueCount();

  for (;;) {
    const start = endOf(SPACE, text, place);
    if (next === 'nothing') return start < text.length ? wrong(start, WANTED[next]) : found;
    const end = endOf(TOKEN, text, place);
    const token = end < 0 ? '' : text.slice(start, Math.min(end, start + 1));
    const inside = open.at(-1);
    place = end;

    if (token === '"' && (next === 'key' || next === 'key or end')) {
      const closed = endOfText(text, end);
      if (closed < 0) return wrong(~closed, IN_TEXT);
      const written = text.slice(start, closed);
      // What has just been read is a JSON text; escapes may spell one key in two ways.
      const key = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
      if (inside) inside.at = key;
      if (inside?.keys.has(key)) found.push(twice(key, path(), lineOf(start)));
      inside?.keys.add(key);
      place = closed;
      next = 'colon';
    } else if (token === ':' && next === 'colon') {
      next = 'value';
    } else if (token === ',' && next === 'comma or end' && inside) {
      if (typeof inside.at === 'number') inside.at++;
      next = inside.end === '}' ? 'key' : 'value';
    } else if (inside && token === inside.end && next.endsWith('or end')) {
      open.pop();
      next = afterValue(open);
    } else if (next.startsWith('value') && token !== '' && !'}],:'.includes(token)) {
      const inText = isOfText(inside?.at, inside?.inText ?? false);
      const tooMany = count.add(inside ? 1 : 0, inside?.inText ?? false);
      if (tooMany) return [tooMany];
      if (token === '{' || token === '[') {
        if (open.length > MOST_LEVELS) return [tooDeep(path())];
        open.push(
          token === '{' ? { end: '}', keys: new Set(), inText, at: '' } : { end: ']', keys: new Set(), inText, at: 0 },
        );
        next = token === '{' ? 'key or end' : 'value or end';
      } else {
        if (token === '"') place = endOfText(text, end);
        if (place < 0) return wrong(~place, IN_TEXT);
        next = afterValue(open);
      }
    } else return wrong(start, next === 'comma or end' ? `a comma or '${inside?.end ?? ''}'` : WANTED[next]);
  }
}

const WANTED: Readonly<Record<Next, string>> = {
  value: 'a value',
  'value or end': "a value or ']'",
  key: 'a key in double quotes',
  'key or end': "a key in double quotes or '}'",
  colon: 'a colon',
  'comma or end': 'a comma or an end',
  nothing: 'the end',
};

const IN_TEXT = 'the rest of a text in double quotes';

function afterValue(open: readonly Open[]): Next {
  return open.length > 0 ? 'comma or end' : 'nothing';
}

/** Where a pattern ends that begins at a place; -1 if it does not. */
function endOf(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Where a text ends whose opening quote ends at a place; if it is wrong somewhere, the complement of where. */
function endOfText(text: string, from: number): number {
  let place = from;
  for (;;) {
    place = endOf(CHARACTERS, text, place);
    if (text[place] === '"') return place + 1;
    const end = endOf(ESCAPE, text, place);
    if (end < 0) return ~place;
    place = end;
  }
}

type LineOf = ReturnType<typeof lineCounter>;

function notJson(text: string, place: number, wanted: string, path: Path, lineOf: LineOf): Fault {
  const where = lineOf(place);
  const character = text.codePointAt(place);
  const there = character === undefined ? 'the text ends' : `there is '${String.fromCodePoint(character)}'`;
  const message = `This is no JSON: in line ${where.line}, column ${where.column} ${there}, where ${wanted} should be.`;
  return fault('file/not-json', path, message, { ...where, wanted });
}

function twice(key: string, path: Path, where: ReturnType<LineOf>): Fault {
  const message = `'${key}' stands twice in one record, again in line ${where.line}, column ${where.column}: only the last would be read.`;
  return fault('file/duplicate-key', path, message, { key, ...where });
}
