import type { Limits } from '../analysis/watch.js';
import { EXIT, type Exit } from './exit.js';
import type { Context } from './context.js';
import { shown } from './progress.js';

/** What long work came to, and whether somebody interrupted it: what was proved by then is still said. */
export interface Worked<T> {
  readonly found: T;
  readonly interrupted: boolean;
}

/** Runs an analysis that shows how far it has come and stops, with what it has, where somebody interrupts it. */
export async function analysed<T>({ io }: Context, work: (limits: Limits) => Promise<T>): Promise<Worked<T>> {
  return shown(io.stderr, (progress) =>
    io.interruptible(async (signal) => {
      const found = await work({
        signal,
        onProgress: ({ checks, conflicts, concessions }) =>
          progress.tell(`${checks} sets of positions checked, ${conflicts} conflicts, ${concessions} concession sets`),
      });
      return { found, interrupted: signal.aborted };
    }),
  );
}

/** What to end with: an interruption comes before what was found. */
export function exitOf({ interrupted }: Worked<unknown>, fine: boolean): Exit {
  if (interrupted) return EXIT.interrupted;
  return fine ? EXIT.fine : EXIT.finding;
}
