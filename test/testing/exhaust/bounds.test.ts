import type { TalksEvent } from 'sticking-points';
import { fishingQuota, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { unique } from '../../../src/base/list.js';
import { exhaust } from '../../../src/testing/exhaust.js';
import type { ExhaustBounds } from '../../../src/testing/exhaust/bounds.js';
import { oneFlag } from '../../machine/tiny/one-flag.js';
import { oneRound } from '../../machine/tiny/one-round.js';
import { bridge } from '../../support/bridge.js';
import { gather } from '../../support/gather.js';

const cutBy = (cut: readonly { readonly bound: string; readonly times: number }[], bound: string) =>
  cut.filter((one) => one.bound === bound).map(({ times }) => times);

const noDelivery: ExhaustBounds = { days: [], disputes: 0, extensions: 0 };

describe('bounds', () => {
  const { scenario } = oneFlag;

  it('of states end the walk in order, and are told', () => {
    const { states, complete, cut, findings } = exhaust(fishingQuota(), {
      bounds: { states: 100 },
      invariants: [{ title: 'goes', talks: () => true }],
    });
    expect({ states, complete }).toEqual({ states: 100, complete: false });
    expect(findings[0]).toMatchObject({ finding: 'undetermined', asked: 100, undetermined: 0 });
    expect(cut.find(({ bound }) => bound === 'states')?.sentence).toMatch(/^The walk stopped at 100 states, with \d+ /);
  });

  it('of states count those that were not gone on from, or not to the end', () => {
    const { cut } = exhaust(oneRound.scenario, { bounds: { events: Object.values(oneRound.events), states: 2 } });
    expect(cutBy(cut, 'states')).toEqual([2]);
  });

  it('of states that are just enough cut nothing', () => {
    const all = exhaust(scenario);
    expect(exhaust(scenario, { bounds: { states: all.states } })).toMatchObject({ complete: true, states: all.states });
    expect(exhaust(scenario, { bounds: { states: all.states - 1 } })).toMatchObject({ complete: false });
  });

  it('of memory do too', () => {
    const { states, complete, cut, megabytes } = exhaust(fishingQuota(), { bounds: { megabytes: 0.5 } });
    expect(complete).toBe(false);
    expect(states).toBeGreaterThan(20);
    expect(megabytes).toBeLessThanOrEqual(0.5);
    expect(megabytes).toBeGreaterThan(0.45);
    expect(cutBy(cut, 'megabytes')).toHaveLength(1);
    const twice = exhaust(fishingQuota(), { bounds: { megabytes: 1 } });
    expect(twice.states / states).toBeCloseTo(2, 0);
  });

  it('of depth cut exactly where something lies beyond', () => {
    const { seen, invariant } = gather();
    exhaust(scenario, { invariants: [invariant] });
    const deepest = Math.max(...seen.map(({ log }) => log.length));
    expect(exhaust(scenario, { bounds: { depth: deepest } })).toMatchObject({ complete: true, states: seen.length });
    const { complete, states, cut } = exhaust(scenario, { bounds: { depth: deepest - 1 } });
    expect({ complete, states }).toEqual({
      complete: false,
      states: seen.filter(({ log }) => log.length < deepest).length,
    });
    expect(cutBy(cut, 'depth')[0]).toBeGreaterThan(0);
    expect(exhaust(scenario, { bounds: { depth: 0 } })).toMatchObject({ states: 1, complete: false });
  });

  it('tell what they leave out by name', () => {
    const { cut } = exhaust(fishingQuota(), {
      bounds: { ...noDelivery, offers: ['compromise'], positions: ['north-catch'], answers: ['accepts'], disputes: 1 },
    });
    expect(cutBy(cut, 'offers')).toEqual([2]);
    expect(cutBy(cut, 'positions')).toEqual([4]);
    expect(cutBy(cut, 'answers')).toEqual([2]);
    expect(cutBy(cut, 'disputes')).toEqual([2]);
    expect(cutBy(cut, 'days')).toHaveLength(1);
    expect(cutBy(cut, 'extensions')).toHaveLength(1);
    expect(cut[0]?.sentence).toBe("Never tabled, as 'offers' leaves it: 'south-draft' and 'island-draft'.");
  });

  it('of a course cut revisions and extensions further than they go', () => {
    const within = { ...noDelivery, answers: ['accepts'], extensions: 1 } as const;
    const once = exhaust(bridge(), { bounds: { ...within, revisions: 1 } });
    const twice = exhaust(bridge(), { bounds: { ...within, revisions: 2 } });
    expect(once.complete && twice.complete).toBe(true);
    expect(cutBy(once.cut, 'revisions')[0]).toBeGreaterThan(0);
    expect(cutBy(twice.cut, 'revisions')).toEqual([]);
    expect(twice.states).toBeGreaterThan(once.states);
    expect(cutBy(once.cut, 'extensions')[0]).toBeGreaterThan(0);
  });

  it('have defaults: all offers, all positions, the days that matter', () => {
    const { bounds } = exhaust(labourContract(), { bounds: { states: 1 } });
    expect(bounds).toEqual({
      offers: ['asked', 'draft', 'second-year'],
      answers: ['accepts', 'rejects', 'undecided'],
      positions: ['union-raise', 'union-jobs', 'company-hours'],
      mandates: { union: ['explore', 'negotiate', 'conclude'], company: ['explore', 'negotiate', 'conclude'] },
      days: [1, 14, 365],
      disputes: 1,
      extensions: 1,
      revisions: 3,
      depth: 100,
      states: 1,
      megabytes: 64,
    });
  });
});

it('bounds let those answer who have to agree, and a joint precondition follow from its parts', () => {
  const agreement = { rule: 'quota', of: ['east', 'west'], needed: 1, vetoes: ['west'] } as const;
  const process = {
    preconditions: {
      calm: { title: 'calm' },
      light: { title: 'light' },
      both: { title: 'both', jointly: ['calm', 'light'] },
    },
  };
  const { tried } = exhaust(bridge({ agreement, process }), { bounds: { states: 1 } });
  expect(unique(tried.flatMap((event) => (event.type === 'answer.declared' ? [event.party] : [])))).toEqual([
    'east',
    'west',
  ]);
  expect(unique(tried.flatMap((event) => (event.type === 'precondition.met' ? [event.precondition] : [])))).toEqual([
    'calm',
    'light',
  ]);
});

it('bounds let days pass by the least and the most that a phase lasts', () => {
  const phases = [{ length: { length: { wording: 'between', from: 5, to: 7 }, unit: 'days' } }];
  expect(exhaust(bridge({ phases }), { bounds: { states: 1, offers: ['plan'] } }).bounds).toMatchObject({
    days: [1, 5, 7],
  });
});

it('bounds of memory count what positions take once revised', () => {
  const of = (event: TalksEvent) => exhaust(bridge(), { bounds: { events: [event], megabytes: 0.0085 } }).states;
  expect(of({ type: 'mandate.given', party: 'east', mandate: 'conclude' })).toBe(2);
  expect(of({ type: 'position.revised', position: 'cheap', condition: null })).toBe(1);
});
