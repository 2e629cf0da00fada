import { describe, expect, it } from 'vitest';
import { htmlReport, reportOf } from 'sticking-points/report';
import type { TalksEvent } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { twoRivers } from '../../examples/accords/two-rivers.js';

const course: TalksEvent[] = [
  { type: 'offer.tabled', offer: 'accord', on: '2030-02-20' },
  { type: 'agreement.concluded' },
  { type: 'deal.started', on: '2030-03-01' },
  { type: 'days.passed', days: 20 },
  { type: 'performance.reported', obligation: 'notice-up', amount: 1 },
  { type: 'breach.alleged', obligation: 'maps-up', by: 'lowlands' },
];

describe('the text of a deal in a report', () => {
  it('is laid out by day, with what was found, plan beside done', () => {
    const report = reportOf(twoRivers(), { events: course });
    expect(report.schedule?.duties.length).toBeGreaterThan(60);
    const page = htmlReport(report);
    const section = /<section id="text">[^]*?<\/section>/.exec(page)?.[0] ?? '';
    expect(section).toContain('2030-03-04, day 3');
    expect(section).toContain('waits for both gates open to be certified');
    expect(section).toContain('breach alleged by lowlands');
    expect(section).toContain('done, late');
    for (const { message } of report.findings ?? [])
      expect(section).toContain(message.slice(0, 20).replaceAll("'", '&#39;'));
    expect(section.match(/<svg class="bar"/g)?.length).toBeGreaterThan(60);
  });

  it('is not there where no offer has one', () => {
    const page = htmlReport(reportOf(gaza2024(), { offer: 'P5' }));
    expect(page).not.toContain('id="text"');
  });
});
