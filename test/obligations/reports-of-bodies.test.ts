import fc from 'fast-check';
import {
  checkOffer,
  compareTexts,
  days,
  defineScenario,
  onDay,
  progress,
  schedule,
  uponEvent,
  weeks,
  type Talks,
  type TalksEvent,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { go, inForce, isGoing } from '../support/carry-out.js';
import { wide } from '../support/wide-text.js';

type Reports = NonNullable<NonNullable<TextDraft['bodies']>[string]['reports']>;
const both = ['north', 'south'] as const;

/** A pact of one phase of so many days, whose board reports. */
function pact(reports: Reports, lasts = 30) {
  return defineScenario({
    id: 'lake',
    parties: { north: {}, south: {} },
    terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 } } },
    space: { phases: 1 },
    positions: {},
    agreement: { rule: 'unanimity', of: both },
    offers: {
      deal: {
        by: both,
        phases: [{ length: days(lasts) }],
        text: wide({
          bodies: { board: { label: 'the board', members: both, reports } },
          events: { thaw: {} },
          obligations: {
            dig: { owedBy: ['north'], to: ['south'], verifier: 'board', begins: onDay(0), within: days(9) },
          },
        }),
      },
    },
  });
}

const laidOut = (reports: Reports, lasts = 30) =>
  schedule(pact(reports, lasts), 'deal', { anchors: { start: '2030-03-01' } }).duties.filter(
    ({ obligation }) => obligation === 'board.reports',
  );
const ofBoard = (talks: Talks) => progress(talks)?.duties.find(({ obligation }) => obligation === 'board.reports');
const reported = (amount: number): TalksEvent => ({
  type: 'performance.reported',
  obligation: 'board.reports',
  amount,
});
const codes = (talks: Talks, event: TalksEvent) => talks.do(event).reasons.map(({ code }) => code);

describe('the duty of a body to report', () => {
  it('falls due at the end of every period until the deal ends, and as often as these go into it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 90 }), (every, lasts) => {
        const found = laidOut({ to: ['north', 'south'], every: days(every) }, lasts);
        const times = Math.max(1, Math.floor(lasts / every));
        const due = (n: number) => (lasts < every ? lasts : every * n);
        expect(found.map((duty) => duty.due?.day)).toEqual(Array.from({ length: times }, (_, i) => due(i + 1)));
        for (const duty of found) {
          expect(duty).toMatchObject({
            owedBy: ['board'],
            to: both,
            strength: 'shall',
            label: 'reports to north and south',
          });
          expect(duty.endless).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a deal from being fulfilled for as long as one is left out, if it binds', () => {
    fc.assert(
      fc.property(fc.constantFrom('shall', 'aims to', 'may'), fc.integer({ min: 0, max: 4 }), (strength, made) => {
        const talks = inForce(pact({ to: ['north'], every: weeks(1), strength }), 'deal');
        if (made > 0) go(talks, reported(made));
        go(talks, { type: 'performance.reported', obligation: 'dig', amount: 1 });
        go(talks, { type: 'days.passed', days: 40 });
        expect(isGoing(talks)).toBe(strength === 'shall' && made < 4);
        if (isGoing(talks)) go(talks, reported(4));
        expect(talks.state).toBe('fulfilled');
      }),
      { numRuns: 20 },
    );
  });

  it('is owed once, by the end, where the text does not say how often; within the days that it gives', () => {
    expect(laidOut({ to: ['north'] }).map(({ kind, opens, due }) => [kind, opens?.day, due?.day])).toEqual([
      ['once', 0, 30],
    ]);
    const given = laidOut({ to: ['north'], every: weeks(1), begins: onDay(5), until: onDay(20) });
    expect(given.map(({ due }) => due?.day)).toEqual([12, 19]);
    const [waiting] = laidOut({ to: ['north'], every: weeks(1), begins: uponEvent('thaw') });
    expect(waiting?.waitsFor).toEqual([{ for: 'event', event: 'thaw' }]);
  });

  it('is late after its period, though there is but one before the deal ends', () => {
    const talks = inForce(pact({ to: ['north'], every: days(20) }), 'deal');
    go(talks, { type: 'days.passed', days: 20 });
    expect(ofBoard(talks)).toMatchObject({ standing: 'open', planned: { day: 20 } });
    go(talks, { type: 'days.passed', days: 1 });
    expect(ofBoard(talks)?.standing).toBe('late');
  });

  it('is late, withheld, waived and found not kept like any other', () => {
    const talks = inForce(pact({ to: ['north'], every: weeks(1) }), 'deal');
    expect(codes(talks, reported(0.5))).toEqual(['talks/bad-amount']);
    go(talks, { type: 'days.passed', days: 8 });
    expect(ofBoard(talks)).toMatchObject({
      standing: 'late',
      owed: { least: 4, most: 4 },
      owedBy: ['board'],
      scale: 0,
    });
    go(talks, reported(1));
    expect(ofBoard(talks)).toMatchObject({ standing: 'partly done', done: 1, scale: 1 });
    go(talks, { type: 'performance.withheld', obligation: 'board.reports', by: ['board'] });
    expect(ofBoard(talks)?.standing).toBe('withheld');
    go(talks, { type: 'breach.alleged', obligation: 'board.reports', by: 'north' });
    go(talks, { type: 'breach.found', obligation: 'board.reports', by: 'board' });
    expect(ofBoard(talks)?.standing).toBe('breach found');
    go(talks, { type: 'breach.cured', obligation: 'board.reports', by: 'north' });
    expect(codes(talks, { type: 'performance.waived', obligation: 'board.reports', by: ['south'] })).toEqual([
      'talks/no-consent',
    ]);
    go(talks, { type: 'performance.waived', obligation: 'board.reports', by: ['north'] });
    expect(ofBoard(talks)).toMatchObject({ standing: 'done', waived: 3, settled: true });
    expect(codes(talks, { type: 'performance.excused', obligation: 'boar.reports' })).toEqual([
      'talks/unknown-obligation',
    ]);
  });

  it('is said in words, and what cannot be is refused', () => {
    const scenario = pact({ to: ['north'], every: weeks(1) });
    const text = (reports: object, more: object = {}) =>
      checkOffer(scenario, 'other', {
        text: { bodies: { board: { label: 'the board', members: ['north', 'south'], reports } }, ...more } as TextDraft,
      });
    const other = text({ to: ['south'], every: weeks(2), strength: 'aims to', begins: onDay(3), until: onDay(40) });
    const changes = other.ok ? compareTexts(scenario, 'deal', other.value) : [];
    expect(JSON.stringify(changes)).toContain(
      'to south, every 2 weeks, beginning on day 3 from entry into force, ending on day 40 from entry into force, aims to',
    );
    const faults = (reports: object, more: object = {}) => {
      const checked = text(reports, more);
      return checked.ok ? [] : checked.faults.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);
    };
    expect(faults({ to: ['nort'] })).toEqual(['text/unknown-party-or-body bodies.board.reports.to.0']);
    expect(faults({ to: ['north'], every: days(0) })).toEqual(['text/bad-length bodies.board.reports.every']);
    expect(faults({ to: ['north'], until: uponEvent('thraw') })).toEqual([
      'text/unknown-event bodies.board.reports.until',
    ]);
    expect(faults({ to: ['north'] }, { obligations: { 'board.reports': { owedBy: ['north'] } } })).toEqual([
      'text/id-taken obligations.board.reports',
    ]);
  });
});
