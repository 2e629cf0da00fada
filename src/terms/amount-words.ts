import { figure } from '../base/list.js';
import { quoted } from '../base/quoted.js';
import type { Amount, Base } from './amount.js';
import { sayScope } from './scope.js';
import { termLabel, type Terms } from './term.js';
import type { Counts } from './count.js';

/** What naming an amount's base needs. */
export interface Namers {
  readonly terms: Terms;
  readonly counts: Counts;
}

/**
 * An amount in words, exactly enough to be read back.
 *
 * @example
 * sayAmount(between(200, 300), scenario); // 'between 200 and 300'
 */
export function sayAmount(amount: Amount, namers: Namers): string {
  switch (amount.wording) {
    case 'exactly':
      return figure(amount.n);
    case 'about':
      return `about ${figure(amount.n)}${amount.give ? ` give or take ${figure(amount.give.n)}` : ''}`;
    case 'between':
      return `between ${figure(amount.from)} and ${figure(amount.to)}`;
    case 'some':
      return 'some';
    case 'all':
    case 'remaining':
      return `${amount.wording}${amount.of ? ` of ${sayBase(amount.of, namers)}` : ''}`;
    case 'half of':
      return amount.of ? `half of ${sayBase(amount.of, namers)}` : 'half';
    case 'share of':
      return `${figure(amount.parts)} out of ${figure(amount.outOf)}${amount.of ? ` of ${sayBase(amount.of, namers)}` : ''}`;
    default:
      return `${amount.wording} ${figure(amount.n)}`;
  }
}

/**
 * An amount as a reader meets it: the source's own word if there is one, ranges with a dash.
 *
 * @example
 * showAmount(between(200, 300), scenario); // '200–300'
 * showAmount(worded('dozens', atLeast(24)), scenario); // 'dozens'
 */
export function showAmount(amount: Amount, namers: Namers): string {
  if (amount.words !== undefined) return amount.words;
  if (amount.wording === 'remaining') return 'all remaining';
  if (amount.wording === 'between') return `${figure(amount.from)}–${figure(amount.to)}`;
  return sayAmount(amount, namers);
}

/** Why what rests on an amount is supposed, where it has a tolerance: no source gives one. */
export function tolerated(amount: Amount): string | undefined {
  if (amount.wording !== 'about' || !amount.give) return undefined;
  return `How far 'about' reaches is supposed: ${figure(amount.n)}, give or take ${figure(amount.give.n)}.`;
}

function sayBase(base: Base, { terms, counts }: Namers): string {
  if ('count' in base) return quoted(counts[base.count]?.label ?? base.count);
  return `${termLabel(terms, base.quantity)}${sayScope(base.in)}`;
}
