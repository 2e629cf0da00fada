import { frozenCopy } from '../base/freeze.js';
import type { TalksOptions } from '../machine/options.js';
import { houseOf } from '../machine/talks.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Scenario } from '../scenario/scenario.js';
import { boundFaults } from './exhaust/bound-faults.js';
import { usedBounds, type ExhaustBounds, type UsedBounds } from './exhaust/bounds.js';
import { leftOut, type Cut } from './exhaust/cut.js';
import { findingsOf, type ExhaustFinding } from './exhaust/findings.js';
import { menuOf } from './exhaust/menu.js';
import { untoldBy } from './exhaust/left-untold.js';
import { readers } from './exhaust/untold-words.js';
import { walk } from './exhaust/walk.js';
import { checkOptions, talksOptions } from './bad-options.js';
import { invariantsOf } from './deal-option-faults.js';
import type { DealInvariant } from './invariant.js';

/** What to ask of every state, and within what bounds. */
export interface ExhaustOptions {
  /** Asked of every state reached, or of every deal reached. @defaultValue none */
  readonly invariants?: readonly DealInvariant[];
  readonly bounds?: ExhaustBounds;
  /** How the talks are run. */
  readonly talks?: TalksOptions;
}

/** What a walk through every state came to, as plain data. */
export interface Exhausted {
  readonly states: number;
  /** Events accepted in one of these states that lead to one of them, be it the same. */
  readonly transitions: number;
  /** Whether all that the bounds let happen was walked; `false` where depth, states or memory ended the walk before. */
  readonly complete: boolean;
  /** The memory that the states took in millions of bytes, as the bound counts it. */
  readonly megabytes: number;
  /** The bounds, with every default filled in: given again they make the same walk. */
  readonly bounds: UsedBounds;
  /** What was tried in every state. */
  readonly tried: readonly TalksEvent[];
  /** What the bounds cut. */
  readonly cut: readonly Cut[];
  /** In the order of the invariants. */
  readonly findings: readonly ExhaustFinding[];
}

/**
 * Walks every state that talks can reach within bounds, by `xstate/graph`, and asks invariants there.
 *
 * Those of talks are asked of every state; those of deals, be it by condition or by function, of every offer that is being
 * ratified, is the deal in force, or is settled for its next phase: of offers that only lie on the table, nothing is asked.
 * `held` is said where all of them held, and `undetermined` where `complete` is `false`: all that was reached held it where
 * none of that is `undetermined`, and no more is known.
 *
 * Tried is what the bounds make of the ids of the scenario, and `cut` says what they leave out: each type of event of which
 * none is tried, and what of the others is not, as new offers, revisions other than giving up, disputes between parties,
 * events on a day, and other numbers of days. All these are tried only where `events` gives them.
 *
 * States are one where they differ in nothing but the order in which things came about, in how often the same breach was
 * alleged and cured on one day, in days past the last that can matter, or in the log of what led there. Of a deal with a text
 * all days are told apart, so that where days pass only `depth`, `states` or `megabytes` end the walk. What an invariant of
 * talks reads is watched: where it read any of this of a state that others are one with, and nothing broke it, it is
 * `undetermined`, with a `why`, unless it says `ofStateAlone`; `cut` tells in how many states it was read. Breadth-first search, so that no course to a state
 * is shorter than its counterexample (Moore, "The shortest path through a maze", 1959). Throws a `FaultError` with
 * `testing/bad-bound` for bounds that cannot be, with `talks/bad-option` for options of talks that cannot.
 *
 * @example
 * const enough: DealInvariant = { condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } };
 * const bounds: ExhaustBounds = { answers: ['accepts'], positions: [], days: [], disputes: 0, extensions: 0 };
 * const { states, complete, findings } = exhaust(scenario, { invariants: [enough], bounds });
 * complete; // true
 * states; // 68
 * findings[0]?.finding; // 'broken'
 * findings[0]?.counterexample?.events.map((event) => event.type);
 * // ['offer.tabled', 'answer.declared', 'agreement.concluded']
 */
export function exhaust(scenario: Scenario, options: ExhaustOptions = {}): Exhausted {
  checkOptions<ExhaustOptions>(options, {
    invariants: invariantsOf(scenario),
    bounds: (bounds) => boundFaults(scenario, bounds),
    talks: talksOptions,
  });
  const { invariants = [], bounds: given = {}, talks } = options;
  const bounds = usedBounds(scenario, given);
  const tried = menuOf(scenario, bounds);
  const house = houseOf(scenario, talks);
  const { points, severally, transitions, complete, megabytes, cut } = walk(house, tried, bounds);
  const untold = untoldBy(house.rules.scenario, tried, bounds.extensions, severally);
  const { reads, readOf } = readers();
  const findings = findingsOf({ house, points, complete, untold, reads }, invariants);
  return frozenCopy({
    states: points.length,
    transitions,
    complete,
    megabytes,
    bounds,
    tried,
    cut: [...leftOut(scenario, bounds), ...cut, ...readOf()],
    findings,
  });
}
