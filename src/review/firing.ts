import { pushAll } from '../base/list.js';
import { once } from '../base/once.js';
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
import type { Owing } from '../obligations/owing.js';
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

/**
 * What can happen in a text, if everyone does what they may, each on its last day, and every event from outside comes
 * about.
 */
export interface Firing {
  /** Everything that has to have its day: events, openings, last days. */
  readonly nodes: readonly ClauseNode[];
  readonly happens: (node: ClauseNode) => boolean;
  /** Whether it can happen if what is set off is done on any day, before its last day is known. */
  readonly canHappen: (node: ClauseNode) => boolean;
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
  readonly owing: Owing;
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

/** What can happen in a text. */
export function firingOf(given: Given): Firing {
  const nodes = nodesOf(given);
  const { happening, look } = leastSet(given, nodes, 'on its last day');
  const happens = (node: ClauseNode) => happening.has(node);
  const sooner = once(() => leastSet(given, nodes, 'on any day').happening);
  return {
    nodes,
    happens,
    canHappen: (node) => happens(node) || sooner().has(node),
    blocked: look.node,
    trigger: look.trigger,
  };
}

/** When something is done: on its last day, which has to be known, or on any from its first on. */
type Done = 'on its last day' | 'on any day';

/** The least set that holds whatever needs nothing, and whatever needs only what is in it. */
function leastSet(given: Given, nodes: readonly ClauseNode[], done: Done) {
  const happening = new Set<string>();
  const look = lookingAt(given, (node) => happening.has(node), done);
  // What waits for something to be done may be free as soon as that is set off.
  const dependsOn = (node: ClauseNode) =>
    given.dependsOn(node).flatMap((on) => (done === 'on any day' ? [on, on.replace(/^due /, 'opens ')] : [on]));
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
  return { happening, look };
}

/** Whether nothing keeps something from happening. */
const isFree = ({ on, dead }: Blocked) => on.length === 0 && dead.length === 0;

function lookingAt(
  { scenario, offer, text, groups, giving, owing }: Given,
  happens: (node: ClauseNode) => boolean,
  done: Done,
) {
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
  /** What has to have come about for something to be done: of what nobody knows how much it is, its last day. */
  const doneOnce = (id: string): ClauseNode => {
    const isKnown = giving.least(id) > 0 || !owing.isUntold(id);
    return done === 'on any day' && text.obligations[id]?.kind === 'once' && isKnown ? `opens ${id}` : `due ${id}`;
  };
  const trigger = (one: Trigger): Blocked => {
    switch (one.kind) {
      case 'date':
      case 'certified':
        return FREE;
      case 'found': {
        const { verifier, strength = 'shall' } = text.obligations[one.obligation] ?? {};
        if (strength !== 'shall') return { on: [], dead: [{ why: 'binds nobody', obligation: one.obligation }] };
        // A body whose members the text does not name finds as well as any: that they are not named is told of the body.
        const isFound = verifier !== undefined || Object.keys(text.bodies).length > 0;
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
          : needs(doneOnce(one.obligation));
      }
      case 'total': {
        const { of, reaches } = one;
        const sum = (ids: readonly string[]) => ids.reduce((all, id) => all + most(id), 0);
        const needed = neededFor(reaches, of, giving);
        if (sum(of) < needed) return { on: [], dead: [{ why: 'beyond what is owed', of, needed, most: sum(of) }] };
        const over = of.filter((id) => happens(doneOnce(id)));
        if (sum(over) >= needed && (needed > 0 || over.length > 0)) return FREE;
        return { on: of.map(doneOnce).filter((node) => !happens(node)), dead: [] };
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
