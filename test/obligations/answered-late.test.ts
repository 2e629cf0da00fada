import fc from 'fast-check';
import {
  days,
  defineScenario,
  onDay,
  progress,
  uponCompletion,
  type ObligationDraft,
  type Talks,
  type TalksEvent,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce } from '../support/carry-out.js';
import { runs } from '../laws/runs.js';
import { wide } from '../support/wide-text.js';

const START = '2030-01-01';
const RATE = 2;
const BOATS = 10;

interface Pact {
  readonly boatsBy: number;
  readonly netsBy: number;
  readonly begins?: TriggerDraft;
  readonly more?: Readonly<Record<string, ObligationDraft>>;
}

/** Boats by one day; for each boat two nets, by another. */
const pact = ({ boatsBy, netsBy, begins = onDay(2), more = {} }: Pact) =>
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
        phases: [{ length: days(300) }],
        text: wide({
          bodies: { board: { members: ['north', 'south'] } },
          keys: { rate: { rows: [{ for: { n: 1, of: ['boats'] }, give: [{ n: RATE, of: 'nets' }] }] } },
          obligations: {
            give: {
              owedBy: ['north'],
              to: ['south'],
              of: 'boats',
              amount: BOATS,
              begins: onDay(1),
              within: days(boatsBy - 1),
            },
            answer: {
              owedBy: ['south'],
              to: ['north'],
              of: 'nets',
              byKey: { key: 'rate', of: ['give'] },
              begins,
              within: days(netsBy - 2),
            },
            ...more,
          },
        }),
      },
    },
  });

const open = (boatsBy: number, netsBy: number) => inForce(pact({ boatsBy, netsBy }), 'deal', START);
const after = (talks: Talks, n: number) => go(talks, { type: 'days.passed', days: n });
const report = (talks: Talks, obligation: 'give' | 'answer', amount: number) =>
  go(talks, { type: 'performance.reported', obligation, amount });
const answer = (talks: Talks) => progress(talks)?.duties.find(({ obligation }) => obligation === 'answer');
const found: TalksEvent = { type: 'breach.found', obligation: 'answer', by: 'board' };

describe('what is owed by a key for what is not there yet', () => {
  it('is not late for what is put off by consent beyond its own last day', () => {
    const talks = open(20, 30);
    after(talks, 10);
    go(talks, { type: 'performance.postponed', obligation: 'give', to: '2030-03-02', by: ['north', 'south'] });
    after(talks, 25);
    expect(answer(talks)).toMatchObject({ standing: 'open', owed: { least: 0, most: RATE * BOATS }, settled: false });
    const { accepted, reasons } = talks.do(found);
    expect([accepted, reasons.map(({ code }) => code)]).toEqual([false, ['talks/nothing-owed']]);
    after(talks, 25);
    report(talks, 'give', BOATS);
    // As many days after it as the text leaves, whatever was put off.
    after(talks, 10);
    expect(answer(talks)).toMatchObject({ standing: 'open', owed: { least: RATE * BOATS, most: RATE * BOATS } });
    after(talks, 1);
    expect(answer(talks)?.standing).toBe('late');
  });

  it('is not late where the text itself has it due before what it is owed for', () => {
    const talks = open(60, 20);
    after(talks, 40);
    expect(answer(talks)?.standing).toBe('open');
    report(talks, 'give', 0);
    expect(answer(talks)).toMatchObject({ standing: 'not done', settled: true });
  });

  it('may be done all the same, as an advance', () => {
    const talks = open(60, 20);
    after(talks, 20);
    report(talks, 'answer', RATE * BOATS);
    expect(answer(talks)).toMatchObject({ standing: 'done', when: 'in time' });
  });
});

