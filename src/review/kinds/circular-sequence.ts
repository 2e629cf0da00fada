import type { Patch } from '../../base/drafts.js';
import { unique } from '../../base/list.js';
import { START, type Trigger } from '../../offers/text/trigger.js';
import { nodeParts, nodesIn, type ClauseNode } from '../../obligations/clause-node.js';
import { phaseIn } from '../../obligations/phase-in.js';
import { isWithoutEnd } from '../../obligations/endless.js';
import { opensBy } from '../../obligations/windows.js';
import { circlesIn, fromFirst } from '../circles.js';
import { duty, nameOf } from '../clauses.js';
import { supposed, textPatch, type Found } from '../found.js';
import type { Subject } from '../subject.js';
import { saysUntil } from '../written.js';

/**
 * Clauses that wait for each other in a circle, so that none of them can come first; or of which only the last days hang on each
 * other, so that each can be done, and none has a last day.
 */
export function find(subject: Subject): readonly Found[] {
  const { firing, plans, text } = subject;
  const stuck = firing.nodes.filter((node) => !firing.happens(node));
  const circles = new Map<string, readonly ClauseNode[]>();
  const keep = (round: readonly ClauseNode[]) => {
    // What is done together waits as each of its members does.
    const circle = fromFirst(round.filter((node) => nodeParts(node).what !== 'together'));
    const clauses = clausesOf(subject, circle);
    const key = JSON.stringify(clauses);
    if (clauses.length > 0 && !circles.has(key)) circles.set(key, circle);
  };
  // Only nodes are handed in, and only nodes come back.
  for (const circle of circlesIn(stuck, (node) => firing.blocked(node as ClauseNode).on)) keep(circle as ClauseNode[]);
  const known = new Set([...circles.values()].flat());
  // What could happen and still moves itself on for ever: ten days before something that comes after it.
  for (const id of Object.keys(text.obligations)) {
    const wait = plans.any.of(`opens ${id}`).waits.find((one) => one.for === 'itself');
    if (wait?.for !== 'itself' || stuck.length > 0 || known.has(`opens ${id}`)) continue;
    const round = [...wait.circle].sort();
    for (const member of round) known.add(`opens ${member}`);
    keep(round.map((member): ClauseNode => `opens ${member}`));
  }
  return [...circles.values()].map((circle) => (isPassable(subject, circle) ? toldOfLastDays : told)(subject, circle));
}

/** Whether all of a circle comes about if what is set off is done before its last day is known. */
function isPassable({ firing, plans }: Subject, circle: readonly ClauseNode[]): boolean {
  return circle.every((node) => firing.canHappen(node) && (!firing.happens(node) || plans.soonest().of(node).at));
}

/** The clauses of a circle, each once, from the first by id on. */
function clausesOf(subject: Subject, circle: readonly ClauseNode[]): readonly string[] {
  const ids = unique(circle.map((node) => clauseOf(subject, node)).filter((id) => id !== undefined));
  const first = ids.reduce((at, id, i) => (id < (ids[at] ?? '') ? i : at), 0);
  return [...ids.slice(first), ...ids.slice(0, first)];
}

function clauseOf({ text }: Subject, node: ClauseNode): string | undefined {
  const { what, id } = nodeParts(node);
  if (what !== 'event') return duty(id);
  if (Object.hasOwn(text.events, id)) return `events.${id}`;
  const phase = phaseIn(id);
  return phase ? `phases.${phase.n}` : undefined;
}

