import fc from 'fast-check';
import {
  beforeEvent,
  days,
  onDate,
  onDay,
  openTalks,
  progress,
  schedule,
  uponCompletion,
  uponEvent,
  whenCertified,
  type ObligationDraft,
  type Talks,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { addDays } from '../../src/base/day.js';
import { agreed } from '../support/agreed.js';
import { go } from '../support/carry-out.js';
import { withText } from '../support/texts.js';

const CONCLUDED = '2031-01-01';
const on = (day: number) => addDays(CONCLUDED, day) ?? CONCLUDED;
const owed = (begins: TriggerDraft, more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['hills'],
  to: ['coast'],
  begins,
  ...more,
});

/** A deal that is concluded on day 0, and comes into force on a day of which something was told before. */
function started(text: TextDraft, day: number, before: (talks: Talks) => void = () => undefined): Talks {
  const talks = openTalks(agreed(withText(text)), { start: 'talks' });
  go(talks, { type: 'offer.tabled', offer: 'draft', on: CONCLUDED });
  go(talks, { type: 'agreement.concluded' });
  before(talks);
  if (day > 0) go(talks, { type: 'days.passed', days: day });
  go(talks, { type: 'deal.started' });
  return talks;
}

const dutyOf = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id);

describe('what is set off before the deal is in force', () => {
  const setOff = fc.record({
    how: fc.constantFrom('date', 'event', 'certified', 'back'),
    at: fc.nat(12),
    start: fc.nat(12),
    within: fc.nat(9),
  });

  it('opens on the day of the start at the earliest; it gains no days by that, and is due that day if it would be over', () => {
    let early = 0;
    fc.assert(
      fc.property(setOff, ({ how, at, start, within }) => {
        const ways: Record<string, TriggerDraft> = {
          date: onDate(on(at)),
          event: uponEvent('thaw'),
          certified: whenCertified('counted'),
          back: beforeEvent('start', days(at)),
        };
        const text: TextDraft = {
          bodies: { board: { members: ['hills', 'coast'] } },
          events: { thaw: { label: 'the thaw' } },
          certifications: { counted: { by: 'board' } },
          obligations: { a: owed(ways[how] ?? onDay(0), { within: days(within), verifier: 'board' }) },
        };
        const told = how === 'event' || how === 'certified';
        fc.pre(!told || at <= start);
        const talks = started(text, told ? start - at : start, (before) => {
          if (!told) return;
          if (at > 0) go(before, { type: 'days.passed', days: at });
          if (how === 'event') go(before, { type: 'event.happened', event: 'thaw' });
          else go(before, { type: 'certification.given', certification: 'counted' });
        });
        const opens = how === 'back' ? start - at : at;
        if (opens < start) early++;
        const a = dutyOf(talks, 'a');
        expect([a?.opens?.day, a?.due?.day]).toEqual([Math.max(0, opens - start), Math.max(0, opens + within - start)]);
        expect(a?.standing).toBe(opens > start ? 'waiting' : 'open');
        if (opens > start) return;
        // And it is late, and may be found not kept, no sooner than that.
        go(talks, { type: 'days.passed', days: Math.max(0, opens + within - start) + 1 });
        expect(dutyOf(talks, 'a')?.standing).toBe('late');
        go(talks, { type: 'breach.found', obligation: 'a', by: 'board' });
      }),
      { numRuns: 40 },
    );
    expect(early).toBeGreaterThan(5);
  });

  it('is not due, or late, as long as the deal waits for its start, whatever the date', () => {
    const text: TextDraft = { obligations: { a: owed(onDate(on(2))), b: owed(uponCompletion('a', days(3))) } };
    const talks = started(text, 9);
    expect(dutyOf(talks, 'a')).toMatchObject({ standing: 'open', opens: { day: 0 }, due: { day: 0, on: on(9) } });
    expect(dutyOf(talks, 'b')).toMatchObject({ planned: { day: 3 } });
    go(talks, { type: 'performance.reported', obligation: 'a', amount: 1 });
    expect(dutyOf(talks, 'a')).toMatchObject({ standing: 'done', when: 'in time' });
  });

  it('comes round as often as its text says, each time no sooner than the start', () => {
    const rounds = { kind: 'recurring', every: days(10) } as const;
    const text: TextDraft = {
      obligations: {
        a: owed(onDate(on(0)), { ...rounds, times: 4 }),
        b: owed(onDate(on(0)), { ...rounds, until: onDate(on(35)) }),
        c: owed(onDate(on(0)), { ...rounds, until: onDate(on(15)) }),
      },
    };
    const offer = withText(text);
    const dated = schedule(agreed(offer), 'draft', { anchors: { start: on(25) } }).duties;
    const daysOf = (id: string) => dated.flatMap((duty) => (duty.obligation === id ? [duty.due?.day] : []));
    expect(['a', 'b', 'c'].map(daysOf)).toEqual([[0, 0, 5, 15], [0, 0, 5], [0]]);
    const talks = started(text, 25);
    expect(dutyOf(talks, 'a')).toMatchObject({ standing: 'open', opens: { day: 0 }, due: { day: 15 } });
    expect(dutyOf(talks, 'c')).toMatchObject({ standing: 'open', due: { day: 0 } });
    go(talks, { type: 'days.passed', days: 1 });
    expect(dutyOf(talks, 'a')?.standing).toBe('late');
  });

  it('has no last day where it closes before it opens by its own words', () => {
    const text: TextDraft = {
      obligations: {
        shut: owed(onDate(on(5)), { until: onDate(on(3)) }),
        over: owed(onDate(on(3)), { until: onDate(on(5)) }),
        quiet: owed(onDate(on(3)), { kind: 'refrain', until: onDate(on(5)) }),
      },
    };
    const talks = started(text, 9);
    expect(dutyOf(talks, 'shut')?.due).toBeUndefined();
    expect(dutyOf(talks, 'over')).toMatchObject({ opens: { day: 0 }, due: { day: 0 } });
    expect(dutyOf(talks, 'quiet')).toMatchObject({ standing: 'binding', due: { day: 0 } });
    go(talks, { type: 'days.passed', days: 1 });
    expect(dutyOf(talks, 'quiet')?.standing).toBe('kept');
  });
});
