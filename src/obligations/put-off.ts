import { isBefore, laterOf, type Instant } from './instant.js';
import { suspensionsOf, withSuspensions, type Suspension } from './suspensions.js';
import { instantIn, reportsOf, type TextRun } from './text-run.js';

/** A turn of what recurs that was put off by consent: to which day, and through which days it was suspended since. */
export interface TurnPutOff {
  /** Which time it is, from 1. */
  readonly occurrence: number;
  readonly to: Instant;
  readonly suspended: readonly Suspension[];
}

/** The turns of an obligation that were put off one by one, each with the day on which the last word was. */
export function turnsPutOff(run: TextRun, obligation: string): readonly TurnPutOff[] {
  const last = new Map<number, number>();
  for (const { what, occurrence, until } of reportsOf(run, obligation)) {
    if (what === 'postponed' && occurrence !== undefined && until !== undefined) last.set(occurrence, until);
  }
  return [...last].map(([occurrence, day]) => ({
    occurrence,
    to: instantIn(run, day),
    suspended: suspensionsOf(run, obligation, occurrence),
  }));
}

/** What moves the last days of the turns of an obligation. */
export interface TurnsMoved {
  readonly opens: Instant | undefined;
  readonly suspended: readonly Suspension[];
  readonly putOff: readonly TurnPutOff[];
}

/** The last day of a turn that has one by its text: with the days through which it was suspended, or put off to a later one. */
export function turnMoved(byText: Instant, occurrence: number | undefined, moved: TurnsMoved): Instant {
  const turn = moved.putOff.find((one) => one.occurrence === occurrence);
  const last = (turn && laterOf(byText, turn.to)) ?? byText;
  return withSuspensions(turn?.suspended ?? moved.suspended, moved.opens, last);
}

/** The last day of so many turns, of which the last has this one, and each other its own by its text. */
export function lastMoved(
  last: Instant,
  turns: number,
  dayOf: (occurrence: number) => Instant | undefined,
  moved: TurnsMoved,
): Instant {
  const apart = new Set(moved.putOff.map(({ occurrence }) => occurrence));
  // Of those that were not put off, the later is due no sooner.
  let inTurn = turns;
  while (inTurn > 1 && apart.has(inTurn)) inTurn--;
  let latest = turnMoved(last, turns, moved);
  for (const occurrence of new Set([...apart, inTurn])) {
    const byText = occurrence < turns ? dayOf(occurrence) : undefined;
    const day = byText && turnMoved(byText, occurrence, moved);
    if (isBefore(latest, day)) latest = day ?? latest;
  }
  return latest;
}
