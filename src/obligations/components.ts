/**
 * The parts of a graph whose members depend on each other, each after those it depends on (Tarjan, "Depth-first search and
 * linear graph algorithms", 1972). A node that depends on nothing that leads back to it is a part by itself. Without
 * recursion: a text may have ten thousand clauses, each waiting for the one before.
 */
export function componentsOf(nodes: readonly string[], dependsOn: (node: string) => readonly string[]): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const parts: string[][] = [];
  const enter = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, on: dependsOn(node), next: 0 };
  };
  for (const root of nodes) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      const child = top.on[top.next++];
      if (child !== undefined) {
        if (!index.has(child)) path.push(enter(child));
        else if (isOpen.has(child)) low.set(node, Math.min(low.get(node) ?? 0, index.get(child) ?? 0));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.node;
      if (above !== undefined) low.set(above, Math.min(low.get(above) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== index.get(node)) continue;
      const part: string[] = [];
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        isOpen.delete(member);
        part.push(member);
        if (member === node) break;
      }
      parts.push(part.reverse());
    }
  }
  return parts;
}

/** A way round from a node back to itself within a part; each depends on the next. The shortest there is. */
export function circleThrough(
  start: string,
  members: ReadonlySet<string>,
  dependsOn: (node: string) => readonly string[],
): readonly string[] {
  const from = new Map<string, string>();
  const waiting = [start];
  for (let i = 0; i < waiting.length; i++) {
    const node = waiting[i] ?? start;
    for (const child of dependsOn(node)) {
      if (!members.has(child)) continue;
      if (child === start) {
        const circle = [node];
        for (let at = node; at !== start; at = circle[0] ?? start) circle.unshift(from.get(at) ?? start);
        return circle;
      }
      if (from.has(child)) continue;
      from.set(child, node);
      waiting.push(child);
    }
  }
  return [];
}
