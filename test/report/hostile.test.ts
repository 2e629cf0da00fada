import fc from 'fast-check';
import { assess, compareOffers, openTalks, review, schedule } from 'sticking-points';
import { explain } from 'sticking-points/analysis';
import {
  analysedReportOf,
  explanationText,
  htmlReport,
  markdownReport,
  matrixCsv,
  matrixText,
  mermaidOffers,
  mermaidSchedule,
  mermaidStatechart,
  reportOf,
  reviewText,
  roleBrief,
  scheduleCsv,
  stepText,
} from 'sticking-points/report';
import { fishingQuota } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { twoRivers } from '../../examples/accords/two-rivers.js';
import { HOSTILE, hostileScenario } from '../support/hostile.js';
import { twoRiversUnderWay } from '../support/two-rivers-under-way.js';

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const OBEYED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Every tag of a page as it stands there, without what is quoted in it. */
function tagsOf(page: string): readonly string[] {
  return [...page.matchAll(/<\/?([a-z!][a-z0-9]*)((?:\s+[a-zA-Z0-9-]+(?:="[^"<>]*")?)*)\s*\/?>/g)].map(
    (found) => `${found[1] ?? ''} ${(found[2] ?? '').replace(/="[^"]*"/g, '').trim()}`,
  );
}

function expectInert(text: (n: number) => string) {
  const scenario = hostileScenario(text, fishingQuota());
  const plain = fishingQuota();
  const report = reportOf(scenario);
  const page = htmlReport(report);
  const shape = (whole: string) => new Set(tagsOf(whole));
  // No tag, and no attribute, that the same page of a harmless scenario has not got; and none that is not one of them.
  const known = shape(htmlReport(reportOf(plain)));
  for (const tag of shape(page)) expect(known).toContain(tag);
  const body = page.replace(/<style>[^]*?<\/style>/, '');
  expect(body.split('<').length - 1).toBe(tagsOf(body).length);
  expect(page).not.toMatch(OBEYED);

  const markdown = markdownReport(report);
  expect(markdown).not.toMatch(OBEYED);
  const prose = markdown.replace(/```mermaid[^]*?```/g, '');
  expect(prose).not.toMatch(/<|(?<!\\)\[|(?<!\\)`|:\/\/|javascript:|www\./i);
  // As many headings and rows as of a harmless one.
  const lines = (whole: string, of: RegExp) => whole.split('\n').filter((line) => of.test(line)).length;
  const harmless = markdownReport(reportOf(plain));
  for (const of of [/^#/, /^\|/, /^```/, /^---/]) expect(lines(markdown, of)).toBe(lines(harmless, of));

  for (const diagram of [mermaidStatechart(report), mermaidOffers(report)]) {
    expect(diagram).not.toMatch(OBEYED);
    expect(diagram).not.toMatch(/%%|^\s*click|<|http:/m);
  }
  expect(mermaidOffers(report).split('\n').length).toBe(mermaidOffers(reportOf(plain)).split('\n').length);

  const csv = matrixCsv(scenario, compareOffers(scenario));
  expect(csv.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  expect(csv).not.toMatch(OBEYED);
  for (const [, cell = ''] of csv.matchAll(/"((?:[^"]|"")*)"/g)) expect(cell).not.toMatch(/^\s*[=+\-@|%＝＋－＠]/);

  for (const party of Object.keys(scenario.parties)) expect(roleBrief(scenario, party)).not.toMatch(OBEYED);
  for (const screen of [
    stepText(scenario, assess(scenario, 'compromise')),
    matrixText(scenario, compareOffers(scenario)),
  ])
    expect(screen).not.toMatch(OBEYED);
}

/** A page with the same tags as that of a harmless scenario, and nothing that is obeyed. */
function expectPageInert(page: string, harmless: string) {
  const known = new Set(tagsOf(harmless));
  for (const tag of new Set(tagsOf(page))) expect(known).toContain(tag);
  const body = page.replace(/<style>[^]*?<\/style>/, '');
  expect(body.split('<').length - 1).toBe(tagsOf(body).length);
  expect(page).not.toMatch(OBEYED);
}

describe('text of a deal', () => {
  const plain = twoRivers();
  const harmless = htmlReport(reportOf(plain, { events: twoRiversUnderWay }));

  it.each([
    ['each by itself', (n: number) => Object.values(HOSTILE)[n % Object.keys(HOSTILE).length] ?? ''],
    ['all at once', () => Object.values(HOSTILE).join(' ')],
  ] as const)(
    'that is hostile is inert where it is laid out by day, drawn, reviewed and written as CSV: %s',
    (_, text) => {
      const scenario = hostileScenario(text, plain);
      const report = reportOf(scenario, { events: twoRiversUnderWay });
      const page = htmlReport(report);
      expect(page).toContain('<section id="text">');
      expectPageInert(page, harmless);
      expect(markdownReport(report)).not.toMatch(OBEYED);
      const plan = schedule(scenario, 'accord', { anchors: { start: '2030-03-01' } });
      const gantt = mermaidSchedule(scenario, plan);
      expect(gantt).not.toMatch(OBEYED);
      expect(gantt).not.toMatch(/%%\{|^\s*click|<|http:/m);
      const csv = scheduleCsv(scenario, plan);
      expect(csv.split('\r\n').length).toBe(plan.duties.length + 2);
      expect(csv.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      for (const [, cell = ''] of csv.matchAll(/"((?:[^"]|"")*)"/g)) expect(cell).not.toMatch(/^\s*[=+\-@|%＝＋－＠]/);
      expect(reviewText(review(scenario, 'accord'))).not.toMatch(OBEYED);
    },
  );
});

describe('an explanation of hostile text', () => {
  it.each([
    ['each by itself', (n: number) => Object.values(HOSTILE)[n % Object.keys(HOSTILE).length] ?? ''],
    ['all at once', () => Object.values(HOSTILE).join(' ')],
  ] as const)('is inert in a terminal, on a page and in Markdown: %s', async (_, text) => {
    const scenario = hostileScenario(text, fishingQuota());
    const talks = openTalks(scenario, { start: 'talks' });
    talks.do({ type: 'offer.tabled', offer: 'south-draft' });
    const said = explanationText(talks.scenario, await explain(talks));
    expect(said).not.toMatch(OBEYED);
    const report = await analysedReportOf(scenario, { offer: 'south-draft' });
    const harmless = htmlReport(await analysedReportOf(fishingQuota(), { offer: 'south-draft' }));
    expectPageInert(htmlReport(report), harmless);
    expect(htmlReport(report)).toContain('id="why"');
    const markdown = markdownReport(report);
    expect(markdown).not.toMatch(OBEYED);
    expect(markdown.replace(/```mermaid[^]*?```/g, '')).not.toMatch(/<|(?<!\\)\[|(?<!\\)`|:\/\/|javascript:|www\./i);
  });
});

describe('text of a scenario', () => {
  it.each(Object.entries(HOSTILE))('that is a %s is inert in every face', (_, text) => {
    expectInert(() => text);
  });

  it('is inert whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(...Object.values(HOSTILE)),
      fc.string({ unit: fc.constantFrom(...Array.from('<>"\'&=+-@|`[]()#*\n\r\t\u001b\u202e;:/%{}')), minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        expectInert((n) => texts[n % texts.length] ?? '');
      }),
      { numRuns: 25 },
    );
  });
});
