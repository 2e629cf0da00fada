import { figure } from './list.js';
import { fault, type Fault, type Path } from './fault.js';

/** The most levels of records and lists within one another that are read. Far beyond it, whatever recurses would overflow. */
export const MOST_LEVELS = 200;

/**
 * The most values in all that are read, those of the texts of deals apart: records, lists, texts, figures. Five hundred
 * positions are a fifth of them.
 */
export const MOST_VALUES = 50_000;

/** The most values of the texts of deals, in all: ten thousand obligations of a usual kind. */
export const MOST_TEXT_VALUES = 250_000;

/** Under this key stands the text of a deal, and under others called so one value. */
const TEXT = 'text';

/** Counts values, those of the texts of deals apart, and tells of more than are read. */
export class ValueCount {
  private values = 1;
  private ofTexts = 0;

  /** So many more values, within a text or not. Returns what is wrong, once there are too many. */
  add(n: number, isOfText: boolean): Fault | undefined {
    if (isOfText) this.ofTexts += n;
    else this.values += n;
    if (this.values > MOST_VALUES) return tooMany(MOST_VALUES, 'in all');
    return this.ofTexts > MOST_TEXT_VALUES ? tooMany(MOST_TEXT_VALUES, 'in the texts of deals') : undefined;
  }
}

/** Whether what stands under a key is the text of a deal, or part of one. */
export function isOfText(key: string | number | undefined, within: boolean): boolean {
  return within || key === TEXT;
}

/**
 * What no reader of shapes can be trusted with, in anything from outside: nesting too deep, endless if it holds itself,
 * more values than can be checked while somebody waits, instances of classes, keys called `__proto__` and keys of lists,
 * which copying loses without a word, lists with gaps, and getters. Walks without recursing.
 */
export function plainFaults(input: unknown): readonly Fault[] {
  const found: Fault[] = [];
  const waiting: Waiting[] = [{ value: input, path: [], inText: false }];
  const count = new ValueCount();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, inText } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > MOST_LEVELS) return [tooDeep(path)];
    if (!Array.isArray(value) && !isRecord(value)) {
      const shown = show(value);
      const expected = value instanceof Date ? 'text, such as 2024-02-23' : 'a record';
      const message = `${placeOf(path)} cannot be ${shown}: it should be ${expected}.`;
      found.push(fault('scenario/shape', path, message, { found: shown, expected: [expected] }));
      continue;
    }
    const keys = Object.keys(value);
    const tooMany = count.add(keys.length, inText);
    if (tooMany) return [tooMany];
    for (const key of lostKeys(value, keys)) {
      const message = `'${key}' is no key of this record: take it out, or call it something else.`;
      found.push(fault('scenario/unknown-key', [...path, key], message, { key }));
    }
    if (Array.isArray(value) && (keys.length !== value.length || keys.at(-1) !== lastIndex(value))) {
      const message = `${placeOf(path)} cannot be this list, which has gaps or keys of its own: write each entry, and nothing else.`;
      found.push(fault('scenario/shape', path, message, { found: 'this list', expected: ['a list without gaps'] }));
      continue;
    }
    for (const key of keys) {
      if (key === '__proto__') continue;
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      const computed = Object.getOwnPropertyDescriptor(value, key)?.get !== undefined;
      if (computed) {
        // Read once here and once by whoever comes after, it need not be the same, and may throw.
        const message = `'${at.join('.')}' is computed when it is read: write its value instead.`;
        found.push(fault('scenario/computed', at, message, { key }));
      } else {
        // The keys are the value's own; what they hold is looked at as it comes.
        waiting.push({
          value: (value as Readonly<Record<string, unknown>>)[key],
          path: at,
          inText: isOfText(key, inText),
        });
      }
    }
  }
  return found;
}

interface Waiting {
  readonly value: unknown;
  readonly path: Path;
  readonly inText: boolean;
}

/** Where fast-check finds how a drawn value is to be printed: said beside the value, and no part of it. */
const PRINTED = /* @__PURE__ */ Symbol.for('fast-check/toStringMethod');

/** Keys that copying leaves out without a word: `__proto__`, symbols, and those that are not listed. */
function lostKeys(value: object, listed: readonly string[]): readonly string[] {
  const own = Reflect.ownKeys(value);
  const unlisted = Array.isArray(value) ? ['length'] : [];
  if (own.length === listed.length + unlisted.length && !Object.hasOwn(value, '__proto__')) return [];
  const kept = new Set<string | symbol>([...listed.filter((key) => key !== '__proto__'), ...unlisted, PRINTED]);
  return own.filter((key) => !kept.has(key)).map(String);
}

function placeOf(path: Path): string {
  return path.length > 0 ? `'${path.join('.')}'` : 'The whole';
}

/** The key of a list's last entry, if it has one. */
function lastIndex(list: readonly unknown[]): string | undefined {
  return list.length > 0 ? String(list.length - 1) : undefined;
}

/** A fault for nesting beyond {@link MOST_LEVELS}. */
export function tooDeep(path: Path): Fault {
  const message = `There are more than ${MOST_LEVELS} levels of records within one another here: write it flatter.`;
  return fault('scenario/too-deep', path.slice(0, 4), message, { most: MOST_LEVELS });
}

function tooMany(most: number, where: string): Fault {
  const message = `There are more than ${figure(most)} values ${where}: leave out what the negotiation does not need.`;
  return fault('scenario/too-big', [], message, { most });
}

/** Something from outside as a sentence can name it. Never fails, whatever it is. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return `'${value.slice(0, 60)}'`;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'this list' : isRecord(value) ? 'this record' : `a ${classOf(value)}`;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return `this ${typeof value}`;
  }
}

/** Whether something is a plain record: no list, and no instance of a class. */
export function isRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The name of an instance's class, without running anything of the instance's own. */
function classOf(value: object): string {
  const made: unknown = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(value), 'constructor')?.value;
  return typeof made === 'function' && made.name !== '' ? made.name : 'class instance';
}
