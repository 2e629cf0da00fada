import { waiting, type Timed } from './timed.js';
import type { Look, Timetable } from './timetable.js';
import { lastOf, timeTrigger } from './trigger-day.js';
import { followedByGroup, triggersOfGroup } from './windows.js';

/** When all is set off that is done together. */
export function setOff(table: Timetable, of: Look, group: readonly string[]): Timed {
  const { text } = table;
  const triggers = triggersOfGroup(text, group);
  return lastOf([
    ...(triggers.length > 0 ? triggers.map((begins) => timeTrigger(table, of, begins)) : [waiting({ for: 'trigger' })]),
    ...followedByGroup(text, group).map((obligation) => timeTrigger(table, of, { kind: 'completed', obligation })),
  ]);
}
