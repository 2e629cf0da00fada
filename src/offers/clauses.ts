import type { Field, Noted } from '../evidence/field.js';
import { exactly, type Amount } from '../terms/amount.js';
import {
  flagName,
  lengthName,
  monthsName,
  optionName,
  quantityName,
  type Layout,
  type Point,
} from '../terms/layout.js';
import { fromSteps } from '../terms/decimal.js';
import type { Length } from '../terms/length.js';
import type { Space } from '../terms/space.js';
import { pathsOf, type Term, type Terms } from '../terms/term.js';
import type { Value } from '../terms/value.js';
import type { Offer, OfferPhase } from './offer.js';

/** What offers are written for: the terms that they may speak of, in so many phases. */
interface Writable {
  readonly terms: Terms;
  readonly space: Space;
}

/** A place in an offer where something may be said of a term, in a phase or for the whole deal. */
export interface Clause {
  readonly id: string;
  /** The term's id, or that of a category of it. */
  readonly path: string;
  readonly phase: number | undefined;
  readonly term: Term;
}

/** Every place where an offer of this scenario may say something of a term, with as many phases as there can be. */
export function clausesOf({ terms, space }: Writable): readonly Clause[] {
  const phases = Array.from({ length: space.phases.most }, (_, i) => i + 1);
  return Object.entries(terms).flatMap(([id, term]): readonly Clause[] => {
    const scopes = term.scope === 'deal' ? [undefined] : phases;
    if (term.kind !== 'quantity') return scopes.map((phase) => ({ id, path: id, phase, term }));
    const withTotal = term.scope === 'deal' ? scopes : [undefined, ...scopes];
    return pathsOf(id, term).flatMap((path) => withTotal.map((phase) => ({ id, phase, term, path })));
  });
}

/** The value that a point has by a variable's name. */
export function valueAt(layout: Layout, point: Point, name: string): number {
  return point[layout.at[name] ?? -1] ?? 0;
}

/** What is so at a point, said exactly. */
export function exactValue(layout: Layout, point: Point, { id, path, phase, term }: Clause): Value {
  switch (term.kind) {
    case 'quantity':
      return exactly(fromSteps(valueAt(layout, point, quantityName(path, phase)), term.step));
    case 'flag':
      return valueAt(layout, point, flagName(id, phase)) === 1;
    case 'choice': {
      const chosen = Object.keys(term.options).filter((o) => valueAt(layout, point, optionName(id, o, phase)) === 1);
      return { oneOf: chosen };
    }
  }
}

/** How long a phase, or the whole, lasts at a point, in the calendar months that it is worded in there. */
export function exactLength(layout: Layout, point: Point, phase: number | undefined): Length {
  const days = valueAt(layout, point, lengthName(phase));
  const months = layout.months.find((n) => valueAt(layout, point, monthsName(n, phase)) === 1);
  return months === undefined
    ? { length: exactly(days), unit: 'days' }
    : { length: exactly(months), unit: 'months', days };
}

/** A value as drawn: it rests on nothing but the drawing. */
export function noted<T>(value: T): Noted<T> {
  return { value, basis: 'assumed', citations: [] };
}

/** What an offer says where; what is left out, it does not say. */
export interface Text {
  readonly known: Offer['known'];
  readonly phaseCount?: Field<Amount> | undefined;
  /** How many phases it lists. */
  readonly phases: number;
  readonly length: (phase: number | undefined) => Field<Length> | undefined;
  readonly clause: (clause: Clause) => Field<Value> | undefined;
  /** Whether a phase is still to be negotiated. */
  readonly negotiated?: (phase: number) => boolean;
}

/** An offer that says this. */
export function offerSaying(scenario: Writable, text: Text): Offer {
  const clauses = clausesOf(scenario);
  const clausesIn = (phase: number | undefined) =>
    Object.fromEntries(
      clauses.flatMap((clause) => {
        const field = clause.phase === phase ? text.clause(clause) : undefined;
        return field ? [[clause.path, field] as const] : [];
      }),
    );
  const length = text.length(undefined);
  return {
    id: 'drawn',
    label: 'drawn',
    standing: 'proposal',
    known: text.known,
    basis: 'assumed',
    citations: [],
    related: [],
    ...(text.phaseCount && { phaseCount: text.phaseCount }),
    ...(length && { length }),
    terms: clausesIn(undefined),
    phases: Array.from({ length: text.phases }, (_, i): OfferPhase => {
      const phaseLength = text.length(i + 1);
      return {
        ...(phaseLength && { length: phaseLength }),
        terms: clausesIn(i + 1),
        ...(text.negotiated?.(i + 1) === true && { toBeNegotiated: noted(true) }),
      };
    }),
    barred: {},
  };
}
