import fc from 'fast-check';
import {
  days,
  earliestOf,
  latestOf,
  onDay,
  progress,
  uponCompletion,
  uponEvent,
  uponStart,
  whenTotal,
  type ObligationDraft,
  type Talks,
  type TalksEvent,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { carryOut, go, inForce, isGoing } from '../support/carry-out.js';
import { agreed } from '../support/agreed.js';
import { withText } from '../support/texts.js';

const owed = (begins: TriggerDraft, until: number, more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['hills'],
  to: ['coast'],
  verifier: 'board',
  begins,
  until: onDay(until),
  ...more,
});

/** A survey that is due on the fifth day, and what waits for it until the tenth. */
const text = (begins: TriggerDraft, more: TextDraft['obligations'] = {}, own: Partial<ObligationDraft> = {}) =>
  agreed(
    withText({
      bodies: { board: { members: ['hills', 'coast'] } },
      events: { thaw: { trigger: uponCompletion('survey') } },
      obligations: {
        survey: owed(onDay(1), 5, { of: 'money', amount: 4 }),
        other: owed(onDay(1), 5, { owedBy: ['coast'], to: ['hills'], of: 'money', amount: 4 }),
        payment: owed(begins, 10, own),
        ...more,
      },
    }),
  );

const stands = (talks: Talks, id = 'payment') => {
  const duty = progress(talks)?.duties.find(({ obligation }) => obligation === id);
  return { standing: duty?.standing, opens: duty?.opens?.day, due: duty?.due?.day, when: duty?.when };
};
const tell = (talks: Talks, ...events: readonly TalksEvent[]) => events.forEach((event) => go(talks, event));
const passed = (n: number) => ({ type: 'days.passed', days: n }) as const;
const done = (obligation: string, amount = 4) =>
  ({ type: 'performance.reported', obligation, amount, observer: 'board' }) as const;

const upon: readonly (readonly [string, TriggerDraft])[] = [
  ['completion', uponCompletion('survey')],
  ['the first day after completion', uponCompletion('survey', days(1))],
  ['start', uponStart('survey')],
  ['a total', whenTotal(['survey'], 4)],
  ['a total of both, of which the other was done', whenTotal(['survey', 'other'], 8)],
  ['an event that it brings about', uponEvent('thaw')],
  ['that and a day', latestOf(onDay(3), uponCompletion('survey'))],
];

describe('a window shut by the delay of those who owe what it is for', () => {
  it.each(upon)('closes on its day all the same, as they are late with what it waits for: upon %s', (_, begins) => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 18 }), (late) => {
        const talks = inForce(text(begins), 'draft', '2031-01-15');
        tell(talks, passed(2), done('other'), passed(8));
        expect(stands(talks)).toMatchObject({ standing: 'waiting', due: undefined });
        tell(talks, passed(1));
        expect(stands(talks)).toMatchObject({ standing: 'late', opens: undefined, due: 10 });
        const [waitsFor] = progress(talks)?.duties.flatMap((duty) => duty.waitsFor ?? []) ?? [];
        expect(JSON.stringify(waitsFor)).toContain('survey');
        expect(talks.do({ type: 'breach.found', obligation: 'payment', by: 'board' }).accepted).toBe(true);
        talks.undo();
        if (late > 11) tell(talks, passed(late - 11));
        tell(talks, done('survey'));
        expect(stands(talks)).toMatchObject({ standing: 'late', due: 10 });
        tell(talks, passed(2), done('payment', 1));
        expect(stands(talks)).toMatchObject({ standing: 'done', due: 10, when: 'late' });
        carryOut(talks);
        expect(isGoing(talks)).toBe(false);
      }),
      { numRuns: 3 },
    );
  });

  it.each<readonly [string, TriggerDraft, TextDraft['obligations'], Partial<ObligationDraft>]>([
    ['somebody else owes it', uponCompletion('other'), {}, {}],
    ['somebody else is late as well', latestOf(uponCompletion('survey'), uponCompletion('other')), {}, {}],
    ['another of those who owe it owes none of that', uponCompletion('survey'), {}, { owedBy: ['hills', 'coast'] }],
    ['it was due no sooner', uponCompletion('survey'), { survey: owed(onDay(1), 12, { of: 'money', amount: 4 }) }, {}],
    [
      'nobody had to',
      uponCompletion('survey'),
      { survey: owed(onDay(1), 5, { of: 'money', amount: 4, strength: 'aims to' }) },
      {},
    ],
    ['it would have come too late as well', uponCompletion('survey', days(6)), {}, {}],
  ])('stays shut where %s', (_, begins, more, own) => {
    const talks = inForce(text(begins, more, own), 'draft', '2031-01-15');
    tell(talks, passed(13));
    expect(stands(talks)).toMatchObject({ standing: 'waiting', due: undefined });
    tell(talks, done('survey'), done('other'));
    expect(stands(talks)).toMatchObject({ due: undefined });
    expect(stands(talks).standing).not.toBe('late');
  });

  it('closes on its day, though something else will open it later', () => {
    const talks = inForce(text(earliestOf(onDay(20), uponCompletion('survey'))), 'draft', '2031-01-15');
    tell(talks, passed(11));
    expect(stands(talks)).toMatchObject({ standing: 'late', opens: 20, due: 10 });
  });

  it('is no delay as soon as it was waived', () => {
    const talks = inForce(text(latestOf(uponCompletion('survey'), uponCompletion('other'))), 'draft', '2031-01-15');
    tell(talks, passed(3), { type: 'performance.waived', obligation: 'survey', by: ['coast'] }, passed(10));
    expect(stands(talks)).toMatchObject({ standing: 'waiting', due: undefined });
  });

  it('is no delay as long as that was put off by consent', () => {
    const talks = inForce(text(uponCompletion('survey')), 'draft', '2031-01-15');
    tell(talks, passed(4));
    tell(talks, { type: 'performance.postponed', obligation: 'survey', to: '2031-01-30', by: ['hills', 'coast'] });
    tell(talks, passed(9));
    expect(stands(talks)).toMatchObject({ standing: 'waiting', due: undefined });
  });

  it('goes on from what they owe to what waits for that', () => {
    const more = { last: owed(uponCompletion('payment'), 12) };
    const talks = inForce(text(uponCompletion('survey'), more), 'draft', '2031-01-15');
    tell(talks, passed(13));
    expect(stands(talks, 'last')).toMatchObject({ standing: 'late', opens: undefined, due: 12 });
  });
});
