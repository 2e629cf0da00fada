import type { Place } from './spans.js';

/** What is settled of something that an offer says nothing of, or not enough. */
export interface Filling {
  readonly place: Place;
  /** Of a figure: from where to where, in its whole numbers; an absent end is left open. */
  readonly least?: number;
  readonly most?: number;
  /** Of a length: how many calendar months it is worded in. */
  readonly months?: number;
  /** Of a flag or a choice: what it may be. */
  readonly found?: readonly (string | boolean)[];
}
