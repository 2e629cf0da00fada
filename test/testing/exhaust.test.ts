import {
  days,
  defineScenario,
  EVENT_TYPES,
  isFaultError,
  openTalks,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
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
import { bridge } from '../support/bridge.js';
import { allege, conclude, cure, pass, play, start, table } from '../support/play.js';

/** An invariant that never breaks, and keeps all the talks it was asked of. */
function gather(): { readonly seen: Talks[]; readonly invariant: DealInvariant } {
  const seen: Talks[] = [];
  return { seen, invariant: { title: 'is seen', talks: (talks) => seen.push(talks) > 0 } };
}

const cutBy = (cut: readonly { readonly bound: string; readonly times: number }[], bound: string) =>
  cut.filter((one) => one.bound === bound).map(({ times }) => times);

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
    { title: 'is approved by both', talks: (talks) => !talks.deal || approved(talks) },
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
    expect(shorter.findings[1]?.finding).toBe('held'); // of what was reached, and no more is known
    expect(play(labourContract(), events).state).toBe('carryingOut.phase2');
  });

  it('is asked of what is still to be approved', () => {
    const { complete: all, findings: early } = exhaust(labourContract(), {
      invariants,
      bounds: { ...bounds, depth: 5 },
    });
    expect(all).toBe(false);
    expect(early[2]).toEqual({ title: 'raises pay', finding: 'held', asked: 1, undetermined: 0 });
  });

  it('is tried by every type of event that a scenario without sources allows', () => {
    const { tried } = exhaust(labourContract(), { bounds: { states: 1 } });
    const never = ['offer.recorded', 'performance.reported', 'deal.ended'];
    expect(unique(tried.map(({ type }) => type))).toEqual(EVENT_TYPES.filter((type) => !never.includes(type)));
  });
});

describe('what was asked', () => {
  const { scenario } = oneFlag;
  const ask = (...invariants: DealInvariant[]) => exhaust(scenario, { invariants }).findings;

  it('is named by its title, or by the condition in words', () => {
    const [held] = ask({ condition: { kind: 'flag', of: 'flag', is: true } });
    expect(held).toEqual({ title: 'flag: yes', finding: 'held', asked: 1, undetermined: 0 });
  });

  it('of a deal is asked by a function as well, given the scenario', () => {
    const [broken] = ask({ title: 'is no', offer: (offer, { offers }) => offers[offer.id] !== offer });
    expect(broken).toMatchObject({ finding: 'broken', asked: 1, counterexample: { offer: 'yes' } });
  });

  it('is undetermined where the text of a deal leaves it open', () => {
    const few: DealInvariant = { title: 'few', condition: { kind: 'compare', of: 'stones', op: '<=', line: 9 } };
    const bounds: ExhaustBounds = { ...noDelivery, offers: ['plan'], answers: ['accepts'], positions: [] };
    const [finding] = exhaust(bridge(), { invariants: [few], bounds }).findings;
    expect(finding).toEqual({ title: 'few', finding: 'undetermined', asked: 1, undetermined: 1 });
  });

  it('is not held where a single state cannot be told, and broken wherever one breaks it', () => {
    const untold = (talks: Talks) => (talks.state === 'suspended' ? 'undetermined' : 'held');
    const [open, broken] = ask(
      { title: 'open', talks: untold },
      { title: 'broken', talks: (talks) => (talks.state === 'fulfilled' ? 'broken' : untold(talks)) },
    );
    expect(open).toMatchObject({ finding: 'undetermined' });
    expect(open?.undetermined).toBeGreaterThan(0);
    expect(broken).toMatchObject({ finding: 'broken', undetermined: open?.undetermined });
  });

  it('is undetermined where there was no deal to ask it of', () => {
    const never: DealInvariant = { title: 'never', offer: () => true };
    const [finding] = exhaust(scenario, { invariants: [never], bounds: { offers: [] } }).findings;
    expect(finding).toEqual({ title: 'never', finding: 'undetermined', asked: 0, undetermined: 0 });
  });

  it('sees the text that is settled for the next phase, and an amendment once it is concluded', () => {
    const asked: string[] = [];
    const invariant: DealInvariant = { title: 'is seen', offer: ({ id }) => asked.push(id) > 0 };
    const changed = bridge({ offers: { dear: { by: ['west'], terms: { cost: 45, toll: false } } } });
    exhaust(changed, { invariants: [invariant], bounds: { ...noDelivery, answers: ['accepts'], positions: [] } });
    expect(asked.sort()).toEqual(['dear', 'plan']);
  });
});

