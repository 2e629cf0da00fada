import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  openTalks,
  progress,
  type ObligationDraft,
  type Talks,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

const CONCLUDED = '2030-03-01';
const owed = (day: number, more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['north'],
  to: ['south'],
  begins: onDay(day),
  ...more,
});

/** A deal, and others by which it may be amended, or its second phase settled. */
const pact = (texts: Readonly<Record<string, TextDraft | undefined>>) =>
  defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { ditch: { kind: 'quantity', unit: 'yards', bounds: { most: 90 } } },
    space: { phases: 2 },
    positions: {},
    agreement: { rule: 'unanimity', of: ['north', 'south'] },
    offers: Object.fromEntries(
      Object.entries(texts).map(([id, text]) => [
        id,
        {
          by: ['north', 'south'] as const,
          phases: [{ length: days(50) }, { length: days(50) }],
          ...(text && { text: wide({ bodies: { board: { members: ['north', 'south'] } }, ...text }) }),
        },
      ]),
    ),
  });

const amend = (talks: Talks) => go(talks, { type: 'agreement.concluded' });
const dutyOf = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);
const first: TextDraft = { obligations: { old: owed(5) } };

describe('what an amendment brings', () => {
  it('is due no sooner than the amendment is in force, and gains no days; what was due before stays so', () => {
    let past = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(9), (on, begins, within) => {
        const text: TextDraft = { obligations: { old: owed(5), more: owed(begins, { within: days(within) }) } };
        const talks = inForce(pact({ deal: first, next: text }), 'deal', CONCLUDED);
        go(talks, { type: 'days.passed', days: on });
        go(talks, { type: 'offer.tabled', offer: 'next' });
        amend(talks);
        const more = dutyOf(talks, 'more');
        if (begins + within < on) past++;
        const due = Math.max(on, begins + within);
        expect([more?.opens?.day, more?.due?.day, more?.standing]).toEqual([
          Math.max(on, begins),
          due,
          begins > on ? 'waiting' : 'open',
        ]);
        expect(dutyOf(talks, 'old')?.due?.day).toBe(5);
        expect(dutyOf(talks, 'old')?.standing).toBe(on > 5 ? 'late' : on === 5 ? 'open' : 'waiting');
        // Amended again, it stays as it came.
        go(talks, { type: 'offer.tabled', offer: { id: 'third', by: ['north', 'south'] } });
        amend(talks);
        expect(dutyOf(talks, 'more')?.due?.day).toBe(due);
        go(talks, { type: 'days.passed', days: due - on + 1 });
        expect(dutyOf(talks, 'more')?.standing).toBe('late');
      }),
      { numRuns: 30 },
    );
    expect(past).toBeGreaterThan(5);
  });

  it('is also what it moves: nothing opens, or is late, by its words before those are in force', () => {
    let [past, shorter, late] = [0, 0, 0];
    const draws = [fc.nat(12), fc.nat(9), fc.nat(12), fc.nat(9), fc.integer({ min: 1, max: 20 })] as const;
    fc.assert(
      fc.property(...draws, (begins, within, then, longer, on) => {
        const text = (day: number, n: number): TextDraft => ({ obligations: { dig: owed(day, { within: days(n) }) } });
        const talks = inForce(pact({ deal: text(begins, within), next: text(then, longer) }), 'deal', CONCLUDED);
        go(talks, { type: 'days.passed', days: on });
        go(talks, { type: 'offer.tabled', offer: 'next' });
        amend(talks);
        const [wasOpen, wasLate] = [begins <= on, begins + within < on];
        const isMoved = (then < on && !wasOpen) || (then + longer < on && !wasLate);
        if (then < on && !wasOpen) past++;
        else if (isMoved) shorter++;
        if (wasLate && then + longer < on) late++;
        const dig = dutyOf(talks, 'dig');
        const due = isMoved ? Math.max(on, then + longer) : then + longer;
        expect([dig?.opens?.day, dig?.due?.day]).toEqual([isMoved ? on : then, due]);
        expect(dig?.standing === 'late').toBe(wasLate && then + longer < on);
      }),
      { numRuns: 60 },
    );
    expect(Math.min(past, shorter, late)).toBeGreaterThan(2);
  });

  it('does not make late what was done in full before it asks for more', () => {
    const text = (amount: number): TextDraft => ({
      obligations: { dig: owed(2, { of: 'ditch', amount }), fill: owed(2, { of: 'ditch', amount: 3 }) },
    });
    const talks = inForce(pact({ deal: text(4), next: text(6) }), 'deal', CONCLUDED);
    go(talks, { type: 'days.passed', days: 2 });
    go(talks, { type: 'performance.reported', obligation: 'dig', amount: 4 });
    go(talks, { type: 'days.passed', days: 5 });
    go(talks, { type: 'offer.tabled', offer: 'next' });
    amend(talks);
    expect(dutyOf(talks, 'dig')).toMatchObject({ standing: 'partly done', due: { day: 7 }, owed: { least: 6 } });
    expect(dutyOf(talks, 'fill')).toMatchObject({ standing: 'late', due: { day: 2 } });
    go(talks, { type: 'days.passed', days: 1 });
    expect(dutyOf(talks, 'dig')?.standing).toBe('late');
  });

  it('is also what a body is to report from then on, and all of a text that a deal had none of before', () => {
    const reports = { bodies: { board: { members: ['north', 'south'], reports: { to: ['south'], until: onDay(2) } } } };
    const talks = inForce(pact({ bare: undefined, next: first, third: { ...first, ...reports } }), 'bare', CONCLUDED);
    for (const [offer, passed] of [
      ['next', 9],
      ['third', 3],
    ] as const) {
      go(talks, { type: 'days.passed', days: passed });
      go(talks, { type: 'offer.tabled', offer });
      amend(talks);
    }
    expect(dutyOf(talks, 'old')?.due?.day).toBe(9);
    expect(dutyOf(talks, 'board.reports')?.due?.day).toBe(12);
  });

  it('is also what a next phase brings, or moves, that was settled by another text, from the day on which that begins', () => {
    const [moved, to] = [{ obligations: { ...first.obligations, moved: owed(70) } }, { moved: owed(20) }];
    const talks = inForce(pact({ deal: moved, next: { obligations: { more: owed(10), ...to } } }), 'deal', CONCLUDED);
    go(talks, { type: 'nextPhase.opened' });
    go(talks, { type: 'offer.tabled', offer: 'next' });
    go(talks, { type: 'nextPhase.settled' });
    go(talks, { type: 'days.passed', days: 52 });
    expect(dutyOf(talks, 'more')).toMatchObject({ due: { day: 50 }, standing: 'late' });
    expect(dutyOf(talks, 'moved')).toMatchObject({ due: { day: 50 }, standing: 'late' });
    expect(dutyOf(talks, 'old')?.due?.day).toBe(5);
  });

  it('before the deal is in force is due by its words once that is', () => {
    const talks = openTalks(pact({ deal: first, next: { obligations: { more: owed(4) } } }), { start: 'talks' });
    go(talks, { type: 'offer.tabled', offer: 'deal', on: CONCLUDED });
    amend(talks);
    go(talks, { type: 'offer.tabled', offer: 'next' });
    amend(talks);
    go(talks, { type: 'deal.started' });
    expect(dutyOf(talks, 'more')?.due?.day).toBe(4);
  });
});
