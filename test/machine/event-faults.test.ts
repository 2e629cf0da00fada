import { openTalks, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../src/scenario/event.js';
import { bridge } from '../support/bridge.js';

const scenario = bridge();
const reasonsAgainst = (event: unknown) => openTalks(scenario).do(event as TalksEvent).reasons; // as JavaScript may hand it in

describe('what is no event at all', () => {
  it.each([
    [undefined, 'missing'],
    [null, 'missing'],
    [7, 'missing'],
    ['talks.suspended', 'missing'],
    [[], 'missing'],
    [{}, 'missing'],
    [{ type: undefined }, 'missing'],
    [{ type: null }, 'null'],
    [{ type: 7 }, '7'],
    [{ type: 'talks.suspend' }, "'talks.suspend'"],
    [Object.create({ type: 'talks.suspended' }), 'missing'],
  ])('is told that its type is none, and which there are: %j', (event, type) => {
    expect(reasonsAgainst(event)).toMatchObject([
      { code: 'talks/unknown-event', path: ['type'], facts: { type, known: EVENT_TYPES } },
    ]);
  });
});

describe('an event of a known type', () => {
  it('is never told that there is none', () => {
    for (const type of EVENT_TYPES) {
      expect(reasonsAgainst({ type }).map(({ code }) => code)).not.toContain('talks/unknown-event');
    }
  });

  it('whose type is computed is told just that', () => {
    const event = {
      get type() {
        return 'talks.suspended';
      },
    };
    expect(reasonsAgainst(event)).toMatchObject([{ code: 'talks/computed', path: ['type'] }]);
  });

  it.each([
    ['talks/shape', { type: 'days.passed', days: 'two' }],
    ['talks/unknown-key', { type: 'talks.suspended', colour: 'red' }],
    ['talks/unknown-party', { type: 'mandate.given', party: 'nobody', mandate: 'conclude' }],
    ['talks/unknown-party-or-body', { type: 'performance.withheld', obligation: 'cost', by: ['nobody'] }],
    ['talks/unknown-source', { type: 'talks.suspended', citation: { source: 'x', attribution: 'on-record' } }],
    ['talks/unknown-position', { type: 'position.revised', position: 'x', condition: null }],
    ['talks/unknown-round', { type: 'round.opened', round: 'x' }],
    ['talks/unknown-precondition', { type: 'precondition.met', precondition: 'x' }],
    ['talks/unknown-step', { type: 'ratification.voted', step: 'x', outcome: 'approved' }],
    ['talks/unknown-extension', { type: 'phase.extended', days: 2, rule: 'x' }],
    ['talks/unknown-obligation', { type: 'performance.withheld', obligation: 'x' }],
    ['talks/unknown-named-event', { type: 'event.happened', event: 'x' }],
    ['talks/unknown-certification', { type: 'certification.given', certification: 'x' }],
    ['talks/unknown-instrument', { type: 'instrument.resumed', instrument: 'x' }],
    ['talks/unknown-talks', { type: 'promisedTalks.opened', talks: 'x' }],
    ['talks/reported-before', { type: 'talks.suspended', on: '2030-02-01', reportedOn: '2030-01-01' }],
  ])('is told what is wrong with it by the name that talks have for that: %s', (code, event) => {
    expect(reasonsAgainst(event).map((reason) => reason.code)).toContain(code);
  });
});
