import { unique } from '../base/list.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START } from '../offers/text/trigger.js';
import { nodeParts, nodesIn } from './clause-node.js';
import type { Timetable } from './timetable.js';
import { endsBy, followedByGroup, groupNode, triggersOfGroup, type Groups } from './windows.js';

/** What each node of a text hangs on. */
export function dependencies({ text }: Pick<Timetable, 'text'>, groups: Groups): (node: string) => readonly string[] {
  return (node) => {
    const { what, id } = nodeParts(node);
    if (what === 'event') return eventDependencies(text, id);
    const obligation = text.obligations[id];
    if (!obligation) return [];
    if (what === 'due') {
      const end = endsBy(obligation);
      return [`opens ${id}`, ...(end ? nodesIn(end) : [])];
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

/** The phase that an event is the start or the end of. */
export function phaseIn(event: string): { readonly n: number; readonly end: boolean } | undefined {
  const [, n, end] = /^phase(\d+)(\.end)?$/.exec(event) ?? [];
  return n === undefined ? undefined : { n: Number(n), end: end !== undefined };
}
