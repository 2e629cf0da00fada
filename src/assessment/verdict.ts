import { weakerBasis, type Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Noted } from '../evidence/field.js';
import type { Deal, Fact } from '../offers/deal.js';
import type { OpenCause, VerdictWord } from '../positions/judged.js';
import type { Op } from '../positions/op.js';
import type { Rigidity } from '../positions/position.js';
import type { Span } from '../base/span.js';
import type { ReadyLine, ReadyPosition, ReadyReading } from './panel.js';

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

/** Holds a position against a deal. */
export function verdictOn(position: ReadyPosition, deal: Deal): Verdict {
  const readings = position.readings.map((reading) => readingVerdict(reading, deal));
  const first = readings[0]?.verdict;
  return {
    position: position.id,
    party: position.party,
    title: position.title,
    rigidity: position.rigidity,
    verdict: first !== undefined && readings.every((r) => r.verdict === first) ? first : 'open',
    approximate: readings.some((r) => r.approximate),
    basis: weakestOf('reported', readings),
    readings,
    opposite: position.opposite,
  };
}

function readingVerdict({ id, title, line, citations }: ReadyReading, deal: Deal): ReadingVerdict {
  const { verdict, approximate, margins, causes, basis, facts } = heldAgainst(line, deal);
  const { basis: lineBasis, because } = line;
  const held = { reading: id, title, verdict, approximate, margins, causes, basis, facts, citations, lineBasis };
  return because === undefined ? held : { ...held, because };
}

/** What judging a line comes to, with the facts it rests on written out. */
export function heldAgainst({ judge, basis: line }: ReadyLine, deal: Deal) {
  const { verdict, support, margins, causes, approximate } = judge(deal);
  const facts = factsAt(deal, support);
  return {
    verdict,
    approximate: approximate || support.some((f) => deal.about.has(f)),
    margins: margins.map(({ of, slack, op, unit, support: from }): Slack => {
      const marginFacts = factsAt(deal, from);
      return { of, slack, op, unit, basis: weakestOf(line, marginFacts), facts: marginFacts };
    }),
    causes,
    basis: weakestOf(line, facts),
    facts,
  } as const;
}

function weakestOf(first: Basis, others: readonly { readonly basis: Basis }[]): Basis {
  return others.reduce((weakest, { basis }) => weakerBasis(weakest, basis), first);
}

function factsAt(deal: Deal, support: readonly number[]): readonly Fact[] {
  const facts: Fact[] = [];
  for (const f of support) {
    const fact = deal.facts[f];
    if (fact) facts.push(fact);
  }
  return facts;
}
