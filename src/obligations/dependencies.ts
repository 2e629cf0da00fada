import { unique } from '../base/list.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import { nodeParts, nodesIn } from './clause-node.js';
import { lastPhaseIn } from './last-end.js';
import { phaseIn } from './phase-in.js';
import type { Timetable } from './timetable.js';
import { endsBy, followedByGroup, groupNode, triggersOfGroup, type Groups } from './windows.js';

/**
 * What each node of a text hangs on, by its words; where the deal may have so many phases, and what comes round with them is
 * due with the last turn by its last day, also on the ends of those.
 */
export function dependencies(
  { text, phases = 0 }: Pick<Timetable, 'text'> & { readonly phases?: number },
  groups: Groups,
): (node: string) => readonly string[] {
  return (node) => {
    const { what, id } = nodeParts(node);
    if (what === 'event') return eventDependencies(text, id);
    const obligation = text.obligations[id];
    if (!obligation) return [];
    if (what === 'due') {
      const end = endsBy(obligation);
      const ends = obligation.perPhase === true ? endsUpTo(end && (lastPhaseIn(end) ?? phases)) : [];
      return unique([`opens ${id}`, ...(end ? nodesIn(end) : []), ...ends]);
    }
    const together = what === 'opens' ? groupNode(groups, id) : undefined;
    if (together) return [together];
    const group = groups.get(id) ?? [id];
    return unique([
      ...triggersOfGroup(text, group).flatMap(nodesIn),
      ...followedByGroup(text, group).map((other) => `due ${other}`),
    ]);
  };
}

const endsUpTo = (phases = 0) => Array.from({ length: phases }, (_, i) => `event ${phaseEnd(i + 1)}`);

function eventDependencies(text: Text, id: string): readonly string[] {
  const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (own) return own.trigger ? nodesIn(own.trigger) : [];
  const phase = phaseIn(id);
  if (!phase) return [];
  if (phase.end) return [`event ${phaseStart(phase.n)}`];
  const begins = text.phases[phase.n]?.begins;
  if (begins) return nodesIn(begins);
  return phase.n === 1 ? [`event ${START}`] : [`event ${phaseEnd(phase.n - 1)}`];
}
