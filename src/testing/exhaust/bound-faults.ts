import { fault, type Fault, type Path } from '../../base/fault.js';
import { isRecord, show } from '../../base/plain.js';
import { didYouMean } from '../../base/spelling.js';
import { eventFaults } from '../../machine/event-faults.js';
import { ANSWERS } from '../../scenario/agreement.js';
import type { TalksEvent } from '../../scenario/event.js';
import { MANDATES } from '../../scenario/process.js';
import type { Scenario } from '../../scenario/scenario.js';
import { FIGURES, MAKING_EVENTS, type ExhaustBounds } from './bounds.js';

const KNOWN: readonly string[] = [...MAKING_EVENTS, 'events', ...FIGURES] satisfies readonly (keyof ExhaustBounds)[];

/** Everything wrong with what are to be the bounds of a walk: `testing/bad-bound`. */
export function boundFaults(scenario: Scenario, bounds: unknown): readonly Fault[] {
  if (typeof bounds !== 'object' || bounds === null || !isRecord(bounds)) {
    return [bad([], `The bounds cannot be ${show(bounds)}: give a record, or leave them out.`, bounds)];
  }
  // A record: what its keys hold is looked at as it comes.
  const given = bounds as Readonly<Record<string, unknown>>;
  const keys = Object.keys(given).filter((key) => given[key] !== undefined);
  const found = keys.flatMap((key) => faultsOf(scenario, key, given[key]));
  const making = given['events'] === undefined ? [] : keys.filter((key) => MAKING_EVENTS.some((one) => one === key));
  for (const key of making) {
    const message = `'events' takes the place of all that '${key}' would make: give one of the two.`;
    found.push(bad([key], message, given[key]));
  }
  return found;
}

function faultsOf(scenario: Scenario, key: string, value: unknown): Fault[] {
  switch (key) {
    case 'offers':
      return oneOf([key], value, 'offer', Object.keys(scenario.offers));
    case 'positions':
      return oneOf([key], value, 'position', Object.keys(scenario.positions));
    case 'answers':
      return oneOf([key], value, 'answer', ANSWERS);
    case 'mandates':
      if (!isRecord(value))
        return [bad([key], `'mandates' cannot be ${show(value)}: give a list for each party.`, value)];
      // A record, as was just seen.
      return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([party, mandates]) => [
        ...known([key], party, 'party', Object.keys(scenario.parties)),
        ...oneOf([key, party], mandates, 'mandate', MANDATES),
      ]);
    case 'days':
      return listOf([key], value, (days, path) => wholeFrom(1, path, days));
    case 'events':
      return listOf([key], value, (event, path) =>
        // Whatever it is, that is what is asked here.
        eventFaults(scenario, event as TalksEvent).map((f) => bad([...path, ...f.path], f.message, event)),
      );
    case 'states':
      return wholeFrom(1, [key], value);
    case 'megabytes':
      if (typeof value === 'number' && Number.isFinite(value) && value > 0) return [];
      return [bad([key], `'megabytes' cannot be ${show(value)}: give a figure above 0.`, value)];
    default:
      if (KNOWN.includes(key)) return wholeFrom(0, [key], value);
      return [bad([key], `No bound is called '${key}'. ${didYouMean(key, KNOWN)}`, value)];
  }
}

function wholeFrom(least: number, path: Path, value: unknown): Fault[] {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return [];
  return [bad(path, `'${path.join('.')}' cannot be ${show(value)}: give a whole number, ${least} or more.`, value)];
}

function oneOf(path: Path, value: unknown, what: string, ids: readonly string[]): Fault[] {
  return listOf(path, value, (id, at) => known(at, id, what, ids));
}

function known(path: Path, id: unknown, what: string, ids: readonly string[]): Fault[] {
  if (typeof id !== 'string') return [bad(path, `${show(id)} is no ${what}: give its name.`, id)];
  return ids.includes(id) ? [] : [bad(path, `No ${what} is called '${id}'. ${didYouMean(id, ids)}`, id)];
}

function listOf(path: Path, value: unknown, faults: (entry: unknown, path: Path) => Fault[]): Fault[] {
  if (!Array.isArray(value)) return [bad(path, `'${path.join('.')}' cannot be ${show(value)}: give a list.`, value)];
  return value.flatMap((entry: unknown, i) => faults(entry, [...path, i]));
}

function bad(path: Path, message: string, found: unknown): Fault {
  return fault('testing/bad-bound', ['bounds', ...path], message, { found: show(found), known: KNOWN });
}
