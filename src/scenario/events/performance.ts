import type { CalendarDate } from '../../base/day.js';
import type { AmountDraft } from '../../terms/amount.js';
import type { EventDetails, EventIds } from './details.js';

/** How much of a quantity, or of an obligation of the deal's text, has been done so far, as somebody saw it. */
export interface PerformanceReported<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.reported';
  /** An obligation of the text, by its id; or a quantity, by its path id. */
  readonly obligation: string;
  /**
   * Of an obligation, in all up to now (1 is an act done); of a quantity, in all of this phase. The latest by one observer
   * stands, those of several stand side by side.
   */
  readonly amount: AmountDraft;
  /** Of an obligation: how much of that is known to be of which category, by path id. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Who saw it: a party, a body of the text, or anyone else; `progress` tells of those whom nobody names. */
  readonly observer?: string;
}

/** Part of an obligation, or all of it, is no longer owed: those to whom it was owed waive it, or it is excused, by them or by a body. */
export interface PerformanceLetGo<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.waived' | 'performance.excused';
  readonly obligation: string;
  readonly amount?: AmountDraft;
  readonly by?: readonly string[];
}

/** Whoever owes an obligation says that it is not being performed for now, and why. */
export interface PerformanceWithheld<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.withheld';
  readonly obligation: string;
  readonly by?: readonly string[];
}

/**
 * An obligation is put off to another day, by the consent of those who owe it and those to whom it is owed. It is due then, or
 * when its text has it where that is later, and not before what sets it off. Of what recurs one turn may be, and the others are
 * due when they were; where no turn is named, the last one is.
 */
export interface PerformancePostponed<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.postponed';
  readonly obligation: string;
  /** Which turn of what recurs is put off, from 1. */
  readonly occurrence?: number;
  readonly to: CalendarDate;
  readonly by: readonly string[];
}

/**
 * Obligations are suspended, or go on again, all at once: by those to whom they are owed, who let them rest for a while, by a
 * body of the text, or by those who owe them; by the word of these alone only as an answer to what the other side has not
 * done, while something that it owes them is late, withheld or found not kept. Meanwhile their days do not run: as many are
 * left then as there were (Vienna Convention on the Law of Treaties, 1969, article 72).
 */
export interface PerformanceBreak<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'performance.suspended' | 'performance.resumed';
  readonly obligations: readonly string[];
  readonly by?: readonly string[];
}
