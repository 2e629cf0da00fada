import type { Formula } from './formula.js';
import type { Frame } from './frame.js';
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

const TABLE: Table<Condition, Frame, Formula> = {
  all: all.encode,
  any: any.encode,
  before: before.encode,
  begins: begins.encode,
  choice: choice.encode,
  compare: compare.encode,
  flag: flag.encode,
  ifThen: ifThen.encode,
  length: length.encode,
  not: not.encode,
  rank: rank.encode,
  ratio: ratio.encode,
};

/**
 * Encodes that a condition is met, or that it is unmet, as a formula over the variables of the offer space.
 *
 * @param condition - one of a checked scenario; an id it does not know makes for a `RangeError`
 * @example
 * const frame: Frame = { ...scenario, layout: layoutOf(scenario), want: 'met' };
 * encode({ kind: 'compare', of: 'catch', op: '>=', line: 40 }, frame);
 * // { kind: 'and', of: [{ kind: 'linear', sum: [{ of: 'catch', times: 1 }], least: 40 }] }
 */
export const encode = /* @__PURE__ */ readWith<Condition, Frame, Formula>(TABLE);
