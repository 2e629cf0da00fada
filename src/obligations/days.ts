import type { Trigger } from '../offers/text/trigger.js';
import type { ClauseNode } from './clause-node.js';
import type { Timed } from './timed.js';

/** The days of a text. */
export interface Timing {
  readonly of: (node: ClauseNode) => Timed;
  /** When a trigger fires. */
  readonly trigger: (trigger: Trigger) => Timed;
}
