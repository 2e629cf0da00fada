import { isCalendarDate } from '../base/day.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { figure, listed } from '../base/list.js';
import { show } from '../base/plain.js';
import { failure, valueOrThrow } from '../base/result.js';
import { didYouMean } from '../base/spelling.js';
import { optionFaults as talksOptionFaults } from '../machine/options.js';

/** What is wrong with the value of one option, which was given. */
export type OptionCheck = (value: unknown, path: Path) => readonly Fault[];

/** A check for every option there is. */
export type OptionChecks<T> = { readonly [K in keyof Required<T>]: OptionCheck };

/** Everything wrong with options: `testing/bad-option`. What may be left out may be `undefined`. */
function optionFaults<T>(
  options: unknown,
  checks: OptionChecks<T>,
  required: readonly (keyof T & string)[] = [],
): readonly Fault[] {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    return [badOption([], `The options cannot be ${show(options)}: give a record.`, options)];
  }
  const known = Object.keys(checks);
  // A record: what its keys hold is looked at as it comes.
  const given = options as Readonly<Record<string, unknown>>;
  const missing = required.filter((key) => given[key] === undefined);
  return [
    ...missing.flatMap((key) => checks[key](undefined, [key])),
    ...Object.entries(given).flatMap(([key, value]): readonly Fault[] => {
      if (!Object.hasOwn(checks, key)) {
        return [badOption([key], `No option is called '${key}'. ${didYouMean(key, known)}`, value)];
      }
      // A key of the checks, as was just seen.
      return value === undefined ? [] : checks[key as keyof T](value, [key]);
    }),
  ];
}

/** Throws a `FaultError` with everything wrong with options. */
export function checkOptions<T>(
  options: unknown,
  checks: OptionChecks<T>,
  required: readonly (keyof T & string)[] = [],
): void {
  refuseOptions(optionFaults(options, checks, required));
}

/** Throws a `FaultError` with these faults, where there are any. */
export function refuseOptions(faults: readonly Fault[]): void {
  if (faults.length > 0) valueOrThrow(failure(faults), 'These options cannot be.');
}

/** A fault in an option. */
export function badOption(path: Path, message: string, found: unknown): Fault {
  return fault('testing/bad-option', path, message, { found: show(found) });
}

/** That an option cannot be what it is, and what to give instead. */
export function cannotBe(path: Path, value: unknown, wayOut: string): readonly Fault[] {
  return [badOption(path, `'${String(path.at(-1))}' cannot be ${show(value)}: ${wayOut}.`, value)];
}

/** A whole number from `least` on. */
export function wholeFrom(least: number): OptionCheck {
  return (value, path) =>
    Number.isSafeInteger(value) && Number(value) >= least
      ? []
      : cannotBe(path, value, `give a whole number, ${least} or more`);
}

/** A whole number from `least` to `most`: beyond that nothing else would come of it, or nobody could wait for it. */
export function wholeBetween(least: number, most: number): OptionCheck {
  return (value, path) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : cannotBe(path, value, `give a whole number from ${figure(least)} to ${figure(most)}`);
}

/** A whole number, less than 0 too. */
export const anyWhole: OptionCheck = (value, path) =>
  Number.isSafeInteger(value) ? [] : cannotBe(path, value, 'give a whole number');

/** A figure from 0 to `most`. */
export function figureUpTo(most: number): OptionCheck {
  return (value, path) =>
    Number.isFinite(value) && Number(value) >= 0 && Number(value) <= most
      ? []
      : cannotBe(path, value, `give a figure from 0 to ${figure(most)}`);
}

/** Yes or no. */
export const yesOrNo: OptionCheck = (value, path) =>
  typeof value === 'boolean' ? [] : cannotBe(path, value, 'say true or false');

/** A text with something in it. */
export const someText: OptionCheck = (value, path) =>
  typeof value === 'string' && value.trim() !== '' ? [] : cannotBe(path, value, 'give a text that is not empty');

/** A date, or a month. */
export const someDate: OptionCheck = (value, path) =>
  typeof value === 'string' && isCalendarDate(value)
    ? []
    : cannotBe(path, value, 'give a real day, 2024-02-23, or a month, 2024-02');

/** One of these words. */
export function oneOf(...words: readonly string[]): OptionCheck {
  const wayOut = `say ${listed(
    words.map((word) => `'${word}'`),
    'or',
  )}`;
  return (value, path) => (words.some((word) => word === value) ? [] : cannotBe(path, value, wayOut));
}

/** How talks may be run, as the machine has it. */
export const talksOptions: OptionCheck = (talks, path) =>
  talksOptionFaults(talks).map((f) => ({ ...f, path: [...path, ...f.path] }));
