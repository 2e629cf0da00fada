import { readingsBy, type Position } from '../../positions/position.js';
import { say } from '../../positions/say.js';
import { knownTo } from '../../scenario/known-to.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { ScorePart } from '../../scenario/score.js';
import { sayScope } from '../../terms/scope.js';
import { termLabel } from '../../terms/term.js';
import { basisText } from '../markdown/cited.js';
import { sourcesSaid } from '../../analysis/words/sources-said.js';
import { inert } from '../markdown/inert.js';

/**
 * What one party is given to play it in a class, as Markdown: a public sheet, the same for all but for its heading, and a
 * confidential one of its own. What a modeller supposes or an author made up is marked `assumed`.
 *
 * @throws a `FaultError` with `scenario/unknown-party`
 * @example
 * roleBrief(scenario, 'north').split('\n')[0]; // '# You speak for north'
 */
export function roleBrief(scenario: Scenario, party: string): string {
  const known = knownTo(scenario, party);
  const label = inert(known.parties[party]?.label ?? party);
  const held = Object.values(known.positions);
  const open = held.filter((one) => one.confidential !== true);
  const secret = held.filter((one) => one.party === party && one.confidential === true);
  const settled = held.flatMap((one) =>
    one.party === party && one.reservation ? [{ title: one.title, ...one.reservation }] : [],
  );
  const score = known.scores[party];
  const publicPart = Object.entries(known.parties).flatMap(([id, { label: name }]) => {
    const own = open.filter((one) => one.party === id);
    return own.length === 0 ? [] : [`### ${inert(name)} asks`, own.map((one) => positionLine(known, one)).join('\n')];
  });
  const offers = Object.values(known.offers).map(
    ({ id, label: name, standing, reported }) =>
      `- ${inert(name)} (${inert(id)}): ${standing}${reported === undefined ? '' : `, reported ${reported}`}`,
  );
  const nothing = secret.length + settled.length === 0 && !score;
  const parts = [
    `# You speak for ${label}`,
    `A brief for a class, on “${inert(known.title)}”. Hand the public sheet to all, the confidential one to ${label} alone. What is marked ○ assumed was supposed by whoever wrote the scenario, or made up for the class: no report says it.`,
    '## Public sheet',
    ...(known.note === undefined ? [] : [inert(known.note)]),
    `At the table and around it: ${Object.values(known.parties)
      .map((one) => inert(one.label))
      .join(', ')}.`,
    '### What is to be settled',
    Object.entries(known.terms)
      .map(
        ([id, term]) =>
          `- ${inert(termLabel(known.terms, id))}${term.note === undefined ? '' : `: ${inert(term.note)}`}`,
      )
      .join('\n'),
    ...publicPart,
    ...(offers.length > 0 ? ['### What has been put forward', offers.join('\n')] : []),
    `## Confidential sheet: ${label} alone`,
    ...(nothing ? ['Nothing confidential is written down for you: you decide what to settle for.'] : []),
    ...(secret.length > 0 ? ['### You also ask', secret.map((one) => positionLine(known, one)).join('\n')] : []),
    ...(settled.length > 0
      ? [
          '### What you would settle for',
          settled
            .map(
              (one) =>
                `- Of ${inert(one.title)}: ${inert(say(one.value, known))} (${basisText(one.basis, one.because)})`,
            )
            .join('\n'),
        ]
      : []),
    ...(score
      ? [
          '### What deals are worth to you',
          `You accept a deal that is worth ${score.threshold} or more to you (${basisText(score.basis, score.because)}). These add up:`,
          score.parts
            .map(
              (part) => `- ${inert(`${termLabel(known.terms, part.of)}${sayScope(part.in)}: ${worths(known, part)}`)}`,
            )
            .join('\n'),
        ]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function positionLine(scenario: Scenario, position: Position): string {
  const { title, rigidity } = position;
  const readings = readingsBy(position, scenario.sources).map((r) => {
    const cited = sourcesSaid(scenario, r.citations, 'in full');
    return `${inert(say(r.condition, scenario))} (${basisText(r.basis, r.because)}; ${cited === '' ? 'no source' : inert(cited)})`;
  });
  return `- ${inert(title)}, a ${rigidity.value} (how firmly ${basisText(rigidity.basis)}): ${readings.join('; or, in another report, ')}`;
}

function worths({ terms }: Scenario, part: ScorePart): string {
  if ('points' in part)
    return `${part.points.map(({ at, worth }) => `${worth} at ${at}`).join(', ')}, and in between along a straight line`;
  const term = terms[part.of];
  const name = (option: string) => (term?.kind === 'choice' ? (term.options[option] ?? option) : option);
  return Object.entries(part.table)
    .map(([option, worth]) => `${worth} for ${name(option)}`)
    .join(', ');
}
