import fc from 'fast-check';
import { fishingQuota, labourContract } from 'sticking-points/scenarios';
import { checkDeal, conditions, courses, offers, scenarios, type DealInvariant } from 'sticking-points/testing';
import { afterEach, describe, expect, it } from 'vitest';

const before = fc.readConfigureGlobal();
afterEach(() => {
  fc.configureGlobal(before);
});

const contract = labourContract();
let asked = 0;
const INVARIANTS: readonly DealInvariant[] = [
  { condition: { kind: 'flag', of: 'jobs', is: true } },
  { title: 'one phase', offer: ({ phases }) => phases.length < 2 },
  { title: 'is an offer', offer: () => true },
  { title: 'seldom asked', offer: () => (fc.pre(++asked % 5 === 0), true) },
  { title: 'is never agreed', talks: ({ state }) => !JSON.stringify(state).includes('agreed') },
];

/** All that is found, and all that is drawn from a seed that is given. */
function found() {
  asked = 0;
  return checkDeal(contract, { invariants: INVARIANTS, runs: 20, seed: 3 });
}

const fails = () => {
  throw new Error('It should not be called.');
};

// Much of this is deprecated, and may be configured all the same.
const CONFIGURED: readonly object[] = [
  { seed: 5 },
  { numRuns: 1 },
  { endOnFailure: true },
  { unbiased: true },
  { randomType: 'mersenne' },
  { interruptAfterTimeLimit: 0 },
  { skipAllAfterTimeLimit: 0 },
  { interruptAfterTimeLimit: 0, markInterruptAsFailure: true },
  { maxSkipsPerRun: 1 },
  { timeout: 0 },
  { skipEqualValues: true },
  { ignoreEqualValues: true },
  { verbose: 2 },
  { includeErrorInReport: true },
  { reporter: fails },
  { asyncReporter: fails },
  { beforeEach: fails },
  { afterEach: fails },
  { asyncBeforeEach: fails },
  { asyncAfterEach: fails },
  { baseSize: 'xsmall' },
  { baseSize: 'xlarge' },
  { defaultSizeToMaxWhenMaxSpecified: true },
];

describe('what is configured for all properties of a project', () => {
  it.each(CONFIGURED.map((one) => [Object.keys(one).join(), one] as const))(
    'changes nothing of what is found: %s',
    (_, configured) => {
      fc.configureGlobal({});
      const plain = found();
      expect(plain.map(({ finding }) => finding)).toEqual(['broken', 'broken', 'held', 'held', 'broken']);
      fc.configureGlobal(configured);
      expect(found()).toEqual(plain);
      expect(fc.readConfigureGlobal()).toBe(configured);
    },
  );

  it.each(CONFIGURED.filter((one) => Object.keys(one).some((key) => /size/i.test(key))))(
    'changes nothing of what a seed draws: %o',
    (configured) => {
      const drawn = () =>
        [
          offers(contract, { texts: true }),
          courses(fishingQuota()),
          conditions(contract),
          scenarios(),
          scenarios({ labels: 'awkward' }),
        ].map((arbitrary: fc.Arbitrary<unknown>) => fc.sample(arbitrary, { seed: 1, numRuns: 12 }));
      fc.configureGlobal({});
      const plain = drawn();
      fc.configureGlobal(configured);
      expect(drawn()).toEqual(plain);
    },
  );
});
