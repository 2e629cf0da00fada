import { levelOf } from './level.js';
import { dutyOf, toldOf, type Carried } from './told.js';

/** How much was said to have been done in all up to a day, and how much of it to be of which kind. */
interface Said {
  readonly day: number;
  readonly total: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** What one observer said, day by day, in all; the one whose word counts, where none is asked for. */
export function saidOf(model: Carried, id: string, observer: string | undefined): readonly Said[] {
  const by = new Map<string, Said[]>();
  for (const { day, event } of toldOf(model, 'performance.reported', id)) {
    const who = event.observer ?? '';
    const said = [...(by.get(who) ?? []), { day, total: event.amount as number, parts: event.parts ?? {} }]; // drawn as a number
    // In the order of the days that they are of, though some may be told later than others.
    by.set(
      who,
      said.sort((a, b) => a.day - b.day),
    );
  }
  if (observer !== undefined) return by.get(observer) ?? [];
  const { verifier } = dutyOf(model, id);
  if (verifier !== undefined && by.has(verifier)) return by.get(verifier) ?? [];
  // Of a level, it is held only where nobody says that it is not.
  const { least, most } = dutyOf(model, id).kind === 'level' ? levelOf(model, id) : { least: 0, most: Infinity };
  const isOut = (one: readonly Said[]) => one.at(-1)!.total < least || one.at(-1)!.total > most;
  const all = [...by.values()];
  const out = all.filter(isOut);
  let lowest: readonly Said[] = [];
  for (const one of out.length > 0 ? out : all) {
    if (lowest.length === 0 || one.at(-1)!.total < lowest.at(-1)!.total) lowest = one;
  }
  return lowest;
}

/** The day since which anything has been done of it; what was taken back was never begun. */
export function startedOn(model: Carried, id: string, observer: string | undefined): number | null {
  return reachedOn(saidOf(model, id, observer), Number.MIN_VALUE);
}

/** The day since which a total has been reached. */
export function reachedOn(steps: readonly { day: number; total: number }[], needed: number): number | null {
  const lastBelow = steps.findLastIndex(({ total }) => total < needed);
  return steps[lastBelow + 1]?.day ?? null;
}
