import { dutyOf, putOffTo, restedFrom, type Carried } from './told.js';

/**
 * The last day of what is to be done together with others: put off with them, and as long as one of them rests, not to be done
 * either. `ends` is the last day by its words, or as it was put off itself, and `due` is what it would have alone.
 */
export function dueTogether(model: Carried, id: string, opens: number | null, ends: number, due: number): number {
  const { duties } = model.deal;
  const others = Object.keys(duties).filter(
    (other) => duties[other]?.concurrent === id || duties[id]?.concurrent === other,
  );
  const days = others.flatMap((other) => {
    const { kind } = dutyOf(model, other);
    if (kind === 'recurring' || kind === 'refrain') return [];
    const to = putOffTo(model, other);
    if (to !== null) return [restedFrom(model, other, opens, Math.max(to, opens ?? to))];
    // Put off itself, it has the day that was agreed on.
    return putOffTo(model, id) === null ? [restedFrom(model, other, opens, ends)] : [];
  });
  return Math.max(due, ...days);
}
