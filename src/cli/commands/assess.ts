import { acceptanceStillMissing } from '../../analysis/acceptance-still-missing.js';
import { compareOffers } from '../../assessment/compare-offers.js';
import { matrixText } from '../../report/matrix-text.js';
import { stepText } from '../../report/step-text.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import { headingText, LEGEND } from '../heading.js';
import { openScenario } from '../open-scenario.js';
import type { Outcome } from '../outcome.js';

/** Offers held against all positions; all offers in order of event, where none is named. */
export async function assessed(
  context: Context,
  name: string,
  offers: readonly string[],
  { all = false, positionsAsOf }: { readonly all?: boolean; readonly positionsAsOf?: string },
): Promise<Outcome> {
  const { io, asOf, width, paint } = context;
  const scenario = await openScenario(io, name);
  const options = { ...(asOf !== undefined && { asOf }), ...(positionsAsOf !== undefined && { positionsAsOf }) };
  const comparison = compareOffers(scenario, offers.length > 0 ? offers : undefined, options);
  const assessments = comparison.columns.map(({ offer, assessment }) => ({
    outcome: acceptanceStillMissing(scenario, offer, options).outcome,
    ...assessment,
  }));
  return {
    exit: assessments.some(({ outcome }) => outcome === 'agreed') ? EXIT.fine : EXIT.finding,
    value: { scenario: scenario.id, ...options, assessments },
    text: () =>
      [
        headingText(scenario, context),
        LEGEND,
        ...(assessments.length === 0 ? ['', 'No offer had been reported by then.'] : []),
        ...assessments.flatMap((one) => [
          '',
          stepText(scenario, one, { width, all, paint }),
          `  by the rule of agreement: ${one.outcome}`,
        ]),
        ...(assessments.length > 1
          ? ['', paint.heading('THE OFFERS SIDE BY SIDE'), matrixText(scenario, comparison, width, paint)]
          : []),
      ].join('\n'),
  };
}
