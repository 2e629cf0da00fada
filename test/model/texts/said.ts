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
  const all = [...by.values()];
  if (all.length < 2) return all[0] ?? [];
  // Nobody disputes of a day what the lowest has of it; who has not spoken by then disputes nothing.
  const days = [...new Set(all.flat().map(({ day }) => day))].sort((a, b) => a - b);
  return days.map((day) => {
    const said = all.flatMap((one) => one.findLast((step) => step.day <= day) ?? []);
    const out = said.filter(({ total }) => total < least || total > most);
    const [lowest] = (out.length > 0 ? out : said).sort((a, b) => a.total - b.total);
    return { ...lowest!, day };
  });
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

/** Whether its owner keeps it back: until what counts of it has grown since, or, of a level, anything is said of it. */
export function isWithheld(model: Carried, id: string): boolean {
  const since = model.told.findLastIndex(
    ({ event }) => event.type === 'performance.withheld' && event.obligation === id,
  );
  if (since < 0) return false;
  const doneAfter = (n: number) => saidOf({ ...model, told: model.told.slice(0, n) }, id, undefined).at(-1)?.total ?? 0;
  return model.told.every(({ event }, i) => {
    if (i < since || event.type !== 'performance.reported' || event.obligation !== id) return true;
    return dutyOf(model, id).kind !== 'level' && doneAfter(i + 1) <= doneAfter(since);
  });
}
