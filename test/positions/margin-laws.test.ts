import fc from 'fast-check';
import { judge, readDeal, settingOf } from 'sticking-points';
import { conditions, offers, scenarios } from 'sticking-points/testing';
import { expect, it } from 'vitest';
import { PLAIN } from '../support/plain.js';

it('no met verdict is short for sure, and no unmet one has room to spare for sure', () => {
  const seen = new Map<string, number>();
  const drawn = scenarios(PLAIN).chain((scenario) =>
    fc.record({ scenario: fc.constant(scenario), offer: offers(scenario), condition: conditions(scenario) }),
  );
  fc.assert(
    fc.property(drawn, ({ scenario, offer, condition }) => {
      const deal = readDeal(settingOf(scenario), offer);
      if (deal.contradiction) return;
      const { verdict, margins } = judge(condition, deal);
      for (const { slack } of margins) {
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        if (verdict === 'met') expect(slack.most ?? 0).toBeGreaterThanOrEqual(0);
        if (verdict === 'unmet') expect(slack.least ?? 0).toBeLessThanOrEqual(0);
        expect(slack.least ?? -Infinity).toBeLessThanOrEqual(slack.most ?? Infinity);
      }
    }),
    { numRuns: 500 },
  );
  for (const verdict of ['met', 'unmet', 'open']) expect(seen.get(verdict)).toBeGreaterThan(20);
});
