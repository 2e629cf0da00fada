import type { Assessment } from '../assessment/assess.js';
import type { Verdict } from '../assessment/verdict.js';
import { unique } from '../base/list.js';
import { weakestBasis, type Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { VerdictWord } from '../positions/judged.js';
import type { Rigidity } from '../positions/position.js';

/** A position held against an offer, in brief. */
export interface PositionHeld {
  readonly position: string;
  readonly party: string;
  readonly title: string;
  readonly rigidity: Rigidity;
  readonly verdict: VerdictWord;
  /** The weakest of what the verdict rests on and of how firmly the position is held. */
  readonly basis: Basis;
  /** Where its lines are reported, in all of its readings. */
  readonly citations: readonly Citation[];
}

/** A position held against an offer, beside what stands opposite it: other parties' positions on the same terms. */
export interface PositionBeside extends PositionHeld {
  readonly opposite: readonly PositionHeld[];
}

/** A verdict in brief, beside those that stand opposite. */
export function besideOpposite(verdict: Verdict, { verdicts }: Pick<Assessment, 'verdicts'>): PositionBeside {
  const opposite = verdict.opposite.flatMap((id) => verdicts.find((other) => other.position === id) ?? []);
  return { ...inBrief(verdict), opposite: opposite.map(inBrief) };
}

function inBrief({ position, party, title, rigidity, verdict, basis, readings }: Verdict): PositionHeld {
  return {
    position,
    party,
    title,
    rigidity: rigidity.value,
    verdict,
    basis: weakestBasis([basis, rigidity.basis]),
    citations: unique(readings.flatMap((reading) => reading.citations)),
  };
}
