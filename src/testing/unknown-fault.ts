import { fault } from '../base/fault.js';
import { show } from '../base/plain.js';
import { failure, valueOrThrow } from '../base/result.js';
import { didYouMean } from '../base/spelling.js';

/**
 * The party, position or offer that a scenario holds under an id. Throws a `FaultError` with `testing/unknown-party` and the
 * like where there is none, and says which one may be meant.
 */
export function called<T>(what: 'party' | 'position' | 'offer', id: unknown, record: Readonly<Record<string, T>>): T {
  const found = typeof id === 'string' && Object.hasOwn(record, id) ? record[id] : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(record);
  const message =
    typeof id === 'string'
      ? `There is no ${what} '${id}'. ${didYouMean(id, known)}`
      : `${show(id)} is no ${what}: give its id. ${didYouMean('', known)}`;
  const facts = { id: typeof id === 'string' ? id : show(id), known };
  return valueOrThrow<never>(failure([fault(`testing/unknown-${what}`, [], message, facts)]), 'Nothing to draw.');
}
