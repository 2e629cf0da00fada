import { START } from '../../offers/text/trigger.js';
import { triggersOfGroup } from '../../obligations/windows.js';
import { duty, nameOf } from '../clauses.js';
import { supposed, textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';

/** An obligation that nothing sets off: no trigger, no phase, no last day, and none done together with it has one. */
export function find(subject: Subject): readonly Found[] {
  const { text, groups } = subject;
  const isSetOff = new Map<readonly string[], boolean>();
  const words = 'Give it a day, an event or a phase to begin with.';
  return Object.keys(text.obligations).flatMap((id): readonly Found[] => {
    const group = groups.get(id) ?? [id];
    const known = isSetOff.get(group) ?? triggersOfGroup(text, group).length > 0;
    isSetOff.set(group, known);
    if (known) return [];
    return [
      {
        severity: 'unclear',
        clauses: [duty(id)],
        message: `The text does not say when ${nameOf(subject, duty(id))} begins to bind. ${words}`,
        mend: { words, patches: [textPatch(['obligations', id, 'begins'], supposed({ kind: 'event', event: START }))] },
      },
    ];
  });
}
