import type { EventDetails, EventIds } from './details.js';

/**
 * A step of ratification is decided: by votes, or as reported where no votes are known. Where it takes the approval of so many
 * bodies, one of them has decided.
 */
export interface RatificationVoted<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'ratification.voted';
  readonly step: string;
  /** Which body of the step has decided, where its rule names several. */
  readonly body?: string;
  readonly outcome?: 'approved' | 'rejected';
  readonly votes?: { readonly for: number; readonly against: number; readonly abstained?: number };
}

/** An objection to an approval, within its days: sustained, approval has failed; dismissed, nothing changes. */
export interface RatificationObjected<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'ratification.objected';
  readonly step: string;
  readonly outcome: 'sustained' | 'dismissed';
  readonly by?: string;
}
