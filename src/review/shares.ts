import type { Base, Share } from '../terms/amount.js';
import { termLabel } from '../terms/term.js';
import type { Subject } from './subject.js';

/** What a share is a part of: what it names, or the quantity of its obligation; and that in words. */
export function baseOf(
  { of }: Share,
  quantity: string,
  { scenario }: Subject,
): { readonly of: Base; readonly label: string } {
  const base = of ?? { quantity };
  const label =
    'count' in base ? (scenario.counts[base.count]?.label ?? base.count) : termLabel(scenario.terms, base.quantity);
  return { of: base, label };
}

/** How large a part it is, in words. */
export function partOf({ parts, outOf }: Share): string {
  if (parts === outOf) return 'all';
  return parts * 2 === outOf ? 'half' : `${parts} of ${outOf} parts`;
}
