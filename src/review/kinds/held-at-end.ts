import { phaseOf } from '../../obligations/course.js';
import { lastEnd } from '../../obligations/last-end.js';
import { START, type Trigger } from '../../offers/text/trigger.js';
import { duty, nameOf } from '../clauses.js';
import type { Found } from '../found.js';
import type { Subject } from '../subject.js';
import { sayWhen } from '../when.js';

/** What a third hand may still hold when the last phase is over, since nothing sets it free or gives it back by then for certain. */
export function find(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  const end = endOf(subject);
  if (!end) return [];
  return Object.entries(text.obligations).flatMap(([id, { escrow }]): readonly Found[] => {
    if (!escrow) return [];
    const { released, returned } = escrow;
    const over: Trigger = returned ? { kind: 'earliest', of: [released, returned] } : released;
    if (!mayNeverCome(subject, over) && !plans.mayBeBefore(end, over)) return [];
    const words = 'Say when it goes back to those who paid it in: at the latest when the last phase ends.';
    const back = returned ? `goes back ${sayWhen(returned, subject)}` : 'the text does not say when it goes back';
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `What ${nameOf(subject, duty(id))} pays in can still be held when the last phase is over: it is set free ${sayWhen(released, subject)}, which may come later than that or never, and ${back}. ${words}`,
        mend: { words },
        facts: { released, ...(returned && { returned }) },
      },
    ];
  });
}

/** Whether a trigger may never fire though all that binds is done: a finding, a certification, what nobody is bound to do. */
function mayNeverCome(subject: Subject, trigger: Trigger, within: ReadonlySet<string> = new Set()): boolean {
  const { text } = subject;
  const isAtWill = (id: string) => text.obligations[id]?.strength !== 'shall';
  switch (trigger.kind) {
    case 'found':
    case 'certified':
      return true;
    case 'started':
    case 'completed':
      return isAtWill(trigger.obligation);
    case 'total':
      return trigger.of.some(isAtWill);
    case 'day':
    case 'event': {
      const id = trigger.kind === 'day' ? trigger.from : trigger.event;
      const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
      if (!own || id === START) return false;
      return !own.trigger || (!within.has(id) && mayNeverCome(subject, own.trigger, new Set([...within, id])));
    }
    case 'earliest':
      return trigger.of.every((part) => mayNeverCome(subject, part, within));
    case 'latest':
      return trigger.of.some((part) => mayNeverCome(subject, part, within));
    case 'date':
      return false;
  }
}

/** The end of the last phase that the deal has. */
function endOf({ scenario, offer, text }: Subject): Trigger | undefined {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  const count = phases.filter((n) => phaseOf(scenario, offer, n, null).has !== false).length;
  return count === 0 ? undefined : lastEnd(text, count);
}
