import { reportedBy } from '../evidence/clocks.js';
import type { Offer } from '../offers/offer.js';
import { inOrderOfEvent } from '../offers/order.js';
import type { Scenario } from '../scenario/scenario.js';
import { assess, type AssessOptions, type Assessment } from './assess.js';
import type { VerdictWord } from '../positions/judged.js';

/** A position whose verdict is not the same on one offer as on the one before it. */
export interface Turn {
  readonly position: string;
  readonly party: string;
  readonly title: string;
  readonly from: VerdictWord;
  readonly to: VerdictWord;
}

/** Several offers held against the same positions, one column each. */
export interface Comparison {
  readonly columns: readonly {
    readonly offer: string;
    readonly assessment: Assessment;
    /** What turned against the column before; empty in the first. */
    readonly turned: readonly Turn[];
  }[];
}

/**
 * Holds several offers against the same positions and says what turned from each to the next.
 *
 * Without a choice of offers: all those reported by `asOf`, in order of event, deals of the past left aside.
 *
 * Throws what `assess` throws.
 *
 * @example
 * compareOffers(scenario).columns[1]?.turned;
 * // [{ position: 'enough', from: 'unmet', to: 'met', … }, { position: 'watched', from: 'met', to: 'open', … }]
 */
export function compareOffers(
  scenario: Scenario,
  offers?: readonly (string | Offer)[],
  options: Omit<AssessOptions, 'declared'> = {},
): Comparison {
  const chosen =
    offers ??
    inOrderOfEvent(Object.values(scenario.offers)).filter(
      (o) => o.standing !== 'carried out' && reportedBy(o.reported, options.asOf),
    );
  const assessments = chosen.map((offer) => assess(scenario, offer, options));
  return {
    columns: assessments.map((assessment, i) => ({
      offer: assessment.offer,
      assessment,
      turned: turnedSince(assessments[i - 1], assessment),
    })),
  };
}

function turnedSince(before: Assessment | undefined, after: Assessment): readonly Turn[] {
  if (!before) return [];
  return after.verdicts.flatMap(({ position, party, title, verdict }) => {
    const from = before.verdicts.find((v) => v.position === position)?.verdict;
    return from === undefined || from === verdict ? [] : [{ position, party, title, from, to: verdict }];
  });
}
