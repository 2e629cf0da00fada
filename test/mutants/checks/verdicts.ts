import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { draw, encode, holds, layoutOf, liesIn, say, type Condition, type Offer, type Scenario } from 'sticking-points';
import { conditions, offers, scenarios } from 'sticking-points/testing';
import { completions } from '../../laws/enumerate.js';
import { theJudge } from '../../laws/judges.js';
import { evaluate, plainOf } from '../../laws/naive.js';
import { inOneForm, readBack } from '../../laws/read-back.js';
import { valuesOf } from '../../laws/values.js';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';
import { clausesOf, offerText } from './said.js';
import { PLAIN } from '../../support/plain.js';

/** A condition and the offer it is held against. */
type Held = readonly [scenario: Scenario, condition: Condition, offer: Offer];

const size = ([, , offer]: Held) => clausesOf(offer).length;
const tell = ([scenario, condition, offer]: Held) => `${say(condition, scenario)}, by ${offerText(offer)}`;

/** Scenarios of which every offer can be listed. */
const small = scenarios({ terms: 2, phases: 2, steps: 3, positions: 0, ...PLAIN });

const fullIn = (drawn: fc.Arbitrary<Scenario>): fc.Arbitrary<Held> =>
  drawn.chain((scenario) =>
    fc.tuple(
      fc.constant(scenario),
      conditions(scenario, { depth: 1, lines: 'single' }),
      offers(scenario, { known: 'full', absences: true }),
    ),
  );

/** Of one term and phase, which make short counterexamples; then of more, where that is not enough to be wrong about. */
const full = [
  fullIn(scenarios({ terms: 1, phases: 1, positions: 0, ...PLAIN })),
  fullIn(scenarios({ terms: 2, positions: 0, ...PLAIN })),
];

const partial = small.chain((scenario) =>
  fc.tuple(fc.constant(scenario), conditions(scenario, { depth: 1 }), offers(scenario, { known: 'partial' })),
);

/** How conditions are judged: what is known in full, by going through it; what is known in part, by all it may come to. */
export const VERDICTS_RIGHT: readonly Check[] = [
  lookedFor<Held>({
    title: 'the four readings of a condition, on full offers',
    cases: full,
    wrong: misread,
    size,
    tell,
    runs: 1500,
  }),
  lookedFor<Held>({
    title: 'met and unmet hold for every completion',
    cases: [partial],
    wrong: unsound,
    size,
    tell,
    runs: 3000,
  }),
];

/** Judged, encoded, drawn and put in words, a condition is what a plain evaluator takes it for. */
function misread([scenario, condition, offer]: Held): string | undefined {
  const deal = plainOf(scenario, offer);
  const wanted = { yes: 'met', no: 'unmet', either: 'open' }[evaluate(condition, deal, scenario)];
  const verdict = theJudge(condition, scenario, offer);
  if (verdict !== wanted) return `judged ${verdict}, is ${wanted}`;
  const values = valuesOf(scenario, deal);
  for (const want of ['met', 'unmet'] as const) {
    const frame = { terms: scenario.terms, counts: scenario.counts, layout: layoutOf(scenario), want };
    const is = verdict === want;
    if (holds(encode(condition, frame), values) !== is) return `encoded otherwise for ${want}`;
    if (liesIn(draw(condition, frame), values) !== is) return `drawn otherwise for ${want}`;
  }
  const back = readBack(say(condition, scenario), scenario);
  return isDeepStrictEqual(back, inOneForm(condition)) ? undefined : 'said otherwise';
}

/** What is judged met or unmet is so in every full offer that a partial one may come to. */
function unsound([scenario, condition, offer]: Held): string | undefined {
  const verdict = theJudge(condition, scenario, offer);
  if (verdict === 'open') return undefined;
  const wanted = verdict === 'met' ? 'yes' : 'no';
  for (const deal of completions(scenario, offer, condition)) {
    const truth = evaluate(condition, deal, scenario);
    if (truth !== wanted) return `judged ${verdict}, may be otherwise`;
  }
  return undefined;
}