function told(subject: Subject, circle: readonly ClauseNode[]): Found {
  const clauses = clausesOf(subject, circle);
  const names = clauses.map((id) => nameOf(subject, id));
  const [only = ''] = names;
  const steps = circle.flatMap((node, i) => {
    const next = circle[(i + 1) % circle.length] ?? node;
    const from = clauseOf(subject, node);
    const to = clauseOf(subject, next);
    const other = doneWith(subject, node, next);
    if (from === undefined || to === undefined || (other === undefined && from === to && circle.length > 1)) return [];
    const who = other === undefined ? '' : ` is to be done together with ${nameOf(subject, other)}, which`;
    if (isEnd(node, next)) return [`${nameOf(subject, from)} ends when ${comesAbout(subject, next)}`];
    return [`${nameOf(subject, from)}${who} waits for ${awaited(subject, next)}`];
  });
  const alone = clauses.length === 1;
  const others = alone
    ? unique(circle.flatMap((node, i) => doneWith(subject, node, circle[(i + 1) % circle.length] ?? node) ?? []))
    : [];
  const isByEnd = circle.some((node, i) => isEnd(node, circle[(i + 1) % circle.length] ?? node));
  const sentence =
    others.length > 0
      ? `${steps.join('; ')}: what is done together cannot come one after the other.`
      : alone
        ? isByEnd
          ? `${steps.join('; ')}, and is not done before it ends: it never can be.`
          : `${only} waits for itself, so that it can never come about.`
        : isByEnd
          ? `${steps.join('; ')}. Each waits for another, so that none of this can come about.`
          : `${steps.join('; ')}. Each waits for another, so that none of them can come first.`;
  const words =
    others.length > 0
      ? 'Let both begin on a day or an event, or have them done one after the other.'
      : alone
        ? isByEnd
          ? 'Give it a last day of its own.'
          : 'Let it begin on a day or an event of its own.'
        : isByEnd
          ? 'Let one of them begin, or end, on a day or an event of its own.'
          : 'Let one of them begin on a day or an event of its own, or have them done together on a day, neither first.';
  const patches = cuts(subject, circle);
  return {
    severity: 'breaks',
    clauses: [...clauses, ...others],
    message: `${sentence} ${words}`,
    mend: { words, ...(patches.length > 0 && { patches }) },
    facts: { circle: [...circle] },
  };
}

/** Whether it is the last day of an obligation, and not its first, that waits for another thing. */
function isEnd(node: ClauseNode, next: ClauseNode): boolean {
  const { what, id } = nodeParts(node);
  return what === 'due' && next !== `opens ${id}`;
}

/** What is said of a circle that can be walked through: that nothing in it has a last day. */
function toldOfLastDays(subject: Subject, circle: readonly ClauseNode[]): Found {
  const clauses = clausesOf(subject, circle);
  const steps = circle.flatMap((node, i) => {
    const next = circle[(i + 1) % circle.length] ?? node;
    const [from, to] = [clauseOf(subject, node), clauseOf(subject, next)];
    if (from === undefined || to === undefined || (from === to && circle.length > 1)) return [];
    const does = nodeParts(node).what === 'due' ? 'ends' : nodeParts(node).what === 'event' ? 'comes' : 'begins';
    return [`${nameOf(subject, from)} ${does} when ${comesAbout(subject, next)}`];
  });
  const alone = clauses.length === 1;
  const [sentence, words] = alone
    ? ['It can be done, and has no last day of its own.', 'Give it a last day of its own.']
    : [
        'Each can be done before that is known, and none has a last day that does not hang on the others.',
        'Give one of them a last day of its own.',
      ];
  const patches = cuts(subject, circle);
  return {
    severity: 'unclear',
    clauses,
    message: `${steps.join('; ')}. ${sentence} ${words}`,
    mend: { words, ...(patches.length > 0 && { patches }) },
    facts: { circle: [...circle] },
  };
}

function comesAbout(subject: Subject, node: ClauseNode): string {
  const { what, id } = nodeParts(node);
  if (what === 'opens') return `${nameOf(subject, duty(id))} begins`;
  if (what === 'due') return `${nameOf(subject, duty(id))} is done`;
  if (Object.hasOwn(subject.text.events, id)) return `${nameOf(subject, `events.${id}`)} happens`;
  const phase = phaseIn(id);
  return phase ? `phase ${phase.n} ${phase.end ? 'ends' : 'begins'}` : 'the deal enters into force';
}

