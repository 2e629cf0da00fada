import type { Text } from '../offers/text/text.js';
import { triggersIn, type Trigger } from '../offers/text/trigger.js';
import { nodeParts, nodesIn, type ClauseNode } from '../obligations/clause-node.js';
import { groupNode, triggersOfGroup, type Groups } from '../obligations/windows.js';

/** A day of a text: that of a node, or that on which a trigger fires. */
export type Point = ClauseNode | Trigger;

/** What a calendar day hangs on: nothing that could move. */
export const FIXED = 'a date';

/** What the day of a point hangs on. */
export interface Hanging {
  /** Events from outside, certifications and findings that may fall on any day; and `a date`, where it hangs on one. */
  readonly anchors: ReadonlySet<string>;
  /** Nodes, its own among them. */
  readonly nodes: ReadonlySet<string>;
  /** Obligations whose being begun, or done, it waits for. */
  readonly awaited: ReadonlySet<string>;
}

interface Given {
  readonly text: Text;
  readonly groups: Groups;
  readonly dependsOn: (node: string) => readonly string[];
}

/** What points of a text hang on, where these anchors may fall on any day. */
export function hangingIn({ text, groups, dependsOn }: Given, moving: ReadonlySet<string>): (point: Point) => Hanging {
  return (point) => {
    const anchors = new Set<string>();
    const nodes = new Set<string>();
    const awaited = new Set<string>();
    const waiting: string[] = typeof point === 'string' ? [point] : [];
    const add = (anchor: string) => {
      if (anchor === FIXED || moving.has(anchor)) anchors.add(anchor);
    };
    const wait = (on: readonly string[]) => {
      for (const node of on) {
        waiting.push(node);
        const { what, id } = nodeParts(node);
        if (what === 'due') awaited.add(id);
      }
    };
    const read = (trigger: Trigger | undefined) => {
      for (const part of trigger ? triggersIn(trigger) : []) {
        if (part.kind === 'date') add(FIXED);
        if (part.kind === 'certified') add(`certified ${part.certification}`);
        if (part.kind === 'found') add(`found ${part.obligation}`);
        if (part.kind === 'started') awaited.add(part.obligation);
      }
    };
    if (typeof point !== 'string') {
      read(point);
      wait(nodesIn(point));
    }
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (nodes.size === nodes.add(node).size) continue;
      add(node);
      for (const trigger of triggersAt(text, groups, node)) read(trigger);
      wait(dependsOn(node));
    }
    return { anchors, nodes, awaited };
  };
}

/** The triggers by which a node itself is timed. */
function triggersAt(text: Text, groups: Groups, node: string): readonly (Trigger | undefined)[] {
  const { what, id } = nodeParts(node);
  if (what === 'opens' && groupNode(groups, id)) return []; // they stand at what its group hangs on
  if (what === 'opens' || what === 'together') return triggersOfGroup(text, groups.get(id) ?? [id]);
  if (what === 'due') return [text.obligations[id]?.until];
  if (Object.hasOwn(text.events, id)) return [text.events[id]?.trigger];
  const [, phase] = /^phase(\d+)$/.exec(id) ?? [];
  return phase === undefined ? [] : [text.phases[phase]?.begins];
}
