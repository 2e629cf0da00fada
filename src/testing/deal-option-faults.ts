import { fault, type Fault, type Path } from '../base/fault.js';
import { show } from '../base/plain.js';
import { failure, valueOrThrow } from '../base/result.js';
import { didYouMean } from '../base/spelling.js';
import { optionFaults } from '../machine/options.js';
import { conditionShape } from '../positions/shape.js';
import type { Condition } from '../positions/condition.js';
import { checkShape } from '../scenario/shape-faults.js';
import type { Scenario } from '../scenario/scenario.js';
import { fc } from './fast-check.js';
import { faultsIn } from './laws/fitting.js';

const KNOWN = ['invariants', 'among', 'runs', 'seed', 'path', 'events', 'talks'];

/** Which of the draws and their simpler ones, by number: `3`, `3:0:12`. */
const PATH = /^\d+(:\d+)*$/;

/**
 * Refuses what cannot be checked in this way: `testing/bad-option` for an option that is none or cannot be so,
 * `testing/bad-invariant` for what is no invariant, and the scenario's own faults for a condition that does not fit it.
 *
 * @param more - further options that the caller knows
 */
export function refuseDealOptions(scenario: Scenario, options: unknown, more: readonly string[] = []): void {
  const faults = isRecord(options)
    ? faultsOf(scenario, options, [...KNOWN, ...more])
    : [bad([], `What to check cannot be ${show(options)}: give a record with 'invariants'.`, options)];
  if (faults.length > 0) valueOrThrow(failure(faults), 'Nothing can be checked in this way.');
}

function faultsOf(scenario: Scenario, options: Readonly<Record<string, unknown>>, known: readonly string[]): Fault[] {
  const { invariants, among, runs, seed, path, events, talks } = options;
  const found = Object.keys(options)
    .filter((key) => !known.includes(key))
    .map((key) => bad([key], `There is no option called '${key}'. ${didYouMean(key, known)}`, key));
  if (Array.isArray(invariants)) {
    found.push(...invariants.flatMap((one: unknown, i) => invariantFaults(scenario, one, ['invariants', i])));
  } else found.push(bad(['invariants'], `'invariants' cannot be ${show(invariants)}: give a list.`, invariants));
  const whole = (key: string, n: unknown, least: number) => {
    if (n === undefined || (typeof n === 'number' && Number.isSafeInteger(n) && n >= least)) return;
    const wanted = least === 1 ? 'a whole number, 1 or more' : 'a whole number';
    found.push(bad([key], `'${key}' cannot be ${show(n)}: give ${wanted}, or leave it out.`, n));
  };
  whole('runs', runs, 1);
  whole('events', events, 1);
  whole('seed', seed, Number.MIN_SAFE_INTEGER);
  if (path !== undefined && !(typeof path === 'string' && (path === '' || PATH.test(path)))) {
    const message = `'path' cannot be ${show(path)}: give that of a finding's replay, like '3:0:1', or leave it out.`;
    found.push(bad(['path'], message, path));
  }
  if (among !== undefined && !isAmong(among)) {
    const message = `'among' cannot be ${show(among)}: say 'offers' or 'deals', name a draft with { completing }, or give an arbitrary of offers.`;
    found.push(bad(['among'], message, among));
  }
  if (talks !== undefined) found.push(...optionFaults(talks).map((f) => ({ ...f, path: ['talks', ...f.path] })));
  return found;
}

function isAmong(among: unknown): boolean {
  if (among === 'offers' || among === 'deals' || among instanceof fc.Arbitrary) return true;
  if (!isRecord(among)) return false;
  const { completing } = among;
  return typeof completing === 'string' || (isRecord(completing) && isRecord(completing['terms']));
}

/** Refuses what is no invariant of this scenario. */
export function refuseInvariants(scenario: Scenario, invariants: unknown): void {
  const faults = faultsOf(scenario, { invariants }, KNOWN);
  if (faults.length > 0) valueOrThrow(failure(faults), 'Nothing can be asked in this way.');
}

function invariantFaults(scenario: Scenario, invariant: unknown, path: Path): readonly Fault[] {
  const wayOut = "give a 'condition', or a 'title' with a function, 'offer' or 'talks'";
  if (!isRecord(invariant)) {
    return [fault('testing/bad-invariant', path, `${show(invariant)} is no invariant: ${wayOut}.`, {})];
  }
  const { title, condition } = invariant;
  const kinds = ['condition', 'offer', 'talks'].filter((key) => Object.hasOwn(invariant, key));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const message = `An invariant says one thing, and '${path.join('.')}' says ${kinds.length}: ${wayOut}.`;
    return [fault('testing/bad-invariant', path, message, { kinds })];
  }
  const found: Fault[] = [];
  if (typeof title !== 'string' && !(kind === 'condition' && title === undefined)) {
    found.push(
      fault('testing/bad-invariant', [...path, 'title'], `A title cannot be ${show(title)}: give a few words.`),
    );
  }
  if (kind === 'condition') {
    const shaped = checkShape(conditionShape(), condition);
    // Of this shape, as was just seen.
    const faults = shaped.ok ? faultsIn(scenario, condition as Condition) : shaped.faults;
    found.push(...faults.map((f) => ({ ...f, path: [...path, 'condition', ...f.path] })));
  } else if (typeof invariant[kind] !== 'function') {
    const message = `'${kind}' cannot be ${show(invariant[kind])}: give a function.`;
    found.push(fault('testing/bad-invariant', [...path, kind], message, { found: show(invariant[kind]) }));
  }
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bad(path: Path, message: string, found: unknown): Fault {
  return fault('testing/bad-option', path, message, { found: show(found) });
}
