import fc from 'fast-check';
import type { Scenario } from 'sticking-points';
import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { offers, scenarios } from 'sticking-points/testing';
import { fishery } from './fishery.js';
import { rivers } from './rivers.js';
import { wages } from './wages.js';

/** Every scenario that is written down, shipped or for tests. */
export const WRITTEN: Readonly<Record<string, Scenario>> = {
  gaza2024: gaza2024(),
  fishingQuota: fishingQuota(),
  labourContract: labourContract(),
  fishery,
  rivers,
  wages,
};

/** Scenarios drawn at random, some with awkward labels, some with offers. */
export function drawnScenarios(): fc.Arbitrary<Scenario> {
  return fc.oneof(scenarios(), scenarios({ bounded: false }), scenarios({ labels: 'awkward' })).chain((scenario) =>
    fc.array(offers(scenario), { maxLength: 2 }).map((drawn) => ({
      ...scenario,
      offers: Object.fromEntries(drawn.map((o, i) => [`o${i}`, { ...o, id: `o${i}` }])),
    })),
  );
}
