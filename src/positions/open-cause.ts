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
    const path = name.replace(/[@=].*$/, '');
    const isCount = name.startsWith('count ');
    return { place, name, path, isCount, whole: at(whole), term: at(splitPath(whole).term) };
  });
  return (deal) => {
    const isSilent = deal.unsettled.size === 0; // on what it leaves open
    const vague = isSilent
      ? []
      : [
          ...parts.flatMap(({ place }) => unsettledAt(deal, place)),
          ...parts.flatMap(({ name, whole }) => (deal.said.has(name) ? [] : unsettledAt(deal, whole))),
        ];
    if (vague[0]) return { why: vague[0], of };
    const uncounted = parts.find(({ isCount, place }) => isCount && !isCounted(deal, place));
    if (uncounted) return { why: 'not reported', of: uncounted.name };
    if (parts.some(({ path }) => deal.said.has(path))) return { why: 'could be either', of };
    // Of a category nothing is said, but its quantity may be left open as a whole.
    const [why] = isSilent ? [] : parts.flatMap(({ term }) => unsettledAt(deal, term));
    return { why: why ?? 'not reported', of };
  };
}

/** Whether any report gives a figure for a count. */
function isCounted(deal: Deal, place: number): boolean {
  return [...(deal.bounds.leastFrom[place] ?? []), ...(deal.bounds.mostFrom[place] ?? [])].length > 0;
}

/** In what way an offer mentions a variable without settling it. */
function unsettledAt(deal: Deal, place: number): readonly Unsettled['unsettled'][] {
  const value = deal.facts[deal.unsettled.get(place) ?? -1]?.value;
  return typeof value === 'object' && 'unsettled' in value ? [value.unsettled] : [];
}

/** `prisoners` for `prisoners@1`: what is left open as a whole is open in each phase, unless the phase is spoken of. */
function wholeOf(name: string): string {
  return name.replace(/@.*$/, '');
}
