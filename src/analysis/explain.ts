import type { Talks } from '../machine/talks.js';
import { kindInTalks } from '../machine/counted.js';
import { acceptanceMissing, type Counting } from './acceptance-still-missing.js';
import { besideOpposite } from './beside.js';
import { bridgingFrom } from './bridging.js';
import { caseOf, type AnalysisOptions } from './case.js';
import { claimsOf } from './claims.js';
import { basisOf, explainedInvariants, explainedPositions, sourcesCited } from './explained-positions.js';
import { bridgesFrom } from './explained-bridges.js';
import type { ExplainedOffer, ExplainedReadings, Explanation } from './explanation.js';
import { concessionsIn } from './find-concessions.js';
import { conflictsIn } from './find-conflicts.js';
import { pivotsIn } from './pivots.js';
import { readingsTogether, type Readings } from './readings-together.js';
import { checkedMost, Watch, type Stopped } from './watch.js';

/**
 * How much an explanation holds, and how long it may take. The day is that of the talks.
 *
 * @example
 * const options: ExplainOptions = { concessions: 3, readings: { 'HA-endOfWar': 'a' }, seconds: 10 };
 */
export interface ExplainOptions extends Omit<AnalysisOptions, 'asOf'> {
  /** The most conflicts for each combination of readings. @defaultValue 50 */
  readonly conflicts?: number;
  /** The most concession sets for each combination and each set of parties whose acceptance makes an agreement. @defaultValue 10 */
  readonly concessions?: number;
  /** For how many of these concession sets, the first, a bridge is looked for from the offer on the table. @defaultValue 1 */
  readonly bridges?: number;
  /** The most combinations of readings. @defaultValue 16 */
  readonly combinations?: number;
}

/**
 * Explains where talks stand, as one structured answer: what the offer on the table leaves unmet and open, whose acceptance
 * is missing and which positions the outcome turns on; then, of all offers and under each combination of readings, which positions
 * exclude each other, what could be given up, and what offer near the one on the table would then do. Without an offer on the table it speaks of all offers alone.
 *
 * Everything names positions by id, and `positions` gives their words and sources. `explanationText` makes a text of it.
 *
 * @throws a `FaultError` with what `findConflicts`, `findConcessions` and `bridge` throw
 * @example
 * const talks = openTalks(fishingQuota());
 * const { underReadings, complete } = await explain(talks);
 * underReadings[0]?.conflicts.conflicts.map(({ positions }) => positions); // [['south-catch', 'island-stock']]
 * complete; // true
 */
export async function explain(talks: Talks, options: ExplainOptions = {}): Promise<Explanation> {
  const { scenario } = talks;
  const { readings: fixed = {}, locateFile } = options;
  const most = checkedMost(options.combinations ?? 16, 'combinations');
  const mostConflicts = checkedMost(options.conflicts ?? 50, 'conflicts');
  const mostConcessions = checkedMost(options.concessions ?? 10, 'concessions');
  const mostBridges = checkedMost(options.bridges ?? 1, 'bridges');
  const watch = new Watch(options);
  const asOf = talks.clock.asOf ?? undefined;
  const held = { ...(asOf !== undefined && { asOf }), readings: fixed };
  const together = readingsTogether(claimsOf(scenario, held), most);
  const underReadings: ExplainedReadings[] = [];
  let stopped: Stopped | undefined;
  const look = async (taken: Readings) => {
    const readings = { ...fixed, ...taken };
    const asked = { ...held, readings, ...(locateFile && { locateFile }) };
    const whole = await caseOf(scenario, asked, [], watch);
    const conflicts = await conflictsIn(whole, { ...asked, most: mostConflicts });
    const concessions = await concessionsIn(whole, { ...asked, most: mostConcessions });
    const bridges =
      talks.offer && mostBridges > 0
        ? await bridgesFrom(bridgingFrom(whole, talks.offer, asked), concessions, mostBridges)
        : [];
    stopped ??= [conflicts, concessions, ...bridges].find((found) => found.stopped)?.stopped;
    underReadings.push({ readings, conflicts, concessions, bridges });
  };
  const cut = together.combinations.length < together.all;
  // What holds however positions are read holds in the combinations that are not shown.
  if (cut) await look({});
  let shown = 0;
  for (const readings of together.combinations) {
    if (watch.stopped && underReadings.length > 0) break;
    await look(readings);
    shown++;
  }
  stopped ??= shown < together.all ? (watch.stopped ?? 'most') : undefined;
  const positions = explainedPositions(scenario, claimsOf(scenario, held), asOf);
  const invariants = explainedInvariants(scenario);
  const offer = offerExplained(talks);
  return {
    scenario: scenario.id,
    ...(asOf !== undefined && { asOf }),
    state: talks.state,
    positions,
    sources: sourcesCited(scenario, positions),
    invariants,
    ...(offer && { offer }),
    underReadings,
    combinations: { all: together.all, shown },
    basis: basisOf(scenario, { positions, invariants, ...(offer && { offer }) }),
    complete: stopped === undefined,
    ...(stopped && { stopped }),
  };
}

/** What holds of the offer on the table; nothing where there is none. */
function offerExplained({ scenario, offer, assessment, options, snapshot }: Talks): ExplainedOffer | undefined {
  if (!offer || !assessment) return undefined;
  const { mandates } = snapshot.context;
  const counting: Counting = (party, given) =>
    kindInTalks(given, options, Object.hasOwn(mandates, party) ? mandates[party] : undefined);
  return {
    offer: offer.id,
    label: offer.label,
    assessment,
    stickingPoints: assessment.stickingPoints.map((verdict) => besideOpposite(verdict, assessment)),
    openPoints: assessment.openPoints.map((verdict) => besideOpposite(verdict, assessment)),
    acceptance: acceptanceMissing(scenario, assessment, counting),
    pivots: pivotsIn(scenario, assessment, counting),
  };
}
