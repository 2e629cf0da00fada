import type { CalendarDate } from '../base/day.js';
import { span, type Span } from '../base/span.js';
import type { Basis } from '../evidence/basis.js';
import { readingsOf } from '../evidence/field.js';
import { offerBy } from '../offers/offer-by.js';
import type { Offer } from '../offers/offer.js';
import { LENGTH } from '../positions/mention.js';
import type { Scenario } from '../scenario/scenario.js';
import { reachOf } from '../terms/amount-span.js';
import { daysOf, type Length } from '../terms/length.js';
import { splitPath, type Terms } from '../terms/term.js';
import { isAmount, isUnsettled, type Value } from '../terms/value.js';

/** What one offer says of one term, as a mark beside the positions on it. */
export interface TermFigure {
  readonly offer: string;
  /** The term by its path id, or `length`, in days. */
  readonly of: string;
  /** The phase it is said of; without it, the whole. */
  readonly in?: number;
  /** The figures that it may come to by one reading; a share of something has none. */
  readonly figures?: Span;
  /** The options named, by id; of a flag, `yes` or `no`. */
  readonly options?: readonly string[];
  /** As said. */
  readonly value: Value | Length;
  readonly basis: Basis;
}

/**
 * What an offer says of its terms, reading by reading, as figures and options; what is left open is left out.
 *
 * @example
 * termFigures(scenario, first); // [{ offer: 'first-offer', of: 'catch', figures: { least: 30, most: 30 }, value: { wording: 'exactly', n: 30 }, basis: 'assumed' }, …]
 */
export function termFigures(scenario: Scenario, offer: Offer, asOf?: CalendarDate): readonly TermFigure[] {
  const { id, length, terms, phases } = offerBy(offer, scenario, asOf);
  const places = [
    { phase: undefined, length, terms },
    ...phases.map((phase, i) => ({ phase: i + 1, length: phase.length, terms: phase.terms })),
  ];
  return places.flatMap(({ phase, length: stretch, terms: clauses }) => {
    const all = [...(stretch ? [[LENGTH, stretch] as const] : []), ...Object.entries(clauses)];
    return all.flatMap(([of, field]) =>
      readingsOf<Value | Length>(field).flatMap(({ value, basis }) => {
        const said = saidBy(scenario.terms, of, value);
        if (!said) return [];
        return [{ offer: id, of, ...(phase !== undefined && { in: phase }), ...said, value, basis }];
      }),
    );
  });
}

function saidBy(terms: Terms, of: string, value: Value | Length): Pick<TermFigure, 'figures' | 'options'> | undefined {
  if (typeof value === 'boolean') return { options: [value ? 'yes' : 'no'] };
  if ('unit' in value) {
    const { least, most } = daysOf(value);
    return { figures: span(least, most) };
  }
  if (isUnsettled(value)) return undefined;
  if (!isAmount(value)) return { options: value.oneOf };
  const term = terms[splitPath(of).term];
  const { least, most } = reachOf(value, term?.kind === 'quantity' ? term.step : 1);
  return least === -Infinity && most === Infinity ? {} : { figures: span(least, most) };
}
