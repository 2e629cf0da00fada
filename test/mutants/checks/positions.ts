import {
  answerThatCounts,
  assess,
  outcomeOf,
  type Answer,
  type Assessment,
  type Offer,
  type Scenario,
  type Verdict,
} from 'sticking-points';
import { theJudge } from '../../laws/judges.js';
import type { Check } from '../check.js';
import { answeredIn, type Answered } from './answered.js';
import { lookedFor } from './looked-for.js';
import { clausesOf, offerText } from './said.js';
import { counted } from './votes.js';

/** What verdicts come to: of one position, of one party, of all parties together. */
export const POSITIONS_RIGHT: readonly Check[] = [
  look('a position is met only if met in all its readings', misjudged),
  look('sticking points and open points are firm, and not conceded', mispointed),
  look('answers follow from reports, authorship and positions', misanswered),
  look('the outcome is that of a plain count', miscounted),
];

function look(title: string, wrong: (drawn: Answered) => string | undefined): Check {
  return lookedFor({
    title,
    cases: [answeredIn({ terms: 1, phases: 1 }), answeredIn({ terms: 2, phases: 2 })],
    wrong,
    size: ([, offer]) => clausesOf(offer).length,
    tell: ([, offer]) => offerText(offer),
    runs: 400,
  });
}

function misjudged([scenario, offer]: Answered): string | undefined {
  for (const { position, verdict } of assess(scenario, offer).verdicts) {
    const readings = scenario.positions[position]?.readings ?? [];
    const words = readings.map(({ condition }) => theJudge(condition, scenario, offer));
    const [first = 'open'] = words;
    const wanted = words.every((word) => word === first) ? first : 'open';
    if (verdict !== wanted) return `'${position}' is ${verdict}, and ${words.join(', ')} by its readings`;
  }
  return undefined;
}

const isFirm = (scenario: Scenario, { position }: Verdict) =>
  ['red line', 'demand'].includes(scenario.positions[position]?.rigidity.value ?? '');

function mispointed([scenario, offer]: Answered): string | undefined {
  const { verdicts, stickingPoints, openPoints } = assess(scenario, offer);
  const firm = verdicts.filter((v) => isFirm(scenario, v));
  const accepting = Object.keys(scenario.parties).filter((party) => reportOf(scenario, offer, party) === 'accepts');
  const sticking = firm.filter(
    (v) => v.verdict === 'unmet' && !(accepting.includes(v.party) && rigidityOf(scenario, v) === 'demand'),
  );
  const open = firm.filter((v) => v.verdict === 'open');
  return differing('sticking points', stickingPoints, sticking) ?? differing('open points', openPoints, open);
}

function rigidityOf(scenario: Scenario, { position }: Verdict): string | undefined {
  return scenario.positions[position]?.rigidity.value;
}

function differing(what: string, found: readonly Verdict[], wanted: readonly Verdict[]): string | undefined {
  const [is, was] = [found, wanted].map((list) =>
    list
      .map((v) => v.position)
      .sort()
      .join(', '),
  );
  return is === was ? undefined : `the ${what} are ${is ?? ''}, and should be ${was ?? ''}`;
}

/** The latest report of a party's answer; of those of one day the last, and what has no day comes before all. */
function reportOf(scenario: Scenario, offer: Offer, party: string): Answer | undefined {
  const reports = scenario.answers.filter((a) => a.offer === offer.id && a.party === party);
  const days = reports.map((a) => a.reported ?? '').sort();
  return reports.filter((a) => (a.reported ?? '') === days.at(-1)).at(-1)?.answer;
}

/** The answer that counts: what a party said, unless that goes against its red line; else what it put forward and holds. */
function answerOf(scenario: Scenario, offer: Offer, party: string, { verdicts, answers }: Assessment): Answer {
  const firm = verdicts.filter((v) => v.party === party && isFirm(scenario, v));
  const unmet = firm.filter((v) => v.verdict === 'unmet');
  const report = reportOf(scenario, offer, party);
  const isCrossed = report === 'accepts' && unmet.some((v) => rigidityOf(scenario, v) === 'red line');
  if (report !== undefined && !isCrossed) return report;
  if (offer.by?.value.includes(party)) return 'accepts';
  if (unmet.length > 0) return 'rejects';
  const supposed = answers[party]?.byScore;
  if (supposed) return supposed.answer;
  return firm.length > 0 && firm.every((v) => v.verdict === 'met') ? 'accepts' : 'undecided';
}

function misanswered([scenario, offer]: Answered): string | undefined {
  const assessment = assess(scenario, offer);
  for (const party of Object.keys(scenario.parties)) {
    const given = assessment.answers[party];
    const [is, wanted] = [given && answerThatCounts(given), answerOf(scenario, offer, party, assessment)];
    if (is !== wanted) return `'${party}' answers ${is ?? 'nothing'}, and should answer ${wanted}`;
  }
  return undefined;
}

function miscounted([scenario, offer]: Answered): string | undefined {
  const assessment = assess(scenario, offer);
  const answers = Object.fromEntries(
    Object.keys(scenario.parties).map((party) => [party, answerOf(scenario, offer, party, assessment)]),
  );
  const [is, wanted] = [outcomeOf(scenario.agreement, answers), counted(scenario.agreement, answers)];
  return is === wanted ? undefined : `${JSON.stringify(answers)} is ${is}, and should be ${wanted}`;
}
