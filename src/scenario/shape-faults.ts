import type * as z from 'zod/mini';
import { asJson } from '../base/as-json.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { listed, unique } from '../base/list.js';
import { plainFaults, show } from '../base/plain.js';
import { failure, success, type Result } from '../base/result.js';

type Issue = z.core.$ZodIssue;

/** Checks that something from outside has a shape: itself if it has, else every fault of shape at once. */
export function checkShape<T>(shape: z.ZodMiniType<T>, input: unknown): Result<T> {
  const unreadable = plainFaults(input);
  if (unreadable.length > 0) return failure(unreadable);
  const result = shape.safeParse(input);
  return result.success
    ? success(asJson(result.data))
    : failure(result.error.issues.flatMap((issue) => shapeFaults(issue, [], input)));
}

/** A fault for each thing that zod found; of a union, what is wrong with the alternative that came nearest. */
function shapeFaults(issue: Issue, above: Path, input: unknown): readonly Fault[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const record = valueAt(input, path);
    const meant = issue.errors.filter((errors) => !errors.some((inner) => isOtherKind(inner, record)));
    if (meant.length === 0) return [ofNoKind(issue.errors.flat(), path, record)];
    const nearest = meant.reduce((best, errors) => (depth(errors) > depth(best) ? errors : best));
    if (depth(nearest) > 0) return nearest.flatMap((inner) => shapeFaults(inner, path, input));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fault(
        'scenario/unknown-key',
        [...path, key],
        `'${key}' is no key of this record: take it out, or correct its spelling.`,
        { key },
      ),
    );
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const rule = listed(unique(issue.issues.flatMap(expectations)), 'or');
    return [
      fault('scenario/shape', path, `The key '${key}' cannot be one: it should be ${rule}.`, {
        found: key,
        expected: [rule],
      }),
    ];
  }
  const place = path.length > 0 ? `'${path.join('.')}'` : 'The whole';
  const found = show(valueAt(input, path));
  const wanted = unique(expectations(issue));
  const wish = wanted.length > 0 ? `: it should be ${listed(wanted, 'or')}` : '';
  return [fault('scenario/shape', path, `${place} cannot be ${found}${wish}.`, { found, expected: wanted })];
}

/** Whether an alternative is not the one that was meant, since a word that is there says that it is of another kind. */
function isOtherKind(issue: Issue, record: unknown): boolean {
  return issue.code === 'invalid_value' && issue.path.length === 1 && typeof valueAt(record, tag(issue)) === 'string';
}

/** The key of a record by which its alternatives are told apart. */
function tag({ path }: Issue): Path {
  return path.map((key) => (typeof key === 'symbol' ? String(key) : key));
}

/** One fault for a record that is of no kind that there is. */
function ofNoKind(issues: readonly Issue[], above: Path, record: unknown): Fault {
  const tags = issues.filter((issue) => isOtherKind(issue, record));
  const path = [...above, ...tags.slice(0, 1).flatMap(tag)];
  const found = show(valueAt(record, tags.slice(0, 1).flatMap(tag)));
  const expected = unique(tags.flatMap(expectations));
  const message = `'${path.join('.')}' cannot be ${found}: it should be ${listed(expected, 'or')}.`;
  return fault('scenario/shape', path, message, { found, expected });
}

/** How far into the input the issues of one alternative lie: the deepest came nearest to what was meant. */
function depth(issues: readonly Issue[]): number {
  return Math.max(
    0,
    ...issues.map((i) => i.path.length + (i.code === 'invalid_union' ? Math.max(0, ...i.errors.map(depth)) : 0)),
  );
}

/** What would have been right, one phrase for each alternative. */
function expectations(issue: Issue): readonly string[] {
  switch (issue.code) {
    case 'invalid_type':
      // A shape that says how its record looks says more than that it is one.
      if (issue.message.startsWith(RECORD)) return [issue.message];
      return [TYPE_WORDS[issue.expected] ?? `a ${issue.expected}`];
    case 'invalid_value':
      return issue.values.map((v) => (typeof v === 'string' ? `'${v}'` : String(v)));
    case 'invalid_union':
      if (issue.message.startsWith(RECORD)) return [issue.message];
      return issue.errors.length > 0 ? issue.errors.flatMap((errors) => errors.flatMap(expectations)) : [issue.message];
    case 'too_small':
      return [
        issue.origin === 'array'
          ? 'a list of at least one'
          : `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`,
      ];
    case 'too_big':
      return [`at most ${issue.maximum}`];
    default:
      return [issue.message];
  }
}

const RECORD = 'a record';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a record',
  record: 'a record',
};

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    input,
  );
}
