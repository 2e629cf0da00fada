// Deals of a scenario, listed and judged naively, for holding what analysis finds against: nothing of the engine is used.
import type { Condition, Offer, Scenario } from 'sticking-points';
import { completions } from '../laws/enumerate.js';
import { spokenOf } from '../laws/mentioned.js';
import { amountOf, evaluate, inScope, type PlainDeal } from '../laws/naive.js';

/** An offer that says nothing. */
const SILENT: Offer = {
  id: 'silent',
  label: 'silent',
  standing: 'idea',
  known: 'partial',
  basis: 'assumed',
  citations: [],
  related: [],
  terms: {},
  phases: [],
  barred: {},
};

/** What each party asks, reading by reading: one of each list has to be met. */
export function askedBy(scenario: Scenario, parties: readonly string[]): readonly (readonly Condition[])[] {
  return Object.values(scenario.positions)
    .filter((p) => p.rigidity.value !== 'preference' && parties.includes(p.party))
    .map((p) => p.readings.map((r) => r.condition));
}

/** Whether any of these speaks of a count, whose figure no deal settles. */
export function speakOfCounts(conditions: readonly Condition[]): boolean {
  return conditions.some((c) => spokenOf(c).some(({ path }) => path.startsWith('count ')));
}

/** Every deal that agrees with an offer and meets the invariants and what is asked, as far as these and `besides` tell them apart. */
export function* dealsMeeting(
  scenario: Scenario,
  asked: readonly (readonly Condition[])[],
  besides: readonly Condition[] = [],
  offer: Offer = SILENT,
): Generator<PlainDeal> {
  const norms = Object.values(scenario.invariants).map((i) => i.condition);
  const holds = (condition: Condition, deal: PlainDeal) => evaluate(condition, deal, scenario) === 'yes';
  const all: Condition = { kind: 'all', of: [...asked.flat(), ...norms, ...besides] };
  for (const deal of completions(scenario, offer, all)) {
    if (norms.every((c) => holds(c, deal)) && asked.every((any) => any.some((c) => holds(c, deal)))) yield deal;
  }
}

/** A condition that speaks of a place, so that deals which differ there are told apart. */
export function mentionOf({ terms }: Scenario, path: string): Condition {
  const { of, phase } = placeOf(path);
  if (of === 'phases' || of === 'length') {
    return { kind: 'length', op: '>=', line: 0, unit: 'days', ...(phase !== undefined && { in: phase }) };
  }
  const term = terms[of.split('/')[0] ?? ''];
  const where = phase === undefined ? {} : { in: phase };
  if (term?.kind === 'quantity') return { kind: 'compare', of, op: '>=', line: 0, ...where };
  if (term?.kind === 'flag') return { kind: 'flag', of, is: true, ...where };
  return { kind: 'choice', of, is: [], ...where };
}

/** What a deal has at a place; nothing in a phase that it has not got. */
export function valueAt(scenario: Scenario, deal: PlainDeal, path: string): number | string | boolean | undefined {
  const { of, phase } = placeOf(path);
  if (of === 'phases') return deal.days.length;
  if (phase !== undefined && phase > deal.days.length) return undefined;
  if (of === 'length') return inScope(deal.days, phase ?? 'total');
  const settled = deal.terms[of]?.[(phase ?? 1) - 1];
  if (typeof settled === 'string' || typeof settled === 'boolean') return settled;
  return amountOf(deal, scenario, of, phase ?? 'total');
}

function placeOf(path: string): { readonly of: string; readonly phase?: number } {
  const inPhase = /^phases\.(\d+)\.(.*)$/.exec(path);
  return inPhase ? { of: inPhase[2] ?? '', phase: Number(inPhase[1]) } : { of: path };
}
