import { compareOffers, defineScenario, knownTo, openTalks } from 'sticking-points';
import {
  analysedReportOf,
  htmlReport,
  markdownReport,
  matrixCsv,
  mermaidOffers,
  mermaidStatechart,
  reportOf,
  roleBrief,
  type Report,
} from 'sticking-points/report';
import { gaza2024 } from 'sticking-points/scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';

describe('the faces of the shipped scenario', () => {
  let report: Report;
  beforeAll(async () => {
    report = await analysedReportOf(gaza2024(), { offer: 'P5' });
  });

  it('read as they did before', () => {
    expectGolden(htmlReport(report), 'faces/report.html');
    expectGolden(markdownReport(report), 'faces/report.md');
    expectGolden(mermaidStatechart(report), 'faces/statechart.mmd');
    expectGolden(mermaidOffers(report), 'faces/offers.mmd');
    expectGolden(matrixCsv(report.scenario, report.comparison).replace(/\r\n/g, '\n'), 'faces/matrix.csv');
    expectGolden(roleBrief(gaza2024(), 'israel'), 'faces/brief-israel.md');
  });

  it('do not say that nothing excludes anything where it was not looked for', async () => {
    const unsought = await analysedReportOf(gaza2024(), { offer: 'P5', conflicts: 0, concessions: 0, bridges: 0 });
    for (const face of [htmlReport(unsought), markdownReport(unsought)]) {
      expect(face).not.toContain('No red lines and demands exclude each other.');
      expect(face).toContain('None that exclude each other were found. There may be others: more were not asked for.');
    }
  });

  it('are the same bytes again', () => {
    expect(htmlReport(reportOf(gaza2024()))).toBe(htmlReport(reportOf(gaza2024())));
  });
});

/** A class of two, each with instructions of its own. */
const lesson = defineScenario({
  id: 'lesson',
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes', bounds: { most: 100 } } },
  positions: {
    enough: {
      party: 'north',
      rigidity: 'demand',
      condition: { kind: 'compare', of: 'catch', op: '>=', line: 40 },
      reservation: {
        value: { kind: 'compare', of: 'catch', op: '>=', line: 33 },
        basis: 'assumed',
        because: 'Made up for the class.',
      },
    },
    instructed: {
      party: 'north',
      title: 'a north secret',
      rigidity: 'red line',
      confidential: true,
      condition: { kind: 'compare', of: 'catch', op: '>=', line: 31 },
    },
    limit: {
      party: 'south',
      title: 'a south secret',
      rigidity: 'red line',
      confidential: true,
      condition: { kind: 'compare', of: 'catch', op: '<=', line: 37 },
    },
  },
  scores: {
    south: {
      threshold: 17,
      because: 'A south supposition.',
      parts: [
        {
          of: 'catch',
          points: [
            { at: 0, worth: 29 },
            { at: 100, worth: 0 },
          ],
        },
      ],
    },
  },
  statements: { aside: { party: 'south', text: 'a south aside', confidential: true } },
  offers: { first: { by: ['south'], terms: { catch: 35 } } },
  timeline: [{ text: 'a south turn', event: { type: 'position.revised', position: 'limit', condition: null } }],
});

describe('the view of one party', () => {
  const SECRETS = {
    north: ['33', '31', 'a north secret'],
    south: ['37', 'a south secret', 'a south aside', 'A south supposition', 'a south turn', '29'],
  };

  it('has in it nothing that is confidential to others, in any face, with the analysis and without', async () => {
    for (const [view, others] of [
      ['north', SECRETS.south],
      ['south', SECRETS.north],
    ] as const) {
      const report = await analysedReportOf(lesson, { offer: 'first', view });
      const page = htmlReport(report)
        .replace(/<style>[^]*?<\/style>/, '')
        .replace(/(width|cx?|x[12]?|y[12]?|height|rx)="[^"]*"/g, '');
      const faces = [
        page,
        markdownReport(report),
        matrixCsv(report.scenario, report.comparison),
        mermaidStatechart(report),
        mermaidOffers(report),
        roleBrief(lesson, view),
        JSON.stringify(report),
      ];
      for (const face of faces)
        for (const secret of others) expect(face).not.toMatch(new RegExp(`(?<![\\d.])${secret}(?!\\d)`));
      expect(page).toContain(SECRETS[view].at(-1) === '29' ? 'a south secret' : 'a north secret');
    }
  });

  it('is all there without one', () => {
    const page = htmlReport(reportOf(lesson, { offer: 'first' }));
    for (const secret of ['a north secret', 'a south secret', 'at least 33']) expect(page).toContain(secret);
  });

  it('stands where the talks stand, as far as it knows', () => {
    const talks = openTalks(lesson);
    talks.do({ type: 'offer.tabled', offer: 'first' });
    const events = talks.log.map(({ event }) => event);
    expect(reportOf(lesson, { events }).state).toBe('talks.blocked');
    expect(
      reportOf(lesson, { events, view: 'south' }).comparison.columns[0]?.assessment.verdicts.map((v) => v.position),
    ).toEqual(['enough', 'limit']);
  });

  it('is refused of one who is no party', () => {
    expect(() => knownTo(lesson, 'nort')).toThrow("Did you mean 'north'?");
  });
});

describe('a report as of a day', () => {
  it('knows only what had been reported by then', () => {
    const early = reportOf(gaza2024(), { asOf: '2024-01-26' });
    const page = htmlReport(early);
    expect(page).not.toContain('Six-week plan');
    expect(page).toContain('Qatari ideas');
    expect(early.steps.every(({ reported }) => (reported ?? '') <= '2024-01-26')).toBe(true);
    expect(early.comparison).toEqual(compareOffers(gaza2024(), undefined, { asOf: '2024-01-26' }));
  });

  it('refuses an event that talks refuse, with the reasons', () => {
    expect(() => reportOf(gaza2024(), { offer: 'P55' })).toThrow('P55');
  });
});

describe('the statechart', () => {
  it('marks where the talks stand', () => {
    const drawn = mermaidStatechart(reportOf(lesson, { offer: 'first' }));
    expect(drawn).toContain('state "blocked – we are here" as talks_blocked');
    expect(drawn).toContain('class talks_blocked present');
  });
});
