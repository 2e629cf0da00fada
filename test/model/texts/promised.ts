import { begunOn } from './begun.js';
import { plannedOn } from './plan.js';
import { type Carried } from './told.js';

/** How talks stand that the text promises, with the days on which they are to begin and to end. */
export interface TalksStand {
  readonly standing: string;
  readonly begin: number | null;
  readonly end: number | null;
  /** Whether what the text says of that holds now, since they have come to nothing so far. */
  readonly isBackedUp: boolean;
}

/** What was last told of talks: that they are open, settled or failed. */
export function turnOf({ told, deal }: Carried, id: string): 'opened' | 'settled' | 'failed' | undefined {
  const on = deal.talks[id]?.on;
  if (on !== undefined) {
    // Those on a phase are told of while the one before it is under way.
    const turn = told.findLast(({ event, phase }) => event.type.startsWith('nextPhase.') && phase === on - 1);
    return turn && (turn.event.type.replace('nextPhase.', '') as ReturnType<typeof turnOf>); // there are no others
  }
  const last = told.findLast(({ event }) => 'talks' in event && event.talks === id)?.event.type;
  if (last === 'promisedTalks.opened') return 'opened';
  if (last === 'promisedTalks.settled') return 'settled';
  return last === 'promisedTalks.failed' ? 'failed' : undefined;
}

/** How the talks on the phase after the present one stand. */
export function nextPhaseOf({ told, began, isToTalk }: Carried): string {
  const last = told.findLast(({ event }) => event.type.startsWith('nextPhase.'));
  if (last?.phase !== began.length) return isToTalk ? 'toBegin' : 'none';
  const turn = last.event.type.replace('nextPhase.', '');
  return turn === 'opened' ? 'underWay' : turn;
}

export function talksStand(model: Carried, id: string): TalksStand {
  const talks = model.deal.talks[id];
  const dayOf = (when: 'begin' | 'end', by: typeof begunOn) => (talks?.[when] ? by(model, talks[when]) : null);
  const standing = wordFor(model, turnOf(model, id), dayOf('begin', begunOn), dayOf('end', begunOn));
  const { on, isBackedUp = false } = talks ?? {};
  const isPast = on !== undefined && model.ended.has(on - 1) && model.began.length < on;
  const isNothing = ['failed', 'overdue'].includes(standing) || (isPast && standing !== 'settled');
  const days = { begin: dayOf('begin', plannedOn), end: dayOf('end', plannedOn) };
  return { standing, ...days, isBackedUp: isBackedUp && isNothing };
}

function wordFor({ day }: Carried, turn: ReturnType<typeof turnOf>, begin: number | null, end: number | null): string {
  if (turn === 'settled' || turn === 'failed') return turn;
  if (end !== null && end < day) return 'overdue';
  if (turn === 'opened') return 'under way';
  return begin !== null && begin <= day ? 'due' : 'not due';
}
