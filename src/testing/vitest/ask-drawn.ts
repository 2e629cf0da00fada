import type { RunDetails } from 'fast-check';
import type { CheckDealOptions } from '../check-deal.js';
import { beginningWith, RUNS, SEED, type Drawing } from '../drawing.js';
import { fc } from '../fast-check.js';
import { isNoFinding } from '../invariant.js';
import { whyNotAgain, whyTooFew } from '../passed-over.js';
import { replaying } from '../replaying.js';
import { tallyOf, unbroken, type Tally } from '../tally.js';
import { AS_EVER, unconfigured } from '../unconfigured.js';
import { reportOf, type Outcome, type Reporting } from './report-of.js';
import { prop, TestRunner } from './runner.js';

/** How what is drawn is asked: as `checkDeal` would, and for how long. */
type Asking = Pick<CheckDealOptions, 'runs' | 'seed' | 'path'> & Reporting & { readonly timeout?: number };

/** What vitest takes for no limit of time. */
export const NO_LIMIT = 0;

/** Where no limit is given, `test.prop` takes the one that is configured for all properties. */
const ENDLESS = { interruptAfterTimeLimit: Infinity };

/** Ends a run whose finding is `broken`, so that fast-check shrinks it; unlike what an invariant itself throws. */
const BROKEN = new Error('broken');

/** A case that asks an invariant of one thing drawn after another. Only what breaks it is shrunk. */
export function askDrawn<T>(title: string, drawing: Drawing<T>, asking: Asking): void {
  const { arbitrary, find, text } = drawing;
  const { runs = RUNS, seed = SEED, path } = asking;
  if (path !== undefined) {
    // Told where the case is made: once it runs, fast-check's own error ends it.
    replaying(path, () =>
      fc.check(
        unconfigured(() => fc.property(arbitrary, () => true)),
        { ...AS_EVER, ...beginningWith(drawing, 1), seed, path },
      ),
    );
  }
  let tally = tallyOf<T>();
  const ask = (drawn: T) => {
    const answer = find(drawn);
    tally.count(drawn, answer);
    if (answer.finding === 'broken') throw BROKEN;
  };
  const outcome = (details: RunDetails<[T]>, counted: Tally<T>): Outcome => {
    const unasked = whyNotAgain(details, path) ?? whyTooFew(details);
    if (unasked !== undefined) return { finding: 'undetermined', text: `Undetermined: ${title}\n\n${unasked}` };
    if (details.failed) return brokenBy(title, details, drawing);
    const untold = counted.untold();
    const [first] = untold;
    if (first === undefined) return unbroken(title, details.numRuns, counted, drawing);
    const what = `Undetermined: ${title} (${untold.length} of ${details.numRuns} drawn, seed ${details.seed})`;
    return { finding: 'undetermined', text: `${what}\n\n${text(first)}` };
  };
  const reporter = (details: RunDetails<[T]>) => {
    const counted = tally;
    tally = tallyOf<T>(); // a case that is run again begins anew
    // Something is wrong with how it was asked: that is no finding, as it is none of checkDeal.
    if (isNoFinding(details.errorInstance)) throw details.errorInstance as Error;
    reportOf(outcome(details, counted), skip, asking);
  };
  const parameters = {
    ...AS_EVER,
    ...ENDLESS,
    ...beginningWith(drawing, runs),
    seed,
    reporter,
    ...(path !== undefined && { path }),
  };
  prop<[T]>([arbitrary], parameters)(title, ask, asking.timeout ?? NO_LIMIT);
  const skip = skipOfLast();
}

function brokenBy<T>(title: string, details: RunDetails<[T]>, { text, shorterThan }: Drawing<T>): Outcome {
  const { counterexample, errorInstance } = details;
  const thrown = errorInstance !== null && errorInstance !== BROKEN;
  const fewer = counterexample && shorterThan?.(counterexample[0]);
  const parts = [
    thrown ? `Broken: ${title}: asking it threw an error` : `Broken: ${title}`,
    // What prints itself is told by fast-check's own report.
    ...(counterexample && !fc.hasToStringMethod(counterexample[0]) ? [text(counterexample[0])] : []),
    ...(fewer ? [fewer.sentence] : []),
    fc.defaultReportMessage(details),
  ];
  return { finding: 'broken', text: parts.join('\n\n'), ...(thrown && { cause: errorInstance }) };
}

/** How to skip the case that was collected last. Asked now: while cases run side by side nobody can say which is running. */
function skipOfLast(): (why: string) => void {
  const last = TestRunner.getCurrentSuite().tasks.at(-1);
  return (why) => last?.type === 'test' && last.context.skip(why);
}
