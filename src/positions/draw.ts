import type { Frame } from './frame.js';
import type { Region } from './region.js';
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

const TABLE: Table<Condition, Frame, Region> = {
  all: all.draw,
  any: any.draw,
  before: before.draw,
  begins: begins.draw,
  choice: choice.draw,
  compare: compare.draw,
  flag: flag.draw,
  ifThen: ifThen.draw,
  length: length.draw,
  not: not.draw,
  rank: rank.draw,
  ratio: ratio.draw,
};

/**
 * Draws where the offers lie on which a condition is met, or unmet, as a region to generate them from.
 *
 * @param condition - one of a checked scenario; an id it does not know makes for a `RangeError`
 * @example
 * const frame: Frame = { ...scenario, layout: layoutOf(scenario), want: 'unmet' };
 * draw({ kind: 'compare', of: 'catch', op: '>=', line: 40 }, frame);
 * // { kind: 'band', sum: [{ of: 'catch', times: 1 }], most: 39 }
 */
export const draw = /* @__PURE__ */ readWith<Condition, Frame, Region>(TABLE);
