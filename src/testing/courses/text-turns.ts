import { heldIn } from '../../base/records.js';
import { isFound } from '../../obligations/breaches.js';
import { goesByItself } from '../../obligations/extension.js';
import { instrumentWithParts, suspendedUnder } from '../../obligations/instruments.js';
import type { Text } from '../../offers/text/text.js';
import { START } from '../../offers/text/trigger.js';
import type { Scenario } from '../../scenario/scenario.js';
import { daysOf } from '../../terms/length.js';
import type { Happening } from './happening.js';
import { dayToCome, dutiesIn, ofText, partiesTo, presentDay, type TextInForce } from './text-in-force.js';

/**
 * What may happen to a text beside what is done of it: it comes into force on a day; breaches are alleged, and found;
 * instruments are suspended; events happen, or are moved; something is certified; talks go on; phases are made longer.
 */
export function textTurns(scenario: Scenario): readonly Happening[] {
  const parties = Object.keys(scenario.parties);
  return [
    // Without a day nothing can be put off, or moved.
    ofText('deal.started', 12, ({ talks }) => ({ on: presentDay(scenario, talks) })),
    ofText('breach.alleged', 1, ({ text, dice }) => {
      const obligation = dice.one(dutiesIn(text));
      const by = dice.onceIn(2) ? dice.one(parties) : undefined;
      return obligation === undefined ? undefined : { obligation, ...(by !== undefined && { by }) };
    }),
    ofText('breach.found', 30, (inForce) => {
      const { text, dice } = inForce;
      const bodies = Object.keys(text.bodies);
      const found = dutiesIn(text).filter((id) => bodies.length > 0 || partiesTo(text, id).verifier !== undefined);
      // An instrument is suspended for few breaches: those come up more often than the rest.
      const grounds = found.filter((id) => isGround(scenario, inForce, id));
      const obligation = dice.one(grounds.length > 0 && !dice.onceIn(4) ? grounds : found);
      if (obligation === undefined) return undefined;
      const by = partiesTo(text, obligation).verifier ?? dice.one(bodies);
      return by === undefined ? undefined : { obligation, by, ...(dice.onceIn(3) && votesIn(text, by)) };
    }),
    ofText('instrument.suspended', 50, (inForce) => {
      const { text, run, dice } = inForce;
      const instrument = dice.one(Object.keys(text.instruments));
      if (instrument === undefined) return undefined;
      const within = instrumentWithParts(text, instrument);
      const obligation = dice.one(
        Object.keys(text.obligations).filter(
          (id) => within.has(text.obligations[id]?.instrument ?? '') && isFound(run, id),
        ),
      );
      const invokers = invokersOf(scenario, inForce, instrument, obligation);
      const one = dice.onceIn(2) ? dice.one(invokers) : undefined;
      const by = one === undefined ? invokers : [one];
      return obligation === undefined || by.length === 0 ? undefined : { instrument, obligation, by };
    }),
    ofText('instrument.resumed', 40, ({ text, run, dice }) => {
      const held = Object.keys(text.instruments).filter((id) => suspendedUnder({ text, run }, id).length > 0);
      const instrument = dice.one(held);
      return instrument === undefined ? undefined : { instrument };
    }),
    ofText('event.happened', 7, ({ text, dice }) => {
      const event = dice.one(Object.keys(text.events).filter((id) => id !== START));
      return event === undefined ? undefined : { event };
    }),
    ofText('event.moved', 20, (inForce) => {
      const { events } = inForce.text;
      const event = inForce.dice.one(Object.keys(events).filter((id) => (events[id]?.movedBy.length ?? 0) > 0));
      const to = dayToCome(inForce, 30);
      return event === undefined || to === undefined ? undefined : { event, to, by: events[event]?.movedBy ?? [] };
    }),
    ofText('certification.given', 5, ({ text, dice }) => {
      const certification = dice.one(Object.keys(text.certifications));
      if (certification === undefined) return undefined;
      const by = text.certifications[certification]?.by ?? '';
      return { certification, ...(dice.onceIn(3) && votesIn(text, by)) };
    }),
    ...(['opened', 'settled', 'failed'] as const).map((how) =>
      ofText(`promisedTalks.${how}`, 4, ({ text, dice }) => {
        const talks = dice.one(Object.keys(text.talks).filter((id) => text.talks[id]?.on === undefined));
        return talks === undefined ? undefined : { talks };
      }),
    ),
    ofText('phase.extended', 6, ({ text, talks, dice }) => {
      const phase = talks.deal?.phase ?? 0;
      const way = dice.one((text.phases[phase]?.extensions ?? []).filter((one) => !goesByItself(one)));
      if (!way) return undefined;
      return { days: way.unit ? Math.max(1, daysOf(way.unit).least) : dice.from(1, 10), rule: way.how };
    }),
  ];
}

/** Those who may invoke a breach of an instrument: who is bound by it, and did not owe what was not kept. */
function invokersOf(scenario: Scenario, { text }: TextInForce, instrument: string, breach: string | undefined) {
  const bound = Object.entries(text.instruments[instrument]?.parties ?? {}).flatMap(([party, how]) =>
    how === 'signs' || how === 'adheres' ? [party] : [],
  );
  const owing = breach === undefined ? [] : partiesTo(text, breach).owedBy;
  return (bound.length > 0 ? bound : Object.keys(scenario.parties)).filter((party) => !owing.includes(party));
}

/** Whether a breach of an obligation is one that others may invoke, to suspend something else in its instrument. */
function isGround(scenario: Scenario, inForce: TextInForce, id: string): boolean {
  const { obligations } = inForce.text;
  const instrument = heldIn(obligations, id)?.instrument;
  // Of one that holds part by part, only what is tied to the breach is suspended.
  if (instrument === undefined || inForce.text.instruments[instrument]?.holds === 'part by part') return false;
  const isWithOthers = Object.keys(obligations).some(
    (one) => one !== id && obligations[one]?.instrument === instrument,
  );
  return isWithOthers && invokersOf(scenario, inForce, instrument, id).length > 0;
}

/** A body decides with the votes of all its members. */
function votesIn({ bodies }: Text, body: string) {
  const members = heldIn(bodies, body)?.members ?? [];
  return members.length === 0 ? {} : { votes: Object.fromEntries(members.map((member) => [member, 'for'])) };
}
