import type { PositionBeside } from '../analysis/beside.js';
import type { ExplainedOffer, Explanation } from '../analysis/explanation.js';
import type { PartyMissing } from '../analysis/acceptance-still-missing.js';
import { sayStopped } from '../analysis/words/say-stopped.js';
import { Speaker } from '../analysis/words/speaker.js';
import { listed } from '../base/list.js';
import { printable as plain } from '../base/printable.js';
import { canBlock } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';
import { footnotes, type Footnotes } from './footnotes.js';
import { readingsText } from './readings-text.js';
import type { TextLine } from './text-line.js';
import { saidOf } from './verdict-text.js';
import { flushRight, paragraph } from './wrap.js';

/** How an explanation is printed. */
export interface ExplanationTextOptions {
  /** Columns. @defaultValue 80 */
  readonly width?: number;
}

/**
 * An explanation as plain text: what the offer on the table leaves unmet and open, whose acceptance is missing, and then, of
 * all offers, which positions exclude each other and what could be given up; sources beside each position, by id, and listed
 * at the end.
 *
 * @param scenario - that of the talks it explains: `talks.scenario`
 * @example
 * const talks = openTalks(fishingQuota());
 * const text = explanationText(talks.scenario, await explain(talks));
 * text.split('\n')[0]; // 'FISHING-QUOTA…'
 */
