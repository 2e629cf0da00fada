import { unique } from '../base/list.js';
import type { Assessment } from '../assessment/assess.js';
import { ATTRIBUTION_WORDS } from '../evidence/citation.js';
import type { NamedStickingPoint } from '../scenario/reported-answer.js';
import type { Scenario } from '../scenario/scenario.js';

/** The three kinds of answer apart, of the parties whose acceptance decides. */
export function answersText(scenario: Scenario, { answers }: Assessment): string {
  const deciding = scenario.agreement.of.map((id) => ({ name: scenario.parties[id]?.label ?? id, given: answers[id] }));
  const byPosition = deciding.map(({ name, given }) => `${name} ${given?.byPosition.answer ?? 'undecided'}`);
  const byAuthorship = deciding.filter((d) => d.given?.byAuthorship).map(({ name }) => `${name} accepts (inferred)`);
  const declared = deciding.flatMap(({ name, given }) => {
    if (!given?.declared) return [];
    const { answer, citations, concedes } = given.declared;
    const who = citations.map((c) => [c.by, ATTRIBUTION_WORDS[c.attribution], c.source].filter((w) => w).join(', '));
    const gives = concedes.length > 0 ? `, conceding ${concedes.join(', ')}` : '';
    return [`${name} ${answer}${gives}${who.length > 0 ? ` (${unique(who).join('; ')})` : ''}`];
  });
  return [
    `answers by position: ${byPosition.join(', ')}`,
    ...(byAuthorship.length > 0 ? [`by authorship: ${byAuthorship.join(', ')}`] : []),
    `declared: ${declared.length > 0 ? declared.join(', ') : 'none'}`,
  ].join(' · ');
}

/** What sources name as sticking points, of this offer and of the talks at large, beside what is computed. */
export function namedText(scenario: Scenario, assessment: Assessment): readonly string[] {
  const ofThis = assessment.named.filter((n) => n.offer !== undefined);
  const atLarge = assessment.named.filter((n) => n.offer === undefined);
  const computed = assessment.stickingPoints.map((v) => v.title);
  const notes = unique(ofThis.flatMap((n) => (n.note === undefined ? [] : [n.note])));
  return [
    ...(ofThis.length === 0
      ? []
      : [
          [...bySource(ofThis, 'sticking points'), `Computed here: ${computed.join(', ') || 'none'}.`, ...notes].join(
            ' ',
          ),
        ]),
    ...atLarge.map((n) => {
      const beside = assessment.verdicts.filter((v) => n.positions.includes(v.position));
      const here = beside.map((v) => `${scenario.parties[v.party]?.label ?? v.party}, ${v.title} (${v.verdict})`);
      const computedHere = here.length === 0 ? '' : ` Computed here: ${here.join('; ')}.`;
      return `${bySource([n], 'a sticking point of the talks').join(' ')}${computedHere}`;
    }),
  ];
}

function bySource(named: readonly NamedStickingPoint[], as: string): readonly string[] {
  return unique(named.flatMap((n) => n.citations.map((c) => c.source))).map((source) => {
    const titles = named.filter((n) => n.citations.some((c) => c.source === source)).map((n) => n.title);
    return `${source} names as ${as}: ${titles.join(', ')}.`;
  });
}
