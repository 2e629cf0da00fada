import { fault, type Fault, type Path } from '../base/fault.js';
import { plainFaults, show } from '../base/plain.js';
import { failure, valueOrThrow } from '../base/result.js';
import { didYouMean } from '../base/spelling.js';
import { layoutOf, type Scenario } from '../scenario/scenario.js';

/** Throws a `FaultError` with `testing/bad-region` for what is no region of a scenario's offer space. */
export function checkRegion(scenario: Scenario, region: unknown): void {
  const unreadable = plainFaults(region).map((f) => bad(f.path, f.message, region));
  const faults = unreadable.length > 0 ? unreadable : regionFaults(scenario, region, []);
  if (faults.length > 0) valueOrThrow(failure(faults), 'That is no region.');
}

function regionFaults(scenario: Scenario, region: unknown, path: Path): readonly Fault[] {
  const { kind, ...rest } = recordOf(region) ?? {};
  const known = kind === 'band' ? ['sum', 'least', 'most'] : ['of'];
  if (kind !== 'band' && kind !== 'both' && kind !== 'either') {
    return [bad(path, `${show(region)} is no region: give one of kind 'band', 'both' or 'either'.`, region)];
  }
  const faults = Object.keys(rest)
    .filter((key) => !known.includes(key))
    .map((key) => bad([...path, key], `A region of kind '${kind}' has no '${key}'. ${didYouMean(key, known)}`, key));
  if (kind !== 'band') {
    const { of } = rest;
    if (!Array.isArray(of))
      return [...faults, bad([...path, 'of'], `${show(of)} is no list of regions: give one.`, of)];
    return [...faults, ...of.flatMap((part, i) => regionFaults(scenario, part, [...path, 'of', i]))];
  }
  const { sum, least, most } = rest;
  for (const [key, end] of Object.entries({ least, most })) {
    if (end === undefined || Number.isSafeInteger(end)) continue;
    faults.push(bad([...path, key], `'${key}' cannot be ${show(end)}: give a whole number, or leave it out.`, end));
  }
  if (!Array.isArray(sum)) return [...faults, bad([...path, 'sum'], `${show(sum)} is no sum: give a list.`, sum)];
  return [...faults, ...sum.flatMap((part, i) => multipleFaults(scenario, part, [...path, 'sum', i]))];
}

function multipleFaults(scenario: Scenario, multiple: unknown, path: Path): readonly Fault[] {
  const names = layoutOf(scenario).variables.map(({ name }) => name);
  const { of, times } = recordOf(multiple) ?? {};
  const faults: Fault[] = [];
  if (typeof of !== 'string' || !names.includes(of)) {
    const message = `There is no variable ${typeof of === 'string' ? `'${of}'` : show(of)}.`;
    faults.push(bad([...path, 'of'], `${message} ${didYouMean(typeof of === 'string' ? of : '', names)}`, of));
  }
  if (!Number.isSafeInteger(times)) {
    faults.push(bad([...path, 'times'], `'times' cannot be ${show(times)}: give a whole number.`, times));
  }
  return faults;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  // Plain data, as was seen before: what is no list is a record.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function bad(path: Path, message: string, found: unknown): Fault {
  return fault('testing/bad-region', ['region', ...path], message, { found: show(found) });
}
