import { weakestBasis, type Basis } from '../evidence/basis.js';
import { normaliseAmount, type AmountDraft } from '../terms/amount.js';
import { tolerated } from '../terms/amount-words.js';
import { choiceAt, type Terms } from '../terms/term.js';
import type { Condition } from './condition.js';

/** What a condition takes for granted beyond the report of its line, and what that rests on. */
export interface Supposition {
  readonly basis: Basis;
  readonly because?: string;
}

/** What a condition takes for granted: how far "about" reaches, and the order of the choices whose options it ranks. */
function suppositionsOf(condition: Condition, terms: Terms): readonly Supposition[] {
  switch (condition.kind) {
    case 'compare':
    case 'length':
      return supposedOf(condition.line);
    case 'rank':
      return [choiceAt(terms, condition.of)];
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => suppositionsOf(part, terms));
    case 'not':
      return suppositionsOf(condition.of, terms);
    case 'ifThen':
      return [condition.if, condition.then].flatMap((part) => suppositionsOf(part, terms));
    case 'ratio':
    case 'flag':
    case 'choice':
    case 'begins':
    case 'before':
      return [];
  }
}

/** What a line rests on, once what its condition takes for granted is counted in, with the reasoning. */
export function lineOf(
  line: { readonly condition: Condition; readonly basis: Basis; readonly because?: string },
  terms: Terms,
): Supposition {
  const supposed = suppositionsOf(line.condition, terms);
  const reasons = [line, ...supposed.filter((s) => s.basis !== 'reported')].flatMap((s) => s.because ?? []);
  return {
    basis: weakestBasis([line.basis, ...supposed.map((s) => s.basis)]),
    ...(reasons.length > 0 && { because: [...new Set(reasons)].join(' ') }),
  };
}

function supposedOf(line: AmountDraft): readonly Supposition[] {
  const because = tolerated(normaliseAmount(line));
  return because === undefined ? [] : [{ basis: 'assumed', because }];
}
