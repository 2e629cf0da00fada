import { capital } from '../../base/capital.js';
import { conflictSaid } from '../../analysis/words/say-conflict.js';
import { sayConcession } from '../../analysis/words/say-concession.js';
import { sayStopped } from '../../analysis/words/say-stopped.js';
import { Speaker } from '../../analysis/words/speaker.js';
import { listed } from '../../base/list.js';
import { canBlock } from '../../positions/position.js';
import { UNMARKED } from '../footnotes.js';
import { MARKS } from '../paint.js';
import { readingsText } from '../readings-text.js';
import type { Report } from '../report-of.js';
import { answersText } from '../answers-text.js';
import { headline } from '../step-text.js';
import { saidOf } from '../verdict-text.js';
import { citedText } from './cited.js';
import { inert } from './inert.js';

/** What the offer on the table leaves unmet and open. */
export function pointLines(report: Report): readonly (readonly string[])[] {
  const { scenario, comparison } = report;
  const assessment = comparison.columns.find((column) => column.offer === report.offer)?.assessment;
  if (!assessment) return [['## On the table'], ['No offer lies on the table.']];
  const points = [...assessment.stickingPoints, ...assessment.openPoints].flatMap((point) => {
    const beside = assessment.verdicts.filter((v) => point.opposite.includes(v.position) && canBlock(v.rigidity.value));
    const others = beside.map((v) =>
      inert(`${scenario.parties[v.party]?.label ?? v.party}, ${v.title} (${v.verdict})`),
    );
    return [
      `- ${MARKS[point.verdict]} **${point.verdict}**: ${inert(`${scenario.parties[point.party]?.label ?? point.party} asks: ${point.title}`)} (${point.rigidity.value}; ${citedText(
        report,
        point.readings.flatMap((r) => r.citations),
      )}). On this offer: ${inert(saidOf(scenario, point, UNMARKED))}.`,
      ...(others.length > 0 ? [`  Opposite stands: ${others.join('; ')}.`] : []),
    ];
  });
  const label = scenario.offers[assessment.offer]?.label ?? assessment.offer;
  return [
    [`## On the table: ${inert(label)}`],
    [`${capital(inert(headline(scenario, assessment)))}.`],
    points,
    [capital(inert(answersText(scenario, assessment)))],
  ];
}

/** What excludes what, and what could be given up, under each reading. */
export function whyLines({ scenario, explanation, zopa }: Report): readonly (readonly string[])[] {
  if (!explanation) return [];
  const { asOf, underReadings, combinations, stopped, basis } = explanation;
  const zones = zopa?.coalitions.map(({ parties, empty }) => {
    const whose = listed(parties.map((party) => inert(scenario.parties[party]?.label ?? party)));
    const found =
      empty === undefined ? 'it was not settled whether there is one' : empty ? 'there is none' : 'there is one';
    return `Zone of possible agreement between ${whose}: ${found}.`;
  });
  return [
    ['## Of all offers: what excludes what, and what could be given up'],
    [
      `Worked out over every offer that the scenario allows. None of it is a forecast, and no way is better than another. It rests on what is ${basis} at the weakest.`,
    ],
    zones ?? [],
    ...underReadings.flatMap((under) => {
      const options = { ...(asOf !== undefined && { asOf }), readings: under.readings } as const;
      const speaker = new Speaker(scenario, options);
      const { heading, counted } = readingsText(scenario, explanation, under);
      const found = under.conflicts.conflicts.map((one, i) => `${i + 1}. ${inert(conflictSaid(speaker, one))}`);
      const ways = under.concessions.coalitions.flatMap(({ concessions, firm }) =>
        firm
          ? [`1. ${inert(conflictSaid(speaker, firm))}`]
          : concessions.map((one, i) => `${i + 1}. ${inert(sayConcession(scenario, one, options))}`),
      );
      const title = heading.replace(/^ALL OFFERS,? ?/, '');
      return [
        title === '' ? [] : [`### ${inert(capital(title))}`],
        ['What no offer meets together:'],
        found.length > 0 ? found : [inert(counted)],
        ['What could be given up, fewest first, which prefers none:'],
        ways,
      ];
    }),
    combinations.shown < combinations.all
      ? [`Of ${combinations.all} combinations of readings, ${combinations.shown} are shown.`]
      : [],
    stopped ? [`Not all of it was worked out: ${inert(sayStopped(scenario, stopped))}.`] : [],
  ];
}
