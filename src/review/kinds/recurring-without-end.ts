import { phaseEnd } from '../../offers/text/text.js';
import type { Obligation } from '../../offers/text/obligation.js';
import type { Text } from '../../offers/text/text.js';
import { START, type Trigger } from '../../offers/text/trigger.js';
import { sayWhen } from '../when.js';
import { duty, nameOf } from '../clauses.js';
import { textPatch, type Found } from '../found.js';
import { isEndless } from '../../obligations/endless.js';
import type { Subject } from '../subject.js';

/**
 * A duty that comes round for ever, as far as the text says: nothing in it ends it, or only what nothing in it brings about; and
 * a level that has to be reached, and held until such an event.
 */
export function find(subject: Subject): readonly Found[] {
  const { text, plans } = subject;
  return Object.entries(text.obligations).flatMap(([id, obligation]): readonly Found[] => {
    const isLevel = obligation.kind === 'level' && subject.owing.figures(id).least > 0;
    if (obligation.kind !== 'recurring' && !isLevel) return [];
    if (!isEndless(obligation)) return isUntilOutside(text, obligation) ? [untilOutside(subject, id, obligation)] : [];
    if (isLevel) return []; // without an end, it is done once it is reached
    const { phase } = obligation;
    const words = 'Say how many times, or until when.';
    const isOver = phase !== undefined && plans.alwaysBefore(`event ${phaseEnd(phase)}`, `opens ${id}`);
    const patches = phase === undefined || isOver ? undefined : [textPatch(['obligations', id, 'outlasts'], false)];
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `${nameOf(subject, duty(id))} recurs, and the text does not say until when. ${words}`,
        mend: { words, ...(patches && { patches }) },
      },
    ];
  });
}

/** Whether only an event that the text does not bring about would end it. */
function isUntilOutside(text: Text, { until, times }: Obligation): boolean {
  return until !== undefined && times === undefined && isOutside(text, until);
}

/** Of events that wait for each other in a circle none is outside: that is told as a circle. */
function isOutside(text: Text, trigger: Trigger, before: readonly string[] = []): boolean {
  switch (trigger.kind) {
    case 'event':
    case 'day': {
      const id = trigger.kind === 'event' ? trigger.event : trigger.from;
      const event = id !== START && Object.hasOwn(text.events, id) ? text.events[id] : undefined;
      if (!event || before.includes(id)) return false;
      return !event.trigger || isOutside(text, event.trigger, [...before, id]);
    }
    case 'earliest':
      return trigger.of.every((part) => isOutside(text, part, before));
    case 'latest':
      return trigger.of.some((part) => isOutside(text, part, before));
    default:
      return false;
  }
}

function untilOutside(subject: Subject, id: string, { kind, until }: Obligation): Found {
  const words = 'Say until when at the latest, or what brings that about.';
  const when = until ? sayWhen(until, subject) : '';
  return {
    severity: 'unclear',
    clauses: [duty(id)],
    message: `${nameOf(subject, duty(id))} ${kind === 'level' ? 'is to be held' : 'recurs'} until an event that nothing in the text brings about (${when}). ${words}`,
    mend: { words },
    facts: { until },
  };
}