/** The clause that an obligation is to be done together with, where it is that one that waits, and not the obligation itself. */
function doneWith({ text, groups }: Subject, node: ClauseNode, next: ClauseNode): string | undefined {
  const { what, id } = nodeParts(node);
  if (what !== 'opens') return undefined;
  const waits = (member: string) => {
    const own = text.obligations[member];
    const begins = own && opensBy(own);
    return (
      (begins && nodesIn(begins).includes(next)) || own?.following.some((other) => `due ${other}` === next) === true
    );
  };
  const other = waits(id) ? undefined : groups.get(id)?.find(waits);
  return other === undefined ? undefined : duty(other);
}

function awaited(subject: Subject, node: ClauseNode): string {
  const { what, id } = nodeParts(node);
  if (what === 'opens') return `${nameOf(subject, duty(id))} to begin`;
  if (what === 'due') return `${nameOf(subject, duty(id))} to be done`;
  if (Object.hasOwn(subject.text.events, id)) return `${nameOf(subject, `events.${id}`)} to happen`;
  const phase = phaseIn(id);
  return phase ? `phase ${phase.n} to ${phase.end ? 'end' : 'begin'}` : 'entry into force';
}

/** Changes that let one clause of a circle no longer wait for any other of it. */
function cuts(subject: Subject, circle: readonly ClauseNode[]): readonly Patch[] {
  const { text, groups } = subject;
  const on = new Set<string>(circle);
  for (const node of circle) {
    const { id } = nodeParts(node);
    if (Object.hasOwn(text.obligations, id)) {
      on.add(`opens ${id}`);
      on.add(`due ${id}`);
    }
  }
  const waits = (trigger: Trigger | undefined) => trigger !== undefined && nodesIn(trigger).some((one) => on.has(one));
  const start = { kind: 'event', event: START };
  // An event that waits for nothing is in no circle of these clauses any more; an obligation may be in several.
  for (const node of circle) {
    const { what, id } = nodeParts(node);
    if (what !== 'event') continue;
    if (Object.hasOwn(text.events, id)) return [textPatch(['events', id, 'trigger'])];
    const phase = phaseIn(id);
    if (phase && !phase.end && text.phases[phase.n]?.begins) return [textPatch(['phases', String(phase.n), 'begins'])];
  }
  const cutAt = (node: ClauseNode): readonly Patch[] => {
    const { what, id } = nodeParts(node);
    if (what === 'event') return [];
    const group = groups.get(id) ?? [id];
    const patches = group.flatMap((member): readonly Patch[] => {
      const own = text.obligations[member];
      if (!own) return [];
      const begins = waits(opensBy(own)) ? [textPatch(['obligations', member, 'begins'], supposed(start))] : [];
      const following = own.following.filter((other) => !on.has(`due ${other}`));
      const after =
        following.length < own.following.length ? [textPatch(['obligations', member, 'following'], following)] : [];
      return [...begins, ...after];
    });
    const own = text.obligations[id];
    const until = waits(own?.until) && saysUntil(subject, id) ? [textPatch(['obligations', id, 'until'])] : [];
    // Without its last day it would have no day at all.
    const lost = until.length > 0 && !own?.begins && own?.phase === undefined;
    if (lost) until.push(textPatch(['obligations', id, 'begins'], supposed(start)));
    return [...patches, ...until];
  };
  const ways = circle.map((node) => ({ node, patches: cutAt(node) })).filter(({ patches }) => patches.length > 0);
  // What would never be done without its last day is no way, if another is: others wait for it.
  const way = ways.find(({ node, patches }) => !isLeftEndless(subject, node, patches)) ?? ways[0];
  return way?.patches ?? [];
}

/** Whether changes leave an obligation without an end that has one now. */
function isLeftEndless({ text }: Subject, node: ClauseNode, patches: readonly Patch[]): boolean {
  const own = text.obligations[nodeParts(node).id];
  if (!own || !patches.some(({ op, path }) => op === 'remove' && path.at(-1) === 'until')) return false;
  const { until: _, ...endless } = own;
  return isWithoutEnd(endless);
}
