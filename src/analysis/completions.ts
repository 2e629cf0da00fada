import type { CalendarDate } from '../base/day.js';
import { fault, FaultError } from '../base/fault.js';
import { notedSince, reportedBy } from '../evidence/clocks.js';
import { readingsOf } from '../evidence/field.js';
import type { Deal } from '../offers/deal.js';
import type { Offer } from '../offers/offer.js';
import type { Condition } from '../positions/condition.js';
import { encode } from '../positions/encode.js';
import type { Formula } from '../positions/formula.js';
import { judge } from '../positions/judge.js';
import { settingOf, type Scenario } from '../scenario/scenario.js';
import { reachOf } from '../terms/amount-span.js';
import { countName } from '../terms/layout.js';
import { namesIn, refuseUnbounded, rowsOf } from './offer-space.js';
import type { Program, Unknown } from './program.js';
import { statedIn, type Stated } from './stated.js';
import { figuresWithin } from './stated-formulas.js';

/** An offer with everything that is asked of its completions. */
export interface Completing {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly deal: Deal;
  readonly asOf: CalendarDate | undefined;
}

/**
 * The completions of an offer as a program: the full offers of the offer space that agree with everything reported,
 * together with what counts may come to. Without regard to invariants. Where a field is reported in several ways, one of
 * them is so, and nothing in between.
 *
 * @param asked - everything that will be asked of them besides
 * @throws a `FaultError` with `analysis/unbounded` where that turns on a figure without an upper end
 */
export function completionsOf(completing: Completing, asked: readonly Formula[]): Program {
  const { scenario, offer, deal, asOf } = completing;
  const { layout, bounds } = deal;
  const stated = statedIn(scenario, offer, deal).map((one: Stated) => one.within());
  const counts = countReadings(scenario, asOf);
  const ties = deal.ties.flatMap((tie) => rowsOf(tie, layout));
  const own = deal.ties.slice(layout.ties.length).flatMap((tie) => rowsOf(tie, layout));
  const spoken = namesIn([...asked, ...own]);
  const room = Math.max(0, ...bounds.least);
  const unknowns = layout.variables.map(({ name }, v): Unknown => {
    const [least, most] = [bounds.least[v] ?? 0, bounds.most[v] ?? Infinity];
    if (Number.isFinite(most)) return { name, least, most };
    if (!spoken.has(name) || name.startsWith('count ')) return { name, least, most: Math.max(least, room) };
    return refuseUnbounded(scenario, name);
  });
  const must = [...ties, ...stated, ...counts];
  return { unknowns: withRoomForCounts(unknowns, [...must, ...asked]), must };
}

/** That a count is what one of its reports says. */
export function countReadings({ counts, sources }: Scenario, asOf: CalendarDate | undefined): readonly Formula[] {
  return Object.entries(counts).flatMap(([id, { figure }]) => {
    const known = (figure ? readingsOf(figure) : []).filter((r) => reportedBy(notedSince(r, sources), asOf));
    const reaches = known.map((reading) => reachOf(reading.value, 1));
    return reaches.length === 0 ? [] : [figuresWithin(countName(id), reaches)];
  });
}

/**
 * Counts of which no report gives a most, with an end so far up that beyond it nothing that is asked turns on them: each
 * formula speaks of one count at the most.
 */
export function withRoomForCounts(unknowns: readonly Unknown[], formulas: readonly Formula[]): readonly Unknown[] {
  const ends = new Map(unknowns.map((unknown) => [unknown.name, unknown]));
  const far = new Map<string, number>();
  const walk = (formula: Formula): void => {
    if (formula.kind !== 'linear') return formula.of.forEach(walk);
    for (const count of formula.sum) {
      if (!count.of.startsWith('count ')) continue;
      const rest = formula.sum.filter((m) => m !== count);
      const size = rest.reduce((sum, m) => {
        const { least, most } = ends.get(m.of) ?? { least: 0, most: 0 };
        return sum + Math.abs(m.times) * Math.max(Math.abs(least), Math.abs(most));
      }, Math.abs(formula.least));
      far.set(count.of, Math.max(far.get(count.of) ?? 0, Math.ceil(size / Math.abs(count.times)) + 1));
    }
  };
  formulas.forEach(walk);
  return unknowns.map(({ name, least, most }) => {
    const isCount = name.startsWith('count ');
    return { name, least, most: isCount ? Math.max(most, least, far.get(name) ?? 0) : most };
  });
}

/** That a condition is met, or that it is unmet, in a completion: whatever its own line is, where that is not known exactly. */
export function encodedFor({ scenario, deal }: Completing, condition: Condition, want: 'met' | 'unmet'): Formula {
  // Counts are unknowns here like any other.
  return encode(monthsSettled(condition, deal), { ...settingOf(scenario), counts: {}, want });
}

/** A condition in which what calendar months decide, which completions in days do not show, is decided. */
export function monthsSettled(c: Condition, deal: Deal): Condition {
  if (deal.months.size === 0) return c;
  switch (c.kind) {
    case 'length': {
      if (c.unit !== 'months') return c;
      const { verdict } = judge(c, deal);
      return verdict === 'open' ? c : { kind: verdict === 'met' ? 'all' : 'any', of: [] };
    }
    case 'all':
    case 'any':
      return { kind: c.kind, of: c.of.map((part) => monthsSettled(part, deal)) };
    case 'not':
      return { kind: 'not', of: monthsSettled(c.of, deal) };
    case 'ifThen':
      return { ...c, if: monthsSettled(c.if, deal), then: monthsSettled(c.then, deal) };
    default:
      return c;
  }
}

/** Refuses an offer that no deal of the offer space agrees with: `analysis/unfit-offer`. */
export function refuseWithout(offer: Offer, invariants: boolean): never {
  const message = invariants
    ? `No deal that meets the invariants agrees with all that '${offer.id}' says: leave them out of account, or change the offer.`
    : `No deal of the offer space agrees with all that '${offer.id}' says: its figures cannot all be so at once.`;
  throw new FaultError('That offer cannot be completed.', [
    fault('analysis/unfit-offer', ['offer'], message, { id: offer.id }),
  ]);
}
