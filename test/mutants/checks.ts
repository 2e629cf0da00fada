import fc from 'fast-check';
import { draw, judge, layoutOf, openTalks, readDeal, settingOf, type Offer, type Scenario } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { conditions, drawOffers, isEmptyRegion, scenarios } from 'sticking-points/testing';
import { randomFrom } from '../support/random.js';
import type { Check, Counterexample } from './check.js';

// Two checks to begin with, made of what there is. Each draws from seeds of its own, so that every run is the same.

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);

/** What is tried, in order: the first that goes wrong is the counterexample. */
export const CHECKS: readonly Check[] = [
  {
    title: 'offers drawn where a condition is met or unmet are judged so',
    run: () => smallest(SEEDS.flatMap((seed) => [...misjudged(gaza2024(), seed), ...misjudged(drawn(seed), seed)])),
  },
  {
    title: 'undoing takes back one event, and a fork has the same past',
    run: () => firstOf(SEEDS, (seed) => forgotten(gaza2024(), seed)),
  },
];

function drawn(seed: number): Scenario {
  return fc.sample(scenarios(), { numRuns: 1, seed })[0]!; // one was asked for
}

/** Full offers of a condition's own region that are judged otherwise. */
function misjudged(scenario: Scenario, seed: number): readonly Counterexample[] {
  return fc.sample(conditions(scenario, { depth: 1 }), { numRuns: 2, seed }).flatMap((condition) =>
    (['met', 'unmet'] as const).flatMap((want) => {
      const region = draw(condition, { ...scenario, layout: layoutOf(scenario), want });
      if (isEmptyRegion(scenario, region)) return [];
      return fc.sample(drawOffers(scenario, region), { numRuns: 2, seed }).flatMap((offer) => {
        const { verdict } = judge(condition, readDeal(settingOf(scenario), offer));
        if (verdict === want) return [];
        const counterexample = `${JSON.stringify(condition)} is ${want}, and judged ${verdict}, by ${saidBy(offer)}`;
        return [{ counterexample, size: clausesOf(offer).length }];
      });
    }),
  );
}

function clausesOf(offer: Offer): readonly string[] {
  const inPhases = offer.phases.flatMap(({ terms }, i) => Object.keys(terms).map((path) => `${path} in ${i + 1}`));
  return [...Object.keys(offer.terms), ...inPhases];
}

function saidBy({ terms, phases }: Offer): string {
  const plain = (clauses: Offer['terms']) =>
    Object.entries(clauses).map(
      ([path, field]) => `${path}: ${JSON.stringify('value' in field ? field.value : field)}`,
    );
  return [plain(terms), ...phases.map((phase) => plain(phase.terms))].map((said) => said.join(', ')).join(' / ');
}

/** A short random course after which undoing or forking comes out wrong. */
function forgotten(scenario: Scenario, seed: number): Counterexample | undefined {
  const random = randomFrom(seed);
  const talks = openTalks(scenario, { start: 'talks' });
  for (let n = 1; n <= 4; n++) {
    const before = JSON.stringify(talks.log);
    const ready = talks.nextEvents.filter((template) => template.free === undefined);
    const { free: _, ...event } = random.one(ready);
    talks.do(event);
    const course = JSON.stringify(talks.log);
    const fork = talks.fork();
    const wrong = JSON.stringify(fork.log) !== course || !fork.undo() || JSON.stringify(fork.log) !== before;
    if (wrong) return { counterexample: talks.log.map((entry) => entry.event.type).join(', '), size: n };
    if (talks.snapshot.status === 'done') return undefined;
  }
  return undefined;
}

function smallest(found: readonly Counterexample[]): Counterexample | undefined {
  return [...found].sort((a, b) => a.size - b.size)[0];
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
