import fc from 'fast-check';
import {
  days,
  earliestOf,
  latestOf,
  onDay,
  progress,
  review,
  uponCompletion,
  uponFinding,
  uponStart,
  whenTotal,
  type ObligationDraft,
  type Offer,
  type TextDraft,
  type TriggerDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { agreed } from '../support/agreed.js';
import { go, inForce, isGoing } from '../support/carry-out.js';
import '../support/seed.js';
import { market, withText } from '../support/texts.js';

/** What is found of days: where it breaks, no course of events carries the clause out. */
const OF_DAYS: readonly string[] = [
  'review/circular-sequence',
  'review/window-closes-first',
  'review/deadline-before',
  'review/levels-exclude',
];

const IDS = ['a', 'b', 'c', 'd'] as const;

const NEVER_DONE = 1_000;

function triggerOn(ids: readonly string[]): fc.Arbitrary<TriggerDraft> {
  const id = fc.constantFrom(...ids);
  const lag = fc.integer({ min: 1, max: 8 }).map((n) => days(n));
  const plain = fc.oneof<fc.Arbitrary<TriggerDraft>[]>(
    fc.integer({ min: 0, max: 25 }).map((n) => onDay(n)),
    id.map((one) => uponCompletion(one)),
    fc.tuple(id, lag).map(([one, after]) => uponCompletion(one, after)),
    id.map((one) => uponStart(one)),
    fc.tuple(id, lag).map(([one, after]) => uponStart(one, after)),
    fc.tuple(fc.uniqueArray(id, { minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 2 })).map(([of, n]) => whenTotal(of, n)), // prettier-ignore
  );
  const several = fc.array(plain, { minLength: 2, maxLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 1, arbitrary: several.map((of) => earliestOf(...of)) },
    { weight: 1, arbitrary: several.map((of) => latestOf(...of)) },
  );
}

/** Texts of four duties, whose days and last days hang on each other's. */
const anyChain: fc.Arbitrary<Offer> = fc
  .tuple(
    ...IDS.map((_, i) =>
      fc.record({
        begins: i === 0 ? fc.integer({ min: 0, max: 10 }).map((n) => onDay(n)) : triggerOn(IDS.slice(0, i)),
        within: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
        until: triggerOn(IDS),
        strength: fc.constantFrom('shall' as const, 'shall' as const, 'may' as const),
        follows: fc.option(fc.constantFrom(...IDS.slice(0, Math.max(1, i))), { nil: undefined, freq: 1 }),
      }),
    ),
  )
  .map((drawn) => {
    const obligations = drawn.map(({ begins, within, until, strength, follows }, i): [string, ObligationDraft] => {
      const end = within === undefined ? { until } : { within: days(within) };
      const following = follows === undefined || i === 0 ? {} : { following: [follows] };
      const duty = { owedBy: ['hills'], to: ['coast'], verifier: 'fund', begins, strength, ...end, ...following };
      return [IDS[i] ?? 'a', duty];
    });
    return withText({ obligations: Object.fromEntries(obligations) });
  });

/** For each duty, how many days after its first one it is done. */
const anyDelays = fc.noShrink(
  fc.tuple(...IDS.map(() => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 }), fc.constant(NEVER_DONE)))),
);

