import { phaseEnd, type Text } from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import { phaseIn } from './phase-in.js';

/** The end of the last of so many phases to end: one that the text lets begin beside another may be over before that. */
export function lastEnd({ phases }: Pick<Text, 'phases'>, count: number): Trigger {
  const ends = Array.from({ length: count }, (_, i) => ({ kind: 'event', event: phaseEnd(i + 1) }) as const);
  const mayOverlap = ends.some((_, i) => i > 0 && phases[i + 1]?.begins !== undefined);
  return mayOverlap ? { kind: 'latest', of: ends } : { kind: 'event', event: phaseEnd(count) };
}

/** The last phase up to whose end a trigger waits, where it waits for ends of phases and for nothing else. */
export function lastPhaseIn(trigger: Trigger): number | undefined {
  if (trigger.kind === 'event') {
    const phase = trigger.after || trigger.before ? undefined : phaseIn(trigger.event);
    return phase?.end ? phase.n : undefined;
  }
  if (trigger.kind !== 'latest') return undefined;
  const ends = trigger.of.map(lastPhaseIn);
  return ends.includes(undefined) ? undefined : Math.max(...ends.map((n) => n ?? 0));
}
