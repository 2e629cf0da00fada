import { triggersIn, type Trigger } from '../offers/text/trigger.js';

/**
 * What the days of a text hang on: an event, an obligation's opening, its being due or done; and, of those that are done
 * together, that all are set off, on which each opens: named by one of them, so that a large group has no edge for each pair.
 */
export type ClauseNode = `event ${string}` | `opens ${string}` | `due ${string}` | `together ${string}`;

/** A node taken apart. */
export function nodeParts(node: string): {
  readonly what: 'event' | 'opens' | 'due' | 'together';
  readonly id: string;
} {
  const space = node.indexOf(' ');
  // Nodes are only made of these four.
  return { what: node.slice(0, space) as ReturnType<typeof nodeParts>['what'], id: node.slice(space + 1) };
}

/**
 * What has to have a day before a trigger can have one. A total has one by the times that something comes round, which are
 * counted from the day on which it opens: that is told where `isRound` says of which it does.
 */
export function nodesIn(
  trigger: Trigger,
  isRound: (obligation: string) => boolean = () => false,
): readonly ClauseNode[] {
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
      case 'found':
        // Nobody can find that something was not kept before it bound.
        return [`opens ${part.obligation}`];
      case 'total':
        return part.of.flatMap((id) =>
          isRound(id) ? ([`due ${id}`, `opens ${id}`] as const) : ([`due ${id}`] as const),
        );
      default:
        return [];
    }
  });
}
