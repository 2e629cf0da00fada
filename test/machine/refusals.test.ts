import { inspect } from 'node:util';
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
import { expectGolden } from '../support/golden.js';
import { play } from '../support/play.js';
import { MALFORMED, REASONS, treaty } from '../support/refused.js';
import { faultLines } from '../support/trace.js';

/** How an event is told in a title: some are very large, or hold themselves. */
const SHORT = { depth: 2, maxArrayLength: 3, maxStringLength: 60, breakLength: Infinity };

describe('an event that cannot happen now', () => {
  const titled = MALFORMED.map((row) => [`${row[0]} at ${row[1]}: ${inspect(row[2], SHORT)}`, row] as const);

  it('is told what stands against it, and the way out', () => {
    const ofFishery = MALFORMED.flatMap(([, , event]) => {
      const talks = openTalks(fishery);
      talks.do({ type: 'offer.tabled', offer: 'low' });
      return faultLines(talks.do(event as TalksEvent).reasons); // as JavaScript may hand it in
    });
    const ofTreaty = REASONS.flatMap(([, , before, event]) => {
      const talks = play(treaty, before, { start: 'talks', asOf: '2030-02-01' });
      return [JSON.stringify(event), ...faultLines(talks.do(event).reasons)];
    });
    expectGolden(`${[...ofFishery, ...ofTreaty].join('\n')}\n`, 'refusals/of-talks.txt');
  });

  it.each(titled)('%s', (_, [code, path, event, names]) => {
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

  it.each(REASONS)('%s at %s: %j, %j', (code, path, before, event, names) => {
    const talks = play(treaty, before, { start: 'talks', asOf: '2030-02-01' });
    const was = JSON.stringify(talks.snapshot);
    const { accepted, reasons } = talks.do(event);
    expect(accepted).toBe(false);
    expect(reasons.map((r) => `${r.code} at ${r.path.join('.')}`)).toEqual([`${code} at ${path}`]);
    for (const name of names) expect(reasons[0]?.message).toContain(name);
    expect(JSON.parse(JSON.stringify(reasons))).toEqual(reasons);
    expect(JSON.stringify(talks.snapshot)).toBe(was);
    const templates = talks.nextEvents.map((template) => JSON.stringify(template));
    expect(templates).not.toContain(JSON.stringify(event));
  });

  it.each(['type', 'by'])('is never asked what it computes, nor lets it throw: %s', (key) => {
    const computed = {
      get() {
        throw new Error('It was read.');
      },
      enumerable: true,
    };
    const event = Object.defineProperty({ type: 'talks.suspended' }, key, computed) as TalksEvent; // as JavaScript may hand it in
    const talks = openTalks(fishery);
    expect(talks.do(event).reasons).toMatchObject([{ code: 'talks/computed', path: [key] }]);
    expect(refusalsOf(fishery, talks.snapshot, event)).toMatchObject([{ code: 'talks/computed', path: [key] }]);
    if (key === 'type') return; // xstate itself reads that
    const actor = createActor(createTalksMachine(fishery)).start();
    actor.send(event);
    expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: { talks: 'open' } });
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
    for (const [, , event] of MALFORMED) {
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
