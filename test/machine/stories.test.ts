import { amend, createTalksMachine, openTalks, type Talks, type TalksEmitted } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { fishery } from '../support/fishery.js';
import { wages } from '../support/wages.js';

const table = (offer: string) => ({ type: 'offer.tabled', offer }) as const;
const accept = (party: string) => ({ type: 'answer.declared', party, answer: 'accepts' }) as const;
const titles = (talks: Talks) => talks.stickingPoints.map((v) => v.position);

describe('tabling offers', () => {
  it('a rejection by position blocks at once, and says which positions stand unmet', () => {
    const talks = openTalks(fishery);
    expect(talks.state).toBe('talks.open');
    expect(talks.do(table('low'))).toEqual({ accepted: true, reasons: [] });
    expect(talks.state).toBe('talks.blocked');
    expect(titles(talks)).toEqual(['enough', 'noObservers']);
  });

  it('an offer that meets every red line and demand is agreed in principle', () => {
    const talks = openTalks(fishery);
    talks.do(table('middle'));
    expect(talks.state).toBe('talks.agreedInPrinciple');
    expect(talks.stickingPoints).toEqual([]);
  });

  it('a silent offer is considered: silence is neither consent nor refusal', () => {
    const talks = openTalks(fishery);
    talks.do(table('vague'));
    expect(talks.state).toBe('talks.considering');
    expect(talks.openPoints.map((v) => v.position)).toEqual(['enough', 'noObservers', 'coast', 'stock']);
  });

  it('an offer withdrawn leaves the table empty', () => {
    const talks = openTalks(fishery);
    talks.do(table('low'));
    talks.do({ type: 'offer.withdrawn', offer: 'low' });
    expect([talks.state, talks.offer, talks.assessment]).toEqual(['talks.open', undefined, undefined]);
  });

  it('a position of two readings that disagree blocks nothing', () => {
    const talks = openTalks(wages);
    talks.do(table('better'));
    expect(talks.state).toBe('talks.considering');
    const hiring = talks.openPoints.find((v) => v.position === 'hiring');
    expect(hiring?.readings.map((r) => r.verdict)).toEqual(['met', 'unmet']);
  });

  it('an amended offer is tabled whole, amended again, and both are then part of the scenario', () => {
    const talks = openTalks(fishery);
    talks.do(table('low'));
    const raise = (id: string, figure: number) =>
      amend(talks.offer!, (draft) => void (draft.terms['catch'] = figure), { id, by: ['south'] }).offer;
    talks.do({ type: 'offer.tabled', offer: raise('low-45', 45) });
    expect(titles(talks)).toEqual(['noObservers']);
    // Amended from an offer that only these talks hold.
    expect(talks.do({ type: 'offer.tabled', offer: raise('low-50', 50) }).reasons).toEqual([]);
    expect(talks.offer?.related).toMatchObject([{ how: 'amendment of', offer: 'low-45' }]);
    expect(Object.keys(talks.scenario.offers).slice(-2)).toEqual(['low-45', 'low-50']);
    talks.undo();
    expect(talks.offer?.id).toBe('low-45');
    expect(fishery.offers).not.toHaveProperty('low-45');
  });
});

describe('talks broken off', () => {
  it.each(['low', 'middle', 'vague'])("resume where they were, with '%s' still on the table", (offer) => {
    const talks = openTalks(fishery);
    talks.do(table(offer));
    const before = talks.state;
    talks.do({ type: 'talks.suspended', by: ['north'] });
    expect([talks.state, talks.offer?.id]).toEqual(['suspended', offer]);
    expect(talks.nextEvents.map((template) => template.type)).not.toContain('offer.tabled');
    expect(talks.do(accept('north')).reasons).toMatchObject([{ code: 'talks/no-place' }]);
    talks.do({ type: 'talks.resumed' });
    expect([talks.state, talks.offer?.id]).toEqual([before, offer]);
  });

  it('a snapshot taken then goes through JSON into an actor that resumes where they were', () => {
    const talks = openTalks(fishery);
    talks.do(table('low'));
    talks.do({ type: 'talks.suspended' });
    const snapshot = JSON.parse(JSON.stringify(talks.snapshot)) as never; // xstate types a stored one no closer
    const actor = createActor(createTalksMachine(fishery), { snapshot }).start();
    actor.send({ type: 'talks.resumed' });
    expect(actor.getSnapshot().value).toEqual({ talks: 'blocked' });
  });
});

describe('talks held as of a day', () => {
  it('know only what had been reported, of offers, positions and answers', () => {
    const talks = openTalks(fishery, { asOf: '2030-01-31' });
    expect(talks.do(table('late')).reasons).toMatchObject([{ code: 'talks/not-yet-reported', path: ['offer'] }]);
    talks.do(table('low'));
    expect(titles(talks)).toEqual(['enough']); // the other demand was reported in February
    talks.do(table('high'));
    expect(talks.answers['south']?.declared?.answer).toBe('undecided');
  });

  it('refuse a new offer of a later report or of the past, as they refuse such offers of the scenario', () => {
    const talks = openTalks(fishery, { asOf: '2030-01' });
    const from = (more: object) => talks.do({ type: 'offer.tabled', offer: { id: 'new', ...more } }).reasons;
    expect(from({ reported: '2030-02-01' })).toMatchObject([{ code: 'talks/not-yet-reported' }]);
    expect(from({ citations: [{ source: 'courier', attribution: 'on-record' }] })).toMatchObject([
      { code: 'talks/not-yet-reported' },
    ]);
    expect(from({ standing: 'carried out' })).toMatchObject([{ code: 'talks/carried-out' }]);
    expect(from({ reported: '2030-01-31' })).toEqual([]);
  });
});

it('the machine tells when an offer is blocked and when one is agreed', () => {
  const told: TalksEmitted[] = [];
  const actor = createActor(createTalksMachine(fishery)).start();
  actor.on('*', (event) => told.push(event));
  for (const offer of ['low', 'vague', 'high', 'middle']) actor.send(table(offer));
  expect(told).toEqual([
    { type: 'talks.blocked', offer: 'low', stickingPoints: ['enough', 'noObservers'] },
    { type: 'talks.blocked', offer: 'high', stickingPoints: ['stock'] },
    { type: 'talks.agreed', offer: 'middle' },
  ]);
});
