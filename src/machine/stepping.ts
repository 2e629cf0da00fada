import { createActor } from 'xstate';
import type { TalksEvent } from '../scenario/event.js';
import type { TalksSnapshot } from './next-events.js';
import type { TalksMachine } from './talks-machine.js';

/** The snapshot after an event; the same one where the machine does not take it. */
export type Step = (snapshot: TalksSnapshot, event: TalksEvent) => TalksSnapshot;

/**
 * Steps a machine as xstate's own `transition` does, which makes an actor at each call and takes longer over that than over
 * the step. Talks start nothing and send nothing, so one actor that never runs stands in for all.
 */
export function steppingOf(machine: TalksMachine): Step {
  const self = createActor(machine);
  const nothing = () => undefined;
  const scope: Parameters<TalksMachine['transition']>[2] = {
    self,
    system: self.system,
    id: self.id,
    sessionId: self.sessionId,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
  return (snapshot, event) => machine.transition(snapshot, event, scope);
}
