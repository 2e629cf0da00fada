import { unique } from '../base/list.js';
import { accountOf } from './account.js';
import { isBefore } from './instant.js';
import type { Delivery } from './delivery.js';
import type { Timing } from './days.js';
import { happenedIn } from './happened-in.js';
import { owingOf } from './owing.js';
import { dayOfRun, instantIn } from './text-run.js';
import type { SeenStep } from './seen.js';
import { suspensionsOf, withSuspensions } from './suspensions.js';
import { timeText } from './timing.js';

/** How much of something is due in all by a day of the run. */
export interface DueBy {
  readonly day: number;
  readonly owed: number;
}

/**
 * How much of what is owed by a key falls due by when, where others performed late what it is owed for: so many days after that as the
 * text leaves between the last day of the one and that of the other, if it leaves any. Nobody is late by another's delay. Nothing where
 * all of it falls due on its own last day.
 */
export function dueInExchange(
  delivery: Delivery,
  id: string,
  timing: Timing,
  observer: string | undefined,
): readonly DueBy[] | undefined {
  const { scenario, offer, text, run } = delivery;
  const { kind, byKey } = text.obligations[id] ?? {};
  const due = byKey && kind === 'once' ? timing.of(`due ${id}`).at : undefined;
  const close = due && dayOfRun(run, due);
  if (!byKey || close === undefined || !isBefore(due, instantIn(run, run.day))) return undefined;
  const { of } = byText(delivery);
  const byPlan = of(`due ${id}`).at?.day;
  const answered = byKey.of.map((other) => {
    const last = of(`due ${other}`).at?.day;
    const slack = byPlan === undefined || last === undefined ? 0 : Math.max(0, byPlan - last);
    const { sighting } = accountOf(run, text, other, { least: 0, most: 0 }, 1, observer);
    return { other, steps: sighting?.steps ?? [], slack };
  });
  const suspended = suspensionsOf(run, id);
  // While it is suspended its days do not run.
  const answerBy = (done: SeenStep, slack: number) => {
    const [from, to] = [done.day, done.day + slack].map((day) => instantIn(run, day));
    const last = from && to && dayOfRun(run, withSuspensions(suspended, from, to));
    return Math.max(close, last ?? close);
  };
  const days = unique([close, ...answered.flatMap(({ steps, slack }) => steps.map((step) => answerBy(step, slack)))]);
  if (days.length === 1) return undefined;
  const owedBy = (day: number) => {
    const by = new Map(
      answered.map(({ other, steps, slack }) => [other, steps.findLast((step) => answerBy(step, slack) <= day)]),
    );
    const owing = owingOf(scenario, offer, text, {
      done: (other) => {
        const { total = 0, parts } = by.get(other) ?? {};
        return { least: total, most: total, ...(parts && { parts }) };
      },
    });
    return owing.least(id);
  };
  const parts: DueBy[] = [];
  // What was taken back is not owed any more.
  for (const day of days.sort((a, b) => b - a))
    parts.unshift({ day, owed: Math.min(owedBy(day), parts[0]?.owed ?? Infinity) });
  // What was reported, and comes to no more, moves nothing.
  const different = parts.filter(({ owed }, i) => owed !== parts[i - 1]?.owed);
  return different.length === 1 ? undefined : different;
}

/** The days of a text as if all were done on its own last day, and nothing put off or suspended. */
function byText(delivery: Delivery): Timing {
  const { scenario, offer, text } = delivery;
  const undone = happenedIn(delivery, { done: {}, letGo: {}, completed: {} });
  const happened = { ...undone, found: {}, postponed: {}, turnsPutOff: {}, suspended: {} };
  const { least, most, turns, isUnsettled } = owingOf(scenario, offer, text);
  const figures = { owes: least, allows: most, turns, isUnsettled };
  return timeText({ scenario, offer, text, happened, by: 'plan', shutWindows: 'wait', ...figures });
}
