import fc from 'fast-check';
import {
  all,
  applyPatches,
  atLeast,
  atMost,
  days,
  onDay,
  progress,
  review,
  schedule,
  uponCompletion,
  uponStart,
  upTo,
  type AmountDraft,
  type ObligationDraft,
  type Talks,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { runs } from '../laws/runs.js';
import '../support/seed.js';
import { agreed } from '../support/agreed.js';
import { carryOut, go, inForce } from '../support/carry-out.js';
import { anyOffer, calmOffer, market, withText } from '../support/texts.js';

const A = { owedBy: ['hills'], to: ['coast'], verifier: 'board' } as const;
const B = { owedBy: ['coast'], to: ['hills'], verifier: 'board' } as const;
const board: TextDraft = {
  bodies: { board: { members: ['hills', 'coast'] } },
  events: { vote: {}, harvest: {} },
  certifications: { counted: { by: 'board' } },
};

const started = (obligations: Readonly<Record<string, ObligationDraft>>) =>
  inForce(agreed(withText({ ...board, obligations })), 'draft', '2031-01-15');
const pass = (talks: Talks, n: number) => {
  go(talks, { type: 'days.passed', days: n });
};
const told = (talks: Talks, obligation: string, amount: number) => {
  go(talks, { type: 'performance.reported', obligation, amount, observer: 'board' });
};
const stands = (talks: Talks, id: string) => {
  const { standing, settled, when, scale } = progress(talks)?.duties.find(({ obligation }) => obligation === id) ?? {};
  return [standing, settled, when, scale];
};
const due = (talks: Talks, id: string) => progress(talks)?.duties.find(({ obligation }) => obligation === id)?.due?.day;

describe('what waits for something to be left undone', () => {
  const quiet: ObligationDraft = { ...A, kind: 'refrain', begins: onDay(2), until: onDay(5) };
  const text = {
    quiet,
    opens: { ...B, begins: uponStart('quiet') },
    pays: { ...B, begins: uponCompletion('quiet') },
  };

  it('is set off by the day on which that binds, and by its last one', () => {
    const talks = started(text);
    expect([due(talks, 'opens'), due(talks, 'pays')]).toEqual([2, undefined]);
    pass(talks, 4);
    expect(due(talks, 'pays')).toBeUndefined();
    pass(talks, 1);
    expect([due(talks, 'opens'), due(talks, 'pays')]).toEqual([2, 5]);
    carryOut(talks);
    expect(talks.state).toBe('fulfilled');
  });

  it('waits as long as a body has found that it was not left undone, and is set off by the cure', () => {
    const talks = started(text);
    pass(talks, 4);
    go(talks, { type: 'breach.found', obligation: 'quiet', by: 'board' });
    pass(talks, 3);
    expect(due(talks, 'pays')).toBeUndefined();
    go(talks, { type: 'breach.cured', obligation: 'quiet' });
    expect(due(talks, 'pays')).toBe(7);
  });
});

describe('what asks for nothing certain', () => {
  const text = {
    gives: { ...A, of: 'permits', amount: upTo(3), begins: onDay(4) },
    thanks: { ...B, begins: uponCompletion('gives') },
  };

  it('is done once all that it allows is, or else on its last day', () => {
    const early = started(text);
    pass(early, 1);
    told(early, 'gives', 2);
    expect(due(early, 'thanks')).toBeUndefined();
    told(early, 'gives', 3);
    expect(due(early, 'thanks')).toBe(1);
    const never = started(text);
    pass(never, 4);
    expect(due(never, 'thanks')).toBe(4);
    carryOut(never);
    expect(never.state).toBe('fulfilled');
    const late = started(text);
    pass(late, 9);
    told(late, 'gives', 3);
    expect(due(late, 'thanks')).toBe(4);
  });

  it('is begun only by whoever wants to: a review says so', () => {
    const found = (begins: TriggerDraft) =>
      review(agreed(withText({ ...board, obligations: { ...text, thanks: { ...B, begins } } })), 'draft').map(
        ({ code }) => code,
      );
    expect(found(uponStart('gives'))).toEqual(['review/trigger-at-will']);
    expect(found(uponCompletion('gives'))).toEqual([]);
  });
});

describe('a level', () => {
  const level = (amount: AmountDraft): ObligationDraft => ({
    ...A,
    kind: 'level',
    of: 'permits',
    amount,
    begins: onDay(1),
    until: onDay(10),
  });

  it('is not held above a ceiling, nor above an exact figure', () => {
    const talks = started({ ceiling: level(atMost(10)), exact: level(20) });
    pass(talks, 2);
    told(talks, 'ceiling', 90);
    told(talks, 'exact', 70);
    expect(stands(talks, 'ceiling')).toEqual(['partly done', false, undefined, 0]);
    pass(talks, 9);
    expect(stands(talks, 'ceiling')).toEqual(['late', false, undefined, 0]);
    expect(stands(talks, 'exact')).toEqual(['late', false, undefined, 0]);
    carryOut(talks, { performs: () => false }, 80);
    expect(talks.state).toBe('carryingOut.phase2');
    told(talks, 'ceiling', 9);
    expect(stands(talks, 'ceiling')).toEqual(['done', true, 'late', 3]);
    go(talks, { type: 'performance.waived', obligation: 'exact', by: ['coast'] });
    expect(talks.state).toBe('fulfilled');
  });

  it('is kept to by a ceiling of which nothing is reported, on its last day', () => {
    const talks = started({ ceiling: level(atMost(10)), then: { ...B, begins: uponCompletion('ceiling') } });
    pass(talks, 9);
    expect(stands(talks, 'ceiling').slice(0, 2)).toEqual(['open', false]);
    pass(talks, 1);
    expect(stands(talks, 'ceiling').slice(0, 2)).toEqual(['done', true]);
    expect(due(talks, 'then')).toBe(10);
  });

  it('is to be held up to its last day, and no longer', () => {
    const talks = started({
      floor: level(30),
      then: { ...B, begins: uponCompletion('floor') },
      other: { ...A, begins: onDay(25) },
    });
    pass(talks, 2);
    told(talks, 'floor', 30);
    expect(stands(talks, 'floor')).toEqual(['done', false, undefined, 3]);
    expect(due(talks, 'then')).toBeUndefined();
    pass(talks, 8);
    expect(stands(talks, 'floor')).toEqual(['done', true, 'in time', 3]);
    expect(due(talks, 'then')).toBe(10);
    pass(talks, 10);
    told(talks, 'floor', 5);
    expect(stands(talks, 'floor')).toEqual(['done', true, 'in time', 3]);
  });

  it('that was reached and left again is late, though it is held on its last day', () => {
    const talks = started({ floor: level(30) });
    pass(talks, 1);
    told(talks, 'floor', 30);
    pass(talks, 1);
    told(talks, 'floor', 0);
    expect(stands(talks, 'floor')).toEqual(['open', false, undefined, 0]);
    pass(talks, 8);
    told(talks, 'floor', 30);
    expect(stands(talks, 'floor')).toEqual(['done', true, 'late', 3]);
  });

  it('that is not held on its last day is late until a day on which it is, or until that is told of the last', () => {
    const talks = started({ floor: level(30), then: { ...B, begins: uponCompletion('floor') } });
    pass(talks, 1);
    told(talks, 'floor', 12);
    pass(talks, 19);
    expect(stands(talks, 'floor')).toEqual(['late', false, undefined, 1]);
    told(talks, 'floor', 30);
    expect([stands(talks, 'floor'), due(talks, 'then')]).toEqual([['done', true, 'late', 3], 20]);
    go(talks, { type: 'performance.reported', obligation: 'floor', amount: 30, observer: 'board', on: '2031-01-24' });
    expect([stands(talks, 'floor'), due(talks, 'then')]).toEqual([['done', true, 'in time', 3], 10]);
  });
});

describe('a level without a last day', () => {
  const level = (amount: AmountDraft): ObligationDraft => ({
    ...A,
    kind: 'level',
    of: 'permits',
    amount,
    begins: onDay(1),
  });
  const then = (id: string): ObligationDraft => ({ ...B, begins: uponCompletion(id), within: days(3) });
  const completed = (talks: Talks, id: string) =>
    progress(talks)?.duties.find(({ obligation }) => obligation === id)?.completed?.day;

  it('once reached has been reached, whatever becomes of it: what that set off stays so, and that it is not held is told apart', () => {
    const talks = started({ floor: level(atLeast(30)), then: then('floor') });
    pass(talks, 4);
    told(talks, 'floor', 30);
    expect([due(talks, 'then'), completed(talks, 'floor'), stands(talks, 'floor')]).toEqual([
      7,
      4,
      ['done', true, 'late', 3],
    ]);
    pass(talks, 2);
    told(talks, 'floor', 10);
    expect([due(talks, 'then'), completed(talks, 'floor'), stands(talks, 'floor')]).toEqual([
      7,
      4,
      ['late', false, 'late', 1],
    ]);
    const found = {
      type: 'breach.found',
      obligation: 'floor',
      by: 'board',
      votes: { hills: 'for', coast: 'for' },
    } as const;
    go(talks.fork(), found);
    pass(talks, 3);
    told(talks, 'floor', 35);
    expect([due(talks, 'then'), completed(talks, 'floor'), stands(talks, 'floor')]).toEqual([
      7,
      4,
      ['done', true, 'late', 3],
    ]);
  });

  it('that was not reached is so by a report of its own day alone, which says better', () => {
    const talks = started({ floor: level(atLeast(30)), then: then('floor') });
    pass(talks, 2);
    told(talks, 'floor', 30);
    told(talks, 'floor', 29);
    expect([due(talks, 'then'), completed(talks, 'floor')]).toEqual([undefined, undefined]);
  });

  it('is kept to by a ceiling from its first day on, and its owner can be found to have broken it by whoever saw it above', () => {
    const talks = started({ ceiling: level(atMost(10)), then: then('ceiling') });
    pass(talks, 3);
    told(talks, 'ceiling', 4);
    expect([due(talks, 'then'), completed(talks, 'ceiling'), stands(talks, 'ceiling')]).toEqual([
      4,
      1,
      ['done', true, 'in time', 3],
    ]);
    const found = {
      type: 'breach.found',
      obligation: 'ceiling',
      by: 'board',
      votes: { hills: 'for', coast: 'for' },
    } as const;
    expect(
      talks
        .fork()
        .do(found)
        .reasons.map(({ code }) => code),
    ).toEqual(['talks/own-report']);
    pass(talks, 1);
    told(talks, 'ceiling', 12);
    expect([due(talks, 'then'), completed(talks, 'ceiling'), stands(talks, 'ceiling')]).toEqual([
      4,
      1,
      ['late', false, 'late', 0],
    ]);
    go(talks.fork(), found);
    pass(talks, 1);
    told(talks, 'ceiling', 9);
    expect(stands(talks, 'ceiling')).toEqual(['done', true, 'late', 3]);
    // That it is held again does not undo that it was not.
    go(talks, found);
  });

  it('takes nothing back by any later report', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.tuple(fc.integer({ min: 2, max: 4 }), fc.nat(40)), { minLength: 1, maxLength: 6 }),
        (isFloor, reports) => {
          const talks = started({ x: level(isFloor ? 20 : atMost(20)), then: then('x') });
          let first: number | undefined;
          for (const [wait, figure] of reports) {
            pass(talks, wait);
            told(talks, 'x', figure);
            const day = completed(talks, 'x');
            if (first !== undefined) expect(day).toBe(first);
            first ??= day;
            expect(due(talks, 'then')).toBe(first === undefined ? undefined : first + 3);
            const holds = isFloor ? figure === 20 : figure <= 20;
            expect(stands(talks, 'x')[0]).toBe(holds ? 'done' : 'late');
          }
        },
      ),
      runs(20),
    );
  });
});