describe('bounds', () => {
  const { scenario } = oneFlag;

  it('of states end the walk in order, and are told', () => {
    const { states, complete, cut, findings } = exhaust(fishingQuota(), {
      bounds: { states: 100 },
      invariants: [{ title: 'goes', talks: () => true }],
    });
    expect({ states, complete }).toEqual({ states: 100, complete: false });
    expect(findings[0]).toMatchObject({ finding: 'held', asked: 100 });
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

describe('days past the last that can matter', () => {
  const events: readonly TalksEvent[] = [
    { type: 'offer.tabled', offer: 'plan' },
    { type: 'agreement.concluded' },
    { type: 'deal.started' },
    { type: 'days.passed', days: 1 },
    { type: 'breach.alleged', obligation: 'cost' },
    { type: 'breach.cured', obligation: 'cost' },
    { type: 'phase.extended', days: 2 },
    { type: 'phase.ended', phase: 1 },
    { type: 'phase.ended', phase: 2 },
  ];
  const day = (length: number) => ({ length: { length, unit: 'days' } });
  const scenario = bridge({ phases: [day(2), { length: { length: { wording: 'at least', n: 1 }, unit: 'days' } }] });

  /** What a state is here but for its days. */
  const nameOf = ({ snapshot, deal }: Talks) =>
    JSON.stringify([snapshot.value, deal?.phase, deal?.extended, deal?.extensions, deal?.disputes]);

  /** What is reached, and by how few events, with every number of days a state of its own. */
  function reachedOneByOne(depth: number): ReadonlyMap<string, number> {
    const reached = new Map<string, number>();
    const seen = new Set<string>();
    let layer: readonly Talks[] = [openTalks(scenario)];
    for (let at = 0; at <= depth; at++) {
      for (const talks of layer) if (!reached.has(nameOf(talks))) reached.set(nameOf(talks), at);
      layer = layer.flatMap((talks) =>
        events.flatMap((event): readonly Talks[] => {
          const fork = talks.fork();
          const again = event.type === 'phase.extended' && (fork.deal?.extended ?? 0) > 0;
          if (again || !fork.do(event).accepted) return [];
          const name = JSON.stringify([fork.snapshot.value, fork.snapshot.context]);
          return seen.size === seen.add(name).size ? [] : [fork];
        }),
      );
    }
    return reached;
  }

  it('are one state, and nothing is reached less or later for that', () => {
    const { seen, invariant } = gather();
    const { complete, states } = exhaust(scenario, { invariants: [invariant], bounds: { events } });
    expect(complete).toBe(true);
    expect(states).toBeLessThan(100);
    const reached = new Map<string, number>();
    for (const talks of seen) if (!reached.has(nameOf(talks))) reached.set(nameOf(talks), talks.log.length);
    expect(Object.fromEntries(reached)).toEqual(Object.fromEntries(reachedOneByOne(16)));
  });
});

describe('one state', () => {
  const statesOf = (process: object, events: readonly TalksEvent[]) =>
    exhaust(bridge(process), { bounds: { events } }).states;

  it('is what came about in another order', () => {
    const preconditions = { calm: { title: 'calm' }, light: { title: 'light' } };
    const met = Object.keys(preconditions).map((precondition) => ({ type: 'precondition.met', precondition }) as const);
    const given = [
      { type: 'mandate.given', party: 'east', mandate: 'conclude' },
      { type: 'mandate.given', party: 'west', mandate: 'conclude' },
    ] as const;
    expect(statesOf({ process: { preconditions } }, met)).toBe(4);
    expect(statesOf({}, given)).toBe(4);
    const inForce = [table('plan'), conclude, start] as const;
    expect(statesOf({}, [...inForce, allege(), allege('east')])).toBe(4 + 3);
  });

  it('is none where another is disputed, or has to be', () => {
    const inForce = [table('plan'), conclude, start] as const;
    const cost = { type: 'breach.alleged', obligation: 'cost' } as const;
    expect(statesOf({}, [...inForce, allege(), cost])).toBe(4 + 3);
    expect(statesOf({}, [...inForce, allege()])).toBe(4 + 1);
  });

  it('is none by its days where a new offer may be longer than all there were', () => {
    const { seen, invariant } = gather();
    const long = {
      id: 'long',
      by: ['guild'],
      terms: { cost: 40, toll: false },
      phaseCount: 1,
      phases: [{ length: days(14) }],
    };
    const events: readonly TalksEvent[] = [table('plan'), conclude, start, pass(6), allege(), cure()];
    const more: readonly TalksEvent[] = [{ type: 'offer.tabled', offer: long }];
    exhaust(bridge(), { invariants: [invariant], bounds: { events: [...events, ...more], depth: 14 } });
    const ended = seen.filter(({ state, deal }) => state === 'fulfilled' && deal?.offer === 'long');
    expect(ended.some(({ log }) => log.filter(({ event }) => event.type === 'days.passed').length === 3)).toBe(true);
  });
});

describe('bounds that cannot be', () => {
  const codesOf = (bounds: unknown): readonly string[] => {
    try {
      exhaust(fishingQuota(), { bounds: bounds as ExhaustBounds }); // from JavaScript they may be anything
    } catch (error) {
      if (!isFaultError(error)) throw error;
      return error.faults.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
    }
    return [];
  };

  it.each([
    [{ offers: ['compromis'] }, "bounds.offers.0: No offer is called 'compromis'. Did you mean 'compromise'?"],
    [{ offers: 'compromise' }, "bounds.offers: 'offers' cannot be 'compromise': give a list."],
    [{ positions: ['nothing'] }, /^bounds\.positions\.0: No position is called 'nothing'\. Known: /],
    [{ answers: ['maybe'] }, /^bounds\.answers\.0: No answer is called 'maybe'\./],
    [{ answers: [3] }, 'bounds.answers.0: 3 is no answer: give its name.'],
    [{ mandates: [] }, "bounds.mandates: 'mandates' cannot be this list: give a list for each party."],
    [{ mandates: { nrth: ['listen'] } }, "bounds.mandates: No party is called 'nrth'. Did you mean 'north'?"],
    [
      { mandates: { north: ['lisen'] } },
      "bounds.mandates.north.0: No mandate is called 'lisen'. Did you mean 'listen'?",
    ],
    [{ days: [1, 0] }, "bounds.days.1: 'days.1' cannot be 0: give a whole number, 1 or more."],
    [{ depth: -1 }, "bounds.depth: 'depth' cannot be -1: give a whole number, 0 or more."],
    [{ states: 0 }, "bounds.states: 'states' cannot be 0: give a whole number, 1 or more."],
    [{ extensions: 1.5 }, "bounds.extensions: 'extensions' cannot be 1.5: give a whole number, 0 or more."],
    [{ revisions: Infinity }, "bounds.revisions: 'revisions' cannot be Infinity: give a whole number, 0 or more."],
    [{ megabytes: 0 }, "bounds.megabytes: 'megabytes' cannot be 0: give a figure above 0."],
    [{ stats: 5 }, "bounds.stats: No bound is called 'stats'. Did you mean 'states'?"],
    [
      { events: [], days: [1] },
      "bounds.days: 'events' takes the place of all that 'days' would make: give one of the two.",
    ],
    [{ events: [{ type: 'talks.suspend' }] }, /^bounds\.events\.0\.type: There is no event called 'talks\.suspend'/],
    [{ events: [null] }, /^bounds\.events\.0\.type: An event needs a type/],
    [null, 'bounds: The bounds cannot be null: give a record, or leave them out.'],
  ])('%j', (bounds, said) => {
    const [code, ...more] = codesOf(bounds);
    expect(more).toEqual([]);
    expect(code).toMatch(/^testing\/bad-bound /);
    const sentence = code?.replace('testing/bad-bound ', '') ?? '';
    if (typeof said === 'string') expect(sentence).toBe(said);
    else expect(sentence).toMatch(said);
  });

  it('are all told at once, and what may be left out may be undefined', () => {
    expect(codesOf({ depth: -1, states: 'many', offers: ['x', 'y'] })).toHaveLength(4);
    expect(codesOf({ depth: undefined, states: 1 })).toEqual([]);
  });

  it('are told apart from options of talks that cannot be', () => {
    const talks = { asOf: 'yesterday' };
    expect(() => exhaust(fishingQuota(), { talks })).toThrow('talks/bad-option');
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
