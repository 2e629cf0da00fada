import type { CalendarDate } from '../base/day.js';
import type { Basis } from './basis.js';

/**
 * A report that figures and positions are taken from.
 *
 * @example
 * const gazette: Source = { outlet: 'The Gazette', date: '2030-01-10', dateBasis: 'reported' };
 */
export interface Source {
  /** Who published it, as far as the report itself says. */
  readonly outlet: string;
  /** The day it was published: the second of the two clocks. */
  readonly date: CalendarDate;
  /** Whether the report states its date, or it was inferred. */
  readonly dateBasis: Basis;
  /** Why, where the date is not simply stated. */
  readonly because?: string;
  /** Who wrote it, under which heading, where it can be found. */
  readonly details?: string;
}
