import { pushAll } from '../base/list.js';
import type { Offer } from '../offers/offer.js';
import { phaseEnd, phaseStart, type Text } from '../offers/text/text.js';
import { START, type Trigger } from '../offers/text/trigger.js';
import type { ClauseNode } from '../obligations/clause-node.js';
import { nodeParts } from '../obligations/clause-node.js';
import { phaseOf } from '../obligations/course.js';
import { phaseIn } from '../obligations/phase-in.js';
import { neededFor } from '../obligations/trigger-day.js';
import {
  endsBy,
  followedByGroup,
  groupNode,
  groupNodes,
  triggersOfGroup,
  type Groups,
} from '../obligations/windows.js';
import type { Scenario } from '../scenario/scenario.js';
import { isEndless } from '../obligations/endless.js';
import type { Giving } from './giving.js';

/** Why a trigger can never fire, apart from what it waits for. */
export type Dead =
  | { readonly why: 'no such phase'; readonly phase: number }
  | { readonly why: 'never done'; readonly obligation: string }
  | { readonly why: 'nobody finds' | 'binds nobody'; readonly obligation: string }
  | {
      readonly why: 'beyond what is owed';
      readonly of: readonly string[];
      readonly needed: number;
      readonly most: number;
    };

/** What keeps something from ever happening: what it waits for in vain, and what is dead in itself. */
interface Blocked {
  readonly on: readonly ClauseNode[];
  readonly dead: readonly Dead[];
}

/** What can happen in a text, if everyone does what they may and every event from outside comes about. */
export interface Firing {
  /** Everything that has to have its day: events, openings, last days. */
  readonly nodes: readonly ClauseNode[];
  readonly happens: (node: ClauseNode) => boolean;
  /** What keeps a node from happening; of one that can happen, nothing. */
  readonly blocked: (node: ClauseNode) => Blocked;
  /** The same of a trigger. */
  readonly trigger: (trigger: Trigger) => Blocked;
}

interface Given {
  readonly scenario: Scenario;
  readonly offer: Offer;
  readonly text: Text;
  readonly groups: Groups;
  readonly giving: Giving;
  readonly dependsOn: (node: string) => readonly string[];
}

const FREE: Blocked = { on: [], dead: [] };

/** The nodes of a text. */
function nodesOf({ scenario, text, groups }: Given): readonly ClauseNode[] {
  const phases = Array.from({ length: scenario.space.phases.most }, (_, i) => i + 1);
  return [
    `event ${START}`,
    ...phases.flatMap((n) => [`event ${phaseStart(n)}`, `event ${phaseEnd(n)}`] as const),
    ...Object.keys(text.events).map((id) => `event ${id}` as const),
    ...groupNodes(groups),
    ...Object.keys(text.obligations).flatMap((id) => [`opens ${id}`, `due ${id}`] as const),
  ];
}

/** What can happen in a text: the least set that holds whatever needs nothing, and whatever needs only what is in it. */
export function firingOf(given: Given): Firing {
  const { dependsOn } = given;
  const nodes = nodesOf(given);
  const happening = new Set<string>();
  const happens = (node: ClauseNode) => happening.has(node);
  const look = lookingAt(given, happens);
  const users = new Map<string, ClauseNode[]>();
  for (const node of nodes) {
    for (const on of dependsOn(node)) {
      const known = users.get(on);
      if (known) known.push(node);
      else users.set(on, [node]);
    }
  }
  const freed = new Map<ClauseNode, number>();
  const isReady = (node: ClauseNode) => {
    const { what, id } = nodeParts(node);
    if (what !== 'together') return isFree(look.node(node));
    // Of a large group each is looked at until it is free, and what is free stays so.
    const triggers = look.setOff(id);
    let next = freed.get(node) ?? 0;
    for (; next < triggers.length; next++) {
      const one = triggers[next];
      if (one && !isFree(look.trigger(one))) break;
    }
    freed.set(node, next);
    return next === triggers.length;
  };
  const queue = [...nodes];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i];
    if (node === undefined || happening.has(node) || !isReady(node)) continue;
    happening.add(node);
    pushAll(queue, users.get(node) ?? []);
  }
  return { nodes, happens, blocked: look.node, trigger: look.trigger };
}

/** Whether nothing keeps something from happening. */
const isFree = ({ on, dead }: Blocked) => on.length === 0 && dead.length === 0;

