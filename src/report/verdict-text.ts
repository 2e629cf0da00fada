import { figure, listed, unique } from '../base/list.js';
import type { ReadingVerdict, Slack, Verdict } from '../assessment/verdict.js';
import type { Fact } from '../offers/deal.js';
import { showValue } from '../offers/offer-words.js';
import type { OpenCause } from '../positions/judged.js';
import type { Scenario } from '../scenario/scenario.js';
import { showLength } from '../terms/length.js';
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
  return saidOfReading(scenario, first, notes);
}

/** The title of a position, marked where its line is not simply reported. */
export function titleOf(verdict: Verdict, notes: Footnotes): string {
  const marks = verdict.readings
    .filter((r) => lineBasis(r) !== undefined)
    .map((r) => notes.mark(`the line itself is ${lineBasis(r) ?? ''}: ${r.because ?? ''}`));
  return `${verdict.title}${unique(marks).join('')}`;
}

/** The sources of a position's line, in the scenario's order. */
export function sourcesOf(scenario: Scenario, verdict: Verdict): string {
  const cited = verdict.readings.flatMap((r) => r.citations.map((c) => c.source));
  return Object.keys(scenario.sources)
    .filter((id) => cited.includes(id))
    .join(' ');
}

/** `about 1,200–1,300 short`: how far a figure falls short of the line it is held against; nothing where it does not. */
export function shortfall(margin: Slack, approximate: boolean): string | undefined {
  const { least, most } = margin.slack;
  const about = approximate ? 'about ' : '';
  if (most === undefined || most > 0) return undefined;
  if (most === 0) return least === 0 ? `${about}at the line, not beyond it` : undefined;
  return `${about}${range(-most, least === undefined ? undefined : -least)} short`;
}

function saidOfReading(scenario: Scenario, reading: ReadingVerdict, notes: Footnotes): string {
  if (reading.verdict === 'open') return unique(reading.causes.map((c) => causeWords(c))).join(', ');
  if (reading.verdict === 'unmet') {
    const short = reading.margins.flatMap((margin) => {
      const words = shortfall(margin, reading.approximate);
      return words === undefined ? [] : [`${words}${marksOf(margin.facts, notes)}`];
    });
    if (short.length > 0) return unique(short).join(', ');
  }
  const said = reading.facts
    .filter((f) => f.kind !== 'space')
    .map((f) => `${factWords(scenario, f)}${basisWords(f, notes)}`);
  return said.length > 0 ? unique(said).join(', ') : 'whatever the offer';
}

function causeWords(cause: OpenCause): string {
  return cause.why === 'could be either' ? 'as reported, could be either' : cause.why;
}

function countReadings(verdict: Verdict, word: string): string {
  const alike = verdict.readings.filter((r) => r.verdict === word).length;
  if (verdict.readings.length === 2) return word === verdict.readings[0]?.verdict ? 'one reading' : 'the other';
  return alike === 1 ? 'one reading' : `${alike} readings`;
}

/** What a fact says, as a reader meets it. */
function factWords(scenario: Scenario, fact: Fact): string {
  if (fact.path === 'phaseCount' || fact.path === 'phases') return 'number of phases';
  const path = fact.path.replace(/^phases\.\d+\./, '').replace(/^(space|counts)\./, '');
  const { value } = fact;
  if (typeof value === 'object' && 'unit' in value) return showLength(value, scenario);
  return showValue(path, value, scenario);
}

function basisWords(fact: Fact, notes: Footnotes): string {
  if (fact.basis === 'reported') return '';
  return ` (${fact.basis})${fact.because === undefined ? '' : notes.mark(`${fact.basis}: ${fact.because}`)}`;
}

/** Marks for those facts that are not simply reported. */
function marksOf(facts: readonly Fact[], notes: Footnotes): string {
  return facts
    .filter((f) => f.basis !== 'reported' && f.because !== undefined)
    .map((f) => notes.mark(`${f.basis}: ${f.because ?? ''}`))
    .join('');
}

/** What the line of a reading rests on where that is weaker than a report. */
function lineBasis(reading: ReadingVerdict): string | undefined {
  return reading.because === undefined || reading.lineBasis === 'reported' ? undefined : reading.lineBasis;
}

function range(from: number, to: number | undefined): string {
  if (to === undefined) return `at least ${figure(from)}`;
  return from === to ? figure(from) : `${figure(Math.min(from, to))}–${figure(Math.max(from, to))}`;
}
