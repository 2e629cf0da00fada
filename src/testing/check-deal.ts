import type { RunDetails } from 'fast-check';
import type { Offer } from '../offers/offer.js';
import type { TalksEvent } from '../scenario/event.js';
import type { Scenario } from '../scenario/scenario.js';
import { draftAmong, regionAmong, type Among } from './among.js';
import { checkOptions } from './bad-options.js';
import type { Reached } from './courses/reached.js';
import type { Shorter } from './courses/shorter.js';
import { decide } from './decide.js';
import { dealOptionChecks } from './deal-option-faults.js';
import {
  beginningWith,
  coursesFor,
  dealsFor,
  dealToRead,
  RUNS,
  SEED,
  whyNothing,
  type CourseDrawing,
  type Drawing,
  type Replay,
} from './drawing.js';
import { fc } from './fast-check.js';
import { isNoFinding, type ConditionInvariant, type DealInvariant, type Finding } from './invariant.js';
import { isPassedOver, whyNotAgain, whyTooFew } from './passed-over.js';
import { replaying } from './replaying.js';
import { replayWords } from './print/replay-words.js';
import { tallyOf, unbroken, type Answer } from './tally.js';
import { titleOf } from './title-of.js';
import { AS_EVER, unconfigured } from './unconfigured.js';

/** What to check, of what, and how long. */
export interface CheckDealOptions extends CourseDrawing {
  readonly invariants: readonly DealInvariant[];
  /** Of which offers those that speak of deals must be so. @defaultValue `'offers'` */
  readonly among?: Among;
  /** How many deals, or courses of talks, to draw for an invariant that is a function. @defaultValue `200` */
  readonly runs?: number;
  /** What decides all that is drawn: another one draws others. @defaultValue `0` */
  readonly seed?: number;
  /** Where in what that seed draws to begin, as a finding gives it: to see one counterexample again, or else that it is not there. */
  readonly path?: string;
}

/** What came of one invariant. */
export interface DealFinding {
  readonly title: string;
  readonly finding: Finding;
  /** Whether that is certain of all of them; if not, it is so of those that were asked. */
  readonly proved: boolean;
  /** How many deals or courses were drawn and asked, shrinking left out; 0 where it was decided without drawing. */
  readonly runs: number;
  /** How many of these have anything of which it speaks: where none has, it is `undetermined`. */
  readonly asked: number;
  /** Of how many of these it could not be told. */
  readonly undetermined: number;
  /** How far these came, where they are courses of talks: what none comes to, nothing is found of. */
  readonly reached?: Reached;
  /** A deal, or a course, for which it is not so, shrunk until nothing that is tried makes it smaller. */
  readonly counterexample?: Offer | readonly TalksEvent[];
  /** Of a course: up to how many events every other was tried, to do with fewer. */
  readonly shorter?: Shorter;
  /** With these as options, the same counterexample is found at once: seed, path, and what else was given that decides what is drawn. */
  readonly replay?: Replay;
  /** What was found, in words: the counterexample to read, as code to paste, and how to see it again. */
  readonly text: string;
}

/**
 * Checks what must be true of a deal, or of talks, and finds a small deal, or a short course, for which it is not.
 *
 * A condition is decided for all offers at once, by a search through the offer space: `held` is then proved, unless it
 * rests on something without an upper bound, which is searched only so far above every figure of the scenario. A function is
 * asked of what is drawn from `seed`, and `held` says that it held there. What could not be told of one of them is
 * `undetermined`, never `held`; so is what there was nothing to ask of, be it that nothing drawn bears on it (`speaksOf`) or
 * that `fc.pre` passed too much of it over, and so is a path at which nothing is broken any more. What speaks of what a draft leaves unsaid is asked of the draft itself as well. A
 * function that throws anything else has broken its invariant.
 *
 * Of what breaks one, the smallest is given that is found. Of a deal that is the smallest of all by `complexityOf`, where the
 * offer space has no more than 2,000; else one that no simpler figure makes smaller by itself, nor with another that makes up
 * for it, and no deal with few simple figures. Of a course, `shorter` says how far all with fewer events were tried: first those
 * of events like its own, then of all that `exhaust` tries by default, of what carries out a text and of days by which
 * something turns.
 *
 * Throws a `FaultError` with `testing/unknown-offer` or `testing/unfit-offer` for a draft
 * that there is not, or that contradicts itself, with `testing/bad-option` or `testing/bad-invariant` for what cannot be
 * asked, and with `testing/no-finding` for a function that returns neither a boolean nor a finding.
 *
 * Random testing with shrinking (Claessen and Hughes, "QuickCheck", 2000).
 *
 * @example
 * const [enough, watched] = checkDeal(scenario, {
 *   among: 'deals',
 *   invariants: [
 *     { condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
 *     { title: 'is not watched', offer: ({ terms }) => JSON.stringify(terms['observer']).includes('false') },
 *   ],
 * });
 * [enough?.finding, enough?.proved]; // ['held', true]
 * watched?.finding; // 'broken'
 */
