import type { Deal } from '../offers/deal.js';
import type { Surface } from '../terms/surface.js';
import { splitPath } from '../terms/term.js';
import type { Unsettled } from '../terms/value.js';
import type { Ask } from './ask.js';
import type { OpenCause } from './judged.js';

/** Why a sum could lie on either side of its band, on any deal. */
export function causeIn(ask: Ask, { layout }: Surface, of: string): (deal: Deal) => OpenCause {
  const at = (name: string) => layout.at[name] ?? -1;
  const parts = ask.sum.map(({ of: place }) => {
    const name = layout.variables[place]?.name ?? '';
    const whole = wholeOf(name);
    const path = name.replace(/[@=].*/, '');
    const isCount = name.startsWith('count ');
    return { place, name, path, isCount, whole: at(whole), term: at(splitPath(whole).term) };
  });
  return (deal) => {
    const why = vagueIn(deal, parts);
    if (why) return { why, of };
    const uncounted = parts.find(({ isCount, place }) => isCount && !isCounted(deal, place));
    if (uncounted) return { why: 'not reported', of: uncounted.name };
    if (parts.some(({ path }) => deal.said.has(path))) return { why: 'could be either', of };
    // Of a category nothing is said, but its quantity may be left open as a whole.
    const [whole] = parts.flatMap(({ term }) => unsettledAt(deal, term) ?? []);
    return { why: whole ?? 'not reported', of };
  };
}

/** In what way an offer leaves a part of a sum open: by itself, or with the whole it belongs to and of which nothing else is said. */
function vagueIn(deal: Deal, parts: readonly { place: number; name: string; whole: number }[]): Vague | undefined {
  for (const { place } of parts) {
    const why = unsettledAt(deal, place);
    if (why) return why;
  }
  for (const { name, whole } of parts) {
    const why = deal.said.has(name) ? undefined : unsettledAt(deal, whole);
    if (why) return why;
  }
  return undefined;
}

/** Whether any report gives a figure for a count. */
function isCounted(deal: Deal, place: number): boolean {
  return [...(deal.bounds.leastFrom[place] ?? []), ...(deal.bounds.mostFrom[place] ?? [])].length > 0;
}

type Vague = Unsettled['unsettled'];

/** In what way an offer mentions a variable without settling it. */
function unsettledAt(deal: Deal, place: number): Vague | undefined {
  const fact = deal.unsettled.get(place);
  const value = fact === undefined ? undefined : deal.facts[fact]?.value;
  return typeof value === 'object' && 'unsettled' in value ? value.unsettled : undefined;
}

/** `prisoners` for `prisoners@1`: what is left open as a whole is open in each phase, unless the phase is spoken of. */
function wholeOf(name: string): string {
  return name.replace(/@.*/, '');
}
