import fc from 'fast-check';
import {
  days,
  months,
  onDate,
  onDay,
  review,
  schedule,
  uponCompletion,
  uponEvent,
  type ObligationDraft,
  type Offer,
  type TextDraft,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import '../support/seed.js';
import { market, sound, withText } from '../support/texts.js';

/** The first and the last of each month of a common year, and the end of a February that has a day more. */
const STARTS = [
  ...[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((last, i) =>
    [1, last].map((day) => `2031-${String(i + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  ),
  '2032-02-29',
];

const found = (offer: Offer, code: string) => review(market, offer).filter((one) => one.code === code);

describe('a window that months open, or close', () => {
  it('breaks where no start carries it out, is unclear where some do, and is told with these', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -4, max: 4 }),
        fc.boolean(),
        (n, more, isClosing) => {
          const [month, day] = [uponEvent('start', months(n)), onDay(Math.round(30.4 * n) + more)];
          const window = isClosing ? { begins: day, until: month } : { begins: month, until: day };
          const offer = withText({ obligations: { x: sound(window) } });
          const shut = STARTS.filter((start) =>
            schedule(market, offer, { anchors: { start } }).duties.some(({ due }) => due === undefined),
          );
          const [finding] = found(offer, 'review/window-closes-first');
          const severity =
            shut.length === 0 ? undefined : shut.length === STARTS.length ? 'breaks' : ('unclear' as const);
          expect([n, more, isClosing, finding?.severity]).toEqual([n, more, isClosing, severity]);
          told.add(severity ?? 'nothing');
          if (severity !== 'unclear') {
            expect(finding?.facts['starts']).toBeUndefined();
            return;
          }
          const inYear = (all: readonly string[]) => all.map((date) => date.slice(5));
          expect(finding?.facts['starts']).toEqual({
            anchor: 'event start',
            before: inYear(shut),
            otherwise: inYear(STARTS.filter((one) => !shut.includes(one))),
          });
        },
      ),
      { numRuns: 80 },
    );
    expect([...told].sort()).toEqual(['breaks', 'nothing', 'unclear']);
  });

  it('says for which starts, and what makes the days known takes them away', () => {
    const offer = withText({ obligations: { x: sound({ begins: uponEvent('start', months(1)), until: onDay(28) }) } });
    const on = (start: string) => review(market, offer, { anchors: { start } }).map(({ severity }) => severity);
    expect(found(offer, 'review/window-closes-first').map(({ message }) => message)).toEqual([
      '“x” is to end on day 28 from entry into force, before it begins, 1 month after entry into force, if the deal enters into force on such a day as 1 January, 1 March or 31 March, and not if it does on 31 January, 1 February or 28 February. Let it end no sooner than it begins.',
    ]);
    expect([on('2030-01-01'), on('2030-02-01')]).toEqual([['breaks'], []]);
  });

  it('names any other day from which they are counted', () => {
    const told = (text: TextDraft) =>
      found(withText(text), 'review/window-closes-first').map(({ message }) => / if (.*?) on such/.exec(message)?.[1]);
    const of = (event: string) => ({
      x: sound({ begins: uponEvent(event, months(1)), until: onDay(28, { from: event }) }),
    });
    expect(told({ events: { vote: { label: 'the vote' } }, obligations: of('vote') })).toEqual(['“the vote” happens']);
  });
});

describe('other days that months move', () => {
  const text: TextDraft = { phases: { 2: { begins: onDay(30) } } };
  const monthly = { phases: [{ length: months(1) }, { length: days(30) }] };

  it('are told of for the starts for which they are so: phases, talks, and what goes back', () => {
    const talks = { between: ['hills', 'coast'], otherwise: 'nothing holds' };
    const month = uponEvent('start', months(1));
    const findings = [
      ...found(withText(text, monthly), 'review/phases-overlap'),
      ...found(
        withText({ obligations: { x: sound({ phase: 1, begins: onDay(30) }) } }, monthly),
        'review/deadline-before',
      ),
      ...found(withText({ talks: { k: { ...talks, begin: month, end: onDay(29) } } }), 'review/deadline-before'),
      ...found(
        withText({
          obligations: {
            x: sound({ of: 'money', amount: 5, escrow: { holder: 'fund', released: month, returned: onDay(29) } }),
          },
        }),
        'review/deadline-before',
      ),
      ...found(
        withText({ obligations: { x: sound({ begins: month }), y: sound({ following: ['x'], until: onDay(29) }) } }),
        'review/deadline-before',
      ),
    ];
    expect(findings.map(({ severity }) => severity)).toEqual(['note', 'unclear', 'unclear', 'unclear', 'unclear']);
    for (const { message, facts } of findings) {
      expect(message).toMatch(/if the deal enters into force on such a day as/);
      expect(facts['starts']).toMatchObject({ anchor: 'event start' });
    }
  });

  it('may be saved by what is done sooner from one start, and not from another', () => {
    // From 1 February the month after x is over on day 28; from any other start, whenever x is done, only later.
    const y = sound({ begins: uponCompletion('x', months(1)), until: onDay(28) });
    const [finding] = found(
      withText({ obligations: { x: sound({ within: days(10) }), y } }),
      'review/window-closes-first',
    );
    expect(finding?.severity).toBe('unclear');
    const late = sound({ begins: uponCompletion('x', months(1)), until: onDay(27) });
    const [broken] = found(
      withText({ obligations: { x: sound({ within: days(10) }), y: late } }),
      'review/window-closes-first',
    );
    expect(broken?.severity).toBe('breaks');
  });
});

describe('what comes round as often as months are long', () => {
  const GIVEN = 40;
  const lengths = fc.constantFrom(months(1), months(2), days(30), days(59));
  const round: fc.Arbitrary<Partial<ObligationDraft>> = fc.oneof(
    fc.constant({ perPhase: true }),
    fc.record({
      every: fc.constantFrom(months(1), days(30), days(10)),
      until: fc.constantFrom(uponEvent('phase1.end'), uponEvent('phase2.end'), uponEvent('start', months(2))),
    }),
  );

  it('owes more than there is, or less than is given, from every start, from some or from none', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(round, lengths, lengths, fc.integer({ min: 4, max: 24 }), fc.boolean(), (way, a, b, n, inSeries) => {
        const series = inSeries ? { series: { series: 'all', counted: 'increment' as const } } : {};
        const x = sound({ kind: 'recurring', of: 'money', amount: n, ...way, ...series });
        const offer = withText(
          { obligations: { x } },
          { known: 'full', phases: [{ length: a }, { length: b }], terms: { money: GIVEN } },
        );
        const owed = STARTS.map((start) =>
          schedule(market, offer, { anchors: { start } }).duties.reduce(
            (all, { amount }) => all + (amount?.least ?? 0),
            0,
          ),
        );
        const more = STARTS.filter((_, i) => (owed[i] ?? 0) > GIVEN);
        const severity =
          more.length === 0 ? undefined : more.length === STARTS.length ? 'breaks' : ('unclear' as const);
        const [finding] = found(offer, 'review/more-owed-than-exists');
        expect([n, way, finding?.severity]).toEqual([n, way, severity]);
        const inYear = (all: readonly string[]) => all.map((date) => date.slice(5));
        expect(finding?.facts['starts']).toEqual(
          severity === 'unclear'
            ? {
                anchor: 'event start',
                before: inYear(more),
                otherwise: inYear(STARTS.filter((one) => !more.includes(one))),
              }
            : undefined,
        );
        const isLess = owed.every((all) => all < GIVEN);
        expect([n, way, found(offer, 'review/less-owed-than-given').length]).toEqual([n, way, isLess ? 1 : 0]);
        told.add(`${severity ?? 'nothing'}, ${isLess ? 'less' : 'enough'}`);
      }),
      { numRuns: 100 },
    );
    expect([...told].sort()).toEqual(['breaks, enough', 'nothing, enough', 'nothing, less', 'unclear, enough']);
  });

  it('says from which starts there is too much', () => {
    const x = sound({ kind: 'recurring', of: 'money', amount: 16, every: months(1), until: uponEvent('phase2.end') });
    const phases = [{ length: months(1) }, { length: months(2) }];
    const offer = withText({ obligations: { x } }, { known: 'full', phases, terms: { money: GIVEN } });
    expect(found(offer, 'review/more-owed-than-exists').map(({ message }) => message)).toEqual([
      'Of money, 48 millions are owed by “x”, and there can be no more than 40, if the deal enters into force on such a day as 1 January, 1 February or 28 February, and not if it does on 31 January, 31 May or 31 October. Let them owe less, or let the deal give more.',
    ]);
  });

  it('is not known to be less where its last day is one of the calendar, and the first is not', () => {
    const x = sound({ kind: 'recurring', of: 'money', amount: 5, every: days(30), until: onDate('2031-02-01') });
    const offer = withText({ obligations: { x } }, { known: 'full', terms: { money: GIVEN } });
    const from = (start: string) => review(market, offer, { anchors: { start } }).map(({ code }) => code);
    expect(found(offer, 'review/less-owed-than-given')).toEqual([]);
    expect([from('2030-11-01'), from('2030-05-01')]).toEqual([
      ['review/less-owed-than-given'],
      ['review/more-owed-than-exists'],
    ]);
  });
});
