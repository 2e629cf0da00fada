import { printable as plain } from '../base/printable.js';
import { listed, unique } from '../base/list.js';
import type { Assessment } from '../assessment/assess.js';
import type { Verdict } from '../assessment/verdict.js';
import { offerBy } from '../offers/offer-by.js';
import { canBlock } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';
import { answersText, namedText } from './answers-text.js';
import { row } from './columns.js';
import { footnotes, type Footnotes } from './footnotes.js';
import { authorship, exchanged, offered, provenance } from './offer-text.js';
import { MARKS, NO_PAINT, type Paint } from './paint.js';
import { saidOf, sourcesOf, titleOf } from './verdict-text.js';
import { flushRight, paragraph, widthOf } from './wrap.js';

/** How a step is printed. */
export interface StepTextOptions {
  /** Columns. @defaultValue 80 */
  readonly width?: number;
  /** Whether preferences are shown in full rather than counted. @defaultValue false */
  readonly all?: boolean;
  /** Colours; none, unless given. */
  readonly paint?: Paint;
}

const INDENT = '  ';

/**
 * One step of talks as plain text: what is offered, each position's verdict with margin and source, what stands opposite
 * an unmet one, notes on what is inferred or assumed, the three kinds of answer apart, and what sources name.
 *
 * @param scenario - the one the assessment was made with; of talks, `talks.scenario`. Empty text where it does not hold
 *   the offer.
 * @example
 * const lines = stepText(scenario, assess(scenario, 'first-offer')).split('\n');
 * lines.filter((line) => line.includes(MARKS.unmet)); // ['  north  ✗ catch: at least 40 tonnes¹ 10 short (assumed)']
 */
export function stepText(scenario: Scenario, assessment: Assessment, options: StepTextOptions = {}): string {
  const { width = 80, all = false, paint = NO_PAINT } = options;
  const whole = scenario.offers[assessment.offer];
  if (!whole) return '';
  const offer = offerBy(whole, scenario, assessment.asOf);
  const notes = footnotes();
  const indented = (text: string) => paragraph(plain(text), width, INDENT);
  const shown = assessment.verdicts.filter((v) => all || canBlock(v.rigidity.value));
  const rates = assessment.exchanges.flatMap((rate) => exchanged(scenario, offer, rate) ?? []);
  const lines = [
    flushRight(
      paint.heading(plain(`${offer.label.toUpperCase()} (${offer.id})`)),
      plain(headline(scenario, assessment)),
      width,
    ),
    indented(authorship(scenario, offer, notes)),
    indented(provenance(scenario, offer, notes)),
    ...offered(scenario, offer, notes).map(indented),
    ...rates.map(indented),
    ...(offer.note === undefined ? [] : [paint.faint(indented(`note: ${offer.note}`))]),
    ...table(scenario, assessment, shown, notes, width, paint),
    ...brokenInvariants(assessment).map(indented),
    ...(all ? [] : preferences(assessment).map(indented)),
    ...firmness(shown).map(indented),
    indented(answersText(scenario, assessment)),
    ...namedText(scenario, assessment).map(indented),
    ...notes.notes.map((note) => paint.faint(paragraph(plain(note), width, INDENT, `${INDENT}  `))),
  ];
  return lines.join('\n');
}

/**
 * How many of whose positions are unmet; where none is, how many are open.
 *
 * @example
 * headline(scenario, assess(scenario, 'first-offer')); // "unmet: 1 of north's 1 demand"
 * headline(scenario, assess(scenario, 'counter')); // 'unmet: none, open: 1'
 */
export function headline(scenario: Scenario, assessment: Assessment): string {
  const parts = Object.entries(scenario.parties).flatMap(([id, party]) => {
    const unmet = assessment.stickingPoints.filter((v) => v.party === id).length;
    const held = assessment.verdicts.filter((v) => v.party === id && canBlock(v.rigidity.value));
    if (unmet === 0) return [];
    const lines = held.some((v) => v.rigidity.value === 'red line') ? 'red lines and demands' : 'demands';
    return [
      `${unmet} of ${possessive(party.label)} ${held.length} ${held.length === 1 ? lines.replace(/s$/, '') : lines}`,
    ];
  });
  if (parts.length > 0) return `unmet: ${listed(parts)}`;
  return assessment.openPoints.length > 0 ? `unmet: none, open: ${assessment.openPoints.length}` : 'unmet: none';
}

