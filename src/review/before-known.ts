import { START } from '../offers/text/trigger.js';
import { listed } from '../base/list.js';
import type { ClauseNode } from '../obligations/clause-node.js';
import { showDays } from '../terms/length.js';
import { firstAsked, isFirstTurnLater } from './asked.js';
import { duty, nameOf } from './clauses.js';
import type { Found } from './found.js';
import type { Subject } from './subject.js';

/**
 * What is due, or binds, so long before an event that nobody may date beforehand: nothing in the text brings that about, and it
 * lets nobody set its day, so that it is over, or has bound, by the day on which anyone knows.
 */
export function beforeKnown(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  const unknown = Object.keys(text.events).filter((id) => id !== START && isUndatable(subject, id));
  if (unknown.length === 0) return [];
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    if (obligation.strength !== 'shall') return [];
    const [point, doing] = firstAsked(subject, id, obligation);
    const days = new Map<string, number | undefined>();
    for (const event of unknown) {
      const before = plans.alwaysBefore(point, `event ${event}`);
      if (before && !isFirstTurnLater(obligation, before) && isCountedBack(subject, `opens ${id}`, event))
        days.set(event, before.days);
    }
    const events = [...days.keys()];
    if (events.length === 0) return [];
    const [those, it] = [
      listed(events.map((event) => nameOf(subject, `events.${event}`))),
      events.length === 1 ? 'it' : 'them',
    ];
    const [by] = [...days.values()].map((n) => (n === undefined || days.size > 1 ? '' : `${showDays(n)} `));
    const words = `Say who may set the day of ${those} beforehand, or let it wait for ${it}.`;
    return [
      {
        severity: 'unclear',
        clauses: [duty(id), ...events.map((event) => `events.${event}`)],
        message: `${nameOf(subject, duty(id))} ${doing} ${by ?? ''}before ${those}, of which nobody can tell beforehand when ${events.length === 1 ? 'it comes' : 'they come'}. ${words}`,
        mend: { words },
        facts: { events },
      },
    ];
  });
}

/** Whether an event comes from outside, on a day that is not known, and that nobody may set. */
function isUndatable({ text, plans }: Subject, id: string): boolean {
  const event = text.events[id];
  return (
    event !== undefined && !event.trigger && event.movedBy.length === 0 && plans.hanging(`event ${id}`).anchors.size > 0
  );
}

/** Whether something opens before an event, and by its own words, not by what others do: what is open by then can be done at any time. */
function isCountedBack({ plans }: Subject, opens: ClauseNode, event: string): boolean {
  if (!plans.alwaysBefore(opens, `event ${event}`)) return false;
  const { anchors, awaited } = plans.hanging(opens);
  return anchors.has(`event ${event}`) && awaited.size === 0;
}
