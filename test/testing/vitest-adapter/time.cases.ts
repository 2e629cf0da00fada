// Run by vitest-adapter.test.ts, which knows what each of these cases has to come to.
import { fishingQuota } from 'sticking-points/scenarios';
import { testDeal } from 'sticking-points/vitest';
import { vi } from 'vitest';

vi.setConfig({ testTimeout: 50 });

function slow(): true {
  const until = performance.now() + 20;
  while (performance.now() < until);
  return true;
}

testDeal(fishingQuota(), { invariants: [{ title: 'deal that takes its time', offer: slow }], runs: 10 });
testDeal(fishingQuota(), { invariants: [{ title: 'deal out of time', offer: slow }], runs: 10, timeout: 50 });