/** `Hamas's`, and `the small islands'`: of several words the last is taken for a plural where it ends like one. */
function possessive(label: string): string {
  return `${label}${/ .*[a-z]s$/.test(label) ? "'" : "'s"}`;
}

function table(
  scenario: Scenario,
  assessment: Assessment,
  shown: readonly Verdict[],
  notes: Footnotes,
  width: number,
  paint: Paint,
): readonly string[] {
  const names = shown.map((v) => scenario.parties[v.party]?.label ?? v.party);
  const titles = shown.map((v) => titleOf(v, notes));
  const widest = (texts: readonly string[], most: number) => Math.min(most, Math.max(0, ...texts.map(widthOf)));
  const party = widest(names, 12) + 1;
  const title = widest(titles, Math.floor(width * 0.46));
  return shown.flatMap((v, i) => {
    const name = names[i] === names[i - 1] ? '' : (names[i] ?? '');
    const source = sourcesOf(scenario, v);
    const sourceWidth = Math.min(widthOf(source), 14);
    const said = width - INDENT.length - party - 1 - title - sourceWidth - 4;
    const columns = [
      { width: party },
      { width: 1 },
      { width: title },
      { width: said },
      { width: sourceWidth, right: true },
    ];
    const mark = paint.verdict[v.verdict](MARKS[v.verdict]);
    const cells = [plain(name), mark, plain(titles[i] ?? ''), plain(saidOf(scenario, v, notes)), plain(source)];
    const beside = v.verdict === 'unmet' ? [opposite(scenario, assessment, v, width, party)] : [];
    return [row(cells, columns, INDENT), ...beside.filter((line) => line !== '').map(paint.faint)];
  });
}

/** Other parties' positions on the terms of an unmet one, beneath it. */
function opposite(scenario: Scenario, assessment: Assessment, verdict: Verdict, width: number, party: number): string {
  const others = assessment.verdicts.filter((v) => verdict.opposite.includes(v.position) && canBlock(v.rigidity.value));
  if (others.length === 0) return '';
  const words = others.map((v) => `${scenario.parties[v.party]?.label ?? v.party}, ${v.title} (${v.verdict})`);
  const indent = ' '.repeat(INDENT.length + party + 3);
  return paragraph(plain(`opposite: ${words.join('; ')}`), width, indent, `${indent}  `);
}

function preferences(assessment: Assessment): readonly string[] {
  const held = assessment.verdicts.filter((v) => !canBlock(v.rigidity.value));
  if (held.length === 0) return [];
  const counts = (['unmet', 'open', 'met'] as const)
    .map((word) => [word, held.filter((v) => v.verdict === word).length] as const)
    .filter(([, n]) => n > 0)
    .map(([word, n]) => `${n} ${word}`);
  return [`preferences: ${counts.join(', ')} (each in full with --all)`];
}

/** That nobody reported how firm a position is: said once where it is so of all, else of each that it is so of. */
function firmness(shown: readonly Verdict[]): readonly string[] {
  const supposed = shown.filter((v) => v.rigidity.basis !== 'reported');
  if (supposed.length === 0) return [];
  const kinds = listed(unique(supposed.map((v) => `${v.rigidity.value}s`)));
  if (supposed.length === shown.length && supposed.every((v) => v.rigidity.basis === 'assumed')) {
    return [`that these are ${kinds}, no more and no less firm, is assumed on all sides`];
  }
  const each = supposed.map((v) => `${v.title} (${v.rigidity.basis})`);
  return [`how firm these are is not reported: ${each.join(', ')}`];
}

function brokenInvariants(assessment: Assessment): readonly string[] {
  return assessment.invariants
    .filter((i) => i.verdict === 'unmet')
    .map((i) => `broken, though no party's position: ${i.title} (${i.basis})`);
}
