import type { CalendarDate } from '../../base/day.js';
import type { EventDetails, EventIds } from './details.js';

/** Time passes: so many whole days, or all of them up to a day after the present one, where that is known. */
export type DaysPassed<I extends EventIds = EventIds> = EventDetails<I> & { readonly type: 'days.passed' } & (
    { readonly days: number; readonly until?: never } | { readonly until: CalendarDate; readonly days?: never }
  );

/** The deal comes into force: its first phase begins. Before what brings that about by the text, it is so, and `progress` tells of it. */
export interface DealStarted<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'deal.started';
}

/** A phase whose length leaves that open comes to its end. */
export interface PhaseEnded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'phase.ended';
  readonly phase: number;
}

/**
 * A phase is made longer: by consent, by a rule of the scenario's, or in a way that the text of the deal gives, named as there
 * (`by unit`). Told late (`on`), it holds of a phase that went on then, though that is over by now: unless that was reported, or
 * another phase has begun by it.
 */
export interface PhaseExtended<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'phase.extended';
  readonly days: number;
  /** Which of those under way, where several overlap: the latest, unless given. */
  readonly phase?: number;
  readonly rule?: string;
  /** Who agreed to it, or made use of the rule, where that is known: by consent, as many as it takes for an agreement. */
  readonly by?: readonly I['party'][];
}

/**
 * The talks on the next phase begin, come to an agreement, or fail. By the words of another text, which lay on the table, it
 * begins no sooner than on the day on which it was settled, though that is told later; nor by those of its own text, where that
 * says what held until then. If it is not settled by the end of the phase before, the deal lapses, unless its text says so.
 */
export interface NextPhaseEvent<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'nextPhase.opened' | 'nextPhase.settled' | 'nextPhase.failed';
}

/** Talks that the text of the deal promises, on no phase of it, begin, come to an agreement, or fail. */
export interface PromisedTalksEvent<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'promisedTalks.opened' | 'promisedTalks.settled' | 'promisedTalks.failed';
  readonly talks: string;
}

/** Another deal takes the place of this one. */
export interface DealSuperseded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'deal.superseded';
  /** The offer that is the other deal, where it is known. */
  readonly offer?: I['offer'];
}

/** The deal is over before its time. Needs a citation. */
export interface DealEnded<I extends EventIds = EventIds> extends EventDetails<I> {
  readonly type: 'deal.ended';
  readonly by?: readonly I['party'][];
}
