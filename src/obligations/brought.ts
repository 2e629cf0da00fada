import { reportOf } from '../offers/text/reporting.js';
import type { Text } from '../offers/text/text.js';
import { isBefore } from './instant.js';
import type { DutyNow } from './standing.js';
import { instantIn, type TextRun } from './text-run.js';

/** The ids of all that a text makes due, the reports of its bodies among them. */
function dutiesIn({ obligations, bodies }: Pick<Text, 'obligations' | 'bodies'>): readonly string[] {
  const reporting = Object.keys(bodies).filter((id) => bodies[id]?.reports);
  return [...Object.keys(obligations), ...reporting.map(reportOf)];
}

/**
 * A run whose deal goes by another text from a day on: what that brings which was in none of the texts before it is in force since
 * then, and due no sooner.
 */
export function broughtBy(run: TextRun, now: Text, before: readonly (Text | undefined)[], day: number): TextRun {
  const known = new Set(before.flatMap((text) => (text ? dutiesIn(text) : [])));
  return broughtOn(
    run,
    dutiesIn(now).filter((id) => !known.has(id)),
    day,
  );
}

/**
 * A run whose deal goes by another text from a day on: what that lets open, or makes overdue, before, and was not so by then, is
 * in force since that day as well. `was` and `is` are how obligations stand on it by the one text and by the other.
 */
export function movedBy(run: TextRun, was: readonly DutyNow[], is: readonly DutyNow[], day: number): TextRun {
  const today = instantIn(run, day);
  const before = new Map(was.map((duty) => [duty.id, duty]));
  const moved = is.filter((duty) => {
    const then = before.get(duty.id);
    if (!then) return false;
    const wasOpen = then.opens.at !== undefined && !isBefore(today, then.opens.at);
    return (isBefore(duty.opens.at, today) && !wasOpen) || isOverdueOnly(duty, then);
  });
  return broughtOn(
    run,
    moved.map(({ id }) => id),
    day,
  );
}

/** Whether something is overdue that, as it stood before, was not. */
function isOverdueOnly({ standing }: DutyNow, before: DutyNow): boolean {
  if (standing === before.standing || before.standing === 'late') return false;
  return standing === 'late' || standing === 'not done';
}

function broughtOn(run: TextRun, ids: readonly string[], day: number): TextRun {
  if (ids.length === 0) return run;
  return { ...run, brought: { ...run.brought, ...Object.fromEntries(ids.map((id) => [id, day])) } };
}
