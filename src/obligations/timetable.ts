import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ClauseNode } from './clause-node.js';
import type { Happened } from './happened.js';
import type { Instant } from './instant.js';
import type { Timed } from './timed.js';

/** What timing a text needs. */
export interface Timetable {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly happened: Happened;
  /** `plan`: what is not done yet is taken to be done on its last day. `fact`: only what has happened counts. */
  readonly by: 'plan' | 'fact';
  /** In a plan: what is not done yet is done on this day at the earliest, late as it may be. */
  readonly noEarlier?: Instant;
  /**
   * `wait`: what closes before it opens has no last day, unless those who owe it kept it shut by a delay of their own; and what
   * comes round until a day has that of its last turn by then.
   * Without it, last days lie as they are worded, and no day moves against another: so a review wants them.
   */
  readonly shutWindows?: 'wait';
  /** What an obligation owes in all, for running totals. */
  readonly owes: (obligation: string) => number;
  /** How much of that falls due each time that it comes round, in turn. Without it, all of it is due on its last day. */
  readonly turns?: (obligation: string) => readonly number[];
  /** How much of it there may be in all: what a share of a total is a share of, where nothing is owed for certain. */
  readonly allows?: (obligation: string) => number;
  /** Whether it is not settled how much it owes: a share of a total counts the most that it may be. */
  readonly isUnsettled?: (obligation: string) => boolean;
}

/** The day of a node that has been timed, as far as it has been. */
export type Look = (node: ClauseNode) => Timed;
