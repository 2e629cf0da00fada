import type { Text } from '../offers/text/text.js';
import { triggersIn, type Trigger } from '../offers/text/trigger.js';

/** All triggers of a text, with those that they are made of. */
export function triggersOf({ obligations, events, phases, talks, selections }: Text): readonly Trigger[] {
  const triggers = [
    ...Object.values(obligations).flatMap(({ begins, until, escrow }) => [
      begins?.value,
      until,
      escrow?.released,
      escrow?.returned,
    ]),
    ...Object.values(events).map(({ trigger }) => trigger),
    ...Object.values(phases).map(({ begins }) => begins),
    ...Object.values(talks).flatMap(({ begin, end }) => [begin, end]),
    ...Object.values(selections).map(({ deadline }) => deadline),
  ];
  return triggers.flatMap((trigger) => (trigger ? triggersIn(trigger) : []));
}
