import type { Offer } from '../offers/offer.js';
import type { Text } from '../offers/text/text.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TextRun } from './text-run.js';

/** A text that is being carried out, and what has become of it. */
export interface Delivery {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly run: TextRun;
  /** Whether the deal is over, and its present day with it. */
  readonly isOver?: boolean;
}
