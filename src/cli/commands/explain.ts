import { explain } from '../../analysis/explain.js';
import { openTalks } from '../../machine/talks.js';
import { explanationText } from '../../report/explanation-text.js';
import { BadInput } from '../bad-input.js';
import type { Context } from '../context.js';
import { analysed, exitOf } from '../long-work.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';

/** What an explanation is asked for. */
export interface ExplainAsked {
  /** `position=reading`, for each position of which one reading is taken. */
  readonly reading?: readonly (readonly [string, string])[];
  readonly seconds?: number;
  readonly conflicts?: number;
  readonly concessions?: number;
}

/** Why there is no deal: of an offer, where one is named, and of all offers. */
export async function explained(
  context: Context,
  name: string,
  offer: string | undefined,
  { reading = [], ...most }: ExplainAsked,
): Promise<Outcome> {
  const { io, asOf, width } = context;
  const scenario = await openScenario(io, name);
  // The offer alone is asked about: the rounds of which it was part are left aside.
  const talks = openTalks(scenario, { start: 'talks', ...(asOf !== undefined && { asOf }) });
  if (offer !== undefined) {
    const { reasons } = talks.do({ type: 'offer.tabled', offer });
    if (reasons.length > 0) throw new BadInput(reasons);
  }
  const { seconds, conflicts, concessions } = most;
  const options = {
    readings: Object.fromEntries(reading),
    ...(seconds !== undefined && { seconds }),
    ...(conflicts !== undefined && { conflicts }),
    ...(concessions !== undefined && { concessions }),
  };
  const worked = await analysed(context, async (limits) => explain(talks, { ...options, ...limits }));
  const explanation = worked.found;
  const fine = explanation.offer
    ? explanation.offer.acceptance.outcome === 'agreed'
    : explanation.underReadings.some((under) => under.conflicts.conflicts.length === 0 && under.conflicts.complete);
  return {
    exit: exitOf(worked, fine),
    value: explanation,
    text: () => explanationText(talks.scenario, explanation, { width }),
  };
}
