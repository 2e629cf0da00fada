import type { Exit } from './exit.js';

/** What a command has to say: as data for `--json`, and as text for people, made only where it is wanted. */
export interface Outcome {
  readonly exit: Exit;
  readonly value: unknown;
  readonly text: () => string;
}
