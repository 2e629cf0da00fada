import { fault, type Fault } from '../base/fault.js';

/** That a deal has not come into force, so that nothing of it can have been done or broken. */
export function notStarted(): Fault {
  const message =
    'The deal has not started, so that nothing of it can have been done or broken: let its first phase begin.';
  return fault('talks/not-started', ['type'], message);
}
