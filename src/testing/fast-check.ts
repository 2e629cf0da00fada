import type * as FastCheck from 'fast-check';
import { fault, FaultError } from '../base/fault.js';

/** The major version that this door is written for, and the oldest of its minor ones that it works with: the range of the peer. */
const [NEEDED, OLDEST] = [4, 10];

let found: typeof FastCheck;
try {
  // An optional peer: an import at the top that finds nothing could not say what to install.
  found = await import('fast-check'); // `require` in the CommonJS half: see .config/awaits-no-import.ts
} catch (error) {
  throw needed('fast-check could not be loaded.', {}, error);
}
const [major = 0, minor = 0] = found.__version.split('.').map(Number);
if (major !== NEEDED || minor < OLDEST) {
  const version = found.__version;
  throw needed(`The fast-check that is installed is ${version}. From ${NEEDED}.${OLDEST} on any ${NEEDED} will do.`, {
    version,
  });
}

/** All of fast-check. Only this file loads it; types are imported from the package itself. */
export const fc = found;

function needed(how: string, facts: Record<string, unknown>, cause?: unknown): FaultError {
  const message = `${how} Install it beside this package: \`npm install --save-dev fast-check@${NEEDED}\`; for sticking-points/vitest also \`vitest @fast-check/vitest\`.`;
  return new FaultError(
    `sticking-points/testing needs fast-check ${NEEDED}.`,
    [fault('testing/needs-fast-check', [], message, { needed: NEEDED, ...facts })],
    cause === undefined ? undefined : { cause },
  );
}
