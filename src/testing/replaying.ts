import { fault } from '../base/fault.js';
import { failure, valueOrThrow } from '../base/result.js';

/** Draws by a path; throws a `FaultError` with `testing/bad-option` where it leads nowhere in what a seed draws. */
export function replaying<T>(path: string | undefined, draw: () => T): T {
  try {
    return draw();
  } catch (error) {
    // fast-check has no other sign of it.
    if (path === undefined || !/replay/i.test(String(error))) throw error;
    const message = `The path '${path}' leads nowhere in what this seed draws: give both as a finding gives them.`;
    return valueOrThrow(failure([fault('testing/bad-option', ['path'], message, { path })]), 'Nothing was drawn.');
  }
}
