import { fault, FaultError } from '../base/fault.js';
import { deepFreeze } from '../base/freeze.js';
import { idsOf } from '../base/ids.js';
import { didYouMean } from '../base/spelling.js';
import type { Position } from '../positions/position.js';
import type { TalksEvent } from './event.js';
import type { Scenario } from './scenario.js';
import type { TimelineEntry } from './timeline.js';

/**
 * A scenario as one party may know it: what is confidential to others is taken out, so that nothing made of it can tell.
 *
 * Confidential are the positions and statements that say so; what a party is thought to settle for (`reservation`); and the
 * scores that a modeller supposes. Everything else is public, as reports are. Entries of the time line that revise a position
 * left out are left out with it. A sentence written into a public text stays, whatever it gives away.
 *
 * @throws a `FaultError` with `scenario/unknown-party`
 * @example
 * const draft = {
 *   id: 'class',
 *   parties: { north: {}, south: {} },
 *   terms: { catch: { kind: 'quantity', unit: 'tonnes' } },
 *   positions: {
 *     least: { party: 'north', rigidity: 'red line', confidential: true, condition: { kind: 'compare', of: 'catch', op: '>=', line: 30 } },
 *   },
 * } as const;
 * Object.keys(knownTo(defineScenario(draft), 'north').positions); // ['least']
 * Object.keys(knownTo(defineScenario(draft), 'south').positions); // []
 */
export function knownTo(scenario: Scenario, party: string): Scenario {
  const parties = idsOf(scenario.parties);
  if (!Object.hasOwn(scenario.parties, party)) {
    const message = `There is no party '${party}'. ${didYouMean(party, parties)}`;
    throw new FaultError('Nobody can know that.', [fault('scenario/unknown-party', ['party'], message, { id: party })]);
  }
  const isOpen = (one: { readonly party?: string; readonly confidential?: true }) =>
    one.confidential !== true || one.party === party;
  const positions = Object.fromEntries(
    Object.entries(scenario.positions)
      .filter(([, position]) => isOpen(position))
      .map(([id, position]) => [id, position.party === party ? position : withoutReservation(position)]),
  );
  const isKept = (id: string) => !Object.hasOwn(scenario.positions, id) || Object.hasOwn(positions, id);
  return deepFreeze({
    ...scenario,
    positions,
    scores: Object.fromEntries(Object.entries(scenario.scores).filter(([owner]) => owner === party)),
    statements: Object.fromEntries(Object.entries(scenario.statements).filter(([, said]) => isOpen(said))),
    named: scenario.named.map((one) => ({ ...one, positions: one.positions.filter(isKept) })),
    timeline: scenario.timeline.flatMap((entry) => entryKept(entry, isKept)),
  });
}

/** An event as one may know of it who does not know of some positions; nothing where it is about one of these. */
export function eventKept(event: TalksEvent, isKept: (position: string) => boolean): TalksEvent | undefined {
  if (event.type === 'position.revised') return isKept(event.position) ? event : undefined;
  if (event.type !== 'answer.declared' || !event.concedes) return event;
  return { ...event, concedes: event.concedes.filter(isKept) };
}

function entryKept(entry: TimelineEntry, isKept: (position: string) => boolean): readonly TimelineEntry[] {
  if (!entry.event) return [entry];
  const event = eventKept(entry.event, isKept);
  return event ? [{ ...entry, event }] : [];
}

function withoutReservation({ reservation: _, ...position }: Position): Position {
  return position;
}
