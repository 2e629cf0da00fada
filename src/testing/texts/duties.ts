import type { Arbitrary } from 'fast-check';
import type { Scenario } from '../../scenario/scenario.js';
import type { ObligationDraft } from '../../scenario/text-draft.js';
import { fromSteps, inSteps } from '../../terms/decimal.js';
import { days } from '../../terms/length.js';
import { pathsOf } from '../../terms/term.js';
import { fc } from '../fast-check.js';
import { maybe, seldom } from '../maybe.js';
import type { TextNames } from './names.js';
import type { DrawnTrigger } from './triggers.js';
import { unsettled } from './unsettled.js';

/** The most steps above the least of a quantity. */
const MOST_STEPS = 100;

/** An obligation, once it is known what the text names, and which instrument and which body it has. */
export type DrawnDuty = (names: TextNames, instrument: string | undefined, body: string | undefined) => ObligationDraft;

/** Obligations of one party each, of most kinds, with triggers, of counts of up to so many days. */
export function duties(scenario: Scenario, trigger: Arbitrary<DrawnTrigger>, mostDays: number): Arbitrary<DrawnDuty> {
  const parties = Object.keys(scenario.parties);
  const { most } = scenario.space.phases;
  return fc
    .record({
      owedBy: fc.constantFrom(...parties),
      to: seldom(fc.constantFrom(...parties)),
      verifier: maybe(fc.constantFrom(...parties)),
      byBody: fc.boolean(),
      strength: fc.constantFrom('shall' as const, 'may' as const),
      kind: fc.constantFrom('once' as const, 'recurring' as const, 'refrain' as const),
      begins: maybe(trigger),
      until: maybe(trigger),
      within: maybe(fc.nat({ max: mostDays })),
      times: maybe(fc.integer({ min: 1, max: 4 })),
      perPhase: fc.boolean(),
      phase: maybe(fc.integer({ min: 1, max: most })),
      amount: maybe(amounts(scenario)),
      apart: fc.nat({ max: 3 }),
    })
    .map((drawn): DrawnDuty => (names, instrument, body) => {
      const verifier = drawn.byBody && body !== undefined ? body : drawn.verifier;
      return {
        owedBy: [drawn.owedBy],
        ...(drawn.to !== undefined && drawn.to !== drawn.owedBy && { to: [drawn.to] }),
        ...(verifier !== undefined && { verifier }),
        ...(drawn.strength !== 'shall' && { strength: drawn.strength }),
        ...(drawn.kind !== 'once' && { kind: drawn.kind }),
        ...(drawn.kind === 'recurring' && recurs(drawn)),
        ...(drawn.begins && { begins: drawn.begins(names) }),
        // It lasts until one day, said in one way.
        ...(drawn.until ? { until: drawn.until(names) } : drawn.within !== undefined && { within: days(drawn.within) }),
        ...(drawn.phase !== undefined && { phase: drawn.phase }),
        ...(instrument !== undefined && drawn.apart < 3 && { instrument }),
        ...drawn.amount,
      };
    });
}

interface Recurring {
  readonly times: number | undefined;
  readonly perPhase: boolean;
  readonly phase: number | undefined;
  readonly until: unknown;
  readonly within: number | undefined;
}

/** How something comes round: once a phase, or every week, so often or without an end. */
function recurs({ times, perPhase, phase, until, within }: Recurring) {
  // What belongs to one phase does not come round with each.
  if (perPhase && phase === undefined) return { perPhase };
  const isEnded = until !== undefined || within !== undefined;
  return { every: days(7), ...(times !== undefined && !isEnded && { times }) };
}

/**
 * So much of a quantity, or of a category of one; how much is now and then not settled. Nothing where the scenario has none that
 * can be given.
 */
function amounts({ terms, parties }: Scenario): Arbitrary<Pick<ObligationDraft, 'of' | 'amount'>> {
  const open = unsettled(Object.keys(parties));
  const given = Object.entries(terms).flatMap(([id, term]) => {
    if (term.kind !== 'quantity') return [];
    const least = Math.max(0, Math.ceil(inSteps(term.bounds.least, term.step)));
    const most = term.bounds.most === undefined ? Infinity : Math.floor(inSteps(term.bounds.most, term.step));
    if (most < least) return [];
    const figures = fc.integer({ min: least, max: Math.min(most, least + MOST_STEPS) });
    const settled = figures.map((steps) => fromSteps(steps, term.step));
    const amount = fc.oneof(
      { withCrossShrink: true },
      { weight: 5, arbitrary: settled },
      { weight: 1, arbitrary: open },
    );
    return pathsOf(id, term).map((of) => amount.map((said) => ({ of, amount: said })));
  });
  return given.length > 0 ? fc.oneof(...given) : fc.constant({});
}
