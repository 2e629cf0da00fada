// Run by vitest-adapter.test.ts: whatever is configured for all properties, what its case comes to is the same.
import fc from 'fast-check';
import { fishingQuota } from 'sticking-points/scenarios';
import { checkDeal, type OfferInvariant } from 'sticking-points/testing';
import { testDeal } from 'sticking-points/vitest';
import { expect, it } from 'vitest';

// Much of this is deprecated, and may be configured all the same.
const configured: object = { endOnFailure: true, unbiased: true, interruptAfterTimeLimit: 0, asyncReporter: fails };
fc.configureGlobal(configured);

const law: OfferInvariant = {
  title: 'deal broken, whatever is configured',
  offer: ({ phases }) => phases.length === 0,
};
const [found] = checkDeal(fishingQuota(), { invariants: [law] });

testDeal(fishingQuota(), { invariants: [law] });

it(`is found as checkDeal finds it: ${found?.text.split('\n').at(-1)}`, () => {
  expect(found?.finding).toBe('broken');
});

function fails(): never {
  throw new Error('It should not be called.');
}
