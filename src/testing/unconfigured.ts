import type { Parameters } from 'fast-check';
import { fc } from './fast-check.js';

/** What fast-check takes for what nobody has set. */
const UNSET = {
  unbiased: undefined,
  skipEqualValues: undefined,
  ignoreEqualValues: undefined,
  markInterruptAsFailure: undefined,
  timeout: undefined,
  skipAllAfterTimeLimit: undefined,
  interruptAfterTimeLimit: undefined,
  reporter: undefined,
  asyncReporter: undefined,
};

/**
 * What decides how something is drawn and shrunk, and when that ends, seed and number of runs left out: the same whatever a
 * project has configured for all its properties (`fc.configureGlobal`).
 */
export const AS_EVER = {
  randomType: 'xorshift128plus',
  maxSkipsPerRun: 100,
  endOnFailure: false,
  // Its types leave no room for what is set to nothing; without that, what is configured would hold.
  ...(UNSET as object),
} as const satisfies Parameters;

/** Does something of fast-check as if nothing were configured for all properties: hooks and sizes among it. */
export function unconfigured<T>(act: () => T): T {
  const configured = fc.readConfigureGlobal();
  fc.resetConfigureGlobal();
  try {
    return act();
  } finally {
    fc.configureGlobal(configured);
  }
}
