import { describe, expect, it } from 'vitest';
import { htmlReport, reportOf } from 'sticking-points/report';
import { onDay, toJson } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { folderWith, ran } from '../cli/ran.js';
import { market, withText } from '../support/texts.js';
import { twoRivers } from '../../examples/accords/two-rivers.js';
import { twoRiversUnderWay } from '../support/two-rivers-under-way.js';

describe('the text of a deal in a report', () => {
  it('is laid out by day, with what was found, plan beside done', () => {
    const report = reportOf(twoRivers(), { events: twoRiversUnderWay });
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

  it('is followed by the talks that it promises and the choices that it asks for, on the page and by the command line', async () => {
    const draft = withText({
      obligations: { count: { owedBy: ['hills'], begins: onDay(3) } },
      talks: {
        next: { label: 'on what follows', on: 2, between: ['hills', 'coast'], begin: onDay(16), end: onDay(30) },
      },
      selections: { who: { label: 'which permits first', of: 'permits', namedBy: ['coast'], deadline: onDay(5) } },
    });
    const scenario = { ...market, offers: { draft } };
    const page = htmlReport(reportOf(scenario, { offer: 'draft' }));
    const listed = page.slice(page.indexOf('Talks to be held and choices to be made'));
    expect(listed).toContain('Talks on phase 2, on what follows: the Hills and the Coast from day 16 until day 30');
    expect(listed).toContain('A choice, which permits first: the Coast by day 5');
    const folder = folderWith({ 'market.json': toJson(scenario) });
    const { stdout } = await ran(['schedule', 'market.json', 'draft'], { folder });
    const after = stdout.slice(stdout.indexOf('TALKS TO BE HELD')).replace(/\s+/g, ' ');
    expect(after).toContain('day 16 on what follows, on phase 2: the Hills and the Coast; to be over by day 30');
    expect(after).toContain('day 5 which permits first: the Coast');
  });

  it('is not there where no offer has one', () => {
    const page = htmlReport(reportOf(gaza2024(), { offer: 'P5' }));
    expect(page).not.toContain('id="text"');
  });
});