export function explanationText(
  scenario: Scenario,
  explanation: Explanation,
  { width = 80 }: ExplanationTextOptions = {},
): string {
  const { asOf, state, offer, underReadings, combinations, basis, stopped } = explanation;
  const notes = footnotes();
  const head = (left: string, right: string) => flushRight(plain(left.toUpperCase()), plain(right), width);
  const set = ({ text, indent, mark = '' }: TextLine) =>
    paragraph(`${mark}${plain(text)}`, width, ' '.repeat(indent), ' '.repeat(indent + mark.length));
  const speaker = new Speaker(scenario, { ...(asOf !== undefined && { asOf }), sources: 'by id' });
  const onTable = offer ? offerLines(scenario, speaker, offer, notes).map(set) : [];
  const cut = combinations.shown < combinations.all;
  const closing = [
    `Basis: ${basis}, the weakest of all that this rests on.${firmnessSaid(explanation)}`,
    ...(cut ? [`Of ${combinations.all} combinations of readings, ${combinations.shown} are shown.`] : []),
    ...(stopped ? [`Not all of it was worked out: ${sayStopped(scenario, stopped)}.`] : []),
  ];
  return [
    head(explanation.scenario, `${asOf === undefined ? 'by all that is known' : `as reported by ${asOf}`} · ${state}`),
    ...(offer
      ? ['', head(`on the table: ${offer.label} (${offer.offer})`, offer.acceptance.outcome), ...onTable]
      : ['', head('on the table: nothing', '')]),
    ...underReadings.flatMap((under) => {
      const { heading, lines } = readingsText(scenario, explanation, under);
      return ['', set({ text: heading, indent: 0 }), ...lines.map(set)];
    }),
    '',
    ...closing.map((text) => set({ text, indent: 0 })),
    ...notes.notes.map((note) => paragraph(plain(note), width, '', '  ')),
    ...citedLines(scenario, explanation).map(set),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}

function offerLines(
  scenario: Scenario,
  speaker: Speaker,
  offer: ExplainedOffer,
  notes: Footnotes,
): readonly TextLine[] {
  const { assessment, stickingPoints, openPoints, acceptance, pivots } = offer;
  const point = (one: PositionBeside): readonly TextLine[] => {
    const verdict = assessment.verdicts.find((v) => v.position === one.position);
    const said = verdict ? saidOf(scenario, verdict, notes) : '';
    const opposite = one.opposite.filter((other) => canBlock(other.rigidity));
    const beside = opposite.map((other) => `${speaker.sourced(other.position)}, ${other.verdict}`);
    return [
      { text: `${speaker.sourced(one.position)}: ${said}`, indent: 2, mark: '· ' },
      { text: `opposite: ${beside.length > 0 ? beside.join('; ') : 'no red line or demand'}`, indent: 6 },
    ];
  };
  const list = (title: string, points: readonly PositionBeside[]): readonly TextLine[] =>
    points.length > 0
      ? [{ text: `${title}:`, indent: 0 }, ...points.flatMap(point)]
      : [{ text: `${title}: nothing.`, indent: 0 }];
  const turning = pivots.pivots.map(
    (pivot) => `${speaker.sourced(pivot.position)}: ${pivot.ifMet} if met, ${pivot.ifGivenUp} if given up`,
  );
  return [
    ...list('It leaves unmet', stickingPoints),
    ...list('Open on it', openPoints),
    { text: missingSaid(speaker, acceptance.sets), indent: 0 },
    ...acceptance.parties.map((missing) => ({ text: answerSaid(speaker, missing), indent: 2, mark: '· ' })),
    {
      text:
        turning.length > 0
          ? `Positions whose change alone would change that it is ${pivots.outcome}:`
          : `No position's change alone would change that it is ${pivots.outcome}.`,
      indent: 0,
    },
    ...pivots.pivots.flatMap((pivot, i): readonly TextLine[] => [
      { text: turning[i] ?? '', indent: 2, mark: '· ' },
      ...point(pivot).slice(1),
    ]),
  ];
}

function missingSaid(speaker: Speaker, sets: readonly (readonly string[])[]): string {
  const names = sets.map((set) => listed(set.map((party) => speaker.partyLabel(party))));
  if (names.length === 0) return 'No acceptance of the parties that decide could make it an agreement.';
  if (sets.some((set) => set.length === 0)) return 'No further acceptance is needed: it is agreed.';
  if (names.length === 1) return `For an agreement it still needs the acceptance of ${names[0] ?? ''}.`;
  return `For an agreement it still needs the acceptance of one of these: ${names.join('; ')}.`;
}

function answerSaid(speaker: Speaker, { party, answer, by, positions, score }: PartyMissing): string {
  const kinds = { byPosition: 'by position', byScore: 'by a supposed score', byAuthorship: 'by authorship' } as const;
  const kind = by === 'declared' ? ', declared' : by ? `, ${kinds[by]}` : '';
  const unmet = positions.filter(({ verdict }) => verdict === 'unmet').length;
  const beside = score ? `; worth ${spanSaid(score.score)} to it, with a threshold of ${score.threshold}` : '';
  return `${speaker.partyLabel(party)} ${answer === 'undecided' ? 'is undecided' : answer}${kind}: ${unmet} unmet, ${positions.length - unmet} open${beside}`;
}

function spanSaid({ least, most }: { readonly least?: number; readonly most?: number }): string {
  return least === most ? `${least ?? ''}` : `${least ?? 'anything'} to ${most ?? 'anything'}`;
}

/** Each red line and demand by its id, with its sources in full. */
function citedLines(scenario: Scenario, { asOf, positions }: Explanation): readonly TextLine[] {
  const speaker = new Speaker(scenario, asOf === undefined ? {} : { asOf });
  const held = Object.entries(positions).filter(([, { rigidity }]) => canBlock(rigidity.value));
  if (held.length === 0) return [];
  return [
    { text: 'Red lines and demands, and where they are reported:', indent: 0 },
    ...held.map(([id, { rigidity }]) => ({
      text: `${id}, a ${rigidity.value}: ${speaker.sourced(id)}`,
      indent: 2,
      mark: '· ',
    })),
  ];
}

/** That nobody reported how firm positions are, where it is so. */
function firmnessSaid({ positions }: Explanation): string {
  const supposed = Object.values(positions).some(({ rigidity }) => rigidity.basis !== 'reported');
  return supposed ? ' How firmly positions are held is not reported of all of them, and supposed where it is not.' : '';
}