describe('what belongs to a phase and outlasts it', () => {
  const dues = (more: Partial<ObligationDraft>) =>
    schedule(agreed(withText({ ...board, obligations: { x: { ...A, phase: 1, ...more } } })), 'draft').duties.map(
      ({ due: last }) => last?.day,
    );

  it('is due by the end of its phase all the same, if it is to be done once', () => {
    expect(dues({ outlasts: true })).toEqual(dues({}));
    expect(dues({})).toEqual([42]);
  });

  it('goes on after that where it goes on, and has its own end where it has one', () => {
    expect(dues({ kind: 'refrain', outlasts: true })).toEqual([undefined]);
    expect(dues({ kind: 'refrain' })).toEqual([42]);
    expect(dues({ outlasts: true, until: onDay(50) })).toEqual([50]);
  });

  it('is given the day of what it follows by the mend of a day before that', () => {
    const text = { x: { ...A, phase: 1, following: ['y'] }, y: { ...B, begins: onDay(50) } };
    const offer = withText({ ...board, obligations: text });
    const [finding] = review(agreed(offer), 'draft');
    expect(finding?.code).toBe('review/deadline-before');
    const mended = applyPatches(offer, finding?.mend.patches ?? []);
    expect(review(agreed(mended), 'draft')).toEqual([]);
  });
});