/** Does each so many days after it may first be done; which of them were done in time, where the deal was fulfilled so. */
function doneInTime(offer: Offer, delays: readonly number[]): readonly string[] {
  const talks = inForce(agreed(offer), 'draft');
  const delayOf = (id: string) => delays[IDS.findIndex((one) => one === id)] ?? 0;
  for (let day = 0; day < 80 && isGoing(talks);) {
    const duties = progress(talks)?.duties ?? [];
    const open = duties.filter(({ settled, obligation }) => !settled && delayOf(obligation) < NEVER_DONE);
    if (open.some(({ due, strength }) => strength === 'shall' && (due?.day ?? 99) < day)) return [];
    const next = open.find(({ opens, obligation }) => (opens?.day ?? Infinity) + delayOf(obligation) <= day);
    if (next) go(talks, { type: 'performance.reported', obligation: next.obligation, amount: 1 });
    else {
      const passed = open.length === 0 ? 80 : 1;
      go(talks, { type: 'days.passed', days: passed });
      day += passed;
    }
  }
  if (talks.state !== 'fulfilled') return [];
  return (progress(talks)?.duties ?? []).flatMap(({ obligation, completed, due, opens }) => {
    const [first, done, last] = [opens?.day ?? Infinity, completed?.day ?? Infinity, due?.day ?? -Infinity];
    return first <= done && done <= last ? [obligation] : [];
  });
}

describe('what breaks', () => {
  it('is nothing that a course of events carries out in time', () => {
    const tried = { broken: 0, unclear: 0 };
    fc.assert(
      fc.property(anyChain, fc.array(anyDelays, { minLength: 4, maxLength: 4 }), (offer, courses) => {
        const found = review(market, offer).filter(({ code }) => OF_DAYS.includes(code));
        const isBroken = found.some(({ severity }) => severity === 'breaks');
        if (found.length === 0 || (!isBroken && tried.unclear >= 10)) return;
        for (const done of courses.map((delays) => doneInTime(offer, delays))) {
          for (const { severity, clauses, message } of found) {
            const isCarriedOut = clauses.every(({ id }) => done.includes(id.replace('obligations.', '')));
            if (severity === 'breaks') expect([message, isCarriedOut]).toEqual([message, false]);
            else if (isCarriedOut) tried.unclear++;
          }
        }
        if (isBroken) tried.broken++;
      }),
      { numRuns: 150 },
    );
    expect(tried.broken).toBeGreaterThan(10);
    expect(tried.unclear).toBeGreaterThan(9);
  });
});

const sound = (more: Partial<ObligationDraft> = {}): ObligationDraft => ({
  owedBy: ['hills'],
  to: ['coast'],
  verifier: 'fund',
  begins: onDay(0),
  ...more,
});

/** Something that may be done on any day up to the thirtieth, and whatever else. */
const found = (text: TextDraft, first: Partial<ObligationDraft> = { within: days(30) }) =>
  review(market, withText({ ...text, obligations: { x: sound(first), ...text.obligations } })).map(
    ({ code, severity, message, mend }) => ({ code, severity, message, isMended: mend.patches !== undefined }),
  );

const LAST = 'unless “x” is done sooner than on its last day';

