import { progress, type ProgressOptions } from '../../machine/progress.js';
import type { Talks } from '../../machine/talks.js';
import type { DealProgress } from '../../obligations/progress.js';
import type { TextRun } from '../../obligations/text-run.js';
import type { Finding } from '../invariant.js';

/** What tells how far a deal has been carried out: `progress`, or a function of one's own that is to tell the same. */
export type TellsProgress = (talks: Talks, options?: ProgressOptions) => DealProgress | undefined;

/** What a law finds of a deal with a text that is being carried out, or was; held where there is none. */
export function ofProgress(
  talks: Talks,
  tells: TellsProgress = progress,
  find: (done: DealProgress, run: TextRun) => Finding,
): Finding {
  const run = talks.deal?.text;
  if (!run) return 'held';
  const done = tells(talks);
  return done ? find(done, run) : 'undetermined';
}