/** A chain of duties of every kind, each of which may wait for the one before it to begin or to be done. */
const chain = fc
  .array(
    fc.record({
      kind: fc.constantFrom('once', 'level', 'refrain'),
      amount: fc.constantFrom(undefined, 5, upTo(3), atMost(7)),
      within: fc.nat(9),
      begins: fc.constantFrom('day', 'start', 'completion'),
      day: fc.nat(12),
    } as const),
    { minLength: 2, maxLength: 6 },
  )
  .map((drawn) =>
    withText({
      ...board,
      obligations: Object.fromEntries(
        drawn.map(({ kind, amount, within, begins, day }, i) => [
          `o${i}`,
          {
            ...A,
            kind,
            ...(amount !== undefined && kind !== 'refrain' && { of: 'permits', amount }),
            begins:
              i === 0 || begins === 'day'
                ? onDay(day)
                : begins === 'start'
                  ? uponStart(`o${i - 1}`)
                  : uponCompletion(`o${i - 1}`),
            within: days(within),
          },
        ]),
      ),
    }),
  );

/** Findings of the structural classes. */
const STRUCTURAL = [
  'review/circular-sequence',
  'review/dead-trigger',
  'review/no-trigger',
  'review/window-closes-first',
  'review/deadline-before',
  'review/no-length',
  'review/phase-gap',
  'review/trigger-at-will',
];

