import type * as FastCheckVitest from '@fast-check/vitest';
import type * as Vitest from 'vitest';
import { fault, FaultError } from '../../base/fault.js';

let adapter: typeof FastCheckVitest;
let runner: typeof Vitest;
try {
  // Optional peers: imports at the top that find nothing could not say what to install.
  runner = await import('vitest');
  adapter = await import('@fast-check/vitest');
} catch (error) {
  const message =
    'vitest and @fast-check/vitest could not be loaded. Install them beside this package: `npm install --save-dev vitest @fast-check/vitest fast-check@4`. They come by `import` alone: where this door was opened by `require`, import it instead.';
  throw new FaultError(
    'sticking-points/vitest needs vitest and @fast-check/vitest.',
    [fault('testing/needs-vitest', [], message, { needed: ['vitest', '@fast-check/vitest'] })],
    { cause: error },
  );
}

/** `test.prop` of `@fast-check/vitest`: a case that asks something of one drawn value after another. */
export const { prop } = adapter.test;

/** vitest's own `test`, and what it knows of the cases that are being collected. */
export const { test, TestRunner } = runner;
