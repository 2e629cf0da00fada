import { defineScenario, replay, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';

const cite = (source: string, as?: 'support') => ({ source, attribution: 'narrator', ...(as && { as }) });
const condition = { kind: 'compare', of: 'catch', op: '>=', line: 50 } as const;
const revised = { type: 'position.revised', position: 'enough', condition } as const;
const low = { type: 'offer.tabled', offer: 'low' } as const;

/** Talks with a hard deadline at the end of January, told by these entries. */
const told = (...timeline: readonly object[]) =>
  defineScenario({
    id: 'told',
    basis: 'reported',
    sources: {
      first: { outlet: 'First', date: '2030-01-10' },
      second: { outlet: 'Second', date: '2030-01-10' },
      third: { outlet: 'Third', date: '2030-01-12' },
    },
    parties: { north: {}, south: {} },
    terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
    positions: {
      enough: { party: 'north', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 } },
      stock: { party: 'south', rigidity: 'demand', condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 } },
    },
    offers: { low: { terms: { catch: 30 } }, lower: { terms: { catch: 20 } }, high: { terms: { catch: 70 } } },
    process: { deadlines: { season: { title: 'the season', by: '2030-01-31', kind: 'hard' } } },
    timeline: timeline as never, // the ids are those above
  });

const known = (...timeline: readonly object[]) => replay(told(...timeline)).map((step) => step.known);

describe('an entry of the time line', () => {
  it.each([
    ['one day', { words: 'on the 5th', earliest: '2030-02-05', latest: '2030-02-05' }, true],
    ['one day, as a date', '2030-02-05', true],
    ['an earlier day', '2030-01-31', false],
    ['a month', '2030-02', false],
    ['a span', { words: 'that week', earliest: '2030-02-05', latest: '2030-02-09' }, false],
    ['an earliest day', { words: 'from the 5th', earliest: '2030-02-05' }, false],
    ['a latest day', { words: 'by the 5th', latest: '2030-02-05' }, false],
    ['words', { words: 'some day' }, false],
  ])('lends its event its day only where that is one day: %s', (_, when, isAfterTheDeadline) => {
    const [view] = known({ text: 'Tabled.', when, event: low });
    expect(view?.refused.map(({ code }) => code)).toEqual(isAfterTheDeadline ? ['talks/after-deadline'] : []);
  });

  it('leaves an event the day that it says itself', () => {
    const event: TalksEvent = { ...low, on: '2030-01-20' };
    expect(known({ text: 'Tabled.', when: '2030-02-05', event })[0]?.refused).toEqual([]);
  });

  it.each([
    ['the first', [cite('first'), cite('second')], 'first'],
    ['the first that does more than support', [cite('first', 'support'), cite('second'), cite('third')], 'second'],
    ['the first of all, where all only support', [cite('first', 'support'), cite('second', 'support')], 'first'],
  ])('lends its event one citation: %s', (_, citations, source) => {
    const views = known({ text: 'Tabled.', event: low }, { text: 'More is asked.', citations, event: revised });
    const enough = views[1]?.stickingPoints.find(({ position }) => position === 'enough');
    expect(enough?.readings[0]?.citations.map((one) => one.source)).toEqual([source]);
  });

  it('leaves an event that cites nothing, and has nothing to cite, without a citation', () => {
    const views = known({ text: 'Tabled.', event: low }, { text: 'More is asked.', event: revised });
    expect(views[1]?.stickingPoints[0]?.readings[0]).toMatchObject({ lineBasis: 'assumed', citations: [] });
  });
});

describe('what an entry changed', () => {
  it('is told against what was before it, and no more than that', () => {
    const views = known(
      { text: 'They meet.' },
      { text: 'Low.', event: low },
      { text: 'Lower.', event: { ...low, offer: 'lower' } },
      { text: 'High.', event: { ...low, offer: 'high' } },
      { text: 'Low again.', event: low },
      { text: 'Taken back.', event: { type: 'offer.withdrawn', offer: 'low' } },
    );
    const [open, blocked] = ['talks.open', 'talks.blocked'];
    expect(views.map(({ changed }) => changed)).toEqual([
      { appeared: [], gone: [] },
      { state: { from: open, to: blocked }, offer: { from: null, to: 'low' }, appeared: ['enough'], gone: [] },
      { offer: { from: 'low', to: 'lower' }, appeared: [], gone: [] },
      { offer: { from: 'lower', to: 'high' }, appeared: ['stock'], gone: ['enough'] },
      { offer: { from: 'high', to: 'low' }, appeared: ['enough'], gone: ['stock'] },
      { state: { from: blocked, to: open }, offer: { from: 'low', to: null }, appeared: [], gone: ['enough'] },
    ]);
    expect(views.map(({ changed }) => 'offer' in changed)).toEqual([false, true, true, true, true, true]);
  });
});

it('by the day of each report, all that had been reported by then has happened, once and in its order', () => {
  const on = (reported: string, offer: string) => ({ text: offer, reported, event: { ...low, offer } });
  const steps = replay(
    told(
      on('2030-01-20', 'low'),
      on('2030-01-10', 'high'),
      { text: 'A note.', reported: '2030-01-10' },
      on('2030-01-20', 'lower'),
      { text: 'Taken back.', reported: '2030-01-20', event: { type: 'offer.withdrawn', offer: 'lower' } },
      { text: 'A note.', reported: '2030-01-10' },
    ),
  );
  expect(steps.map(({ then }) => [then.asOf, then.changed.offer?.from, then.offer])).toEqual([
    ['2030-01-20', null, 'low'],
    ['2030-01-10', null, 'high'],
    ['2030-01-10', undefined, 'high'],
    ['2030-01-20', 'high', 'lower'],
    ['2030-01-20', 'lower', null],
    ['2030-01-10', undefined, 'high'],
  ]);
  expect(steps.flatMap(({ then, known }) => [...then.refused, ...known.refused])).toEqual([]);
});

it('of what was known from the first there is one view, and no day of a report', () => {
  const [step] = replay(told({ text: 'Tabled.', event: low }));
  expect(step).not.toHaveProperty('reported');
  expect(step?.then).toBe(step?.known);
  expect(step?.known).not.toHaveProperty('asOf');
});
