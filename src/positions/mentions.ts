import type { Mention } from './mention.js';
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

const TABLE: Table<Condition, undefined, readonly Mention[]> = {
  all: all.mentions,
  any: any.mentions,
  before: before.mentions,
  begins: begins.mentions,
  choice: choice.mentions,
  compare: compare.mentions,
  flag: flag.mentions,
  ifThen: ifThen.mentions,
  length: length.mentions,
  not: not.mentions,
  rank: rank.mentions,
  ratio: ratio.mentions,
};

/**
 * The terms a condition speaks of, in the order in which it does.
 *
 * @param input - nothing: `undefined`
 * @example
 * mentions({ kind: 'compare', of: 'catch', in: 1, op: '>=', line: 40 }, undefined); // [{ term: 'catch', in: 1 }]
 */
export const mentions = /* @__PURE__ */ readWith<Condition, undefined, readonly Mention[]>(TABLE);
