import type { Namers } from '../terms/amount-words.js';
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

const TABLE: Table<Condition, Namers, string> = {
  all: all.say,
  any: any.say,
  before: before.say,
  begins: begins.say,
  choice: choice.say,
  compare: compare.say,
  flag: flag.say,
  ifThen: ifThen.say,
  length: length.say,
  not: not.say,
  rank: rank.say,
  ratio: ratio.say,
};

/**
 * Says a condition in plain English, bracketed so exactly that it can be read back. A source's own words for an amount
 * are left to those who show it.
 *
 * @param input - what names terms and counts: the scenario
 * @example
 * say({ kind: 'compare', of: 'catch', op: '>=', line: 40 }, scenario); // 'catch: at least 40 tonnes'
 */
export const say = /* @__PURE__ */ readWith<Condition, Namers, string>(TABLE);
