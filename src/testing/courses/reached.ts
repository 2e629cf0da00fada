import { figure } from '../../base/list.js';
import type { Talks } from '../../machine/talks.js';
import type { TalksEvent } from '../../scenario/event.js';

/** How many courses of talks came how far: without any to be told of, a law of carrying out says little. */
export interface Reached {
  /** To an agreement. */
  readonly agreed: number;
  /** To a deal in force. */
  readonly inForce: number;
  /** To a deal fulfilled. */
  readonly fulfilled: number;
  /** To an end of any kind, be it that the deal is fulfilled, superseded or ended, or that time ran out. */
  readonly ended: number;
}

/** How far a course may come. */
export type Stage = keyof Reached;

/** How far this course came, which is where these talks stand. */
export function stagesOf(events: readonly TalksEvent[], talks: Talks): readonly Stage[] {
  const is = (type: TalksEvent['type']) => events.some((event) => event.type === type);
  const stages: Readonly<Record<Stage, boolean>> = {
    agreed: is('agreement.concluded'),
    inForce: is('deal.started'),
    fulfilled: talks.state === 'fulfilled',
    ended: talks.snapshot.status !== 'active',
  };
  // The keys are those of the record above.
  return (Object.keys(stages) as Stage[]).filter((stage) => stages[stage]);
}

/** The same in a sentence. */
export function reachedText({ agreed, inForce, fulfilled, ended }: Reached): string {
  return `Of these courses ${figure(agreed)} came to an agreement, ${figure(inForce)} to a deal in force and ${figure(fulfilled)} to a deal fulfilled; ${figure(ended)} came to an end.`;
}
