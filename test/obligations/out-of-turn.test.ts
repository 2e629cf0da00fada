import { days, defineScenario, onDate, onDay, openTalks, progress, type TalksEvent } from 'sticking-points';
import { htmlReport, markdownReport, progressText, reportOf } from 'sticking-points/report';
import { describe, expect, it } from 'vitest';
import { go } from '../support/carry-out.js';

/** A deal that comes into force by a date, and an event of it that comes five days later. */
const lake = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: {},
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    deal: {
      by: ['north', 'south'],
      phases: [{ length: days(30) }],
      text: {
        events: {
          start: { trigger: onDate('2031-01-20'), movedBy: ['north'] },
          opening: { label: 'the opening', trigger: onDay(5), movedBy: ['north'] },
        },
        obligations: { survey: { owedBy: ['north'], to: ['south'], begins: onDay(0), within: days(9) } },
      },
    },
  },
});

const concluded: readonly TalksEvent[] = [
  { type: 'offer.tabled', offer: 'deal', on: '2031-01-15' },
  { type: 'agreement.concluded' },
];

function after(...events: readonly TalksEvent[]) {
  const talks = openTalks(lake);
  for (const event of [...concluded, ...events]) go(talks, event);
  return talks;
}
const told = (...events: readonly TalksEvent[]) => progress(after(...events))?.outOfTurn;
const passed = (n: number): TalksEvent => ({ type: 'days.passed', days: n });
const opened: TalksEvent = { type: 'event.happened', event: 'opening' };

describe('what is reported before what brings it about', () => {
  it('stands, and is told', () => {
    expect(told({ type: 'deal.started' })).toEqual([
      {
        event: 'start',
        message: 'Entry into force is reported before its time: it comes on 2031-01-20, by the text.',
      },
    ]);
    expect(told(passed(6), opened)).toEqual([
      {
        event: 'opening',
        message: 'The opening is reported before its time: it comes on day 5 from entry into force, by the text.',
      },
    ]);
  });

  it('is told of as well once that has come about', () => {
    expect(told({ type: 'deal.started' }, passed(4))).toHaveLength(1);
    expect(told(passed(5), { ...opened, on: '2031-01-20' }, passed(9))).toHaveLength(1);
  });

  it('is nothing that came by its trigger, later, or on a day that was agreed on', () => {
    expect(told(passed(5))).toEqual([]);
    expect(told({ type: 'event.moved', event: 'start', to: '2031-01-17', by: ['north'] }, passed(2))).toEqual([]);
    const moved: TalksEvent = { type: 'event.moved', event: 'opening', to: '2031-01-22', by: ['north'] };
    expect(told(passed(5), moved, passed(2))).toEqual([]);
  });

  it('is what was moved to a later day than that on which it is reported', () => {
    const start: TalksEvent = { type: 'event.moved', event: 'start', to: '2031-01-18', by: ['north'] };
    expect(told(start, { type: 'deal.started' })).toEqual([
      {
        event: 'start',
        message: 'Entry into force is reported before its time: it comes on 2031-01-18, as was agreed.',
      },
    ]);
    expect(told(start, passed(1), { type: 'deal.started' }, passed(4))).toHaveLength(1);
  });

  it('stands in every report', () => {
    const talks = after({ type: 'deal.started' });
    const says = /Something is reported that by the text had not come yet/;
    expect(progressText(progress(talks)!)).toMatch(says);
    const report = reportOf(lake, { events: talks.log.map(({ event }) => event) });
    expect(markdownReport(report)).toMatch(says);
    expect(htmlReport(report)).toMatch(says);
  });
});
