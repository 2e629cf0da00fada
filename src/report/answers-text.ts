import { unique } from '../base/list.js';
import type { Assessment } from '../assessment/assess.js';
import { ATTRIBUTION_WORDS } from '../evidence/citation.js';
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

/** What sources name as sticking points of this offer, beside what is computed; nothing where none does. */
export function namedText(assessment: Assessment): readonly string[] {
  const named = assessment.named.filter((n) => n.offer !== undefined);
  if (named.length === 0) return [];
  const sources = unique(named.flatMap((n) => n.citations.map((c) => c.source)));
  const bySource = sources.map((source) => {
    const titles = named.filter((n) => n.citations.some((c) => c.source === source)).map((n) => n.title);
    return `${source} names as sticking points: ${titles.join(', ')}.`;
  });
  const computed = assessment.stickingPoints.map((v) => v.title);
  const notes = named.flatMap((n) => (n.note === undefined ? [] : [n.note]));
  return [
    [...bySource, `Computed here: ${computed.length > 0 ? computed.join(', ') : 'none'}.`, ...unique(notes)].join(' '),
  ];
}