describe('what can be carried out if it is not left to the last day', () => {
  it('is unclear: a window, talks, a choice, and what goes back from a third hand', () => {
    const y = (more: Partial<ObligationDraft>) => ({ obligations: { y: sound(more) } });
    const days20 = { until: onDay(20) };
    const talks = { between: ['hills', 'coast'], otherwise: 'nothing holds' };
    const escrow = { holder: 'fund', released: uponCompletion('x'), returned: onDay(20) };
    const choice = { of: 'permits', namedBy: ['coast'], deadline: uponCompletion('x') };
    const told = [
      found(y({ begins: uponCompletion('x'), ...days20 })),
      found(y({ following: ['x'], ...days20 })),
      found({ talks: { next: { ...talks, begin: uponCompletion('x'), end: onDay(20) } } }),
      found(y({ of: 'money', amount: 5, escrow })),
      found({ selections: { sites: choice }, ...y({ of: 'permits', amount: 5, begins: onDay(20) }) }),
    ].map((all) => all.filter(({ code }) => /window|deadline/.test(code)));
    expect(told.map((all) => all.map(({ severity, isMended }) => [severity, isMended]))).toEqual([
      [['unclear', true]],
      [['unclear', true]],
      [['unclear', true]],
      [['unclear', false]],
      [['unclear', true]],
    ]);
    for (const [one] of told) expect(one?.message).toContain(LAST);
  });

  it('breaks where the earliest day is too late as well', () => {
    const until = onDay(20);
    const after = (lag: number) =>
      found({ obligations: { y: sound({ begins: uponCompletion('x', days(lag)), until }) } });
    expect(after(20).map(({ severity }) => severity)).toEqual(['unclear']);
    expect(after(21).map(({ severity }) => severity)).toEqual(['breaks']);
    // What is to be left undone is done with its last day, and on no other.
    const refrained = found(
      { obligations: { y: sound({ begins: uponCompletion('x'), until }) } },
      {
        kind: 'refrain',
        until: onDay(30),
      },
    );
    expect(refrained.map(({ severity }) => severity)).toEqual(['breaks']);
  });

  it('may hang on what is begun later, on what nobody is bound to do, or on a day between', () => {
    const closing = (until: TriggerDraft, first: Partial<ObligationDraft>, begins: TriggerDraft = onDay(10)) =>
      found({ obligations: { y: sound({ begins, until }) } }, first)[0]?.message ?? '';
    expect(closing(uponStart('x'), { within: days(30) })).toContain('unless “x” is begun later than on its first day');
    const option = { strength: 'may', within: days(5) } as const;
    expect(closing(earliestOf(uponCompletion('x'), onDay(20)), option)).toContain(
      'unless “x” is left undone, or done later',
    );
    const [early, late] = [earliestOf(uponCompletion('x'), onDay(10)), latestOf(uponCompletion('x'), onDay(8))];
    expect(closing(early, { within: days(30) }, late)).toContain(
      'unless “x” is done on a day between its first and last',
    );
  });

  it('leaves it open whether there is a gap between phases', () => {
    const [gap] = found({ phases: { 2: { begins: uponCompletion('x', days(22)) } } });
    expect(gap?.message).toMatch(
      /^Phase 2 begins 22 days after “x” is done, which may come after phase 1 has ended; for what lies between/,
    );
  });

  it('is a circle of last days alone', () => {
    const circle = found(
      { obligations: { y: sound({ owedBy: ['coast'], to: ['hills'], begins: uponCompletion('x') }) } },
      { until: uponCompletion('y') },
    );
    expect(circle).toEqual([
      {
        code: 'review/circular-sequence',
        severity: 'unclear',
        message:
          '“x” ends when “y” is done; “y” begins when “x” is done. Each can be done before that is known, and none has a last day that does not hang on the others. Give one of them a last day of its own.',
        isMended: true,
      },
    ]);
    const [itself] = found({}, { until: uponCompletion('x') });
    expect([itself?.severity, itself?.message]).toEqual([
      'unclear',
      '“x” ends when “x” is done. It can be done, and has no last day of its own. Give it a last day of its own.',
    ]);
    // Neither can be begun: then it breaks.
    const [stuck] = found(
      { obligations: { y: sound({ begins: uponCompletion('x') }) } },
      { begins: uponCompletion('y') },
    );
    expect([stuck?.code, stuck?.severity]).toEqual(['review/circular-sequence', 'breaks']);
  });
});

describe('a finding that a clause waits for', () => {
  const upon = (bodies: NonNullable<TextDraft['bodies']>, verifier?: string) =>
    review(
      market,
      withText({
        bodies,
        others: { judge: 'a judge' },
        obligations: {
          x: { owedBy: ['hills'], to: ['coast'], begins: onDay(3), ...(verifier !== undefined && { verifier }) },
          again: sound({ begins: uponFinding('x', days(3)) }),
        },
      }),
    ).filter(({ code }) => code === 'review/dead-trigger');

  it('can be made by whoever verifies, with members named or not, and by any body where nobody is said to', () => {
    expect(upon({ court: { chair: 'judge' } }, 'court')).toEqual([]);
    expect(upon({ court: {} }, 'court')).toEqual([]);
    expect(upon({ court: {} })).toEqual([]);
    expect(upon({})).toHaveLength(1);
  });
});
