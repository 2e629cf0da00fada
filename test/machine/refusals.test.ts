import {
  createTalksMachine,
  defineScenario,
  isFaultError,
  openTalks,
  refusalsOf,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { fishery } from '../support/fishery.js';

type Case = readonly [code: string, path: string, event: unknown, names: string];

const declared = { type: 'answer.declared', party: 'north', answer: 'accepts' };
const table = (offer: unknown) => ({ type: 'offer.tabled', offer });
const on = (date: string) => ({ ...table('high'), on: date });
const cited = (source: string) => ({ ...table('high'), citation: { source, attribution: 'on-record' } });

/** Refused where 'low' lies on the table, with what the sentence must name. */
// prettier-ignore
const REFUSED: readonly Case[] = [
  ['talks/unknown-event', 'type', { type: 'offer.table', offer: 'low' }, "'offer.tabled'"],
  ['talks/unknown-event', 'type', { type: 'constructor' }, "'constructor'"],
  ['talks/unknown-event', 'type', { type: { toString: 1 } }, 'this record'],
  ['talks/unknown-event', 'type', {}, 'missing'],
  ['talks/unknown-event', 'type', null, 'missing'],
  ['talks/unknown-event', 'type', 5, 'missing'],
  ['talks/unknown-event', 'type', [table('low')], 'missing'],
  ['talks/shape', 'offer', table(5), "'offer'"],
  ['talks/shape', 'offer', { type: 'offer.tabled' }, "'offer'"],
  ['talks/shape', 'offer.id', table({}), "'offer.id' cannot be missing"],
  ['talks/shape', 'answer', { ...declared, answer: 'maybe' }, "'undecided'"],
  ['talks/shape', 'on', on('2030-02-30'), '2030-02-30'],
  ['talks/shape', 'on', on('yesterday'), 'real day'],
  ['talks/unknown-key', 'colour', { ...declared, colour: 'red' }, "'colour'"],
  ['talks/unknown-source', 'citation.source', cited('gazete'), "'gazette'"],
  ['talks/unknown-party', 'party', { ...declared, party: 'nort' }, "'north'"],
  ['talks/unknown-party', 'party', { ...declared, party: 'constructor' }, "'constructor'"],
  ['talks/unknown-party', 'by', { type: 'talks.suspended', by: ['nort'] }, "'north'"],
  ['talks/unknown-offer', 'offer', table('hihg'), "'high'"],
  ['talks/unknown-offer', 'offer', table('__proto__'), "'__proto__'"],
  ['talks/already-on-the-table', 'offer', table('low'), 'withdraw it'],
  ['talks/carried-out', 'offer', table('lastYear'), "'lastYear'"],
  ['talks/not-on-the-table', 'offer', { type: 'offer.withdrawn', offer: 'high' }, "'low' lies there"],
  ['talks/id-taken', 'offer.id', table({ id: 'low' }), "'low'"],
  ['scenario/shape', 'offer.id', table({ id: '__proto__' }), 'begins with a letter'],
  ['scenario/unknown-term', 'offer.terms.cach', table({ id: 'new', terms: { cach: 4 } }), "'catch'"],
  ['offer/contradiction', 'offer', table({ id: 'new', terms: { catch: 400 } }), "'new'"],
  ['talks/concedes-otherwise', 'concedes', { ...declared, concedes: ['enough'] }, 'enough and noObservers'],
  ['talks/concedes-otherwise', 'concedes', { ...declared, answer: 'rejects', concedes: ['enough'] }, 'nothing'],
  ['talks/no-place', 'type', { type: 'talks.resumed' }, "'talks.blocked'"],
];

describe('an event that cannot happen now', () => {
  it.each(REFUSED)('%s at %s: %j', (code, path, event, names) => {
    const talks = openTalks(fishery);
    talks.do({ type: 'offer.tabled', offer: 'low' });
    const before = JSON.stringify(talks.snapshot);
    const { accepted, reasons } = talks.do(event as TalksEvent); // as JavaScript may hand it in
    expect(accepted).toBe(false);
    expect(reasons.map((r) => `${r.code} at ${r.path.join('.')}`)).toEqual([`${code} at ${path}`]);
    expect(reasons[0]?.message).toContain(names);
    expect(JSON.stringify(talks.snapshot)).toBe(before);
    expect(talks.log).toHaveLength(1);
    expect(refusalsOf(fishery, talks.snapshot, event as TalksEvent)).toEqual(reasons);
  });

  it('every reason is given, not the first', () => {
    const talks = openTalks(fishery);
    talks.do({ type: 'offer.tabled', offer: 'high' });
    const event = { type: 'answer.declared', party: 'south', answer: 'accepts', concedes: ['enough'] } as const;
    expect(talks.do(event).reasons.map((r) => r.code)).toEqual(['talks/red-line-unmet', 'talks/concedes-otherwise']);
    const twice = { ...event, party: 'soth', citation: { source: 'x', attribution: 'on-record' } } as const;
    expect(talks.do(twice).reasons.map((r) => r.code)).toEqual(['talks/unknown-party', 'talks/unknown-source']);
  });

  it('with an empty table there is nothing to withdraw and no place for an answer', () => {
    const talks = openTalks(fishery);
    const withdrawn = talks.do({ type: 'offer.withdrawn', offer: 'low' });
    expect(withdrawn.reasons).toMatchObject([{ code: 'talks/not-on-the-table' }]);
    expect(withdrawn.reasons[0]?.message).toContain('no offer lies there');
    const answered = talks.do({ type: 'answer.declared', party: 'north', answer: 'rejects' });
    expect(answered.reasons).toMatchObject([{ code: 'talks/no-place', facts: { state: 'talks.open' } }]);
    expect(answered.reasons[0]?.message).toContain('offer.tabled');
  });

  it('an actor ignores it and stays as it was', () => {
    const actor = createActor(createTalksMachine(fishery)).start();
    actor.send({ type: 'offer.tabled', offer: 'low' });
    const before = actor.getSnapshot();
    for (const [, , event] of REFUSED) {
      if (typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string') {
        actor.send(event as TalksEvent);
        expect(actor.getSnapshot().value).toEqual(before.value);
        expect(actor.getSnapshot().context).toBe(before.context);
      }
    }
  });

  it('what its sender does with an event later does not touch the log', () => {
    const talks = openTalks(fishery);
    const event = { type: 'offer.tabled' as const, offer: { id: 'new', terms: { catch: 45 } } };
    talks.do(event);
    event.offer.terms.catch = 5;
    expect(talks.log[0]?.event).toEqual({ type: 'offer.tabled', offer: { id: 'new', terms: { catch: 45 } } });
    expect(talks.offer?.terms['catch']).toMatchObject({ value: { n: 45 } });
  });
});

describe('talks that cannot be opened', () => {
  it.each([
    [{ asOf: 'yesterday' }, 'asOf'],
    [{ asOf: '2030-02-30' }, 'asOf'],
    [{ asOf: 5 }, 'asOf'],
    [{ answers: 'by heart' }, 'answers'],
    [null, ''],
  ])('%j', (options, path) => {
    for (const open of [openTalks, createTalksMachine]) {
      try {
        open(fishery, options as never); // as JavaScript may hand them in
        expect.unreachable();
      } catch (error) {
        if (!isFaultError(error)) throw error;
        expect(error.faults.map((f) => `${f.code} ${f.path.join('.')}`)).toEqual([`talks/bad-option ${path}`]);
      }
    }
  });
});

it('parties may have ids that objects have from birth', () => {
  const condition = { kind: 'flag', of: 'toString', is: true } as const;
  const scenario = defineScenario({
    id: 'born',
    parties: { constructor: {}, valueOf: {} },
    terms: { toString: { kind: 'flag' }, valueOf: { kind: 'quantity', unit: 'units' } },
    exchange: { constructor: { of: 'valueOf', per: 'valueOf' } },
    positions: { hasOwnProperty: { party: 'constructor', rigidity: 'demand', condition } },
    offers: { isPrototypeOf: { terms: { toString: false, valueOf: 3 } } },
  });
  const talks = openTalks(scenario);
  talks.do({ type: 'offer.tabled', offer: 'isPrototypeOf' });
  expect(talks.state).toBe('talks.blocked');
  expect(talks.answers['constructor']).not.toHaveProperty('declared');
  expect(talks.assessment?.exchanges).toMatchObject([{ exchange: 'constructor', least: 1, most: 1 }]);
});
