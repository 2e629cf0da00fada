import { defineScenario, EVENT_TYPES, type Talks, type TalksEvent } from 'sticking-points';
import { fishingQuota, labourContract } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { isDeepFrozen } from '../../src/base/freeze.js';
import { unique } from '../../src/base/list.js';
import { exhaust, type ExhaustOptions } from '../../src/testing/exhaust.js';
import type { ExhaustBounds } from '../../src/testing/exhaust/bounds.js';
import type { DealInvariant } from '../../src/testing/invariant.js';
import { oneFlag } from '../machine/tiny/one-flag.js';
import { oneRound } from '../machine/tiny/one-round.js';
import { stepsOf } from '../machine/tiny/tiny.js';
import { twoPhases } from '../machine/tiny/two-phases.js';
import { gather } from '../support/gather.js';
import { play } from '../support/play.js';

describe.each([
  ['two parties and one flag', oneFlag],
  ['a round with a precondition and a mandate', oneRound],
  ['a vote, two phases and a dispute', twoPhases],
])('of tiny talks, %s, exhaust', (_, { scenario, events, table, nameOf }) => {
  const { seen, invariant } = gather();
  const result = exhaust(scenario, { invariants: [invariant], bounds: { events: Object.values(events) } });

  it('reaches exactly the states of their table, ends told apart by what led there', () => {
    const names = seen.map(({ snapshot }) => nameOf(snapshot));
    expect(new Set(names)).toEqual(new Set(Object.keys(table)));
    const goesOn = (name: string) => stepsOf(table[name] ?? []).size > 0;
    expect(names.filter(goesOn).sort()).toEqual(Object.keys(table).filter(goesOn).sort());
    expect(result).toMatchObject({ states: seen.length, complete: true });
  });

  it('takes exactly its transitions', () => {
    expect(result.transitions).toBe(Object.values(table).flatMap((rows) => [...stepsOf(rows)]).length);
  });

  it('finds out an event that is wanting', () => {
    const [, ...fewer] = Object.values(events);
    expect(exhaust(scenario, { bounds: { events: fewer } }).transitions).toBeLessThan(result.transitions);
  });

  it('reaches no less by what the scenario itself makes of bounds', () => {
    const all = gather();
    expect(exhaust(scenario, { invariants: [all.invariant] }).complete).toBe(true);
    const names = new Set(all.seen.map(({ snapshot }) => nameOf(snapshot)));
    expect(Object.keys(table).filter((name) => !names.has(name))).toEqual([]);
  });
});

const noDelivery: ExhaustBounds = { days: [], disputes: 0, extensions: 0 };
const atMost60: DealInvariant = {
  title: 'spares the stock',
  condition: { kind: 'compare', of: 'catch', op: '<=', line: 60 },
};

describe('a fishing quota', () => {
  const bounds: ExhaustBounds = { ...noDelivery, answers: ['accepts', 'rejects'], positions: [], days: [180] };

  it('spares the stock as long as the island holds on to that', () => {
    const { complete, findings } = exhaust(fishingQuota(), { invariants: [atMost60], bounds });
    expect(complete).toBe(true);
    expect(findings).toEqual([{ title: 'spares the stock', finding: 'held', asked: 2, undetermined: 0 }]);
  });

  it('does not where it may give that up, by the shortest course there is', () => {
    const { findings } = exhaust(fishingQuota(), {
      invariants: [atMost60],
      bounds: { ...bounds, positions: ['island-stock'] },
    });
    const { finding, counterexample } = findings[0] ?? {};
    expect(finding).toBe('broken');
    expect(counterexample).toMatchObject({ state: 'carryingOut.awaitingStart', offer: 'south-draft' });
    expect(counterexample?.events.map((event) => event.type)).toEqual([
      'offer.tabled',
      'position.revised',
      'answer.declared',
      'agreement.concluded',
    ]);
    const talks = play(fishingQuota(), counterexample?.events ?? []);
    expect(talks.deal?.offer).toBe('south-draft');
  });

  it('lapses once its season has opened, and that is the end of days', () => {
    const { seen, invariant } = gather();
    const talks = { asOf: '2031-04-01' } as const;
    const within = { ...bounds, answers: ['accepts'], offers: ['compromise'], days: [40] } as const;
    expect(exhaust(fishingQuota(), { invariants: [invariant], talks, bounds: within }).complete).toBe(true);
    expect(seen.map(({ state }) => state)).toContain('lapsed');
  });
});