describe('what is owed by a key for what comes late', () => {
  it('is due as long after it as the text leaves between the last days of the two', () => {
    const drawn = fc.record({
      boatsBy: fc.integer({ min: 2, max: 40 }),
      netsBy: fc.integer({ min: 3, max: 40 }),
      come: fc.integer({ min: 3, max: 60 }),
      taken: fc.integer({ min: 0, max: 50 }),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(drawn, ({ boatsBy, netsBy, come, taken }) => {
        const talks = open(boatsBy, netsBy);
        after(talks, come);
        report(talks, 'give', BOATS);
        const due = Math.max(netsBy, come + Math.max(0, netsBy - boatsBy));
        const isLate = come + taken > due;
        if (taken > 0) after(talks, taken);
        expect(answer(talks)?.standing).toBe(isLate ? 'late' : 'open');
        report(talks, 'answer', RATE * BOATS);
        expect(answer(talks)).toMatchObject({ standing: 'done', when: isLate ? 'late' : 'in time' });
        seen.add(`${due > netsBy ? 'later' : 'by the text'}, ${isLate ? 'late' : 'in time'}`);
      }),
      runs(100),
    );
    expect(seen.size).toBe(4);
  });

  it('is late as to what came in time, and not yet as to the rest', () => {
    const talks = open(20, 30);
    after(talks, 15);
    report(talks, 'give', 4);
    after(talks, 20);
    report(talks, 'give', BOATS);
    expect(answer(talks)).toMatchObject({
      standing: 'late',
      done: 0,
      expected: { on: '2030-02-15' },
      dueByPart: [
        { by: { on: '2030-01-31' }, owed: RATE * 4 },
        { by: { on: '2030-02-15' }, owed: RATE * BOATS },
      ],
    });
    report(talks, 'answer', RATE * 4);
    expect(answer(talks)).toMatchObject({ standing: 'partly done', settled: false });
    after(talks, 10);
    expect(answer(talks)?.standing).toBe('partly done');
    after(talks, 1);
    expect(answer(talks)?.standing).toBe('late');
    report(talks, 'answer', RATE * BOATS);
    expect(answer(talks)).toMatchObject({ standing: 'done', when: 'late' });
  });

  it('is due on the day to which it is put off itself, where that is later', () => {
    const talks = open(20, 30);
    after(talks, 25);
    go(talks, { type: 'performance.postponed', obligation: 'answer', to: '2030-02-20', by: ['north', 'south'] });
    after(talks, 10);
    report(talks, 'give', BOATS);
    after(talks, 15);
    expect(answer(talks)).toMatchObject({ standing: 'open', due: { on: '2030-02-20' } });
    after(talks, 1);
    expect(answer(talks)?.standing).toBe('late');
  });

  it('has no days that run while it is suspended', () => {
    const talks = open(20, 30);
    after(talks, 25);
    report(talks, 'give', BOATS);
    after(talks, 5);
    go(talks, { type: 'performance.suspended', obligations: ['answer'], by: ['north', 'south'] });
    after(talks, 20);
    go(talks, { type: 'performance.resumed', obligations: ['answer'], by: ['north', 'south'] });
    after(talks, 5);
    expect(answer(talks)?.standing).toBe('open');
    after(talks, 1);
    expect(answer(talks)?.standing).toBe('late');
  });

  it('gains no days where its own window has opened later for that', () => {
    const begins = uponCompletion('give');
    const talks = inForce(pact({ boatsBy: 20, netsBy: 7, begins }), 'deal', START);
    after(talks, 40);
    report(talks, 'give', BOATS);
    after(talks, 6);
    expect(answer(talks)).toMatchObject({ standing: 'late', due: { on: '2030-02-15' } });
    expect(answer(talks)?.dueByPart).toBeUndefined();
  });

  it('makes nobody late with what waits for it', () => {
    const thanks: ObligationDraft = {
      owedBy: ['south'],
      to: ['north'],
      begins: uponCompletion('answer'),
      until: onDay(32),
    };
    const talks = inForce(pact({ boatsBy: 20, netsBy: 30, more: { thanks } }), 'deal', START);
    after(talks, 28);
    report(talks, 'give', BOATS);
    after(talks, 7);
    const of = () => progress(talks)?.duties.find(({ obligation }) => obligation === 'thanks')?.standing;
    expect([answer(talks)?.standing, of()]).toEqual(['open', 'waiting']);
    expect(talks.do({ type: 'breach.found', obligation: 'thanks', by: 'board' }).accepted).toBe(false);
  });

  it('is not owed any more where what came is taken back', () => {
    const talks = open(20, 30);
    after(talks, 25);
    report(talks, 'give', BOATS);
    after(talks, 10);
    report(talks, 'give', 0);
    after(talks, 20);
    expect(answer(talks)).toMatchObject({ standing: 'not done', settled: true });
    expect(answer(talks)?.dueByPart).toBeUndefined();
  });

  it('cannot be found broken by the body that saw it done by then', () => {
    const talks = open(20, 30);
    after(talks, 40);
    go(talks, { type: 'performance.reported', obligation: 'give', amount: BOATS, observer: 'board' });
    after(talks, 10);
    go(talks, { type: 'performance.reported', obligation: 'answer', amount: RATE * BOATS, observer: 'board' });
    after(talks, 5);
    const { accepted, reasons } = talks.do(found);
    expect([accepted, reasons.map(({ code }) => code)]).toEqual([false, ['talks/own-report']]);
  });
});
