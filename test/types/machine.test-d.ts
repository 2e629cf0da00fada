import { describe, expectTypeOf, test } from 'vitest';
import { createActor } from 'xstate';
import {
  about,
  amend,
  assumed,
  createTalksMachine,
  openTalks,
  weeks,
  type Offer,
  type Reply,
  type Scenario,
  type TalksContext,
  type TalksState,
} from 'sticking-points';

declare const scenario: Scenario;
declare const offer: Offer;

describe('events', () => {
  const talks = openTalks(scenario);
  const actor = createActor(createTalksMachine(scenario));

  test('right ones compile at both doors', () => {
    expectTypeOf(talks.do({ type: 'offer.tabled', offer: 'first', on: '2030-01-01' })).toEqualTypeOf<Reply>();
    talks.do({
      type: 'offer.tabled',
      offer: { id: 'new', by: ['north'], terms: { catch: about(40) }, length: weeks(2) },
    });
    talks.do({ type: 'offer.tabled', offer });
    actor.send({ type: 'answer.declared', party: 'north', answer: 'accepts', concedes: ['enough'] });
    actor.send({ type: 'talks.suspended', by: ['north'], because: 'a holiday' });
  });

  test('a misspelt type', () => {
    // @ts-expect-error there is 'offer.tabled'
    talks.do({ type: 'offer.table', offer: 'first' });
    // @ts-expect-error there is 'offer.tabled'
    actor.send({ type: 'offer.table', offer: 'first' });
  });

  test('a missing field', () => {
    // @ts-expect-error which offer?
    talks.do({ type: 'offer.tabled' });
    // @ts-expect-error whose answer?
    actor.send({ type: 'answer.declared', answer: 'accepts' });
    // @ts-expect-error a new offer has an id
    talks.do({ type: 'offer.tabled', offer: { terms: { catch: 40 } } });
  });

  test('a field too many, and a value that none has', () => {
    // @ts-expect-error an offer withdrawn concedes nothing
    talks.do({ type: 'offer.withdrawn', offer: 'first', concedes: [] });
    // @ts-expect-error there is 'accepts'
    talks.do({ type: 'answer.declared', party: 'north', answer: 'accept' });
    // @ts-expect-error a citation has its attribution
    talks.do({ type: 'talks.resumed', citation: { source: 'wire' } });
  });
});

describe('states', () => {
  test('of a handle, by one name', () => {
    expectTypeOf<TalksState>().toEqualTypeOf<
      | 'betweenRounds'
      | 'talks.open'
      | 'talks.considering'
      | 'talks.blocked'
      | 'talks.agreedInPrinciple'
      | 'suspended'
      | 'ratifying.voting'
      | 'ratifying.objectionWindow'
      | 'carryingOut.awaitingStart'
      | `carryingOut.phase${number}`
      | 'carryingOut.inDispute'
      | 'fulfilled'
      | 'superseded'
      | 'lapsed'
      | 'collapsed'
    >();
    expectTypeOf(openTalks(scenario).state).toEqualTypeOf<TalksState>();
    // @ts-expect-error there is 'talks.blocked'
    expectTypeOf(openTalks(scenario).state === 'blocked').toEqualTypeOf<boolean>();
  });

  test('of an actor, with its context and tags', () => {
    const snapshot = createActor(createTalksMachine(scenario)).getSnapshot();
    expectTypeOf(snapshot.context).toEqualTypeOf<TalksContext>();
    expectTypeOf(snapshot.matches({ talks: 'blocked' })).toEqualTypeOf<boolean>();
    expectTypeOf(snapshot.hasTag('blocked')).toEqualTypeOf<boolean>();
    // @ts-expect-error there is 'blocked'
    snapshot.matches({ talks: 'blockd' });
    // @ts-expect-error there is 'blocked'
    snapshot.hasTag('blockd');
  });

  test('what the machine emits', () => {
    const actor = createActor(createTalksMachine(scenario));
    actor.on('talks.blocked', (told) => expectTypeOf(told.stickingPoints).toEqualTypeOf<readonly string[]>());
    // @ts-expect-error there is 'talks.agreed'
    actor.on('talks.agree', () => undefined);
  });
});

describe('amend', () => {
  test('its draft takes figures, noted values, phases', () => {
    amend(offer, (draft) => {
      draft.label = 'another';
      draft.terms['catch'] = 45;
      draft.terms['zone'] = assumed('open', 'what if');
      draft.terms['catch'] = assumed(about(45), 'what if');
      draft.length = weeks(6);
      delete draft.terms['observers'];
      draft.phases.push({ terms: { catch: 3 } });
    });
  });

  test('the offer itself is not to be written on', () => {
    // @ts-expect-error an offer is read only
    offer.label = 'another';
    // @ts-expect-error an offer is read only
    offer.terms['catch'] = offer.terms['zone']!;
  });
});