function lookingAt({ scenario, offer, text, groups, giving }: Given, happens: (node: ClauseNode) => boolean) {
  const phases = new Map<number, boolean>();
  const isMissing = (phase: number) => {
    const known = phases.get(phase) ?? phaseOf(scenario, offer, phase, null).has === false;
    phases.set(phase, known);
    return known;
  };
  const needs = (node: ClauseNode): Blocked => (happens(node) ? FREE : { on: [node], dead: [] });
  const event = (id: string): Blocked => {
    const phase = Object.hasOwn(text.events, id) ? undefined : phaseIn(id);
    return phase && isMissing(phase.n)
      ? { on: [], dead: [{ why: 'no such phase', phase: phase.n }] }
      : needs(`event ${id}`);
  };
  const most = (id: string) => giving.gives(id).most;
  const trigger = (one: Trigger): Blocked => {
    switch (one.kind) {
      case 'date':
      case 'certified':
        return FREE;
      case 'found': {
        const { verifier, strength = 'shall' } = text.obligations[one.obligation] ?? {};
        if (strength !== 'shall') return { on: [], dead: [{ why: 'binds nobody', obligation: one.obligation }] };
        const finders = verifier ? [verifier.value] : Object.keys(text.bodies);
        // Whoever is no body finds alone; a body, by its members.
        const isFound = finders.some((id) => !Object.hasOwn(text.bodies, id) || text.bodies[id]?.members.length !== 0);
        return isFound
          ? needs(`opens ${one.obligation}`)
          : { on: [], dead: [{ why: 'nobody finds', obligation: one.obligation }] };
      }
      case 'day':
        return event(one.from);
      case 'event':
        return event(one.event);
      case 'started':
        return needs(`opens ${one.obligation}`);
      case 'completed': {
        const own = text.obligations[one.obligation];
        const never = own && own.kind !== 'level' && isEndless(own);
        return never
          ? { on: [], dead: [{ why: 'never done', obligation: one.obligation }] }
          : needs(`due ${one.obligation}`);
      }
      case 'total': {
        const { of, reaches } = one;
        const sum = (ids: readonly string[]) => ids.reduce((all, id) => all + most(id), 0);
        const needed = neededFor(reaches, of, giving);
        if (sum(of) < needed) return { on: [], dead: [{ why: 'beyond what is owed', of, needed, most: sum(of) }] };
        const done = of.filter((id) => happens(`due ${id}`));
        if (sum(done) >= needed && (needed > 0 || done.length > 0)) return FREE;
        return { on: of.filter((id) => !happens(`due ${id}`)).map((id) => `due ${id}` as const), dead: [] };
      }
      case 'latest':
        return together(one.of.map(trigger));
      case 'earliest': {
        const parts = one.of.map(trigger);
        return parts.some(isFree) ? FREE : together(parts);
      }
    }
  };
  const known = new Map<string, readonly Trigger[]>();
  /** What sets off an obligation, with those done together with it. */
  const setOff = (id: string): readonly Trigger[] => {
    const before = known.get(id);
    if (before) return before;
    const group = groups.get(id) ?? [id];
    const after = followedByGroup(text, group).map((other): Trigger => ({ kind: 'completed', obligation: other }));
    const all = [...triggersOfGroup(text, group), ...after];
    known.set(id, all);
    return all;
  };
  const node = (of: ClauseNode): Blocked => {
    const { what, id } = nodeParts(of);
    if (what === 'event') {
      const own = Object.hasOwn(text.events, id) ? text.events[id] : undefined;
      if (own) return own.trigger ? trigger(own.trigger) : FREE;
      const phase = phaseIn(id);
      if (!phase || isMissing(phase.n)) return FREE; // what a deal has not got waits for nothing
      if (phase.end) return needs(`event ${phaseStart(phase.n)}`);
      const begins = text.phases[phase.n]?.begins;
      if (begins) return trigger(begins);
      return needs(phase.n === 1 ? `event ${START}` : `event ${phaseEnd(phase.n - 1)}`);
    }
    const obligation = text.obligations[id];
    if (!obligation) return FREE;
    if (what === 'due') {
      const { within, every, times } = obligation;
      const end = within || (every && times !== undefined) ? undefined : endsBy(obligation);
      return together([needs(`opens ${id}`), end ? trigger(end) : FREE]);
    }
    const all = what === 'opens' ? groupNode(groups, id) : undefined;
    if (all) return needs(all);
    // Without any trigger it is no trigger that is dead: a finding of its own.
    return together(setOff(id).map(trigger));
  };
  return { node, trigger, setOff };
}

function together(parts: readonly Blocked[]): Blocked {
  const kept = parts.filter((part) => !isFree(part));
  if (kept.length <= 1) return kept[0] ?? FREE;
  return { on: [...new Set(kept.flatMap((part) => part.on))], dead: kept.flatMap((part) => part.dead) };
}
