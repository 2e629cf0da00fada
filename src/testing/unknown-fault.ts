import { fault } from '../base/fault.js';
import { failure, valueOrThrow } from '../base/result.js';
import { didYouMean } from '../base/spelling.js';

/** Throws a `FaultError` that says that a scenario knows no such party, position or offer, and which one may be meant. */
export function unknownFault(what: 'party' | 'position' | 'offer', id: string, known: readonly string[]): never {
  const message = `There is no ${what} '${id}'. ${didYouMean(id, known)}`;
  return valueOrThrow<never>(
    failure([fault(`testing/unknown-${what}`, [], message, { id, known })]),
    'Nothing to draw.',
  );
}
