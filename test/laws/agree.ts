// Whether a full deal agrees with what an offer reports, from the design alone.
import {
  readingsOf,
  type Amount,
  type Field,
  type Length,
  type Offer,
  type Scenario,
  type Value,
} from 'sticking-points';
import { amountOf, daysIn, figuresOf, halfMonthsIn, inScope, monthEnds, near, quantity, shareOf } from './naive.js';
import type { PlainDeal, Settled } from './naive.js';

/** Something an offer says, and where. */
export interface Said {
  readonly path: string;
  readonly phase: number | undefined;
  readonly field: Field<Value>;
}

/** Everything an offer says of its terms. */
export function saidIn(offer: Offer): readonly Said[] {
  const places = [offer.terms, ...offer.phases.map((p) => p.terms)];
  return places.flatMap((clauses, i) =>
    Object.entries(clauses).map(([path, field]) => ({ path, phase: i === 0 ? undefined : i, field })),
  );
}

/** Whether a value is a share of something named. */
export function isShare(
  value: Value,
): value is Extract<Amount, { readonly wording: 'all' | 'half of' | 'share of' | 'remaining' }> {
  return typeof value === 'object' && 'of' in value;
}

/** Whether what is said can be so in this deal: by one of its readings at least. */
export function agrees({ path, phase, field }: Said, deal: PlainDeal, scenario: Scenario): boolean {
  return readingsOf(field).some(({ value }) => {
    if (typeof value === 'object' && 'unsettled' in value) return true;
    const settled = deal.terms[path.split('/')[0] ?? '']?.[(phase ?? 1) - 1];
    if (typeof value === 'boolean') return settled === value;
    if ('oneOf' in value) return typeof settled === 'string' && value.oneOf.includes(settled);
    const { step } = quantity(scenario, path);
    const is = near(amountOf(deal, scenario, path, phase));
    const share = shareOf(value, step, deal, scenario);
    if (share !== undefined) return is === near(share);
    const { least, most } = figuresOf(value, step);
    return is >= near(least) && is <= near(most);
  });
}

/** Whether a deal may have so many phases. */
export function agreesOnPhases(phases: number, offer: Offer): boolean {
  if (phases < offer.phases.length) return false;
  if (!offer.phaseCount) return true;
  return readingsOf(offer.phaseCount).some(({ value }) => {
    const { least, most } = figuresOf(value, 1);
    return phases >= least && phases <= most;
  });
}

/** The lengths an offer gives: of the whole as `total`, of each phase by its number. */
function lengthsIn(offer: Offer): readonly (readonly [string, Field<Length>])[] {
  const whole = offer.length ? [['total', offer.length] as const] : [];
  return [...whole, ...offer.phases.flatMap((p, i) => (p.length ? [[String(i + 1), p.length] as const] : []))];
}

/**
 * The ways in which phases of these lengths can be what an offer says of lengths: none where they cannot; else the
 * months that each length worded in calendar months may have. What an offer does not give exactly in days may be worded in
 * any months that the offer space tells apart.
 */
export function monthsThatAgree(
  days: readonly number[],
  offer: Offer,
  { space }: Scenario,
): readonly PlainDeal['months'][] {
  let ways: readonly PlainDeal['months'][] = [{}];
  for (const [place, field] of lengthsIn(offer)) {
    const is = inScope(days, place === 'total' ? 'total' : Number(place));
    const readings = readingsOf(field);
    const agreeing = readings.filter(({ value: { length, unit } }) => {
      const { least, most } = daysIn(length, unit);
      return is >= least && is <= most;
    });
    if (agreeing.length === 0) return [];
    const [only] = readings;
    if (readings.length > 1 || only?.value.unit !== 'months') continue;
    const months = halfMonthsIn(only.value.length).filter((n) => {
      const whole = Number.isInteger(n);
      const [low, high] = [monthEnds(Math.floor(n)).least, monthEnds(Math.ceil(n)).most];
      return whole ? is >= low && is <= high : is > low && is < high;
    });
    ways = ways.flatMap((way) => months.map((n) => ({ ...way, [place]: n })));
  }
  if (!space.months || space.days === undefined) return ways;
  const said = new Map(lengthsIn(offer).map(([place, field]) => [place, readingsOf(field).map(({ value }) => value)]));
  const isExact = (place: string) =>
    said.get(place)?.every(({ length, unit }) => unit !== 'months' && length.wording === 'exactly') === true;
  for (const place of ['total', ...days.map((_, i) => String(i + 1))]) {
    const values = said.get(place);
    if (isExact(place) || values?.some(({ unit }) => unit === 'months')) continue;
    // Of a deal of one phase, the phase and the whole are the same.
    if (days.length === 1 && (isExact('total') || isExact('1'))) continue;
    const is = inScope(days, place === 'total' ? 'total' : Number(place));
    const fitting = space.months.filter((n) => is >= monthEnds(n).least && is <= monthEnds(n).most);
    ways = ways.flatMap((way) => [way, ...fitting.map((n) => ({ ...way, [place]: n }))]);
  }
  return ways;
}

/** One term's values as a deal of nothing else. */
export function alone(id: string, settled: readonly Settled[], phases: number): PlainDeal {
  return { days: Array.from({ length: phases }, () => 0), months: {}, terms: { [id]: settled }, counts: {} };
}
