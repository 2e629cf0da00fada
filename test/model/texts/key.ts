import { windowOf } from './begun.js';
import type { KeyLine } from './deal.js';
import { saidOf } from './said.js';
import { dutyOf, foundOn, type Carried } from './told.js';

/**
 * How much fish is owed for what was done, or, where nobody has said anything of that, for what is owed: at the least, and at
 * the most. Of grain of no known kind nobody knows which line it belongs to, if to any. For what was found not kept, and of
 * which nobody says anything, nothing is owed; for what is overdue nothing as yet, and all of it should it come.
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
  const { lines, isRyeOutside } = model.deal.key;
  const done = { grain: 0, 'grain/wheat': 0, 'grain/rye': 0 };
  for (const id of byKey) {
    const last = saidOf(model, id, observer).at(-1);
    const toCome = foundOn(model, id) === null ? Math.max(0, (dutyOf(model, id).tonnes ?? 0) - gone(model, id)) : 0;
    done.grain += last?.total ?? toCome;
    done['grain/wheat'] += last?.parts['grain/wheat'] ?? 0;
    done['grain/rye'] += last?.parts['grain/rye'] ?? 0;
  }
  const rate = ({ for: given, gives }: KeyLine) => (given ? gives / given.n : 0);
  const certain = lines.reduce((sum, line) => {
    if (!line.for) return sum + line.gives;
    return sum + line.for.of.reduce((all, of) => all + done[of], 0) * rate(line);
  }, 0);
  const byKind = lines.filter((line) => line.for && !line.for.of.includes('grain'));
  if (byKind.length === 0) return { least: whole(certain), most: whole(certain) };
  const unknown = done.grain - done['grain/wheat'] - done['grain/rye'];
  const rates = byKind.map(rate);
  const least = isRyeOutside ? 0 : Math.min(...rates);
  return { least: whole(certain + unknown * least), most: whole(certain + unknown * Math.max(...rates)) };
}

/** Whole crates, but for what thirds and their like are off by. */
const whole = (n: number) => Math.floor(n + 1e-9);

/** What was let go of it: all, where no figure was given. */
function gone(model: Carried, id: string): number {
  return model.told.reduce((sum, { event }) => {
    if (event.type !== 'performance.waived' && event.type !== 'performance.excused') return sum;
    return event.obligation === id ? sum + ((event.amount as number | undefined) ?? Infinity) : sum; // drawn so
  }, 0);
}
