import { later, type CalendarDate } from '../base/day.js';
import { fault, type Fault } from '../base/fault.js';
import { unique } from '../base/list.js';
import type { Delivery } from '../obligations/delivery.js';
import { dateOf } from '../obligations/instant.js';
import { plannedFrom } from '../obligations/in-fact.js';
import { standingsOf } from '../obligations/standing.js';
import { instantIn } from '../obligations/text-run.js';
import type { PerformancePostponed } from '../scenario/events/performance.js';
import { againstDate } from './against-date.js';
import { againstTurn, againstUnknownTurn } from './against-turn.js';
import { againstSettled } from './against-settled.js';
import { withoutConsent } from './consent.js';
import { either } from './either.js';
import { owedTo } from './owed-to.js';

/** What stands against putting something off: consent that is missing, a turn or a day that is none, or no later day. */
export function againstPostponing(delivery: Delivery, event: PerformancePostponed): readonly Fault[] {
  const { text, run, scenario } = delivery;
  const { obligation: id, by, to, occurrence } = event;
  const concerned = unique([...(text.obligations[id]?.owedBy.value ?? []), ...owedTo(delivery, id)]);
  const parties = concerned.filter((who) => Object.hasOwn(scenario.parties, who));
  // Where no party is, it is for those who are.
  const missing = (parties.length > 0 ? parties : concerned).filter((who) => !by.includes(who));
  const found = [...withoutConsent(missing, `put '${id}' off`), ...againstDate(run, to)];
  if (found.length > 0) return found;
  if (occurrence === undefined) {
    return either(againstSettled(delivery, id, 'put off'), () => againstEarlier(delivery, id, to));
  }
  return either(againstUnknownTurn(delivery, id, occurrence), () =>
    either(againstSettled(delivery, id, 'put off'), () => againstTurn(delivery, id, occurrence, to)),
  );
}

/** What is put off falls due later than it would; what has no day yet, neither before it opens nor before its day by plan. */
function againstEarlier(delivery: Delivery, id: string, to: CalendarDate): readonly Fault[] {
  const { run } = delivery;
  const now = standingsOf(delivery).find((duty) => duty.id === id);
  const due = now?.due.at && dateOf(now.due.at);
  if (due !== undefined) {
    if (due < to) return [];
    const message = `'${id}' is due on ${due}: put it off to a later day than ${to}.`;
    return [fault('talks/not-later', ['to'], message, { obligation: id, due, to })];
  }
  const planned = plannedFrom(delivery).of(`due ${id}`).at;
  const days = [now?.opens.at ?? instantIn(run, run.day), planned].flatMap((day) => (day && dateOf(day)) ?? []);
  const first = days.reduce((one, other) => later(one, other), '');
  if (first <= to) return [];
  const message = `'${id}' cannot fall due before ${first}: put it off to that day or a later one, not to ${to}.`;
  return [fault('talks/not-later', ['to'], message, { obligation: id, due: first, to })];
}
