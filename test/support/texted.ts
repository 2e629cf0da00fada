import type fc from 'fast-check';
import type { Scenario } from 'sticking-points';
import { offers, scenarios, type ScenariosConstraints } from 'sticking-points/testing';
import { deepFreeze } from '../../src/base/freeze.js';

/** Drawn scenarios, each with one offer, which is fully known and has a text. */
export function textedScenarios(constraints: ScenariosConstraints = {}): fc.Arbitrary<Scenario> {
  return scenarios(constraints).chain((scenario) =>
    offers(scenario, { known: 'full', texts: true }).map((offer) =>
      // Of what could still change, everything is worked out anew each time it is asked.
      deepFreeze({ ...scenario, offers: { first: { ...offer, id: 'first' } } }),
    ),
  );
}
