import type { CalendarDate } from '../base/day.js';
import { notedSince, reportedBy } from '../evidence/clocks.js';
import { readingsOf, type Field, type Noted } from '../evidence/field.js';
import { offerBy } from '../offers/offer-by.js';
import type { Amount } from '../terms/amount.js';
import type { Length } from '../terms/length.js';
import type { Value } from '../terms/value.js';
import type { Scenario } from './scenario.js';

/** Something that reports give in several ways, which stand side by side. */
export interface Dispute {
  /** What holds it: an offer or a count, by its id. */
  readonly in: { readonly kind: 'offer' | 'count'; readonly id: string };
  /** What it is: a path id, `length`, `phaseCount`, or `figure` of a count. */
  readonly path: string;
  /** The phase it is said of, from 1. */
  readonly phase?: number;
  readonly readings: readonly Noted<Value | Length | Amount>[];
}

/**
 * Every figure that reports give in several ways, as far as had been reported by `asOf`: counts first, then offer by offer.
 * Positions reported in several ways have readings of their own (`readingsBy`).
 *
 * @example
 * disputesIn(gaza2024()).map((dispute) => `${dispute.in.id} ${dispute.path}`);
 * // ['held figure', …]
 */
export function disputesIn(scenario: Scenario, asOf?: CalendarDate): readonly Dispute[] {
  const { sources } = scenario;
  const counts = Object.entries(scenario.counts).flatMap(([id, { figure }]) => {
    const readings = figure ? readingsOf(figure).filter((r) => reportedBy(notedSince(r, sources), asOf)) : [];
    return readings.length > 1 ? [{ in: { kind: 'count', id } as const, path: 'figure', readings }] : [];
  });
  const offers = Object.values(scenario.offers)
    .filter((offer) => reportedBy(offer.reported, asOf))
    .map((offer) => offerBy(offer, scenario, asOf))
    .flatMap(({ id, length, phaseCount, terms, phases }) => {
      const of = (path: string, field: Field<Value | Length | Amount> | undefined, phase?: number): Dispute[] => {
        if (!field || readingsOf(field).length < 2) return [];
        const readings = readingsOf(field);
        return [{ in: { kind: 'offer', id }, path, ...(phase !== undefined && { phase }), readings }];
      };
      const clauses = (all: typeof terms, phase?: number) =>
        Object.entries(all).flatMap(([path, field]) => of(path, field, phase));
      return [
        ...of('length', length),
        ...of('phaseCount', phaseCount),
        ...clauses(terms),
        ...phases.flatMap((phase, i) => [...of('length', phase.length, i + 1), ...clauses(phase.terms, i + 1)]),
      ];
    });
  return [...counts, ...offers];
}
