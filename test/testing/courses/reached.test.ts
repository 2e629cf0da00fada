import { fishingQuota, gaza2024, labourContract } from 'sticking-points/scenarios';
import { checkDeal, type TalksInvariant } from 'sticking-points/testing';
import { describe, expect, it } from 'vitest';

const DRAWN = 60;

const laws: readonly TalksInvariant[] = [
  { title: 'second phase', talks: () => true, speaksOf: ({ deal }) => deal?.phase === 2 },
  { title: 'dispute', talks: () => true, speaksOf: ({ state }) => state === 'carryingOut.inDispute' },
];

describe('courses drawn by default', () => {
  it.each([
    [fishingQuota(), { agreed: 50, inForce: 40, fulfilled: 15, ended: 30, 'second phase': 0, dispute: 8 }],
    [labourContract(), { agreed: 35, inForce: 20, fulfilled: 10, ended: 18, 'second phase': 8, dispute: 2 }],
    [gaza2024(), { agreed: 25, inForce: 20, fulfilled: 8, ended: 15, 'second phase': 5, dispute: 2 }],
  ])('come far enough to tell of what becomes of a deal: $id', (scenario, least) => {
    const findings = checkDeal(scenario, { runs: DRAWN, invariants: laws });
    const asked = Object.fromEntries(findings.map(({ title, asked: many }) => [title, many]));
    const came: Readonly<Record<string, number>> = { ...findings[0]?.reached, ...asked };
    for (const [what, many] of Object.entries(least)) {
      expect(came[what], what).toBeGreaterThanOrEqual(many);
    }
  });
});
