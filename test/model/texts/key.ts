import { windowOf } from './begun.js';
import type { Grain, KeyLine } from './deal.js';
import { saidOf } from './said.js';
import { dutyOf, foundOn, type Carried } from './told.js';

/**
 * How much fish is owed for what was done, or, where nobody has said anything of that, for what is owed: at the least, and at
 * the most. Of grain of no known kind nobody knows which line it belongs to, if to any. For what was found not kept, and of
 * which nobody says anything, nothing is owed; for what is overdue nothing as yet, and all of it should it come. What is owed for all of
 * something is owed with the last of it, as far as anybody knows how much there is.
 */
export function owedByKey(model: Carried, byKey: readonly string[], observer: string | undefined) {
  const most = owedFor(model, byKey, observer).most;
  const sure = byKey.filter((id) => !isMissing(model, id, observer));
  return { least: owedFor(model, sure, observer).least, most };
}

/** Whether something is overdue and nobody says anything of it, nor has found that it was not kept. */
export function isMissing(model: Carried, id: string, observer: string | undefined): boolean {
  if (saidOf(model, id, observer).length > 0 || foundOn(model, id) !== null) return false;
  const { due } = windowOf(model, id, observer);
  return due !== null && due < model.day;
}

function owedFor(model: Carried, byKey: readonly string[], observer: string | undefined) {
  const { lines, there } = model.deal.key;
  const done: Record<Grain, number> = { grain: 0, 'grain/wheat': 0, 'grain/rye': 0 };
  for (const id of byKey) {
    const last = saidOf(model, id, observer).at(-1);
    const toCome = foundOn(model, id) === null ? Math.max(0, (dutyOf(model, id).tonnes ?? 0) - gone(model, id)) : 0;
    done.grain += last?.total ?? toCome;
    done['grain/wheat'] += last?.parts['grain/wheat'] ?? 0;
    done['grain/rye'] += last?.parts['grain/rye'] ?? 0;
  }
  const isByKind = lines.some((line) => line.for && !line.for.of.includes('grain'));
  const unknown = isByKind ? done.grain - done['grain/wheat'] - done['grain/rye'] : 0;
  // However much of the rest is wheat, the others are rye.
  const sorted = Array.from({ length: unknown + 1 }, (_, wheat) => ({
    ...done,
    'grain/wheat': done['grain/wheat'] + wheat,
    'grain/rye': done['grain/rye'] + unknown - wheat,
  }));
  const all = sorted.map((one) => ({
    least: sumOf(lines, (line) => givenBy(line, one, () => there ?? MOST)),
    most: sumOf(lines, (line) => givenBy(line, one, (grain) => (grain === 'grain' ? (there ?? 0) : 0))),
  }));
  return {
    least: whole(Math.min(...all.map(({ least }) => least))),
    most: whole(Math.max(...all.map(({ most }) => most))),
  };
}

/** What a line gives for so much grain of each kind, where there is so much of each. */
function givenBy({ for: given, gives }: KeyLine, done: Record<Grain, number>, there: (grain: Grain) => number): number {
  if (!given) return gives;
  const { n, of } = given;
  if (n !== 'all') return (sumOf(of, (grain) => done[grain]) * gives) / n;
  const isAll = of.every((grain) => done[grain] >= there(grain)) && of.some((grain) => done[grain] > 0);
  return isAll ? gives : 0;
}

/** More grain than that there cannot be. */
const MOST = 100;

const sumOf = <T>(all: readonly T[], figure: (one: T) => number) => all.reduce((sum, one) => sum + figure(one), 0);

/** Whole crates, but for what thirds and their like are off by. */
const whole = (n: number) => Math.floor(n + 1e-9);

/** What was let go of it: all, where no figure was given. */
function gone(model: Carried, id: string): number {
  return model.told.reduce((sum, { event }) => {
    if (event.type !== 'performance.waived' && event.type !== 'performance.excused') return sum;
    return event.obligation === id ? sum + ((event.amount as number | undefined) ?? Infinity) : sum; // drawn so
  }, 0);
}
