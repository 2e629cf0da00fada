import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';
import type { Dice } from './dice.js';

/** What may happen in talks: how likely it is to be tried, and an event of this type, if one can be thought of. */
export interface Happening<T extends TalksEvent['type'] = TalksEvent['type']> {
  readonly type: T;
  readonly weight: number;
  readonly event: (talks: Talks, dice: Dice) => TalksEvent | undefined;
}
