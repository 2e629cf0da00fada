import type { Bounds, Support, Tie } from '../base/tighten.js';
import { PHASE_LIMIT, phaseName, type Layout } from '../terms/layout.js';
import { impliedBands, impliedTies } from './implied-ties.js';
import type { Equation } from './in-whole-numbers.js';
import { asOne, inLowestTerms, inTotals, isSameSum } from './same-sum.js';

/** What is known on the way: bounds, and everything that ties variables to each other. */
export interface Found {
  readonly bounds: Bounds;
  readonly ties: readonly Tie[];
  readonly tiesOf: readonly (readonly number[])[];
  /** The variables that the region speaks of. They get their values first: what excludes each other is among them. */
  readonly asked: readonly number[];
  /** How many of the ties, from the first, are of the offer space, or follow from those that are. */
  readonly space: number;
  /** The bands of the region in totals, those of one sum as one: narrowing would only creep where they exclude each other. */
  readonly bands: readonly Tie[];
}

/** The end that is put on what has none, as a fact: what rests on it is no proof. */
const TOP: Support = [PHASE_LIMIT + 1];

/** The offer space with an upper end on everything; the ties that need one are added, and those that follow from others. */
export function upTo({ variables, ties, tiesOf, at }: Layout, top: number): Found {
  const bounds: Bounds = {
    least: variables.map((v) => v.least),
    most: variables.map((v) => (Number.isFinite(v.most) ? v.most : top)),
    leastFrom: variables.map(() => []),
    mostFrom: variables.map((v) => (Number.isFinite(v.most) ? [] : TOP)),
  };
  let found: Found = { bounds, ties, tiesOf, asked: [], space: 0, bands: [] };
  for (const [place, { name, most }] of variables.entries()) {
    const phase = /@(\d+)$/.exec(name)?.[1];
    if (Number.isFinite(most) || phase === undefined) continue;
    // A phase that a deal has not got holds nothing: the layout can say so only where there is an upper end.
    const exists = { of: at[phaseName(Number(phase))] ?? 0, times: top };
    found = withTie(found, { sum: [exists, { of: place, times: -1 }], least: 0 });
  }
  const all = impliedTies(ties).reduce(withTie, found);
  return { ...all, space: all.ties.length };
}

/** With a band of the region as a tie; nothing where it excludes another of the same sum. */
export function withBand(found: Found, band: Tie, { ties }: Layout): Found | undefined {
  const sum = inTotals(band.sum, ties);
  const bands = joined(found.bands, sum === band.sum ? band : inLowestTerms({ ...band, sum }));
  if (!bands) return undefined;
  const same = found.ties.findIndex((tie, t) => t >= found.space && isSameSum(tie.sum, band.sum));
  const known = found.ties[same];
  if (!known) {
    const further = band.sum.length < 2 ? [] : impliedBands(band, found.ties.slice(0, found.space));
    return [band, ...further].reduce(withTie, { ...found, bands });
  }
  return { ...found, bands, ties: found.ties.with(same, asOne(known, band)) };
}

/** Bands with one more; nothing where no value of its sum is left. */
function joined(bands: readonly Tie[], band: Tie): readonly Tie[] | undefined {
  const same = bands.findIndex(({ sum }) => isSameSum(sum, band.sum));
  const known = bands[same];
  const both = known ? asOne(known, band) : band;
  const [least, most] = [both.least ?? -Infinity, both.most ?? Infinity];
  if (least > most || (both.sum.length === 0 && (least > 0 || most < 0))) return undefined;
  return known ? bands.with(same, both) : [...bands, both];
}

/** All that has to come to one figure alone: sums of the offer space, and bands of the region, two opposite ones among them. */
export function equationsOf({ bands }: Found, { ties }: Layout): readonly Equation[] {
  const inBands = bands.map((band) => {
    const same = ties.filter(({ sum }) => sum.length === band.sum.length).map(inLowestTerms);
    return same.filter(({ sum }) => isSameSum(sum, band.sum)).reduce(asOne, band);
  });
  return [...ties, ...inBands].flatMap(({ sum, least, most }) =>
    least !== undefined && least === most ? [{ sum, is: least }] : [],
  );
}

function withTie(found: Found, tie: Tie): Found {
  const tiesOf = [...found.tiesOf];
  for (const { of } of tie.sum) tiesOf[of] = [...(tiesOf[of] ?? []), found.ties.length];
  return { ...found, ties: [...found.ties, tie], tiesOf };
}

/** Whether something would not be so if what has no upper end could lie beyond the top. */
export function restsOnTop(support: Support): boolean {
  return support.includes(TOP[0] ?? -1);
}

/** Whether an end of a variable's bounds is one only because of the top. */
export function isUpToTop({ leastFrom, mostFrom }: Bounds, place: number): boolean {
  return restsOnTop(leastFrom[place] ?? []) || restsOnTop(mostFrom[place] ?? []);
}
