import type { Formula } from '../positions/formula.js';
import type { Scenario } from '../scenario/scenario.js';
import { namesIn } from './offer-space.js';
import type { Filling } from './filling.js';
import { findWidest } from './widest.js';
import type { Feasibility } from './feasibility.js';
import type { Unknown, Values } from './program.js';
import { hasPhase, placesOf, type Place } from './spans.js';
import type { Stopped } from './watch.js';

/** What has to be filled in. */
export interface FillAsked {
  readonly scenario: Scenario;
  /** The completions of the offer, with every kept claim's negation to be asked of them. */
  readonly feasibility: Feasibility;
  readonly kept: readonly Formula[];
  /** A completion that meets all that is kept. */
  readonly values: Values;
  /** Paths that are settled already. */
  readonly settled: readonly string[];
  /** Whether what is said at a place may become a range: it says no more than from where to where. */
  readonly mayRange: (path: string) => boolean;
}

/**
 * Finds what has to be said besides for kept claims to be met whatever else is filled in: as few things as can be, in the
 * sense that none of them can be left out, and each of them as far as it need be and no further.
 */
export async function fillIn(asked: FillAsked): Promise<{ readonly fillings: readonly Filling[] } | { why: Stopped }> {
  const { scenario, values, settled, kept } = asked;
  const all = everything(scenario, values).filter(({ place }) => !settled.includes(place.path));
  const names = namesIn(kept);
  const spoken = all.filter((filling) => closer(filling).some(({ name }) => names.has(name)));
  // What the claims do not speak of is seldom needed: it is tried without any of that first.
  const enough = await isMet(asked, spoken);
  if (typeof enough === 'object') return enough;
  let left: readonly Filling[] = enough ? spoken : all;
  for (const filling of left) {
    const rest = left.filter((other) => other !== filling);
    const met = await isMet(asked, rest);
    if (typeof met === 'object') return met;
    if (met) left = rest;
  }
  for (const filling of left.filter(({ place, months }) => months === undefined && asked.mayRange(place.path))) {
    const rest = left.filter((other) => other !== filling);
    const wider = await findWidest(filling, values, asked.feasibility, (one) => isMet(asked, [...rest, one]));
    if ('why' in wider) return wider;
    left = left.map((one) => (one === filling ? wider : one));
  }
  return { fillings: left };
}

/** Everything that there is in a deal, exactly. */
export function everything(scenario: Scenario, values: Values): readonly Filling[] {
  return placesOf(scenario, () => false)
    .filter(({ phase }) => (phase ?? 0) <= (values['phases'] ?? 0))
    .map((place) => exactly(place, values));
}

function exactly(place: Place, values: Values): Filling {
  if (place.figure) {
    const n = values[place.figure.name] ?? 0;
    const months = place.months?.find(({ name }) => values[name] === 1)?.is;
    return { place, least: n, most: n, ...(months !== undefined && { months }) };
  }
  const found = (place.options ?? []).filter(({ where }) => values[where.name] === where.least).map(({ is }) => is);
  return { place, found };
}

/** Closer ends for the unknowns of what is filled in. */
function closer({ place, least = -Infinity, most = Infinity, found = [], months }: Filling): readonly Unknown[] {
  const { figure, options = [], phase } = place;
  if (figure) {
    // What is given exactly is worded in no other way.
    const wordings = least === most ? (place.months ?? []) : [];
    const worded = wordings.map(({ name, is }): Unknown => ({
      name,
      least: Number(is === months),
      most: Number(is === months),
    }));
    return [...hasPhase(phase), { name: figure.name, least, most }, ...worded];
  }
  const others = options.filter(({ is }) => !found.includes(is));
  // What is not found is not so: of an option, it is not chosen, and of a flag, it is the other.
  const barred = others.map(({ where: { name, least: n } }): Unknown => ({ name, least: 1 - n, most: 1 - n }));
  return [...hasPhase(phase), ...barred];
}

/** Whether all that is kept is met whatever else is filled in. */
async function isMet(
  { feasibility, kept }: FillAsked,
  fillings: readonly Filling[],
): Promise<boolean | { readonly why: Stopped }> {
  const within = fillings.flatMap(closer);
  for (const claim of kept.keys()) {
    const { stopped } = feasibility.watch;
    if (stopped) return { why: stopped };
    const checked = await feasibility.check([claim], within);
    if (checked.found === 'unknown') return { why: checked.why };
    if (checked.found === 'values') return false;
  }
  await feasibility.watch.tell(0, 0);
  return true;
}
