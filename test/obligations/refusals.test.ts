import { describe, expect, it } from 'vitest';
import {
  days,
  defineScenario,
  onDay,
  progress,
  uponEvent,
  weeks,
  whenCertified,
  type TalksEvent,
} from 'sticking-points';
import { go, inForce } from '../support/carry-out.js';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {}, east: {} },
  terms: { boats: { kind: 'quantity', unit: 'boats', bounds: { most: 10 }, categories: { old: { label: 'old' } } } },
  space: { phases: 1, days: 100 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      known: 'full',
      terms: { boats: 4, 'boats/old': 2 },
      phases: [{ length: days(30) }],
      text: {
        bodies: { board: { members: ['north', 'south'] }, panel: { members: ['east'] } },
        certifications: { counted: { by: 'board' } },
        events: { thaw: { movedBy: ['north', 'south'] }, frost: {} },
        obligations: {
          fleet: { owedBy: ['north'], to: ['south'], of: 'boats', amount: 4, begins: onDay(0), within: weeks(1) },
          survey: { owedBy: ['south'], to: ['north'], verifier: 'board', begins: uponEvent('thaw'), within: days(3) },
          quiet: { kind: 'refrain', owedBy: ['north'], phase: 1 },
          share: { owedBy: ['north'], begins: whenCertified('counted') },
        },
      },
    },
  },
});

const report = (more: object): TalksEvent =>
  ({ type: 'performance.reported', obligation: 'fleet', amount: 4, ...more });

/** What cannot be, and the codes that say so. */
const REFUSED: readonly (readonly [string, TalksEvent, string])[] = [
  ['something unknown', report({ obligation: 'flet' }), 'talks/unknown-obligation'],
  ['less than nothing', report({ amount: -1 }), 'talks/bad-amount'],
  ['half a boat', report({ amount: 0.5 }), 'amount/off-step'],
  ['half an act', report({ obligation: 'survey', amount: 0.5 }), 'talks/bad-amount'],
  ['a day before the start', report({ on: '2030-02-27' }), 'talks/before-start'],
  ['what is to be left undone', report({ obligation: 'quiet', amount: 1 }), 'talks/never-delivered'],
  ['more of a category than was done', report({ parts: { 'boats/old': 5 } }), 'talks/bad-amount'],
  ['a category that there is none of', report({ parts: { 'boats/new': 1 } }), 'talks/unknown-category'],
  [
    'a vote by one who is no member',
    { type: 'certification.given', certification: 'counted', votes: { north: 'for', east: 'for' } },
    'talks/no-member',
  ],
  [
    'votes that carry nothing',
    { type: 'certification.given', certification: 'counted', votes: { north: 'for', south: 'against' } },
    'talks/not-carried',
  ],
  ['an unknown certification', { type: 'certification.given', certification: 'count' }, 'talks/unknown-certification'],
  ['an unknown event', { type: 'event.happened', event: 'thraw' }, 'talks/unknown-named-event'],
  [
    'an event that nobody may move',
    { type: 'event.moved', event: 'frost', to: '2030-05-01', by: ['north', 'south'] },
    'talks/not-movable',
  ],
  [
    'an event moved by one side',
    { type: 'event.moved', event: 'thaw', to: '2030-05-01', by: ['north'] },
    'talks/no-consent',
  ],
  [
    'a delay by one side',
    { type: 'performance.postponed', obligation: 'fleet', to: '2030-04-01', by: ['north'] },
    'talks/no-consent',
  ],
  [
    'a delay to a month',
    { type: 'performance.postponed', obligation: 'fleet', to: '2030-04', by: ['north', 'south'] },
    'talks/bad-date',
  ],
  [
    'a waiver by whoever owes it',
    { type: 'performance.waived', obligation: 'fleet', by: ['north'] },
    'talks/no-consent',
  ],
  ['an excuse of nothing', { type: 'performance.excused', obligation: 'fleet', amount: 0 }, 'talks/bad-amount'],
  ['a finding by another body', { type: 'breach.found', obligation: 'survey', by: 'panel' }, 'talks/not-its-verifier'],
  ['resuming what goes on', { type: 'performance.resumed', obligations: ['fleet'] }, 'talks/so-already'],
];

