import fc from 'fast-check';
import { days, defineScenario, onDay, progress, weeks, type ObligationDraft, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const RATE = 2;
const BATCH = 5;

const once = (i: number): ObligationDraft => ({
  owedBy: ['north'],
  to: ['south'],
  of: 'boats',
  amount: BATCH,
  begins: onDay(10 * (i + 1)),
});

/** Batches of boats, due ten days after each other; for each boat two nets, by day 70. */
const pact = (batches: Readonly<Record<string, ObligationDraft>>) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats' }, nets: { kind: 'quantity', unit: 'nets' } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: {
      deal: {
        by: ['north', 'south'],
        phases: [{ length: days(90) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: RATE, of: 'nets' }] }] } },
          obligations: {
            ...batches,
            answer: {
              owedBy: ['south'],
              to: ['north'],
              of: 'nets',
              byKey: { key: 'rate', of: Object.keys(batches) },
              begins: onDay(10),
              within: days(60),
            },
          },
        }),
      },
    },
  });

const batches = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`batch${i}`, once(i)]));

/** The first batch has come and is answered, of the second nobody says anything, and all days are over. */
function overdue() {
  const talks = inForce(pact(batches(2)), 'deal');
  go(talks, { type: 'days.passed', days: 10 });
  go(talks, { type: 'performance.reported', obligation: 'batch0', amount: BATCH });
  go(talks, { type: 'performance.reported', obligation: 'answer', amount: RATE * BATCH });
  go(talks, { type: 'days.passed', days: 61 });
  const answer = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'answer');
  return { talks, answer };
}

const alleged: TalksEvent = { type: 'breach.alleged', obligation: 'answer', by: 'north' };
const found: TalksEvent = { type: 'breach.found', obligation: 'answer', by: 'board' };

describe('what is owed by a key while the deal is carried out', () => {
  it('follows from what was performed; what is overdue and not reported may still come, and is not asked for', () => {
    const drawn = fc.array(fc.option(fc.nat(BATCH), { nil: undefined }), { minLength: 1, maxLength: 4 });
    let waited = 0;
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 49 }), (done, day) => {
        const talks = inForce(pact(batches(done.length)), 'deal');
        go(talks, { type: 'days.passed', days: day });
        for (const [i, amount] of done.entries()) {
          if (amount !== undefined) go(talks, { type: 'performance.reported', obligation: `batch${i}`, amount });
        }
        const isOver = (i: number) => 10 * (i + 1) < day;
        const sum = (unsaid: (i: number) => number) => done.reduce<number>((all, n, i) => all + (n ?? unsaid(i)), 0);
        const [least, most] = [sum((i) => (isOver(i) ? 0 : BATCH)), sum(() => BATCH)];
        if (least < most) waited++;
        const nets = progress(talks)?.duties.find(({ obligation }) => obligation === 'answer');
        expect(nets?.owed).toEqual({ least: RATE * least, most: RATE * most });
      }),
      { numRuns: 30 },
    );
    expect(waited).toBeGreaterThan(3);
  });

  it('is neither late nor broken in exchange for what nobody performed, and leaves the deal open', () => {
    const { talks, answer } = overdue();
    expect(answer()).toMatchObject({
      standing: 'partly done',
      settled: false,
      scale: 2,
      owed: { least: 10, most: 20 },
    });
    for (const event of [alleged, found]) {
      const { accepted, reasons } = talks.do(event);
      expect([accepted, reasons.map(({ code }) => code)]).toEqual([false, ['talks/nothing-owed']]);
      expect(reasons[0]?.message).toContain("'batch1'");
    }
    go(talks, { type: 'days.passed', days: 60 });
    expect(talks.state).toBe('carryingOut.phase1');
  });

  it('is late, and may be broken, as to what was performed', () => {
    const { talks, answer } = overdue();
    go(talks, { type: 'performance.reported', obligation: 'answer', amount: 9 });
    expect(answer()).toMatchObject({ standing: 'late', settled: false });
    go(talks, alleged);
    go(talks, found);
  });

  it('may be alleged to be broken before anything is overdue, as anything may', () => {
    go(inForce(pact(batches(2)), 'deal'), alleged);
  });

  it('is settled once what it answers is reported not done, is found not kept, or is waived', () => {
    const ways: readonly TalksEvent[] = [
      { type: 'performance.reported', obligation: 'batch1', amount: 0 },
      { type: 'breach.found', obligation: 'batch1', by: 'board' },
      { type: 'performance.waived', obligation: 'batch1', by: ['south'] },
    ];
    for (const event of ways) {
      const { talks, answer } = overdue();
      go(talks, event);
      expect(answer()).toMatchObject({ standing: 'done', settled: true, scale: 3, owed: { least: 10, most: 10 } });
    }
  });

  it('is owed after all once that is performed late', () => {
    const { talks, answer } = overdue();
    go(talks, { type: 'performance.reported', obligation: 'batch1', amount: BATCH });
    expect(answer()).toMatchObject({ standing: 'partly done', owed: { least: 20, most: 20 } });
    go(talks, { type: 'days.passed', days: 51 });
    expect(answer()).toMatchObject({ standing: 'late' });
    go(talks, { type: 'performance.reported', obligation: 'answer', amount: 20 });
    expect(answer()).toMatchObject({ standing: 'done', settled: true });
  });

  it('is not asked for the times that are over of what comes round, as long as nobody reports any', () => {
    const weekly = { ...once(0), kind: 'recurring', begins: onDay(0), every: weeks(2), times: 6 } as const;
    const talks = inForce(pact({ weekly }), 'deal');
    const owed = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'answer')?.owed;
    const all = RATE * BATCH * 6;
    expect(owed()).toEqual({ least: all, most: all });
    go(talks, { type: 'days.passed', days: 29 });
    expect(owed()).toEqual({ least: all - RATE * BATCH * 2, most: all });
  });
});
