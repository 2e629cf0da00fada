import { figure, listed, unique } from '../base/list.js';
import type { ReadingVerdict, Slack, Verdict } from '../assessment/verdict.js';
import type { Fact } from '../offers/deal.js';
import { showValue } from '../offers/offer-words.js';
import type { Condition } from '../positions/condition.js';
import type { OpenCause } from '../positions/judged.js';
import { LENGTH } from '../positions/mention.js';
import type { Scenario } from '../scenario/scenario.js';
import { showLength } from '../terms/length.js';
import { termLabel } from '../terms/term.js';
import type { Footnotes } from './footnotes.js';

/** What an offer holds of a position, in the words of a table's cell: how far it falls short, what it says, or why it is open. */
export function saidOf(scenario: Scenario, verdict: Verdict, notes: Footnotes): string {
  const [first] = verdict.readings;
  if (!first) return '';
  const apart = unique(verdict.readings.map((r) => r.verdict));
  if (apart.length > 1) {
    return listed(
      apart.map((word) => `${word} in ${countReadings(verdict, word)}`),
      'and',
    );
  }
  const said = unique(verdict.readings.map((r) => saidOfReading(scenario, verdict, r, notes)));
  return said.length > 1 ? `${said.join(' in one reading, ')} in another` : (said[0] ?? '');
}

/** The title of a position, marked where its line is not simply reported. */
export function titleOf(verdict: Verdict, notes: Footnotes): string {
  const marks = verdict.readings
    .filter((r) => r.lineBasis !== 'reported')
    .map((r) => notes.mark(`the line itself is ${r.lineBasis}${r.because === undefined ? '' : `: ${r.because}`}`));
  return `${verdict.title}${unique(marks).join('')}`;
}

/** The sources of a position's line, in the scenario's order. */
export function sourcesOf(scenario: Scenario, verdict: Verdict): string {
  const cited = verdict.readings.flatMap((r) => r.citations.map((c) => c.source));
  return Object.keys(scenario.sources)
    .filter((id) => cited.includes(id))
    .join(' ');
}

/** `about 1,200–1,300 short`, `5 days over`: how far a figure lies on the wrong side of its line; nothing where it does not. */
function shortfall(margin: Slack, approximate: boolean): string | undefined {
  const { least, most } = margin.slack;
  const about = approximate ? 'about ' : '';
  if (most === undefined || most > 0) return undefined;
  if (most === 0) return least === 0 ? `${about}at the line, not beyond it` : undefined;
  const [from, to] = [-most, least === undefined ? undefined : -least];
  // The unit of a quantity stands in the position's title; that of a length or a ratio may be another.
  const { one, many } = margin.unit;
  const unit =
    margin.of === LENGTH ? ` ${from === 1 && to === 1 ? one : many}` : many.includes(' per ') ? ` ${many}` : '';
  return `${to === undefined ? 'at least ' : ''}${about}${range(from, to ?? from)}${unit} ${SIDES[margin.op]}`;
}

/** On which side of its line a figure lies that is not where it should be. */
const SIDES: Readonly<Record<Slack['op'], string>> = {
  '>=': 'short',
  '>': 'short',
  '<=': 'over',
  '<': 'over',
  '=': 'off',
};

function saidOfReading(scenario: Scenario, verdict: Verdict, reading: ReadingVerdict, notes: Footnotes): string {
  if (reading.verdict === 'open') return unique(reading.causes.map((c) => causeWords(scenario, c))).join(', ');
  const condition = scenario.positions[verdict.position]?.readings.find((r) => r.id === reading.reading)?.condition;
  const [margin, ...more] = reading.margins;
  if (reading.verdict === 'unmet' && margin && more.length === 0 && condition && isOneComparison(condition)) {
    const words = shortfall(margin, reading.approximate);
    if (words !== undefined) return `${words}${marksOf(margin.facts, notes)}`;
  }
  const facts = reading.facts.filter((f) => f.kind !== 'space');
  const named = unique(facts.map((f) => f.path)).length > 1 || condition?.kind === 'ratio';
  const said = facts.map((f) => `${factWords(scenario, f, named)}${basisWords(f, notes)}`);
  return said.length > 0 ? unique(said).join(', ') : 'whatever the offer';
}

/** Whether a condition is one figure held against one line, so that one shortfall says it all. */
function isOneComparison(condition: Condition): boolean {
  const { kind } = condition.kind === 'not' ? condition.of : condition;
  return kind === 'compare' || kind === 'length' || kind === 'ratio';
}

function causeWords(scenario: Scenario, cause: OpenCause): string {
  const counted = /^count (.*)$/.exec(cause.of)?.[1];
  if (counted !== undefined) return `${scenario.counts[counted]?.label ?? counted}: not reported`;
  return cause.why === 'could be either' ? 'as reported, could be either' : cause.why;
}

function countReadings(verdict: Verdict, word: string): string {
  const alike = verdict.readings.filter((r) => r.verdict === word).length;
  if (verdict.readings.length === 2) return word === verdict.readings[0]?.verdict ? 'one reading' : 'the other';
  return alike === 1 ? 'one reading' : `${alike} readings`;
}

/** What a fact says, as a reader meets it, and of what where several stand together. */
export function factWords(scenario: Scenario, fact: Fact, named: boolean): string {
  const { path, value } = fact;
  if (path === 'phaseCount' || path === 'phases' || path === 'space.phases') return 'number of phases';
  if (typeof value === 'object' && 'unit' in value) return `${named ? 'length ' : ''}${showLength(value, scenario)}`;
  const counted = /^counts\.(.*)$/.exec(path)?.[1];
  if (counted !== undefined)
    return `${scenario.counts[counted]?.label ?? counted}: ${showValue(path, value, scenario)}`;
  const term = path.replace(/^phases\.\d+\./, '');
  return `${named ? `${termLabel(scenario.terms, term)}: ` : ''}${showValue(term, value, scenario)}`;
}

function basisWords(fact: Fact, notes: Footnotes): string {
  if (fact.basis === 'reported') return '';
  return ` (${fact.basis})${fact.because === undefined ? '' : notes.mark(`${fact.basis}: ${fact.because}`)}`;
}

/** Marks for those facts that are not simply reported; the word itself where no reason is given. */
function marksOf(facts: readonly Fact[], notes: Footnotes): string {
  const weaker = facts.filter((f) => f.basis !== 'reported' && f.kind !== 'space');
  const bare = unique(weaker.filter((f) => f.because === undefined).map((f) => ` (${f.basis})`));
  const marks = weaker.flatMap((f) => (f.because === undefined ? [] : [notes.mark(`${f.basis}: ${f.because}`)]));
  return `${bare.join('')}${unique(marks).join('')}`;
}

function range(from: number, to: number): string {
  const [low, high] = [Math.min(from, to), Math.max(from, to)].map((n) => figure(Number(n.toFixed(2))));
  return low === high ? (low ?? '') : `${low ?? ''}–${high ?? ''}`;
}
