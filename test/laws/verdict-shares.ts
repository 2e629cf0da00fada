import { VERDICTS, type VerdictWord } from 'sticking-points';
import { expect } from 'vitest';

/** Counts how often each verdict was drawn, so that a law about verdicts cannot hold for want of cases. */
export class VerdictShares {
  private readonly counts: Record<VerdictWord, number> = { unmet: 0, open: 0, met: 0 };

  add(verdict: VerdictWord): void {
    this.counts[verdict]++;
  }

  /** Prints the share of each verdict, and fails where one is below a tenth. */
  report(of: string): void {
    const total = VERDICTS.reduce((sum, v) => sum + this.counts[v], 0);
    const shares = VERDICTS.map((v) => `${v} ${Math.round((100 * this.counts[v]) / total)} %`);
    console.log(`${of}: ${shares.join(', ')} of ${total} draws`);
    for (const verdict of VERDICTS) expect(this.counts[verdict] / total, verdict).toBeGreaterThanOrEqual(0.1);
  }
}