describe('what cannot be reported of a text', () => {
  it.each(REFUSED)('%s is refused, and nothing has changed', (_, event, code) => {
    const talks = inForce(scenario, 'deal');
    const before = talks.snapshot;
    const { accepted, reasons } = talks.do(event);
    expect(reasons.map((reason) => reason.code)).toContain(code);
    expect(accepted).toBe(false);
    expect(talks.snapshot).toBe(before);
    for (const { message } of reasons) expect(message.length).toBeGreaterThan(20);
  });

  it('is the same thing twice', () => {
    const twice: readonly TalksEvent[] = [
      report({}),
      { type: 'event.happened', event: 'thaw' },
      { type: 'certification.given', certification: 'counted' },
      { type: 'performance.withheld', obligation: 'share' },
      { type: 'performance.suspended', obligations: ['share'] },
    ];
    for (const event of twice) {
      const talks = inForce(scenario, 'deal');
      go(talks, event);
      expect(talks.do(event).reasons.map((reason) => reason.code)).toEqual(['talks/so-already']);
    }
  });

  it('is anything at all before the start, but for what needs none', () => {
    const talks = inForce(scenario, 'deal');
    while (talks.state !== 'carryingOut.awaitingStart') talks.undo();
    expect(talks.do(report({})).reasons.map((reason) => reason.code)).toEqual(['talks/no-place']);
    go(talks, { type: 'event.happened', event: 'thaw' });
  });

  it('is anything after the end', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, report({}));
    go(talks, { type: 'performance.waived', obligation: 'survey', by: ['north'] });
    go(talks, { type: 'performance.excused', obligation: 'share', because: 'Nothing was counted.' });
    go(talks, { type: 'days.passed', days: 30 });
    expect(talks.state).toBe('fulfilled');
    expect(talks.do(report({ amount: 3 })).reasons.map((reason) => reason.code)).toEqual(['talks/no-place']);
  });
});

describe('what observers saw', () => {
  it('is never merged: each has a view, and what counts is the verifier’s, or the least', () => {
    const talks = inForce(scenario, 'deal');
    go(talks, report({ observer: 'north', amount: 4 }));
    go(talks, report({ observer: 'south', amount: 1 }));
    const fleet = (observer?: string) =>
      progress(talks, observer === undefined ? {} : { observer })?.duties.find(
        ({ obligation }) => obligation === 'fleet',
      );
    expect(fleet()?.seen).toEqual({ north: 4, south: 1 });
    expect([fleet()?.done, fleet('north')?.done, fleet('south')?.done]).toEqual([1, 4, 1]);
    expect([fleet()?.standing, fleet('north')?.standing]).toEqual(['partly done', 'done']);
    go(talks, { type: 'event.happened', event: 'thaw' });
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 0, observer: 'north' });
    go(talks, { type: 'performance.reported', obligation: 'survey', amount: 1, observer: 'board' });
    const survey = progress(talks)?.duties.find(({ obligation }) => obligation === 'survey');
    expect([survey?.done, survey?.standing]).toEqual([1, 'done']);
    expect(() => progress(talks, { observer: 'west' })).toThrow(/reported nothing/);
  });

  it('survives saving: what is restored has the same progress', async () => {
    const { restoreTalks } = await import('sticking-points');
    const talks = inForce(scenario, 'deal');
    go(talks, report({ observer: 'north', amount: 2 }));
    go(talks, { type: 'performance.postponed', obligation: 'fleet', to: '2030-03-20', by: ['north', 'south'] });
    go(talks, { type: 'days.passed', days: 10 });
    const restored = restoreTalks(scenario, JSON.parse(JSON.stringify(talks.save())));
    expect(restored.ok && progress(restored.value)).toEqual(progress(talks));
    const fleet = progress(talks)?.duties[0];
    expect([fleet?.putOff, fleet?.standing, fleet?.due?.on]).toEqual([true, 'partly done', '2030-03-20']);
  });
});
