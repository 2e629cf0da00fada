import { fault, FaultError } from '../base/fault.js';
import { unique } from '../base/list.js';
import { didYouMean } from '../base/spelling.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Unknown } from './program.js';
import { findSpan, hasPhase, placesOf, type Among, type Place, type TermSpan } from './spans.js';
import type { Stopped } from './watch.js';

/** What one thing may be where another is at an end of its span, or is one of the things it may be. */
export interface PairSpan {
  readonly of: string;
  readonly beside: string;
  /** For the least and the most of the first, or for each option found, the span of the other; none where no offer has its phase. */
  readonly at: readonly { readonly is: number | string | boolean; readonly span?: TermSpan }[];
}

/** Refuses pairs of places that the scenario has not got: `analysis/unknown-place`. */
export function pairsAsked(
  scenario: Scenario,
  pairs: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  const known = placesOf(scenario, () => false).map(({ path }) => path);
  const strange = unique(pairs.flat().filter((path) => !known.includes(path)));
  if (strange.length === 0) return pairs;
  const faults = strange.map((path) =>
    fault('analysis/unknown-place', ['pairs'], `A deal has no '${path}'. ${didYouMean(path, known)}`, { path, known }),
  );
  throw new FaultError('There are no spans of these.', faults);
}

/** Finds the span of the second of a pair beside each end, or each option, of the first. */
export async function findPair(
  among: Among,
  places: readonly Place[],
  [of, beside]: readonly [string, string],
  spans: readonly TermSpan[],
): Promise<PairSpan | { readonly why: Stopped }> {
  const [first, second] = [of, beside].map((path) => places.find((place) => place.path === path));
  const span = spans.find(({ path }) => path === of);
  const at: PairSpan['at'][number][] = [];
  for (const { is, where } of first && span ? endsOf(first, span, among) : []) {
    const closer = { ...among, within: [...(among.within ?? []), ...hasPhase(first?.phase), where] };
    const found = second ? await findSpan(closer, second) : { span: undefined };
    if ('why' in found) return found;
    at.push({ is, ...(found.span && { span: found.span }) });
  }
  return { of, beside, at };
}

/** What a place is at the ends of its span, or for each option found there. */
function endsOf(
  { figure, options = [] }: Place,
  span: TermSpan,
  { seen }: Among,
): readonly { readonly is: number | string | boolean; readonly where: Unknown }[] {
  if (!figure) return options.filter(({ is }) => span.found?.includes(is) === true);
  return unique([span.least, span.most].filter((n) => n !== undefined)).flatMap((is) => {
    // Each end was found with values at it.
    const values = seen.find((one) => figure.unit(one[figure.name] ?? NaN) === is);
    const n = values?.[figure.name];
    return n === undefined ? [] : [{ is, where: { name: figure.name, least: n, most: n } }];
  });
}
