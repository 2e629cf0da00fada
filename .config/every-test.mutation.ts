import { afterAll } from 'vitest';

/** Where Stryker notes which test reaches which change. */
interface Noting {
  __stryker__?: { mutantCoverage?: unknown };
}

// Of files that share a process Stryker hears only what the first one reaches, and of what is held in memory only who was
// first to ask for it. Told nothing, it tries every test on every change.
afterAll(() => {
  delete (globalThis as Noting).__stryker__?.mutantCoverage;
});
