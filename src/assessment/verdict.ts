import { weakestBasis, type Basis } from '../evidence/basis.js';
import type { CalendarDate } from '../base/day.js';
import type { Citation } from '../evidence/citation.js';
import { citationsBy } from '../evidence/clocks.js';
import type { Noted } from '../evidence/field.js';
import type { Deal, Fact } from '../offers/deal.js';
import { judge } from '../positions/judge.js';
import type { Judged, OpenCause, VerdictWord } from '../positions/judged.js';
import type { Op } from '../positions/op.js';
import type { Position, PositionReading, Rigidity } from '../positions/position.js';
import { readingsBy } from '../positions/position.js';
import { lineOf } from '../positions/suppositions.js';
import type { Span } from '../base/span.js';
import { isAmount } from '../terms/value.js';
import { isApproximate } from '../terms/amount-span.js';
import type { Scenario } from '../scenario/scenario.js';

/** By how much a comparison is met or missed, in the unit of what is compared, with what that rests on. */
export interface Slack {
  /** Path id of what is compared. */
  readonly of: string;
  /** To spare where positive, short where negative; an absent end is not known. */
  readonly slack: Span;
  /** How the figure is held against its line. */
  readonly op: Op;
  readonly unit: { readonly one: string; readonly many: string };
  /** May be weaker than the verdict's own: a shortfall can be certain and its size supposed. */
  readonly basis: Basis;
  readonly facts: readonly Fact[];
}

/** One reading of a position held against an offer. */
export interface ReadingVerdict {
  readonly reading: string;
  readonly title: string;
  readonly verdict: VerdictWord;
  /** Whether it rests on a figure given as "about". */
  readonly approximate: boolean;
  readonly margins: readonly Slack[];
  /** Why it is open, if it is. */
  readonly causes: readonly OpenCause[];
  /** The weakest of the facts used and of the line itself. */
  readonly basis: Basis;
  /** What it rests on; of an open one, what was looked at. */
  readonly facts: readonly Fact[];
  /** Where the line itself is reported, as far as reports had appeared. */
  readonly citations: readonly Citation[];
  /** What the line rests on, with the order or tolerance it supposes; the reasoning where it is not simply reported. */
  readonly lineBasis: Basis;
  readonly because?: string;
}

/** A position held against an offer. */
export interface Verdict {
  readonly position: string;
  readonly party: string;
  readonly title: string;
  readonly rigidity: Noted<Rigidity>;
  /** Of all readings together: unmet only if unmet in all, met only if met in all. */
  readonly verdict: VerdictWord;
  readonly approximate: boolean;
  readonly basis: Basis;
  /** One for each reading known by then. */
  readonly readings: readonly ReadingVerdict[];
  /** Other parties' positions on the same terms. */
  readonly opposite: readonly string[];
}

/** The condition of an invariant held against an offer. */
export interface InvariantVerdict extends Omit<ReadingVerdict, 'reading' | 'citations' | 'lineBasis'> {
  readonly invariant: string;
}

/** Holds a position against a deal, in each reading known by `asOf`. */
export function verdictOn(
  scenario: Scenario,
  position: Position,
  deal: Deal,
  opposite: readonly string[],
  asOf: CalendarDate | undefined,
): Verdict {
  const readings = readingsBy(position, scenario.sources, asOf).map((r) =>
    readingVerdict(scenario, position, r, deal, asOf),
  );
  const words = readings.map((r) => r.verdict);
  const first = words[0];
  return {
    position: position.id,
    party: position.party,
    title: position.title,
    rigidity: { ...position.rigidity, citations: citationsBy(position.rigidity.citations, scenario.sources, asOf) },
    verdict: first !== undefined && words.every((w) => w === first) ? first : 'open',
    approximate: readings.some((r) => r.approximate),
    basis: weakestBasis(readings.map((r) => r.basis)),
    readings,
    opposite,
  };
}

function readingVerdict(
  scenario: Scenario,
  position: Position,
  reading: PositionReading,
  deal: Deal,
  asOf: CalendarDate | undefined,
): ReadingVerdict {
  const { because, basis: lineBasis } = lineOf(reading, deal.terms);
  return {
    reading: reading.id,
    title: reading.title ?? position.title,
    ...heldAgainst(judge(reading.condition, deal), lineBasis, deal),
    citations: citationsBy(reading.citations, scenario.sources, asOf),
    lineBasis,
    ...(because === undefined ? {} : { because }),
  };
}

/** What judging came to, with its facts written out; `line` is the basis of the condition itself. */
export function heldAgainst(judged: Judged, line: Basis, deal: Deal) {
  const facts = factsAt(deal, judged.support);
  return {
    verdict: judged.verdict,
    approximate: judged.approximate || facts.some(isAbout),
    margins: judged.margins.map((m): Slack => {
      const marginFacts = factsAt(deal, m.support);
      return {
        of: m.of,
        slack: m.slack,
        op: m.op,
        unit: m.unit,
        basis: weakestBasis([line, ...marginFacts.map((f) => f.basis)]),
        facts: marginFacts,
      };
    }),
    causes: judged.causes,
    basis: weakestBasis([line, ...facts.map((f) => f.basis)]),
    facts,
  } as const;
}

function factsAt(deal: Deal, support: readonly number[]): readonly Fact[] {
  return support.flatMap((f) => deal.facts[f] ?? []);
}

function isAbout({ value }: Fact): boolean {
  if (typeof value === 'boolean') return false;
  if ('unit' in value) return isApproximate(value.length);
  return isAmount(value) && isApproximate(value);
}
