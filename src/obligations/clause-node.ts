import { triggersIn, type Trigger } from '../offers/text/trigger.js';

/** What the days of a text hang on: an event, an obligation's opening, its being due, or its being done. */
export type ClauseNode = `event ${string}` | `opens ${string}` | `due ${string}`;

/** A node taken apart. */
export function nodeParts(node: string): { readonly what: 'event' | 'opens' | 'due'; readonly id: string } {
  const space = node.indexOf(' ');
  // Nodes are only made of these three.
  return { what: node.slice(0, space) as 'event' | 'opens' | 'due', id: node.slice(space + 1) };
}

/** What has to have a day before a trigger can have one. */
export function nodesIn(trigger: Trigger): readonly ClauseNode[] {
  return triggersIn(trigger).flatMap((part): readonly ClauseNode[] => {
    switch (part.kind) {
      case 'day':
        return [`event ${part.from}`];
      case 'event':
        return [`event ${part.event}`];
      case 'started':
        return [`opens ${part.obligation}`];
      case 'completed':
        return [`due ${part.obligation}`];
      case 'total':
        return part.of.map((id) => `due ${id}` as const);
      default:
        return [];
    }
  });
}
