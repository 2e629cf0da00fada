import type { TalksEvent } from 'sticking-points';
import { phaseEnd } from './anchors.js';
import { begunOn } from './begun.js';
import type { Carried } from './told.js';

/**
 * When phases ended that are over by now, in a deal that goes by other words since a day: those that ended after that, and by these
 * words on another day, or not yet, did so. But one by whose end another has begun stays as it was.
 */
export function endedAnew(before: Carried, after: Carried, since: number): ReadonlyMap<number, number> {
  const ends = [...before.ended].flatMap(([n, end]): [number, number][] => {
    if (end <= since) return [[n, end]];
    const [was, is] = [before, after].map((model) => overOn(model, n, since));
    if (was === is || isGround(before, n, is ?? null, since)) return [[n, end]];
    return typeof is === 'number' ? [[n, is]] : [];
  });
  return new Map(ends);
}

/** The phases of a deal with one that was made longer, on a day on which it went on, and is over by now. */
export function extendedAnew(before: Carried, after: Carried, n: number, since: number): ReadonlyMap<number, number> {
  if (!before.ended.has(n)) return before.ended;
  const is = overOn(after, n, since);
  const others = [...before.ended].filter(([other]) => other !== n);
  return new Map(is === null ? others : [...others, [n, is]]);
}

/** Whether a phase was over by now, but not on the day on which it is said to have been made longer, and may be longer still. */
export function mayBeLonger(
  model: Carried,
  n: number,
  event: Extract<TalksEvent, { type: 'phase.extended' }>,
  on: number,
) {
  const end = model.ended.get(n);
  return end === undefined || (end > on && on < model.day && !isGround(model, n, end + event.days, on));
}

/** The day on which a phase was over by what was known then: of what is told on a day only once that is over. */
function overOn(model: Carried, n: number, since: number): number | null {
  const ended = new Map([...model.ended].filter(([other]) => other !== n));
  for (let day = since; day <= model.day; day++) {
    const end = phaseEnd({ ...knownBy(model, n, day === since ? day : day - 1), day, ended }, n);
    if (end !== null && end <= day) return Math.max(end, since);
  }
  return null;
}

/** What had been told by a day; of talks that were opened again nothing of what was before. How long a phase is to be counts always. */
function knownBy(model: Carried, n: number, day: number): Carried {
  const isOfTalks = ({ event, phase }: Carried['told'][number]) => event.type.startsWith('nextPhase.') && phase === n;
  const opened = model.told.findLastIndex((one) => isOfTalks(one) && one.event.type === 'nextPhase.opened');
  const told = model.told.filter(
    (one, at) => one.event.type === 'phase.extended' || (one.day <= day && !(isOfTalks(one) && at < opened)),
  );
  return { ...model, told };
}

/** Whether a later phase has begun since a day, and would not have, had a phase ended on another day, or not by now. */
function isGround(model: Carried, n: number, end: number | null, since: number): boolean {
  const moved = { ...model, ended: new Map([...model.ended, [n, end ?? model.day + 1]]) };
  return model.began.some((began, i) => {
    const begins = model.deal.phases[i]!.begins;
    if (i < n || began <= since) return false;
    return begins ? begunOn(model, begins) !== begunOn(moved, begins) : i === n;
  });
}
