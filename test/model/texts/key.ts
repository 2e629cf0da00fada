import { windowOf } from './begun.js';
import type { Grain, KeyLine } from './deal.js';
import { plannedDue } from './plan.js';
import { saidOf } from './said.js';
import { dutyOf, foundOn, restedFrom, type Carried } from './told.js';

/**
 * How much fish is owed for what was done, or, where nobody has said anything of that, for what is owed: at the least, and at
 * the most. Of grain of no known kind nobody knows which line it belongs to, if to any. For what was found not kept, and of
 * which nobody says anything, nothing is owed; for what is overdue, or should be answered by now, nothing as yet, and all of it should it
 * come. What is owed for all of something is owed with the last of it, as far as anybody knows how much there is.
 */
export function owedByKey(model: Carried, byKey: readonly string[], observer: string | undefined) {
  const said = (id: string) => saidOf(model, id, observer).at(-1) ?? toCome(model, id);
  const most = owedFor(model, byKey, said).most;
  const sure = byKey.filter((id) => !isMissing(model, id, observer));
  return { least: owedFor(model, sure, said).least, most };
}

/** Whether something is overdue, or the last day is over of what answers it, and nobody says anything of it, nor has found that it was not kept. */
export function isMissing(model: Carried, id: string, observer: string | undefined): boolean {
  if (saidOf(model, id, observer).length > 0 || foundOn(model, id) !== null) return false;
  const answers = Object.keys(model.deal.duties).filter((other) => dutyOf(model, other).byKey?.includes(id) === true);
  return [id, ...answers].some((one) => {
    const { due } = windowOf(model, one, observer);
    return due !== null && due < model.day;
  });
}

/**
 * How much of what is owed by a key is due by which day, where something was done after its last day: its answer is due so many days
 * later as the text has it after that last day, whatever has been done, put off or suspended, and on the day itself, at the soonest. Nothing where all is due on its own last day.
 */
export function dueByKey(model: Carried, id: string, observer: string | undefined) {
  const { kind, byKey } = dutyOf(model, id);
  const { due } = windowOf(model, id, observer);
  if (!byKey || kind !== 'once' || due === null || due >= model.day) return null;
  const undone = { ...model, told: model.told.filter(({ event }) => !DONE.some((what) => what === event.type)) };
  const [own, ...others] = [id, ...byKey].map((one) => plannedDue(undone, one, observer));
  const answerBy = (other: string, day: number) => {
    const last = others[byKey.indexOf(other)];
    const slack = Math.max(0, (own ?? 0) - (last ?? own ?? 0));
    return Math.max(due, restedFrom(model, id, day, day + slack));
  };
  const done = new Map(byKey.map((other) => [other, saidOf(model, other, observer)]));
  const days = [...done].flatMap(([other, said]) => said.map(({ day }) => answerBy(other, day)));
  const parts = [...new Set([due, ...days])]
    .sort((a, b) => a - b)
    .map((by) => {
      const said = (other: string) => done.get(other)?.findLast(({ day }) => answerBy(other, day) <= by) ?? NOTHING;
      return { day: by, owed: owedFor(model, byKey, said).least };
    })
    // No more than it comes to in the end, where some of what was done was taken back.
    .map(({ day }, i, all) => ({ day, owed: Math.min(...all.slice(i).map(({ owed }) => owed)) }));
  return parts.every(({ owed }) => owed === parts[0]?.owed) ? null : parts;
}

const NOTHING = { total: 0, parts: {} };
const DONE = [
  ...['performance.reported', 'performance.waived', 'performance.excused', 'performance.postponed'],
  ...['performance.suspended', 'performance.resumed', 'instrument.suspended', 'instrument.resumed', 'breach.found'],
];

interface Said {
  readonly total: number;
  readonly parts: Readonly<Partial<Record<Grain, number>>>;
}

function owedFor(model: Carried, byKey: readonly string[], said: (id: string) => Said) {
  const { lines, there } = model.deal.key;
  const done: Record<Grain, number> = { grain: 0, 'grain/wheat': 0, 'grain/rye': 0 };
  for (const id of byKey) {
    const { total, parts } = said(id);
    done.grain += total;
    done['grain/wheat'] += parts['grain/wheat'] ?? 0;
    done['grain/rye'] += parts['grain/rye'] ?? 0;
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

/** What nobody has said anything of comes to what is owed of it, less what was let go; what was found not kept, to nothing. */
function toCome(model: Carried, id: string): Said {
  const isToCome = foundOn(model, id) === null;
  return { total: isToCome ? Math.max(0, (dutyOf(model, id).tonnes ?? 0) - gone(model, id)) : 0, parts: {} };
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