export function checkDeal(scenario: Scenario, options: CheckDealOptions): readonly DealFinding[] {
  checkOptions<CheckDealOptions>(options, dealOptionChecks(scenario), ['invariants']);
  const { invariants, among = 'offers' } = options;
  return invariants.map((invariant): DealFinding => {
    const title = titleOf(scenario, invariant);
    if ('talks' in invariant) return asked(title, coursesFor(scenario, invariant, options), options);
    const region = regionAmong(scenario, among);
    if ('condition' in invariant && region) return decided(scenario, title, invariant, options);
    try {
      return asked(title, dealsFor(scenario, invariant, options.among), options);
    } catch (error) {
      return { ...NOTHING, title, text: `Undetermined: ${title}\n\n${whyNothing(error)}` };
    }
  });
}

/** A finding of nothing. */
const NOTHING = { finding: 'undetermined', proved: false, runs: 0, asked: 0, undetermined: 0 } as const;

function decided(
  scenario: Scenario,
  title: string,
  invariant: ConditionInvariant,
  { among = 'offers', seed = SEED }: CheckDealOptions,
): DealFinding {
  const region = regionAmong(scenario, among) ?? { kind: 'either', of: [] };
  const decision = decide(scenario, region, invariant.condition, { seed, draft: draftAmong(scenario, among) });
  const shown = (offer: Offer | undefined) => (offer ? `\n\n${dealToRead(scenario, offer)}` : '');
  switch (decision.finding) {
    case 'held': {
      const { unproved } = decision;
      const text =
        unproved === undefined
          ? `Held: ${title} (of all of them)`
          : `Held: ${title}\n\nNone was found that breaks it ${unproved}`;
      return { ...NOTHING, title, finding: 'held', proved: unproved === undefined, text };
    }
    case 'broken':
      return {
        ...NOTHING,
        title,
        finding: 'broken',
        proved: true,
        counterexample: decision.offer,
        text: `Broken: ${title}${shown(decision.offer)}`,
      };
    case 'undetermined':
      return { ...NOTHING, title, text: `Undetermined: ${title}\n\n${decision.why}${shown(decision.offer)}` };
  }
}

/** Ends a run whose finding is `broken`, unlike what an invariant itself throws. */
const BROKEN = new Error('broken');

/** Asks an invariant of what is drawn. */
function asked<T extends Offer | readonly TalksEvent[]>(
  title: string,
  drawing: Drawing<T>,
  { runs = RUNS, seed = SEED, path }: CheckDealOptions,
): DealFinding {
  const tally = tallyOf<T>();
  const ask = (drawn: T) => {
    const answer = answered(drawing, drawn);
    if ('threw' in answer) tally.close();
    else tally.count(drawn, answer);
    if ('threw' in answer) throw asError(answer.threw);
    if (answer.finding === 'broken') throw BROKEN;
  };
  const property = unconfigured(() => fc.property(drawing.arbitrary, ask));
  const details = replaying(path, () =>
    fc.check(property, { ...AS_EVER, ...beginningWith(drawing, runs), seed, ...(path !== undefined && { path }) }),
  );
  if (isNoFinding(details.errorInstance)) throw asError(details.errorInstance);
  const untold = tally.untold();
  const reached = tally.reached();
  const counted = {
    title,
    proved: false,
    runs: details.numRuns,
    asked: tally.asked(),
    undetermined: untold.length,
    ...(reached && { reached }),
  };
  const unasked = whyNotAgain(details, path) ?? whyTooFew(details);
  if (unasked !== undefined)
    return { ...counted, finding: 'undetermined', text: `Undetermined: ${title}\n\n${unasked}` };
  if (details.failed) return { ...counted, finding: 'broken', proved: true, ...brokenBy(title, details, drawing) };
  const [first] = untold;
  if (first === undefined) return { ...counted, ...unbroken(title, details.numRuns, tally, drawing) };
  const text = `Undetermined: ${title} (of ${untold.length} out of ${details.numRuns} drawn)\n\n${drawing.text(first)}`;
  return { ...counted, finding: 'undetermined', text };
}

/** What was thrown, as an error: JavaScript may throw anything. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** What an invariant finds of something drawn, or what it threw. */
function answered<T>(drawing: Drawing<T>, drawn: T): Answer | { readonly threw: unknown } {
  try {
    return drawing.find(drawn);
  } catch (error) {
    if (isPassedOver(error)) throw error;
    return { threw: error };
  }
}

function brokenBy<T extends Offer | readonly TalksEvent[]>(
  title: string,
  details: RunDetails<[T]>,
  { text, draft, given, shorterThan }: Drawing<T>,
) {
  const [counterexample] = details.counterexample ?? [];
  const { seed, counterexamplePath, errorInstance, numShrinks } = details;
  const fewer = counterexample && shorterThan?.(counterexample);
  const replay: Replay = { seed, path: counterexamplePath ?? '', ...given };
  const parts = [
    `Broken: ${title}`,
    ...(errorInstance !== BROKEN ? [`Asking it threw: ${String(errorInstance)}`] : []),
    ...(counterexample !== undefined && counterexample === draft ? ['So it is of the draft itself.'] : []),
    ...(counterexample === undefined ? [] : [text(counterexample)]),
    ...(fewer ? [fewer.sentence] : []),
    `To see it again: ${replayWords(replay)} (shrunk ${numShrinks} times).`,
  ];
  return {
    ...(counterexample !== undefined && { counterexample }),
    ...(fewer && { shorter: fewer.shorter }),
    replay,
    text: parts.join('\n\n'),
  };
}
