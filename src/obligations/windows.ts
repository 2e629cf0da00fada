import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import type { Obligation } from '../offers/text/obligation.js';
import type { ClauseNode } from './clause-node.js';

/** For each obligation, those that are done together with it. */
export type Groups = ReadonlyMap<string, readonly string[]>;

/** For each obligation, those that are to be done together with it, itself among them. */
export function concurrentGroups({ obligations }: Text): Groups {
  const groups = new Map<string, readonly string[]>();
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    const known = neighbours.get(a);
    if (known) known.push(b);
    else neighbours.set(a, [b]);
  };
  for (const [id, { concurrent }] of Object.entries(obligations)) {
    for (const other of concurrent) {
      join(id, other);
      join(other, id);
    }
  }
  for (const id of neighbours.keys()) {
    if (groups.has(id)) continue;
    const group = [id];
    const seen = new Set(group);
    for (let i = 0; i < group.length; i++) {
      for (const next of neighbours.get(group[i] ?? '') ?? []) if (seen.size < seen.add(next).size) group.push(next);
    }
    for (const member of group) groups.set(member, group);
  }
  return groups;
}

/** The node on which each of those that are done together opens; of what is done alone there is none. */
export function groupNode(groups: Groups, id: string): ClauseNode | undefined {
  const [first] = groups.get(id) ?? [];
  return first === undefined ? undefined : `together ${first}`;
}

/** The nodes of those that are done together, each once. */
export function groupNodes(groups: Groups): readonly ClauseNode[] {
  return [...new Set(groups.values())].flatMap(([first]) =>
    first === undefined ? [] : [`together ${first}` as const],
  );
}

/** When an obligation starts to bind, as its text says, apart from those that it follows. */
export function opensBy(obligation: Obligation): Trigger | undefined {
  const { begins, phase, until } = obligation;
  if (begins) return begins.value;
  // What belongs to a phase and says no more begins with it.
  if (phase !== undefined) return { kind: 'event', event: phaseStart(phase) };
  // What says only by when it is to be done may be done from the first day on.
  return until && { kind: 'event', event: START };
}

/**
 * What sets off an obligation, or one that is done together with it: all of these have to. That one of a group is begun
 * when another is says no more than that they are done together.
 */
export function triggersOfGroup(text: Text, group: readonly string[]): readonly Trigger[] {
  const members = new Set(group);
  return group.flatMap((member) => {
    const own = text.obligations[member];
    const begins = own && opensBy(own);
    if (!begins) return [];
    const together = begins.kind === 'started' && begins.obligation !== member && members.has(begins.obligation);
    return together && !begins.after ? [] : [begins];
  });
}

/** Those that have to be done before an obligation, or one that is done together with it, begins. */
export function followedByGroup({ obligations }: Text, group: readonly string[]): readonly string[] {
  return group.flatMap((member) => obligations[member]?.following ?? []);
}

/** When an obligation is due at the latest, apart from a length: its own day, or the end of its phase. */
export function endsBy({ until, phase, outlasts, kind, begins }: Obligation): Trigger | undefined {
  if (until) return until;
  // What is to be done once in a phase, and says no more, has all of it, and no more: only what goes on can outlast it.
  const lasts = kind === 'once' ? begins === undefined : outlasts !== true;
  return lasts && phase !== undefined ? { kind: 'event', event: phaseEnd(phase) } : undefined;
}
