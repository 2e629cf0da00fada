/** A piece of code that may stand on one line or be broken into several. */
export type Code =
  /** A name or a literal. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [key: string, value: Code])[] }
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Code[] };

const WIDTH = 80;

/** A key with its colon and space that is shorter than this does not stand alone on a line. */
const SHORT_NAME = 7;

/**
 * Code as text, broken as a formatter breaks it: on one line where it fits into 80 columns, else a line for each part. An
 * outermost record or list, such as the last thing given to an outermost call, is always broken.
 *
 * @param before - what stands before it on its first line
 */
export function codeText(code: Code, before: string, after = ''): string {
  return `${before}${laidOut(code, { indent: '', before: before.length, after: after.length, open: true })}${after}`;
}

/** Where a piece of code is to stand. */
interface Place {
  readonly indent: string;
  /** Columns taken on its line before it, and after it. */
  readonly before: number;
  readonly after: number;
  /** Whether what has parts is broken even if it would fit. */
  readonly open?: boolean;
}

function laidOut(code: Code, place: Place): string {
  const short = onOneLine(code);
  const fits = place.before + short.length + place.after <= WIDTH;
  if (code.kind === 'word' || partsOf(code).length === 0) return short;
  const opens = place.open && (code.kind !== 'call' || code.given.slice(-1).some((last) => partsOf(last).length > 0));
  if (fits && !isBroken(code) && !opens) return short;
  const inner = `${place.indent}  `;
  const line = (part: Code, name = '') => {
    const onItsLine = `${inner}${name}${laidOut(part, { indent: inner, before: inner.length + name.length, after: 1 })},\n`;
    // A text too long for its line gets one of its own, unless its key is so short that this would gain nothing.
    if (part.kind !== 'word' || onItsLine.length - 1 <= WIDTH || name.length < SHORT_NAME) return onItsLine;
    return `${inner}${name.trimEnd()}\n${inner}  ${part.text},\n`;
  };
  switch (code.kind) {
    case 'record':
      return `{\n${code.entries.map(([key, value]) => line(value, `${keyText(key)}: `)).join('')}${place.indent}}`;
    case 'list':
      return `[\n${code.items.map((item) => line(item)).join('')}${place.indent}]`;
    case 'call':
      return callLaidOut(code, place, line);
  }
}

/** A call whose last thing given is a record or a list keeps the rest on its first line, where that fits. */
function callLaidOut({ name, given }: Code & { kind: 'call' }, place: Place, line: (part: Code) => string): string {
  const last = given.at(-1);
  const rest = given.slice(0, -1);
  const start = `${name}(${rest.map((part) => `${onOneLine(part)}, `).join('')}`;
  const hugs =
    last &&
    (last.kind === 'record' || last.kind === 'list') &&
    partsOf(last).length > 0 &&
    rest.at(-1)?.kind !== last.kind &&
    !rest.some(isBroken) &&
    place.before + start.length + 1 <= WIDTH;
  if (hugs) return `${start}${laidOut(last, { ...place, before: WIDTH, open: true })})`;
  return `${name}(\n${given.map((part) => line(part)).join('')}${place.indent})`;
}

/** Whether a piece is broken wherever it stands: a list of several records, each of several entries, or of such lists. */
function isBroken(code: Code): boolean {
  if (code.kind === 'word') return false;
  const several = (kind: 'record' | 'list') =>
    code.kind === 'list' &&
    code.items.length > 1 &&
    code.items.every((item) => item.kind === kind && partsOf(item).length > 1);
  return several('record') || several('list') || partsOf(code).some(isBroken);
}

function partsOf(code: Code): readonly Code[] {
  switch (code.kind) {
    case 'word':
      return [];
    case 'record':
      return code.entries.map(([, value]) => value);
    case 'list':
      return code.items;
    case 'call':
      return code.given;
  }
}

/** Code as text on one line, however long. */
export function onOneLine(code: Code): string {
  switch (code.kind) {
    case 'word':
      return code.text;
    case 'record': {
      const entries = code.entries.map(([key, value]) => `${keyText(key)}: ${onOneLine(value)}`);
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
    case 'list':
      return `[${code.items.map(onOneLine).join(', ')}]`;
    case 'call':
      return `${code.name}(${code.given.map(onOneLine).join(', ')})`;
  }
}

/** A key, bare where it is a plain name. Written otherwise, `__proto__` would say what the record inherits from. */
function keyText(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textLiteral(key);
}

/** A text as code: in single quotes, or in double ones where that spares escapes; what cannot be seen is written out. */
export function textLiteral(text: string): string {
  const count = (mark: string) => text.split(mark).length - 1;
  const quote = count("'") > count('"') ? '"' : "'";
  const written = Array.from(text, (character) => {
    if (character === quote || character === '\\') return `\\${character}`;
    if (character === '\n') return '\\n';
    return UNSEEN.test(character) ? escaped(character) : character;
  });
  return `${quote}${written.join('')}${quote}`;
}

/** Control and format characters, separators of lines, halves of a pair, and other spaces than the plain one. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}]$|^(?! )\p{Zs}$/u;

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
