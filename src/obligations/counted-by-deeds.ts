import type { Text } from '../offers/text/text.js';
import { triggersIn, type Trigger } from '../offers/text/trigger.js';

/** What comes round, where how often, or on which days, may hang on what is done of anything. */
export function countedByDeeds({ obligations, phases, events }: Text): ReadonlySet<string> {
  const turning = Object.keys(obligations).filter((id) => obligations[id]?.kind === 'recurring');
  const triggers = [
    ...Object.values(phases).map(({ begins }) => begins),
    ...Object.values(events).map(({ trigger }) => trigger),
    ...turning.flatMap((id) => [obligations[id]?.begins?.value, obligations[id]?.until]),
  ];
  const isByDeeds = (trigger: Trigger) =>
    triggersIn(trigger).some(({ kind }) => kind === 'started' || kind === 'completed' || kind === 'total');
  const hangs =
    triggers.some((trigger) => trigger && isByDeeds(trigger)) ||
    turning.some((id) => obligations[id]?.following.length !== 0 || obligations[id].concurrent.length > 0);
  return new Set(hangs ? turning : []);
}
