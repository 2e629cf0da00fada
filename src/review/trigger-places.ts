import { reporterOf } from '../offers/text/reporting.js';
import { isEndless } from '../obligations/endless.js';
import type { Text } from '../offers/text/text.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import type { Patch } from '../base/drafts.js';
import { supposed, textPatch } from './found.js';

/** Somewhere in a text where a trigger stands. */
export interface TriggerPlace {
  /** The clause it stands in. */
  readonly clause: string;
  /** What it sets off, after the clause's name: `is to begin`. */
  readonly doing: string;
  readonly trigger: Trigger;
  /** Changes that put something in its place that happens, where a text can do without it. */
  readonly without?: readonly Patch[];
}

/** Every trigger of a text, with where it stands. */
export function triggerPlaces(text: Text): readonly TriggerPlace[] {
  const start: Trigger = { kind: 'event', event: START };
  return [
    ...Object.entries(text.obligations).flatMap(([id, obligation]): readonly TriggerPlace[] => {
      const { begins, until, escrow, phase } = obligation;
      const clause = `obligations.${id}`;
      const at = (key: string) => ['obligations', id, key];
      const fresh = [textPatch(at('begins'), supposed(start))];
      const ends = [textPatch(at('until')), ...(begins || phase !== undefined ? [] : fresh)];
      // What lasts, and is given no other end, would have none; a report has one of itself.
      const { until: _, ...endless } = obligation;
      const hasEnd = reporterOf(text, id) !== undefined || !isEndless(endless);
      return [
        ...(begins ? [{ clause, doing: 'is to begin', trigger: begins.value, without: fresh }] : []),
        ...(until ? [{ clause, doing: 'is to end', trigger: until, ...(hasEnd && { without: ends }) }] : []),
        ...(escrow ? [{ clause, doing: 'is to be set free', trigger: escrow.released }] : []),
        ...(escrow?.returned
          ? [
              {
                clause,
                doing: 'is to go back',
                trigger: escrow.returned,
                without: [textPatch(['obligations', id, 'escrow', 'returned'])],
              },
            ]
          : []),
      ];
    }),
    ...Object.entries(text.events).flatMap(([id, { trigger }]): readonly TriggerPlace[] => {
      const without = [textPatch(['events', id, 'trigger'])];
      return trigger ? [{ clause: `events.${id}`, doing: 'is to happen', trigger, without }] : [];
    }),
    ...Object.entries(text.phases).flatMap(([n, { begins }]): readonly TriggerPlace[] => {
      const without = [textPatch(['phases', n, 'begins'])];
      return begins ? [{ clause: `phases.${n}`, doing: 'is to begin', trigger: begins, without }] : [];
    }),
    ...Object.entries(text.selections).flatMap(([id, { deadline }]): readonly TriggerPlace[] => {
      const without = [textPatch(['selections', id, 'deadline'])];
      return deadline ? [{ clause: `selections.${id}`, doing: 'is to be made', trigger: deadline, without }] : [];
    }),
    ...Object.entries(text.talks).flatMap(([id, { begin, end }]): readonly TriggerPlace[] => [
      ...(begin
        ? [
            {
              clause: `talks.${id}`,
              doing: 'are to begin',
              trigger: begin,
              without: [textPatch(['talks', id, 'begin'])],
            },
          ]
        : []),
      ...(end
        ? [
            {
              clause: `talks.${id}`,
              doing: 'are to end',
              trigger: end,
              without: [textPatch(['talks', id, 'end'])],
            },
          ]
        : []),
    ]),
  ];
}
