import { triggersIn, type Trigger } from '../offers/text/trigger.js';
import type { Obligation } from '../offers/text/obligation.js';
import type { Text } from '../offers/text/text.js';
import type { InstrumentSuspended } from '../scenario/events/breach.js';
import { isSuspended } from './account.js';
import { foundAgainst } from './breaches.js';
import type { Delivery } from './delivery.js';
import { isDoneWith, standingsOf } from './standing.js';
import { reportsOf } from './text-run.js';

/** An instrument with all that are part of it by reference. */
export function instrumentWithParts({ instruments }: Pick<Text, 'instruments'>, id: string): ReadonlySet<string> {
  const parts = new Set([id]);
  for (const part of parts) for (const other of instruments[part]?.incorporates ?? []) parts.add(other);
  return parts;
}

/**
 * The undertakings whose operation is suspended when a breach that was found is invoked as a ground for that, and that are
 * still to be performed: of those of the instrument between whoever invokes it and whoever did not keep it alone, all, where
 * it holds as a whole; else those that the text ties to what was not kept. That itself stays owed, as does what the
 * instrument lists as unaffected.
 *
 * After the Vienna Convention on the Law of Treaties (1969): a breach is a ground that others invoke, in whole or in part
 * (article 60), for clauses apart only where these are separable (article 44), and does not end what was owed before
 * (articles 70 and 72).
 */
export function suspendedWith(
  delivery: Delivery,
  { instrument: id, obligation: breach, by }: Pick<InstrumentSuspended, 'instrument' | 'obligation' | 'by'>,
): readonly string[] {
  const { text, run } = delivery;
  const parts = instrumentWithParts(text, id);
  const unaffected = new Set([...parts].flatMap((part) => text.instruments[part]?.unaffected ?? []));
  const others = foundAgainst(delivery, breach);
  const everyone = Object.entries(text.instruments[id]?.parties ?? {}).flatMap(([party, how]) =>
    how === 'signs' || how === 'adheres' ? [party] : [],
  );
  const isWhole = text.instruments[id]?.holds !== 'part by part';
  return standingsOf(delivery).flatMap((now) => {
    const { id: one } = now;
    const duty = text.obligations[one];
    if (!duty || one === breach || unaffected.has(one)) return [];
    if (duty.instrument === undefined || !parts.has(duty.instrument)) return [];
    if (!isBetween(duty, by, others, everyone) || !(isWhole || isTied(text, one, breach))) return [];
    return isDoneWith(now) || isSuspended(reportsOf(run, one)) ? [] : [one];
  });
}

/** The undertakings that are suspended with an instrument. */
export function suspendedUnder({ text, run }: Pick<Delivery, 'text' | 'run'>, instrument: string): readonly string[] {
  return Object.keys(text.obligations).filter((id) => {
    const reports = reportsOf(run, id);
    const last = reports.findLast(({ what }) => what === 'suspended');
    return isSuspended(reports) && last?.instrument === instrument;
  });
}

/**
 * Whether the one side owes something to the other, and to no third, nor together with one: that cannot be split, and stays. What
 * is owed to nobody by name is owed to all of `everyone`.
 */
function isBetween(
  { owedBy, to }: Obligation,
  one: readonly string[],
  other: readonly string[],
  everyone: readonly string[],
): boolean {
  const isOne = (ids: readonly string[], side: readonly string[]) => ids.some((id) => side.includes(id));
  const toAll = to === undefined || to.value.length === 0;
  const owes = (side: readonly string[], toWhom: readonly string[]) =>
    isOne(owedBy.value, side) && (toAll || isOne(to.value, toWhom));
  const concerned = [...owedBy.value, ...(toAll ? everyone : to.value)];
  const isTheirs = concerned.every((id) => one.includes(id) || other.includes(id));
  return isTheirs && (owes(one, other) || owes(other, one));
}

/** The triggers that make up these, those of named events that they wait for among them. */
function allTriggers({ events }: Text, triggers: readonly (Trigger | undefined)[]): readonly Trigger[] {
  const known = new Set<string>();
  const parts = triggers.flatMap((trigger) => (trigger ? triggersIn(trigger) : []));
  for (const part of parts) {
    const event = part.kind === 'event' ? part.event : part.kind === 'day' ? part.from : undefined;
    if (event === undefined || known.size === known.add(event).size) continue;
    const own = Object.hasOwn(events, event) ? events[event]?.trigger : undefined;
    if (own) parts.push(...triggersIn(own));
  }
  return parts;
}

/**
 * Whether a text ties an obligation to another: by a trigger, or that of an event it waits for, by a key, or by doing both
 * together or one after the other.
 */
function isTied(text: Text, id: string, other: string): boolean {
  const { obligations } = text;
  const duty = obligations[id];
  if (!duty) return false;
  const { begins, until, escrow, byKey, concurrent, following } = duty;
  return (
    allTriggers(text, [begins?.value, until, escrow?.released, escrow?.returned]).some(
      (part) =>
        ('obligation' in part && part.obligation === other) || (part.kind === 'total' && part.of.includes(other)),
    ) ||
    byKey?.of.includes(other) === true ||
    [...concurrent, ...following].includes(other) ||
    obligations[other]?.concurrent.includes(id) === true
  );
}
