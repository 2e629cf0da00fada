import { listed, unique } from '../../base/list.js';
import type { Text } from '../../offers/text/text.js';
import { START, triggersIn, type Trigger } from '../../offers/text/trigger.js';
import { neededFor } from '../../obligations/trigger-day.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { triggerPlaces } from '../trigger-places.js';
import { sayWhen } from '../when.js';

/** A clause that hangs on what nobody is bound to do: an option, which may be meant. */
export function find(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  return triggerPlaces(text).flatMap(({ clause, doing, trigger }): readonly Found[] => {
    if (!isBinding(text, clause) || subject.firing.trigger(trigger).dead.length > 0) return [];
    const on = unique(atWill(subject, trigger)).filter((id) => duty(id) !== clause);
    if (on.length === 0) return [];
    const names = listed(on.map((id) => nameOf(subject, duty(id))));
    // Whoever is bound to an amount that nothing tells may be bound to so much.
    const isUntold = on.every((id) => text.obligations[id]?.strength === 'shall' && subject.owing.isUntold(id));
    const [much, words] = isUntold
      ? [
          `nothing tells whether so much of ${names} is owed`,
          'Say how much there is of it, or give a day from which the clause holds without it.',
        ]
      : [
          `nobody is bound to do ${isOfActs(subject, on, trigger) ? '' : 'so much of '}${names}`,
          'If that is not meant, bind someone to it, or give a day from which the clause holds without it.',
        ];
    // Who is bound to an amount may be bound to more than there is, or to a day on which it does not count: only the parties can say how much, and when.
    const isAct = on.every(
      (id) => text.obligations[id]?.of === undefined && !plans.alwaysBefore(`due ${id}`, `event ${START}`),
    );
    const patches =
      isAct && isEnough(subject, trigger)
        ? on
            .filter((id) => text.obligations[id]?.strength !== 'shall')
            .map((id) => textPatch(['obligations', id, 'strength'], 'shall'))
        : [];
    return [
      {
        severity: 'note',
        clauses: [clause, ...on.map(duty)],
        message: `${nameOf(subject, clause)} ${doing} ${sayWhen(trigger, subject)}, and ${much}. ${words}`,
        mend: { words, ...(patches.length > 0 && { patches }) },
        facts: { trigger, on },
      },
    ];
  });
}

/** Whether only acts are waited for, each by itself: of these no one does so much. */
function isOfActs({ text }: Subject, on: readonly string[], trigger: Trigger): boolean {
  return (
    on.every((id) => text.obligations[id]?.of === undefined) &&
    triggersIn(trigger).every(({ kind }) => kind !== 'total')
  );
}

/** Whether a clause binds anyone, so that it matters whether it is set off. */
function isBinding(text: Text, clause: string): boolean {
  const [section, ...id] = clause.split('.');
  return section !== 'obligations' || text.obligations[id.join('.')]?.strength === 'shall';
}

/** The obligations that have to be done, or begun, for a trigger to fire, and that bind nobody to so much so far. */
function atWill(subject: Subject, trigger: Trigger): readonly string[] {
  const { text, giving, owing } = subject;
  const isFree = (id: string) => text.obligations[id]?.strength !== 'shall';
  const isLeftUndone = (id: string) => text.obligations[id]?.kind === 'refrain';
  const asksNothing = (id: string) => giving.least(id) <= 0 && !owing.isUntold(id);
  switch (trigger.kind) {
    // What is to be left undone begins and ends by itself; what asks for nothing certain only ends so.
    case 'started': {
      const { obligation: id } = trigger;
      return !isLeftUndone(id) && (isFree(id) || asksNothing(id)) ? [id] : [];
    }
    case 'completed': {
      const { obligation: id } = trigger;
      return !isLeftUndone(id) && isFree(id) && !asksNothing(id) ? [id] : [];
    }
    case 'total': {
      // Whoever is bound to all, or to any other part of what nobody tells, is bound to each share of it.
      const isShare = typeof trigger.reaches !== 'number';
      if (isShare && trigger.of.every((id) => !isFree(id) && owing.isUntold(id))) return [];
      const bound = trigger.of.filter((id) => !isFree(id)).reduce((sum, id) => sum + giving.least(id), 0);
      if (bound >= neededFor(trigger.reaches, trigger.of, giving)) return [];
      const free = trigger.of.filter(isFree);
      return free.length > 0 ? free : trigger.of;
    }
    case 'latest':
      return trigger.of.flatMap((part) => atWill(subject, part));
    case 'earliest': {
      const parts = trigger.of.map((part) => atWill(subject, part));
      return parts.every((part) => part.length > 0) ? parts.flat() : [];
    }
    default:
      return [];
  }
}

/** Whether all that a trigger names would be begun, and every total reached, if all that it counts were owed. */
function isEnough(subject: Subject, trigger: Trigger): boolean {
  return triggersIn(trigger).every((part) => {
    if (part.kind === 'started') return subject.giving.least(part.obligation) > 0;
    return (
      part.kind !== 'total' ||
      part.of.reduce((sum, id) => sum + subject.giving.least(id), 0) >= neededFor(part.reaches, part.of, subject.giving)
    );
  });
}
