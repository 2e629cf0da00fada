// npm run bench: how fast the library is, as ratios of two things timed in turns in one run. It asserts no time: another
// machine has other ones. What a row compares stands in the bench's own file.
import { afterMany } from './after-many-events.js';
import { analysisBesideMarco, shippedExplained, tenSmallest } from './analysis.js';
import { againstByHand } from './assess-by-hand.js';
import { perPosition } from './assess-per-position.js';
import { coursesBesideMachine } from './courses-beside-machine.js';
import { longTexts } from './long-texts.js';
import { helpBesideNothing } from './help.js';
import type { Ratio } from './measure.js';
import { preferencesBesideObjects } from './preferences.js';
import { reportBesideComparison } from './report.js';
import { besideActor } from './talks-beside-actor.js';

type Rows = readonly (readonly [string, Ratio])[];

/** Something measured: a sentence that says of what, and the rows it comes to. */
export interface Bench {
  readonly name: string;
  readonly rows: () => Rows | Promise<Rows>;
}

const BENCHES: readonly Bench[] = [
  againstByHand,
  perPosition,
  besideActor,
  afterMany,
  coursesBesideMachine,
  preferencesBesideObjects,
  analysisBesideMarco,
  tenSmallest,
  shippedExplained,
  longTexts,
  reportBesideComparison,
  helpBesideNothing,
];

const chosen = process.argv.slice(2);
for (const { name, rows } of BENCHES.filter((bench) => chosen.every((word) => bench.name.includes(word)))) {
  console.log(name);
  for (const [row, { median, from, to }] of await rows()) {
    console.log(
      `  ${row.padEnd(58)} ${median.toFixed(2)}  (half of the rounds: ${from.toFixed(2)} to ${to.toFixed(2)})`,
    );
  }
}
