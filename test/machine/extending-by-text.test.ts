import { between, days, months, onDay, weeks, type TextDraft } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { against, allege, conclude, cure, go, pass, play, start, table } from '../support/play.js';
import { started, two } from '../support/started.js';
import { written } from '../support/written.js';

type Extensions = NonNullable<NonNullable<TextDraft['phases']>[number]['extensions']>;

/** Another offer, by whose text a phase may be extended in a way that the deal has not got. */
const elsewhere = written({
  phases: { 1: { extensions: [{ how: 'pro rata', unit: days(1), per: { n: 10, of: 'cost' } }] } },
});

/** Talks whose deal has just started on the first of March; its first phase is so long, and its text lets it be extended so. */
const begun = (extensions: Extensions, length: object = days(10)) => {
  const phases = [{ length }, { length: days(5) }];
  const plan = { ...written({ phases: { 1: { extensions } } }), phases };
  return play(bridge({ offers: { plan, elsewhere } }), [{ ...table('plan'), on: '2030-03-01' }, conclude, start]);
};
const extend = (more: number, rule?: string) =>
  ({ type: 'phase.extended', days: more, ...(rule !== undefined && { rule }) }) as const;

describe('a way of extending a phase', () => {
  it.each<readonly [string, Extensions, readonly string[]]>([
    ['where its text has none', [], []],
    ['where it has others', [{ how: 'by unit', unit: weeks(1) }, { how: 'by consent' }], ['by unit', 'by consent']],
  ])('is one of those that its text has: %s', (_, extensions, known) => {
    const [fault, ...more] = begun(extensions).do(extend(7, 'pro rata')).reasons;
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ code: 'talks/unknown-extension', path: ['rule'], facts: { known } });
    for (const way of known) expect(fault?.message).toContain(`'${way}'`);
  });

  it('takes no days that its own phase has not got: of a deal without a text there is none', () => {
    expect(started({ phases: two, offers: { elsewhere } }).do(extend(7, 'pro rata')).reasons).toMatchObject([
      { code: 'talks/unknown-extension', path: ['rule'], facts: { known: [] } },
    ]);
  });

  it('is open to all who agreed, beside those that the text has', () => {
    expect(against(begun([{ how: 'by unit', unit: weeks(1) }]), extend(3))).toEqual([]);
  });
});

describe('an extension by whole units', () => {
  it('is so long each time, or so many times that', () => {
    const talks = begun([{ how: 'by unit', unit: weeks(1) }]);
    for (const whole of [7, 14, 70]) expect(against(talks, extend(whole, 'by unit'))).toEqual([]);
    for (const part of [1, 6, 8, 13])
      expect(against(talks, extend(part, 'by unit'))).toEqual(['talks/extension-not-whole']);
    const [fault] = talks.do(extend(8, 'by unit')).reasons;
    expect(fault).toMatchObject({ path: ['days'], facts: { rule: 'by unit', days: 8 } });
    expect(fault?.message).toContain('by 1 week each time, and not by 8 days');
  });

  it('of no days is none, however often', () => {
    expect(against(begun([{ how: 'by unit', unit: days(0) }]), extend(3, 'by unit'))).toEqual([
      'talks/extension-not-whole',
    ]);
  });

  it('by consent is not: that may be any number of days', () => {
    expect(against(begun([{ how: 'by consent', unit: weeks(1) }]), extend(3))).toEqual([]);
  });

  it('by consent takes as many as an agreement does, where they are named', () => {
    const talks = begun([{ how: 'by consent' }, { how: 'by unit', unit: weeks(1) }]);
    const [party] = talks.scenario.agreement.of;
    const by = [party ?? ''];
    expect(against(talks, { ...extend(7, 'by consent'), by })).toEqual(['talks/no-consent']);
    expect(against(talks, { ...extend(7, 'by unit'), by })).toEqual([]);
  });

  it('of months is as long as the month after its end, where that is known', () => {
    const known = begun([{ how: 'by unit', unit: months(1) }], days(31)); // it ends on the first of April
    expect(against(known, extend(30, 'by unit'))).toEqual([]);
    expect(known.do(extend(31, 'by unit')).reasons[0]?.message).toContain(
      'by 1 month (30 days from its end on) each time',
    );
    const open = begun([{ how: 'by unit', unit: months(1) }], days(between(10, 40)));
    for (const month of [28, 31]) expect(against(open, extend(month, 'by unit'))).toEqual([]);
    expect(open.do(extend(27, 'by unit')).reasons[0]?.message).toContain('by 1 month each time');
  });
});

describe('what bounds the extensions of a phase', () => {
  it('in all is reckoned from what has been added so, by that way', () => {
    const talks = begun([{ how: 'by consent', cap: days(5) }]);
    go(talks, extend(3));
    expect(talks.do(extend(3)).reasons).toMatchObject([
      { code: 'talks/extension-too-long', path: ['days'], facts: { rule: 'by consent', most: 2, days: 3 } },
    ]);
    go(talks, extend(2));
  });

  it('in all is bounded though it is open how long the phase is', () => {
    const talks = begun([{ how: 'by consent', cap: days(5) }], days(between(10, 40)));
    expect(against(talks, extend(6))).toEqual(['talks/extension-too-long']);
    expect(against(talks, extend(5))).toEqual([]);
  });

  it.each([
    [1, 'once'],
    [2, '2 times'],
  ])('%d times is told as %s', (times, told) => {
    const talks = begun([{ how: 'by consent', times }]);
    for (let i = 0; i < times; i++) go(talks, extend(1));
    const [fault] = talks.do(extend(1)).reasons;
    expect(fault).toMatchObject({
      code: 'talks/extended-already',
      path: ['rule'],
      facts: { rule: '', times, before: times },
    });
    expect(fault?.message).toContain(`By 'consent' a phase is extended ${told} at most`);
  });

  it('is the end of the calendar too', () => {
    const talks = play(bridge(), [{ ...table('plan'), on: '9999-12-01' }, conclude, start]);
    expect(talks.do(extend(31)).reasons).toMatchObject([
      { code: 'talks/too-far', path: ['days'], facts: { days: 31 } },
    ]);
    expect(against(talks, extend(30))).toEqual([]);
  });
});

it('before a phase has begun there is none to make longer, whatever is disputed', () => {
  const plan = written({ phases: { 1: { begins: onDay(9) } } });
  const talks = play(bridge({ offers: { plan } }), [{ ...table('plan'), on: '2030-03-01' }, conclude, start, allege()]);
  expect(talks.do(extend(1)).reasons).toMatchObject([{ code: 'talks/not-started', path: ['type'] }]);
  go(talks, cure(), pass(9));
  expect(against(talks, extend(1))).toEqual([]);
});
