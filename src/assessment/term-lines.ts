import { span, type Span } from '../base/span.js';
import type { Basis } from '../evidence/basis.js';
import type { Citation } from '../evidence/citation.js';
import type { Condition } from '../positions/condition.js';
import { LENGTH } from '../positions/mention.js';
import type { Op } from '../positions/op.js';
import type { Rigidity } from '../positions/position.js';
import type { Scenario } from '../scenario/scenario.js';
import { normaliseAmount, shareIn, type AmountDraft } from '../terms/amount.js';
import { reachOf, type Reach } from '../terms/amount-span.js';
import { daysOf } from '../terms/length.js';
import type { Scope } from '../terms/scope.js';
import { splitPath, type Terms } from '../terms/term.js';

/** What one reading of a position asks of one term. */
export interface TermLine {
  /** The term by its path id, or `length`, in days. */
  readonly of: string;
  /** The phase or phases it is asked of; without it, the whole. */
  readonly in?: Scope;
  readonly position: string;
  readonly party: string;
  readonly title: string;
  readonly reading: string;
  readonly rigidity: Rigidity;
  /** The figures that it takes; an end that it does not limit is absent. Of a share of something, or a sum, none are known. */
  readonly figures?: Span;
  /** The options that it takes, by id; of a flag, `yes` or `no`. */
  readonly options?: readonly string[];
  /** Whether it is all that is asked: otherwise it stands in a condition with others, of which one may do. */
  readonly alone: boolean;
  readonly basis: Basis;
  readonly citations: readonly Citation[];
}

type Asked = Pick<TermLine, 'of' | 'in' | 'figures' | 'options' | 'alone'>;

/**
 * What every position asks of every term, line by line, in the scenario's order: for a diagram of who stands where. A condition
 * made of several gives the lines of its parts.
 *
 * @param readings - the readings known, by position, as `readingsBy` gives them; all, unless given
 * @example
 * termLines(scenario).map(({ position, of, figures }) => ({ position, of, figures }));
 * // [{ position: 'enough', of: 'catch', figures: { least: 40 } }, { position: 'limit', of: 'catch', figures: { most: 60 } }, …]
 */
export function termLines(
  scenario: Pick<Scenario, 'positions' | 'terms'>,
  readings: (id: string) => Scenario['positions'][string]['readings'] = (id) => scenario.positions[id]?.readings ?? [],
): readonly TermLine[] {
  return Object.values(scenario.positions).flatMap(({ id, party, title, rigidity }) =>
    readings(id).flatMap((reading) =>
      askedIn(scenario.terms, reading.condition, false, true).map((asked) => ({
        position: id,
        party,
        title: reading.title ?? title,
        reading: reading.id,
        rigidity: rigidity.value,
        ...asked,
        basis: reading.basis,
        citations: reading.citations,
      })),
    ),
  );
}

function askedIn(terms: Terms, c: Condition, negated: boolean, alone: boolean): readonly Asked[] {
  const scope = (of: string, where: Scope | undefined) => ({ of, ...(where !== undefined && { in: where }), alone });
  switch (c.kind) {
    case 'not':
      return askedIn(terms, c.of, !negated, alone);
    case 'all':
    case 'any':
      return c.of.flatMap((child) => {
        // Beside what is no line, a line decides no more than some of what is asked.
        const isSeen = c.of.every((other) => other === child || isInLines(terms, other));
        return askedIn(terms, child, negated, alone && isSeen && (c.kind === 'all') !== negated);
      });
    case 'ifThen':
      return [...askedIn(terms, c.if, !negated, false), ...askedIn(terms, c.then, negated, false)];
    case 'compare': {
      if (c.plus && c.plus.length > 0) return [{ ...scope(c.of, c.in), alone: false }];
      const term = terms[splitPath(c.of).term];
      const step = term?.kind === 'quantity' ? term.step : 1;
      return (c.times ?? 1) === 1 ? [{ ...scope(c.of, c.in), ...figuresOf(c.op, c.line, step, negated) }] : [];
    }
    case 'length': {
      const reach = shareIn(normaliseAmount(c.line))
        ? undefined
        : daysOf({ length: normaliseAmount(c.line), unit: c.unit });
      return [{ ...scope(LENGTH, c.in), ...(reach && held(c.op, reach, negated)) }];
    }
    case 'choice': {
      const all = optionsOf(terms, c.of);
      return [{ ...scope(c.of, c.in), options: all.filter((option) => c.is.includes(option) !== negated) }];
    }
    case 'rank': {
      const all = optionsOf(terms, c.of);
      const line = all.indexOf(c.option);
      return [{ ...scope(c.of, c.in), options: all.filter((_, i) => isBeyond(c.op, i, line) !== negated) }];
    }
    case 'flag':
      return [{ ...scope(c.of, c.in), options: [c.is !== negated ? 'yes' : 'no'] }];
    default:
      return []; // what turns on two terms at once, or on when something begins, is no line on one of them
  }
}

/** Whether all that a condition asks is told in lines, so that it is met where all of them hold. */
function isInLines(terms: Terms, c: Condition): boolean {
  switch (c.kind) {
    case 'all':
    case 'any':
      return c.of.length > 0 && c.of.every((child) => isInLines(terms, child));
    case 'not':
      return isInLines(terms, c.of);
    case 'ifThen':
      return isInLines(terms, c.if) && isInLines(terms, c.then);
    default:
      return askedIn(terms, c, false, true).length > 0;
  }
}

function optionsOf(terms: Terms, of: string): readonly string[] {
  const term = terms[of];
  return term?.kind === 'choice' ? Object.keys(term.options) : [];
}

function isBeyond(op: Exclude<Op, '='>, place: number, line: number): boolean {
  return { '>=': place >= line, '>': place > line, '<=': place <= line, '<': place < line }[op];
}

function figuresOf(op: Op, line: AmountDraft, step: number, negated: boolean): { readonly figures?: Span } {
  const amount = normaliseAmount(line);
  return shareIn(amount) ? {} : held(op, reachOf(amount, step), negated);
}

/** The figures on the right side of a line; nothing where they lie on both sides of it. */
function held(op: Op, { least, most }: Reach, negated: boolean): { readonly figures?: Span } {
  if (op === '=') return negated ? {} : { figures: span(least, most) };
  const from = (op === '>=' || op === '>') !== negated;
  return { figures: from ? span(least, Infinity) : span(-Infinity, most) };
}
