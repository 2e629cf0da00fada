import { STIRRED, wake, type Agenda } from './agenda.js';
import type { Multiple, Support, Tie } from './ties.js';

export type { Multiple, Support, Tie } from './ties.js';

/** What is known of each variable: a whole-number interval (`±Infinity` for no limit), and what each end rests on. */
export interface Bounds {
  readonly least: number[];
  readonly most: number[];
  readonly leastFrom: Support[];
  readonly mostFrom: Support[];
}

/** A way to write a sum, with what its ends rest on beyond what its variables' do. */
export interface Written {
  readonly sum: readonly Multiple[];
  readonly leastFrom?: Support;
  readonly mostFrom?: Support;
}

/** A sum with each variable in it once; those that cancel out are gone. */
export function addedUp(sum: readonly Multiple[]): readonly Multiple[] {
  const times = new Map<number, number>();
  for (const one of sum) times.set(one.of, (times.get(one.of) ?? 0) + one.times);
  return [...times].filter(([, n]) => n !== 0).map(([of, n]) => ({ of, times: n }));
}

/** Two lists of facts as one, ascending, each once. */
export function bothSupports(a: Support, b: Support): Support {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  const both: number[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length;) {
    const [x = Infinity, y = Infinity] = [a[i], b[j]];
    both.push(Math.min(x, y));
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both;
}

/** Which ties narrow something in these bounds by themselves, by their number. Leaves `bounds` as they are. */
export function unrest(bounds: Bounds, ties: readonly Tie[]): Uint8Array {
  const trial = copyBounds(bounds);
  const agenda: Agenda = { ties, tiesOf: [], waiting: new Uint8Array(), again: [], at: 0 };
  return Uint8Array.from(ties, (tie) => {
    tightenBy(trial, tie, agenda);
    const changed = tie.sum.filter(
      ({ of }) => trial.least[of] !== bounds.least[of] || trial.most[of] !== bounds.most[of],
    );
    for (const { of } of changed) copyAt(of, bounds, trial);
    return changed.length > 0 ? STIRRED : 0;
  });
}

/** A copy that can be tightened without touching the original. */
export function copyBounds(bounds: Bounds): Bounds {
  return {
    least: [...bounds.least],
    most: [...bounds.most],
    leastFrom: [...bounds.leastFrom],
    mostFrom: [...bounds.mostFrom],
  };
}

/** Puts what one set of bounds knows of a variable into another. */
function copyAt(v: number, from: Bounds, to: Bounds): void {
  to.least[v] = boundOf(from.least, v);
  to.most[v] = boundOf(from.most, v);
  to.leastFrom[v] = from.leastFrom[v] ?? [];
  to.mostFrom[v] = from.mostFrom[v] ?? [];
}

/**
 * Narrows bounds by what the ties say, as far as reasoning on intervals goes, and keeps what each end rests on.
 *
 * Changes `bounds`. Where they turn out to be impossible, returns the facts that exclude each other; else nothing.
 * Bounds propagation over linear constraints (Harvey and Schimpf, "Bounds consistency techniques for long linear
 * constraints", 2002). Sound always; stops early, hence less sharp, on ties that only creep.
 *
 * @param waiting - which ties may narrow something, by their number, as `unrest` finds and `stir` notes; without it, all
 */
export function tighten(
  bounds: Bounds,
  ties: readonly Tie[],
  tiesOf: readonly (readonly number[])[],
  waiting: Uint8Array = new Uint8Array(ties.length).fill(STIRRED),
): Support | undefined {
  for (let v = 0; v < bounds.least.length; v++) {
    if (boundOf(bounds.least, v) > boundOf(bounds.most, v)) return crossing(bounds, v);
  }
  // Each tie once in their order, then as they come up again, until none does.
  const agenda: Agenda = { ties, tiesOf, waiting, again: [], at: 0 };
  for (; agenda.at < ties.length; agenda.at++) {
    const impossible = settle(bounds, agenda.at, agenda);
    if (impossible) return impossible;
  }
  for (let next = 0; next < agenda.again.length && next < 199 * ties.length; next++) {
    const impossible = settle(bounds, agenda.again[next] ?? 0, agenda);
    if (impossible) return impossible;
  }
  return undefined;
}

function settle(bounds: Bounds, t: number, agenda: Agenda): Support | undefined {
  const isStirred = agenda.waiting[t] === STIRRED;
  agenda.waiting[t] = 0;
  const tie = isStirred ? agenda.ties[t] : undefined;
  return tie && tightenBy(bounds, tie, agenda);
}

function tightenBy(bounds: Bounds, tie: Tie, agenda: Agenda): Support | undefined {
  if (isLoose(bounds, tie)) return undefined;
  const { sum, least = -Infinity, most = Infinity } = tie;
  for (let at = 0; at < sum.length; at++) {
    const one = sum[at];
    if (one === undefined || one.times === 0) continue; // nothing times a variable says nothing of it
    const { of: v, times } = one;
    // times × v ≤ most − (least of the rest), and times × v ≥ least − (most of the rest)
    const upper = most === Infinity ? Infinity : most - restEnd(bounds, sum, at, 'least');
    const lower = least === -Infinity ? -Infinity : least - restEnd(bounds, sum, at, 'most');
    const newLeast = Math.ceil((times > 0 ? lower : upper) / times);
    const newMost = Math.floor((times > 0 ? upper : lower) / times);
    if (newLeast > boundOf(bounds.least, v)) {
      bounds.least[v] = newLeast;
      bounds.leastFrom[v] = restSupport(bounds, tie, at, times > 0 ? 'most' : 'least');
      wake(agenda, v, 'least');
    }
    if (newMost < boundOf(bounds.most, v)) {
      bounds.most[v] = newMost;
      bounds.mostFrom[v] = restSupport(bounds, tie, at, times > 0 ? 'least' : 'most');
      wake(agenda, v, 'most');
    }
    if (boundOf(bounds.least, v) > boundOf(bounds.most, v)) return crossing(bounds, v);
  }
  return undefined;
}

/**
 * Whether a tie narrows nothing, told from its whole sum: no member is wider than what the sum has to spare at either end.
 * Where an end is not known, or may not be exact, each member has to be looked at.
 */
function isLoose(bounds: Bounds, { sum, least, most }: Tie): boolean {
  let [low, high, widest] = [0, 0, 0];
  for (const one of sum) {
    const [from, to] = [multipleEnd(bounds, one, 'least'), multipleEnd(bounds, one, 'most')];
    low += from;
    high += to;
    if (from > to) return false;
    widest = Math.max(widest, to - from);
  }
  if (!(-low <= Number.MAX_SAFE_INTEGER && high <= Number.MAX_SAFE_INTEGER)) return false;
  return (most === undefined || widest <= most - low) && (least === undefined || widest <= high - least);
}

/** The least or most that a sum without its member `skip` can be. */
function restEnd(bounds: Bounds, sum: readonly Multiple[], skip: number, end: 'least' | 'most'): number {
  let total = 0;
  for (let at = 0; at < sum.length; at++) {
    const one = sum[at];
    if (at !== skip && one !== undefined) total += multipleEnd(bounds, one, end);
  }
  return total;
}

function restSupport(bounds: Bounds, tie: Tie, skip: number, end: 'least' | 'most'): Support {
  // The most that the rest can be is held against the tie's lower end.
  let support: Support = bothSupports(tie.support ?? [], (end === 'most' && tie.leastFrom) || []);
  for (let at = 0; at < tie.sum.length; at++) {
    const one = tie.sum[at];
    if (at !== skip && one !== undefined) support = bothSupports(support, multipleSupport(bounds, one, end));
  }
  return support;
}

/** The least or most that a multiple of a variable can be. */
export function multipleEnd(bounds: Bounds, one: Multiple, end: 'least' | 'most'): number {
  if (one.times === 0) return 0;
  const side = one.times > 0 === (end === 'least') ? bounds.least : bounds.most;
  const bound = one.times * boundOf(side, one.of);
  // Beyond what whole numbers hold exactly nothing is claimed: no bound is always sound.
  if (Math.abs(bound) <= Number.MAX_SAFE_INTEGER) return bound;
  return end === 'least' ? -Infinity : Infinity;
}

/** What the least or most of a multiple rests on. */
export function multipleSupport(bounds: Bounds, one: Multiple, end: 'least' | 'most'): Support {
  const side = one.times > 0 === (end === 'least') ? bounds.leastFrom : bounds.mostFrom;
  return side[one.of] ?? [];
}

function crossing(bounds: Bounds, v: number): Support {
  return bothSupports(bounds.leastFrom[v] ?? [], bounds.mostFrom[v] ?? []);
}

function boundOf(side: readonly number[], v: number): number {
  const bound = side[v];
  if (bound === undefined) throw new RangeError(`No variable ${v}: bounds cover 0 to ${side.length - 1}.`);
  return bound;
}
