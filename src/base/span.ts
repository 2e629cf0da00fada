/**
 * The values something may have: everything from `least` to `most`, both included; an absent end is no limit.
 * Absent, never `Infinity`, so that a span survives JSON.
 *
 * @example
 * const fortyOrMore: Span = { least: 40 };
 */
export interface Span {
  readonly least?: number;
  readonly most?: number;
}

/** A span from its ends, leaving out those that are not finite. */
export function span(least: number, most: number): Span {
  if (!Number.isFinite(least)) return Number.isFinite(most) ? { most } : {};
  return Number.isFinite(most) ? { least, most } : { least };
}

/** The lower end, with no limit as `-Infinity`. */
export function leastOf(s: Span): number {
  return s.least ?? -Infinity;
}

/** The upper end, with no limit as `Infinity`. */
export function mostOf(s: Span): number {
  return s.most ?? Infinity;
}

/** Whether the span holds exactly one value. */
export function isPoint(s: Span): boolean {
  return s.least !== undefined && s.least === s.most;
}