describe('any text without a finding of the structural classes', () => {
  it('is run to its end, by doing everything in full on its day', () => {
    let [lasting, awaited] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(anyOffer, calmOffer, chain), (offer) => {
        const scenario = agreed(offer);
        fc.pre(review(scenario, 'draft').every(({ code }) => !STRUCTURAL.includes(code)));
        const talks = inForce(scenario, 'draft', '2031-01-15');
        const happening = { harvest: 10, ...(!offer.text?.events['vote']?.trigger && { vote: 12 }) };
        carryOut(talks, { certified: { counted: 5 }, happening, whatever: true }, 420);
        const left = (progress(talks)?.duties ?? []).filter(
          ({ strength, settled }) => strength === 'shall' && !settled,
        );
        expect(left.map(({ obligation, standing }) => `${obligation} ${standing}`)).toEqual([]);
        expect(talks.state).toBe('fulfilled');
        const { obligations = {} } = offer.text ?? {};
        for (const { kind, begins } of Object.values(obligations)) {
          const on = begins?.value;
          if (kind === 'level' || kind === 'refrain') lasting++;
          if (on && 'obligation' in on && obligations[on.obligation]?.kind === 'refrain') awaited++;
        }
      }),
      { numRuns: 40 },
    );
    expect(lasting).toBeGreaterThan(10);
    expect(awaited).toBeGreaterThan(3);
  });
});

describe('what comes round without end', () => {
  const dues: ObligationDraft = { ...A, kind: 'recurring', every: days(10), begins: onDay(0) };

  it('owes as many times as have come round, and is never done for good', () => {
    const talks = started({ dues });
    expect(stands(talks, 'dues').slice(0, 2)).toEqual(['binding', true]);
    pass(talks, 10);
    expect(stands(talks, 'dues').slice(0, 2)).toEqual(['open', false]);
    told(talks, 'dues', 1);
    expect(stands(talks, 'dues').slice(0, 2)).toEqual(['binding', true]);
    pass(talks, 19);
    expect(stands(talks, 'dues').slice(0, 2)).toEqual(['late', false]);
    pass(talks, 43);
    expect(talks.state).toBe('carryingOut.phase2');
    told(talks, 'dues', 7);
    expect(talks.state).toBe('fulfilled');
  });

  it('is said to come round no more often than it is laid out', () => {
    const obligations = {
      dues: { ...A, kind: 'recurring', every: days(1), within: days(12_000), begins: onDay(0) },
    } as const;
    const { duties } = schedule(agreed(withText({ ...board, obligations })), 'draft', {
      anchors: { start: '2031-01-15' },
    });
    expect(duties).toHaveLength(10_001);
    expect(duties.at(-1)?.waitsFor).toEqual([{ for: 'more times' }]);
  });
});

describe('all of a number that nobody tells', () => {
  const frees: ObligationDraft = { ...A, of: 'permits', amount: all(), begins: onDay(1) };

  it('is not settled by doing nothing, nor by any figure, and is once the rest is let go', () => {
    const talks = started({ frees, then: { ...B, begins: uponCompletion('frees') } });
    expect(stands(talks, 'frees').slice(0, 2)).toEqual(['waiting', false]);
    pass(talks, 80);
    expect(stands(talks, 'frees').slice(0, 2)).toEqual(['late', false]);
    expect([talks.state, due(talks, 'then')]).toEqual(['carryingOut.phase2', undefined]);
    const waived = talks.fork();
    told(talks, 'frees', 4);
    expect([stands(talks, 'frees').slice(0, 2), due(talks, 'then')]).toEqual([['partly done', false], undefined]);
    expect(progress(talks)?.duties.find(({ obligation }) => obligation === 'frees')?.scale).toBeLessThan(3);
    // The body that verifies it lets them off whatever more there may be.
    go(talks, { type: 'performance.excused', obligation: 'frees', by: ['board'] });
    expect([stands(talks, 'frees').slice(0, 2), due(talks, 'then')]).toEqual([['done', true], 80]);
    go(waived, { type: 'performance.waived', obligation: 'frees', by: ['coast'] });
    expect(stands(waived, 'frees').slice(0, 2)).toEqual(['waived', true]);
  });

  it('asks for nothing certain where the deal words it so', () => {
    const offer = withText({ ...board, obligations: { frees } }, { terms: { permits: upTo(9) } });
    expect(review(market, offer).map(({ code }) => code)).toEqual([]);
    expect(review(market, withText({ ...board, obligations: { frees } })).map(({ code }) => code)).toEqual([
      'review/amount-untold',
    ]);
  });
});
