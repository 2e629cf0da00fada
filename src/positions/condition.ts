import type { All } from './kinds/all.js';
import type { Any } from './kinds/any.js';
import type { Before } from './kinds/before.js';
import type { Begins } from './kinds/begins.js';
import type { ChoiceCondition } from './kinds/choice.js';
import type { Compare } from './kinds/compare.js';
import type { FlagCondition } from './kinds/flag.js';
import type { IfThen } from './kinds/if-then.js';
import type { LengthCondition } from './kinds/length.js';
import type { Not } from './kinds/not.js';
import type { RankCondition } from './kinds/rank.js';
import type { RatioCondition } from './kinds/ratio.js';

/**
 * What must hold of a deal, as plain data: the one language of positions and invariants.
 *
 * @example
 * const condition: Condition = {
 *   kind: 'all',
 *   of: [
 *     { kind: 'compare', of: 'catch', op: '>=', line: 40 },
 *     { kind: 'not', of: { kind: 'flag', of: 'observers', is: false } },
 *   ],
 * };
 */
export type Condition = Simple | All<Condition> | Any<Condition> | Not<Condition> | IfThen<Condition>;

/** The kinds that hold no other condition. */
export type Simple =
  Compare | LengthCondition | RatioCondition | FlagCondition | ChoiceCondition | RankCondition | Begins | Before;
