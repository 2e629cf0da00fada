import type { Deal } from '../offers/deal.js';
import { splitPath } from '../terms/term.js';
import type { Unsettled } from '../terms/value.js';
import type { Ask } from './ask.js';
import type { OpenCause } from './judged.js';

/** Why a sum could lie on either side of its band. */
export function causeOf(ask: Ask, deal: Deal, of: string): OpenCause {
  const names = ask.sum.map((m) => deal.layout.variables[m.of]?.name ?? '');
  const vague = [names, names.filter((name) => !saidInPhase(deal, name)).map(wholeOf)].flatMap((list) =>
    list.flatMap((name) => unsettledAt(deal, name)),
  );
  if (vague[0]) return { why: vague[0], of };
  const uncounted = ask.sum.find(
    (m) => deal.layout.variables[m.of]?.name.startsWith('count ') && !isCounted(deal, m.of),
  );
  if (uncounted) return { why: 'not reported', of: deal.layout.variables[uncounted.of]?.name ?? of };
  if (names.some((name) => saidOf(deal, name))) return { why: 'could be either', of };
  // Of a category nothing is said, but its quantity may be left open as a whole.
  const [why] = names.flatMap((name) => unsettledAt(deal, splitPath(wholeOf(name)).term));
  return { why: why ?? 'not reported', of };
}

/** Whether any report gives a figure for a count. */
function isCounted(deal: Deal, place: number): boolean {
  return [...(deal.bounds.leastFrom[place] ?? []), ...(deal.bounds.mostFrom[place] ?? [])].length > 0;
}

/** In what way an offer mentions a variable without settling it. */
function unsettledAt(deal: Deal, name: string): readonly Unsettled['unsettled'][] {
  const value = deal.facts[deal.unsettled.get(deal.layout.at[name] ?? -1) ?? -1]?.value;
  return typeof value === 'object' && 'unsettled' in value ? [value.unsettled] : [];
}

/** `prisoners` for `prisoners@1`: what is left open as a whole is open in each phase, unless the phase is spoken of. */
function wholeOf(name: string): string {
  return name.replace(/@.*$/, '');
}

function saidInPhase(deal: Deal, name: string): boolean {
  const [path, phase] = name.split('@');
  return (
    phase !== undefined && deal.facts.some((f) => f.kind === 'offer' && f.path === `phases.${phase}.${path ?? ''}`)
  );
}

/** Whether the offer says anything of a variable's own term or category, in whatever phase. */
function saidOf(deal: Deal, name: string): boolean {
  const path = name.replace(/[@=].*$/, '');
  return deal.facts.some((f) => f.kind === 'offer' && (f.path === path || f.path.endsWith(`.${path}`)));
}
