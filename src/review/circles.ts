import { circleThrough, componentsOf } from '../obligations/components.js';

/**
 * The circles of a graph, each node depending on the next and the last on the first, from its first node by id on. Every
 * part of the graph whose nodes depend on each other is told by at least one; none has a smaller circle among its nodes;
 * and a node is left out only where its own shortest way round leads past one that is told.
 */
export function circlesIn(
  nodes: readonly string[],
  dependsOn: (node: string) => readonly string[],
): readonly string[][] {
  const inOrder = (of: readonly string[]) => [...of].sort();
  const found = new Map<string, string[]>();
  const known = new Map<string, readonly string[]>();
  const children = (node: string) => {
    const before = known.get(node) ?? inOrder(dependsOn(node));
    known.set(node, before);
    return before;
  };
  for (const part of componentsOf(inOrder(nodes), children)) {
    const [first = ''] = part;
    if (part.length === 1 && !children(first).includes(first)) continue;
    const members = new Set(part);
    const told = new Set<string>();
    for (const node of inOrder(part)) {
      if (told.has(node)) continue;
      const circle = fromFirst(withoutShortCut(circleThrough(node, members, children), children));
      for (const member of circle) told.add(member);
      found.set(JSON.stringify(circle), circle);
    }
  }
  return [...found.values()];
}

/**
 * A shortest way round from its first node has no short cut forwards; one backwards closes a smaller circle, of which the
 * smallest is taken.
 */
function withoutShortCut(circle: readonly string[], dependsOn: (node: string) => readonly string[]): readonly string[] {
  const place = new Map(circle.map((node, i) => [node, i]));
  let smallest = circle;
  circle.forEach((node, i) => {
    for (const child of dependsOn(node)) {
      const back = place.get(child);
      if (back !== undefined && back <= i && i - back + 1 < smallest.length) smallest = circle.slice(back, i + 1);
    }
  });
  return smallest;
}

/** The same circle, told from its first node by id on. */
export function fromFirst<T extends string>(circle: readonly T[]): T[] {
  const first = circle.reduce((at, node, i) => (node < (circle[at] ?? '') ? i : at), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
