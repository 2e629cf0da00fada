import type { Checked } from './checks.js';
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

const TABLE: Table<Condition, Checked, void> = {
  all: all.check,
  any: any.check,
  before: before.check,
  begins: begins.check,
  choice: choice.check,
  compare: compare.check,
  flag: flag.check,
  ifThen: ifThen.check,
  length: length.check,
  not: not.check,
  rank: rank.check,
  ratio: ratio.check,
};

/** Reports every id in a condition that names nothing, and every figure that cannot be. */
export const checkCondition = /* @__PURE__ */ readWith<Condition, Checked, void>(TABLE);
