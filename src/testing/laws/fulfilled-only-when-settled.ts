import { progress } from '../../machine/progress.js';
import type { Talks } from '../../machine/talks.js';
import type { DutyProgress } from '../../obligations/progress.js';
import { added } from '../../terms/decimal.js';
import type { Finding, TalksInvariant } from '../invariant.js';
import type { TellsProgress } from './tells-progress.js';

/**
 * A deal with a text is fulfilled only when every obligation of it that binds (`shall`) leaves nothing to do: it was done,
 * waived or excused in full, asks for something to be left undone, or hangs on a finding that nobody has made. What a body
 * found not kept is none of these.
 *
 * Held while the deal is not fulfilled: it speaks of deals with a text that are. Undetermined of a fulfilled one that is known in part, and whose text is not at hand.
 *
 * @param tells - what tells how far a deal has been carried out, where it is not `progress`
 * @example
 * const law = fulfilledOnlyWhenSettled();
 * law.talks(openTalks(scenario)); // 'held'
 */
export function fulfilledOnlyWhenSettled(tells: TellsProgress = progress): TalksInvariant {
  return {
    title: 'a deal is fulfilled only when all that binds is settled',
    talks: (talks) => {
      if (talks.state !== 'fulfilled') return 'held';
      const done = tells(talks);
      if (!done) return withoutText(talks);
      return done.duties.every((duty) => duty.strength !== 'shall' || isSettled(duty)) ? 'held' : 'broken';
    },
    speaksOf: ({ state, deal }) => state === 'fulfilled' && deal?.text !== undefined,
    // What another function reads, nobody knows.
    ofStateAlone: tells === progress,
  };
}

function withoutText({ deal, scenario }: Talks): Finding {
  return deal?.text || scenario.offers[deal?.offer ?? '']?.known !== 'full' ? 'undetermined' : 'held';
}

/** Whether it is told that an obligation is settled, and what is told of it bears that out. */
function isSettled({ settled, found, kind, opens, done, waived, excused, owed }: DutyProgress): boolean {
  if (!settled || found.length > 0) return false;
  // What is to be left undone holds nothing up, unless it was not; nor does what nothing has set off.
  return kind === 'refrain' || !opens || added(done, added(waived, excused)) >= (owed.least ?? 0);
}
