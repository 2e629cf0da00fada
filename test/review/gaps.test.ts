import {
  applyPatches,
  days,
  months,
  onDate,
  onDay,
  review,
  uponCompletion,
  uponEvent,
  type OfferDraft,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { market, sound, withText } from '../support/texts.js';

const lengths = (...of: readonly number[]) => ({
  phaseCount: of.length,
  phases: of.map((n) => ({ length: days(n) })),
});

/** What is said of gaps in a text whose first two phases last thirty days each. */
function gaps(text: TextDraft, rest: Partial<OfferDraft> = lengths(30, 30)): readonly string[] {
  const offer = withText(text, rest);
  return review(market, offer).flatMap(({ code, message, mend }) => {
    if (code !== 'review/phase-gap') return [];
    const after = review(market, applyPatches(offer, mend.patches ?? []));
    expect(after.map((one) => one.message)).not.toContain(message);
    return [message];
  });
}

const second = { 2: { begins: onDay(40) } } as const;

describe('days between two phases', () => {
  it('are a gap where nothing binds on any of them', () => {
    expect(gaps({ phases: second, obligations: { x: sound({ begins: onDay(50) }) } })).toEqual([
      'Phase 2 begins on day 40 from entry into force, which comes after phase 1 has ended; for the 10 days between, the text says of nobody what they may do. Let phase 2 begin when phase 1 ends, let the measures of phase 1 go on until then, or allow it to be extended until then.',
    ]);
  });

  it.each<readonly [string, TextDraft]>([
    ['an act that may be done on each of them', { obligations: { x: sound({ begins: onDay(30), within: days(9) }) } }],
    ['an option', { obligations: { x: sound({ strength: 'may', within: days(39) }) } }],
    ['a prohibition of the second phase', { obligations: { x: sound({ kind: 'refrain', phase: 2 }) } }],
    [
      'one prohibition after another',
      {
        obligations: {
          x: sound({ kind: 'refrain', until: onDay(34) }),
          y: sound({ kind: 'refrain', begins: onDay(35), until: onDay(45) }),
        },
      },
    ],
    [
      'a measure that outlasts its phase',
      { obligations: { x: sound({ kind: 'refrain', phase: 1, outlasts: true, until: onDay(39) }) } },
    ],
    [
      'a prohibition until an event that may come later',
      { events: { harvest: {} }, obligations: { x: sound({ kind: 'refrain', until: uponEvent('harvest') }) } },
    ],
    [
      'a prohibition for some weeks after an event that may come then',
      {
        events: { harvest: {} },
        obligations: { x: sound({ kind: 'refrain', begins: uponEvent('harvest'), within: days(20) }) },
      },
    ],
    [
      'the reports of a body',
      { bodies: { board: { members: ['hills'], reports: { to: ['coast'], every: days(7) } } } },
    ],
    [
      'talks',
      {
        talks: { next: { between: ['hills', 'coast'], begin: onDay(30), end: onDay(40), otherwise: 'nothing holds' } },
      },
    ],
    [
      'a phase that can be made so much longer',
      { phases: { 1: { extensions: [{ how: 'by consent', cap: days(10) }] } } },
    ],
    [
      'a phase that can be made longer by units',
      { phases: { 1: { extensions: [{ how: 'by unit', unit: days(5), times: 2 }] } } },
    ],
  ])('are none where they are covered by %s', (_, text) => {
    expect(gaps({ ...text, phases: { ...text.phases, ...second } })).toEqual([]);
  });

  it('are none while an earlier phase is still running', () => {
    const phases = { 2: { begins: onDay(5) }, 3: { begins: onDay(30) } };
    expect(gaps({ phases }, lengths(60, 10, 10))).toEqual([]);
    expect(gaps({ phases }, lengths(25, 10, 10))).toHaveLength(1);
  });

  it.each<readonly [string, TextDraft]>([
    ['an act', { obligations: { x: sound({ begins: onDay(30), within: days(8) }) } }],
    [
      'a measure that outlasts its phase',
      { obligations: { x: sound({ kind: 'refrain', phase: 1, outlasts: true, until: onDay(31) }) } },
    ],
  ])('are a gap in part where they are covered by %s in part', (_, text) => {
    expect(gaps({ ...text, phases: second })).toEqual([
      expect.stringContaining('for some of the 10 days between, the text says of nobody'),
    ]);
  });

  it('are a gap where the phase before cannot be made so much longer, or the next one moves with it', () => {
    const told = (begins: NonNullable<TextDraft['phases']>[number]['begins'], cap: number) =>
      gaps({
        phases: { 1: { extensions: [{ how: 'by consent', cap: days(cap) }] }, 2: { ...(begins && { begins }) } },
      });
    expect(told(onDay(40), 9)).toEqual([
      expect.stringContaining(
        'for some of the 10 days between, even if phase 1 is made as long as it may be, the text',
      ),
    ]);
    expect(told(onDay(10, { from: 'phase1.end' }), 90)).toHaveLength(1);
    expect(told(onDay(30), 0)).toEqual([]);
  });

  it('are a gap where something may be done on them only by chance', () => {
    const obligations = { x: sound({ begins: uponEvent('harvest'), within: days(5) }) };
    expect(gaps({ events: { harvest: {} }, phases: second, obligations })).toHaveLength(1);
    const short = { x: sound({ kind: 'refrain', begins: uponEvent('harvest'), within: days(5) }) };
    expect(gaps({ events: { harvest: {} }, phases: second, obligations: short })).toHaveLength(1);
  });

  it('are a gap for the starts from which months are so short', () => {
    const phases = [{ length: months(1) }, { length: days(30) }];
    const told = (text: TextDraft = {}) => gaps({ phases: { 2: { begins: onDay(30) } }, ...text }, { phases });
    expect(told()).toEqual([
      expect.stringMatching(
        /which comes after phase 1 has ended, if the deal enters into force on such a day as 31 January, 1 February or 28 February, and not if it does on 1 January, 1 March or 31 March; for what lies between/,
      ),
    ]);
    expect(told({ events: { start: { trigger: onDate('2030-02-01') } } })).toEqual([
      expect.stringContaining('for the 2 days between'),
    ]);
    expect(told({ events: { start: { trigger: onDate('2030-03-01') } } })).toEqual([]);
  });
});

describe('days before the first phase', () => {
  const first = (begins: NonNullable<TextDraft['phases']>[number]['begins'], text: TextDraft = {}) =>
    gaps({ phases: { 1: { ...(begins && { begins }) } }, ...text });

  it('are a gap where the deal is in force and nothing binds', () => {
    expect(first(onDay(5))).toEqual([
      'Phase 1 begins on day 5 from entry into force, which comes after the deal has entered into force; for the 5 days between, the text says of nobody what they may do. Let phase 1 begin with it, or say what holds until then.',
    ]);
    expect(first(uponEvent('harvest'), { events: { harvest: {} } })).toEqual([
      expect.stringMatching(/which may come after the deal has entered into force; for what lies between/),
    ]);
    expect(first(onDay(0))).toEqual([]);
    expect(first(undefined)).toEqual([]);
  });

  it('are none where something is to be done on them', () => {
    const obligations = { x: sound({ within: days(5) }) };
    expect(first(onDay(5), { obligations })).toEqual([]);
    expect(first(uponCompletion('x'), { obligations })).toEqual([]);
  });
});
