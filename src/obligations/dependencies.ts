import { unique } from '../base/list.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import { nodeParts, nodesIn } from './clause-node.js';
import { lastPhaseIn } from './last-end.js';
import { phaseIn } from './phase-in.js';
import type { Timetable } from './timetable.js';
import { endsBy, followedByGroup, groupNode, triggersOfGroup, type Groups } from './windows.js';

/**
 * What each node of a text hangs on, by its words; where the deal may have so many phases, and what comes round with them is
 * due with the last turn by its last day, also on the ends of those. `byTurns`: totals hang also on when that opens which
 * comes round, since its times are counted from then.
 */
export function dependencies(
  {
    text,
    phases = 0,
    byTurns = false,
  }: Pick<Timetable, 'text'> & { readonly phases?: number; readonly byTurns?: boolean },
  groups: Groups,
): (node: string) => readonly string[] {
  const isRound = (id: string) => byTurns && text.obligations[id]?.kind === 'recurring';
  const nodes = (trigger: Trigger) => nodesIn(trigger, isRound);
  return (node) => {
    const { what, id } = nodeParts(node);
    if (what === 'event') return eventDependencies(text, id, nodes);
    const obligation = text.obligations[id];
    if (!obligation) return [];
    if (what === 'due') {
      const end = endsBy(obligation);
      const ends = obligation.perPhase === true ? endsUpTo(end && (lastPhaseIn(end) ?? phases)) : [];
      return unique([`opens ${id}`, ...(end ? nodes(end) : []), ...ends]);
    }
    const together = what === 'opens' ? groupNode(groups, id) : undefined;
    if (together) return [together];
    const group = groups.get(id) ?? [id];
    return unique([
      ...triggersOfGroup(text, group).flatMap(nodes),
      ...followedByGroup(text, group).map((other) => `due ${other}`),
    ]);
  };
}

const endsUpTo = (phases = 0) => Array.from({ length: phases }, (_, i) => `event ${phaseEnd(i + 1)}`);

function eventDependencies(text: Text, id: string, nodes: (trigger: Trigger) => readonly string[]): readonly string[] {
  const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
  if (own) return own.trigger ? nodes(own.trigger) : [];
  const phase = phaseIn(id);
  if (!phase) return [];
  if (phase.end) return [`event ${phaseStart(phase.n)}`];
  const begins = text.phases[phase.n]?.begins;
  if (begins) return nodes(begins);
  return phase.n === 1 ? [`event ${START}`] : [`event ${phaseEnd(phase.n - 1)}`];
}
