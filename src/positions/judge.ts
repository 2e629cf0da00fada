import type { Deal } from '../offers/deal.js';
import type { Surface } from '../terms/surface.js';
import type { Condition } from './condition.js';
import * as all from './kinds/all.js';
import * as any from './kinds/any.js';
import * as before from './kinds/before.js';
import * as begins from './kinds/begins.js';
import * as choice from './kinds/choice.js';
import * as compare from './kinds/compare.js';
import * as flag from './kinds/flag.js';
import * as ifThen from './kinds/if-then.js';
import * as length from './kinds/length.js';
import * as not from './kinds/not.js';
import * as rank from './kinds/rank.js';
import * as ratio from './kinds/ratio.js';
import { readWith, type Table } from './reading.js';
import type { Judge, Judged } from './judged.js';

const TABLE: Table<Condition, Surface, Judge> = {
  all: all.judge,
  any: any.judge,
  before: before.judge,
  begins: begins.judge,
  choice: choice.judge,
  compare: compare.judge,
  flag: flag.judge,
  ifThen: ifThen.judge,
  length: length.judge,
  not: not.judge,
  rank: rank.judge,
  ratio: ratio.judge,
};

/** Makes a condition ready to be judged: what does not depend on the deal is worked out here, once. */
export const judgeOf = /* @__PURE__ */ readWith<Condition, Surface, Judge>(TABLE);

/**
 * Judges a condition on a deal, three-valued: `met` and `unmet` hold for every completion of the offer, `open` means
 * that both are possible, or that reasoning on intervals cannot tell. The parts of a condition are joined by strong
 * three-valued logic (Kleene, "Introduction to Metamathematics", 1952).
 *
 * @param condition - one of a checked scenario; an id it does not know makes for a `RangeError`
 * @example
 * const deal = readDeal(settingOf(scenario), counter);
 * judge({ kind: 'compare', of: 'catch', op: '<=', line: 60 }, deal).margins[0]?.slack; // { least: 10, most: 10 }
 *
 * // The offer is known in part, and says nothing of an observer.
 * judge({ kind: 'flag', of: 'observer', is: true }, deal).causes; // [{ why: 'not reported', of: 'observer' }]
 */
export function judge(condition: Condition, deal: Deal): Judged {
  return judgeOf(condition, deal)(deal);
}