describe('a labour contract', () => {
  const bounds: ExhaustBounds = {
    ...noDelivery,
    offers: ['draft'],
    answers: ['accepts'],
    positions: [],
    mandates: { union: ['conclude'], company: ['conclude'] },
    days: [14, 365],
  };
  const approved = (talks: Talks) =>
    ['members', 'board'].every((step) =>
      talks.log.some(({ event }) => event.type === 'ratification.voted' && event.step === step),
    );
  const invariants: readonly DealInvariant[] = [
    // A deal is in no state to which one course leads with both, and another without.
    { title: 'is approved by both', talks: (talks) => !talks.deal || approved(talks), ofStateAlone: true },
    { title: 'is never in its second year', talks: (talks) => talks.deal?.phase !== 2 },
    { title: 'raises pay', condition: { kind: 'compare', of: 'raise', in: 1, op: '>', line: 0 } },
  ];
  const { complete, findings } = exhaust(labourContract(), { invariants, bounds });

  it('is carried out only once members and board have approved', () => {
    expect(complete).toBe(true);
    expect(findings.map(({ finding }) => finding)).toEqual(['held', 'broken', 'held']);
  });

  it('tells the shortest of the courses to a flaw that lies deep', () => {
    const { events = [], state } = findings[1]?.counterexample ?? {};
    expect(events).toHaveLength(12);
    expect(state).toBe('carryingOut.phase2');
    const shorter = exhaust(labourContract(), { invariants, bounds: { ...bounds, depth: events.length - 1 } });
    expect(shorter).toMatchObject({ complete: false });
    // What was reached held it, and no more is known.
    expect(shorter.findings[1]).toMatchObject({ finding: 'undetermined', asked: shorter.states, undetermined: 0 });
    expect(play(labourContract(), events).state).toBe('carryingOut.phase2');
  });

  it('is asked of what is still to be approved', () => {
    const { complete: all, findings: early } = exhaust(labourContract(), {
      invariants,
      bounds: { ...bounds, depth: 5 },
    });
    expect(all).toBe(false);
    expect(early[2]).toEqual({ title: 'raises pay', finding: 'undetermined', asked: 1, undetermined: 0 });
  });

  it('is tried by every type of event that a scenario without sources allows', () => {
    const { tried } = exhaust(labourContract(), { bounds: { states: 1 } });
    // Of texts there is nothing to try where no offer has one.
    const onTexts = /^(performance|certification|event|instrument|promisedTalks)\.|^breach\.found$/;
    const never = ['offer.recorded', 'deal.ended', ...EVENT_TYPES.filter((type) => onTexts.test(type))];
    expect(unique(tried.map(({ type }) => type))).toEqual(EVENT_TYPES.filter((type) => !never.includes(type)));
  });
});

describe('what comes out', () => {
  const options: ExhaustOptions = {
    invariants: [atMost60, { title: 'never blocked', talks: ({ state }) => state !== 'talks.blocked' }],
    bounds: { states: 200 },
  };
  const result = exhaust(fishingQuota(), options);

  it('is plain data, frozen', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(isDeepFrozen(result)).toBe(true);
  });

  it('is the same again, and by the bounds that it tells', () => {
    expect(exhaust(fishingQuota(), options)).toEqual(result);
    expect(exhaust(fishingQuota(), { ...options, bounds: result.bounds })).toEqual(result);
  });

  it('is the same where what was tried is given as events', () => {
    const { states, megabytes, depth, extensions, revisions } = result.bounds;
    const bounds = { events: result.tried, states, megabytes, depth, extensions, revisions };
    const { transitions, findings } = exhaust(fishingQuota(), { ...options, bounds });
    expect({ transitions, findings }).toEqual({ transitions: result.transitions, findings: result.findings });
  });

  it('does not hang on records that their owner changes later', () => {
    const events: TalksEvent[] = [{ type: 'offer.tabled', offer: 'yes' }];
    const { tried } = exhaust(oneFlag.scenario, { bounds: { events } });
    events.pop();
    expect(tried).toHaveLength(1);
  });
});

it('events beyond the bounds, such as a new offer, are tried where they are given', () => {
  const scenario = defineScenario({
    id: 'bare',
    parties: { only: {} },
    terms: { flag: { kind: 'flag' } },
    positions: {},
    offers: { one: { by: ['only'], terms: { flag: true } } },
  });
  const raised: DealInvariant = { title: 'is raised', condition: { kind: 'flag', of: 'flag', is: true } };
  const events: readonly TalksEvent[] = [
    { type: 'offer.tabled', offer: 'one' },
    { type: 'offer.tabled', offer: { id: 'two', by: ['only'], terms: { flag: false } } },
    { type: 'agreement.concluded' },
  ];
  const { findings, complete } = exhaust(scenario, { invariants: [raised], bounds: { events } });
  expect(complete).toBe(true);
  expect(findings[0]).toMatchObject({ finding: 'broken', asked: 2, counterexample: { offer: 'two' } });
});
