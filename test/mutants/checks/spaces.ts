import fc from 'fast-check';
import { layoutOf, type Condition, type Offer, type Scenario } from 'sticking-points';
import { conditions, offers, scenarios } from 'sticking-points/testing';
import { completions } from '../../laws/enumerate.js';
import { valuesOf } from '../../laws/values.js';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';
import { clausesOf, offerText } from './said.js';
import { PLAIN } from '../../support/plain.js';

type Asked = readonly [scenario: Scenario, condition: Condition, offer: Offer];

/** Scenarios of which every offer can be listed. */
const small = scenarios({ terms: 1, phases: 2, steps: 3, positions: 0, ...PLAIN });

const asked = small.chain((scenario) =>
  fc.tuple(fc.constant(scenario), conditions(scenario, { depth: 0 }), offers(scenario, { known: 'partial' })),
);

/** How many of the deals that an offer may come to are tried. */
const MOST_DEALS = 100;

/** The deals that can be listed, each with what the laid-out space says of it. */
export const SPACES_WHOLE: readonly Check[] = [
  lookedFor<Asked>({
    title: 'every deal that can be listed lies in the offer space as it is laid out',
    cases: [asked],
    wrong: leftOut,
    size: ([, , offer]) => clausesOf(offer).length,
    tell: ([, , offer]) => offerText(offer),
    runs: 400,
  }),
];

function leftOut([scenario, condition, offer]: Asked): string | undefined {
  const { variables, ties } = layoutOf(scenario);
  let tried = 0;
  for (const deal of completions(scenario, offer, condition)) {
    const values = valuesOf(scenario, deal);
    const valueAt = (place: number) => values[variables[place]?.name ?? ''] ?? 0;
    const beyond = variables.find(
      ({ name, least, most }) =>
        !name.startsWith('count ') && (valueOf(values, name) < least || valueOf(values, name) > most),
    );
    const broken = ties.find(({ sum, least, most }) => {
      const total = sum.reduce((all, { of, times }) => all + times * valueAt(of), 0);
      return total < (least ?? -Infinity) || total > (most ?? Infinity);
    });
    if (beyond ?? broken) return `a deal left out: ${JSON.stringify(deal.terms)}`;
    if (++tried === MOST_DEALS) return undefined;
  }
  return undefined;
}

function valueOf(values: Readonly<Record<string, number>>, name: string): number {
  return values[name] ?? 0;
}
