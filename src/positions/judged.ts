import { leastOf, mostOf, span, type Span } from '../base/span.js';
import { bothSupports, type Support } from '../base/tighten.js';
import type { Deal } from '../offers/deal.js';
import type { Unsettled } from '../terms/value.js';
import type { Op } from './op.js';

/** What a condition comes to on an offer: holds in every completion, holds in none, or could be either. */
export const VERDICTS = ['unmet', 'open', 'met'] as const;

/** One of {@link VERDICTS}, which stand in the order of display. */
export type VerdictWord = (typeof VERDICTS)[number];

/** By how much a comparison is met or missed. */
export interface Margin {
  /** Room to spare where positive, short where negative, in `unit`; an absent end is not known. */
  readonly slack: Span;
  /** How the figure is held against its line: what is short of `>=` is over `<=`, and off `=` to either side. */
  readonly op: Op;
  readonly unit: { readonly one: string; readonly many: string };
  /** What both ends rest on, which may be weaker than what the verdict rests on. */
  readonly support: Support;
  /** The variables compared, for putting margins beside what they are margins of. */
  readonly of: string;
}

/** Why a verdict is open. */
export type OpenCause =
  | { readonly why: 'not reported' | 'could be either'; readonly of: string }
  | { readonly why: Unsettled['unsettled']; readonly of: string };

/** What judging a condition gives. */
export interface Judged {
  readonly verdict: VerdictWord;
  /** The facts that decide it; of an open one, all that were looked at. */
  readonly support: Support;
  /** Whether the condition's own line is worded as approximate. */
  readonly approximate: boolean;
  /** Of a comparison; a condition made of several has those of the parts that decide it, or leave it open. */
  readonly margins: readonly Margin[];
  /** Of an open one: each thing it waits for. */
  readonly causes: readonly OpenCause[];
}

/** A condition made ready to be judged on any deal of its offer space. */
export type Judge = (deal: Deal) => Judged;

/** Judges several conditions as one that needs all of them. */
export function judgedAll(parts: readonly Judged[]): Judged {
  const unmet = parts.filter((p) => p.verdict === 'unmet');
  if (unmet.length > 0) return combine(parts, 'unmet', leastSupport(unmet));
  const open = parts.filter((p) => p.verdict === 'open');
  return combine(parts, open.length > 0 ? 'open' : 'met', unionOf(parts));
}

/** Judges several conditions as one that needs any of them. */
export function judgedAny(parts: readonly Judged[]): Judged {
  const met = parts.filter((p) => p.verdict === 'met');
  if (met.length > 0) return combine(parts, 'met', leastSupport(met));
  const open = parts.filter((p) => p.verdict === 'open');
  return combine(parts, open.length > 0 ? 'open' : 'unmet', unionOf(parts));
}

/** Turns met into unmet and the other way round: what was room to spare is short. */
export function judgedNot(part: Judged): Judged {
  const verdict = part.verdict === 'met' ? 'unmet' : part.verdict === 'unmet' ? 'met' : 'open';
  const margins = part.margins.map((m) => ({
    ...m,
    slack: span(0 - mostOf(m.slack), 0 - leastOf(m.slack)),
    op: NEGATED[m.op],
  }));
  return { ...part, verdict, margins };
}

/** What it means that a comparison does not hold; of `=` there is no one side, so it stays. */
export const NEGATED: Readonly<Record<Op, Op>> = { '>=': '<', '>': '<=', '<=': '>', '<': '>=', '=': '=' };

function combine(parts: readonly Judged[], verdict: VerdictWord, support: Support): Judged {
  return {
    verdict,
    support,
    approximate: parts.some((p) => p.approximate),
    margins: parts.filter((p) => p.verdict === verdict).flatMap((p) => p.margins),
    causes: verdict === 'open' ? parts.flatMap((p) => p.causes) : [],
  };
}

/** One decisive part is enough: that which rests on the fewest facts, the first of equals. */
function leastSupport(parts: readonly Judged[]): Support {
  return parts.map((p) => p.support).reduce((best, other) => (other.length < best.length ? other : best));
}

function unionOf(parts: readonly Judged[]): Support {
  return parts.reduce<Support>((all, p) => bothSupports(all, p.support), []);
}
