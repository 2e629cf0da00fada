import { ok } from 'node:assert/strict';
import { compareOffers, defineScenario, type Scenario } from 'sticking-points';
import { htmlReport, reportOf } from 'sticking-points/report';
import type { Bench } from './bench.js';
import { ratioOf } from './measure.js';

const [POSITIONS, OFFERS, TERMS] = [200, 50, 40];
const MOST_BYTES = 2_000_000;
const ROUNDS = 7;

/** Two hundred positions and fifty offers, each of which speaks of every second term. */
function large(): Scenario {
  const numbered = <T>(n: number, make: (i: number) => T) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`x${i}`, make(i)]));
  return defineScenario({
    id: 'large',
    basis: 'reported',
    sources: { paper: { outlet: 'the paper', date: '2035-03-01' } },
    parties: { a: {}, b: {}, c: {}, d: {} },
    terms: numbered(TERMS, () => ({ kind: 'quantity', unit: 'tonnes', bounds: { most: 1000 } }) as const),
    positions: numbered(POSITIONS, (i) => ({
      party: (['a', 'b', 'c', 'd'] as const)[i % 4]!,
      rigidity: 'demand' as const,
      citations: [{ source: 'paper', attribution: 'on-record' } as const],
      condition: { kind: 'compare', of: `x${i % TERMS}`, op: i % 3 === 0 ? '>=' : '<=', line: 100 + i } as const,
    })),
    offers: numbered(OFFERS, (i) => ({
      put: `2035-02-${String(1 + (i % 28)).padStart(2, '0')}`,
      terms: Object.fromEntries(Array.from({ length: TERMS / 2 }, (_, t) => [`x${2 * t + (i % 2)}`, 50 + 7 * i + t])),
    })),
  });
}

/** One page of two hundred positions and fifty offers beside the comparison that it shows. */
export const reportBesideComparison: Bench = {
  name: 'an HTML report beside compareOffers, by time: 200 positions × 50 offers (aim: at most 5, and below 2 MB)',
  rows: () => {
    const scenario = large();
    const bytes = Buffer.byteLength(htmlReport(reportOf(scenario)));
    ok(bytes < MOST_BYTES, `The page has ${bytes} bytes.`);
    const timed = (work: () => unknown) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const rounds = Array.from({ length: ROUNDS }, () => {
      const denominator = timed(() => compareOffers(scenario));
      return { numerator: timed(() => htmlReport(reportOf(scenario))), denominator };
    });
    return [[`a page of ${(bytes / 1e6).toFixed(2)} MB`, ratioOf(rounds)]];
  },
};
