import { createTalksMachine, openTalks, type TalksSnapshot } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { createActor, createMachine, getNextTransitions, type AnyStateNode } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { bridge } from '../support/bridge.js';
import { allege, conclude, go, pass, play, resume, start, suspend, table } from '../support/play.js';
import { oneRound } from './tiny/one-round.js';

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T; // plain JSON, which is what is shown here

/** A machine's state nodes, by the path of their keys. */
function pathsOf(node: AnyStateNode, path = ''): readonly (readonly [path: string, node: AnyStateNode])[] {
  const children = Object.entries(node.states).flatMap(([key, child]) =>
    pathsOf(child, path === '' ? key : `${path}.${key}`),
  );
  return [[path, node], ...children];
}

/** Each of them with its id, what can happen in it and where that leads. */
function nodesOf(machine: { readonly root: AnyStateNode }): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    pathsOf(machine.root).map(([path, node]) => {
      const on = [...node.transitions.values()].flat().map((t) => ({
        event: String(t.eventType),
        guard: json((t.guard ?? null) as unknown),
        to: t.target?.map((target) => target.id) ?? null,
        actions: json<unknown>(t.actions),
      }));
      return [path, { id: node.id, type: node.type, description: node.description ?? null, tags: node.tags, on }];
    }),
  );
}

describe('a tool that draws statecharts', () => {
  const scenario = gaza2024();
  const machine = createTalksMachine(scenario);
  const nodes = pathsOf(machine.root);

  it('can be given the machine as plain data: guards and actions are names', () => {
    expect(json(machine.config)).toEqual(machine.config);
    const text = JSON.stringify(machine.config);
    for (const name of ['leadsTo', 'isFree', 'begins', 'record', 'tellBlocked']) expect(text).toContain(`"${name}"`);
    const named = new Set([...text.matchAll(/"guard":(?:"(\w+)"|\{"type":"(\w+)")/g)].map((m) => m[1] ?? m[2]));
    expect([...named].sort()).toEqual(Object.keys(machine.implementations.guards).sort());
  });

  it('makes the same states and transitions of it', () => {
    const drawn = createMachine(json(machine.config) as never); // xstate takes its own narrow type of config only
    expect(nodesOf(drawn)).toEqual(nodesOf(machine));
    expect(json(drawn.definition)).toEqual(json(machine.definition));
  });

  it('shows a state for each phase of the offer space, and how long it is in which offer', () => {
    const { most } = scenario.space.phases;
    const phases = nodes.filter(([path]) => /\.phase\d+$/.test(path));
    expect(phases.map(([, { key }]) => key)).toEqual(Array.from({ length: most }, (_, i) => `phase${i + 1}`));
    for (const [, node] of phases) expect(node.description).toMatch(/^\w+ phase/);
    expect(phases[0]?.[1].description).toMatch(/^First phase: .*30 days in [^;]*P4b/);
    expect(phases[1]?.[1].description).toMatch(/^Second phase: .*30 days in [^;]*P4b/);
  });

  it('finds every other state of the design', () => {
    const others = nodes.map(([path]) => path).filter((path) => !/\.phase\d+$/.test(path));
    expect(others).toEqual([
      '',
      'betweenRounds',
      'talks',
      'talks.open',
      'talks.considering',
      'talks.blocked',
      'talks.agreedInPrinciple',
      'suspended',
      'ratifying',
      'ratifying.voting',
      'ratifying.objectionWindow',
      'carryingOut',
      'carryingOut.delivery',
      'carryingOut.delivery.awaitingStart',
      'carryingOut.delivery.inDispute',
      'carryingOut.nextPhase',
      'carryingOut.nextPhase.none',
      'carryingOut.nextPhase.toBegin',
      'carryingOut.nextPhase.underWay',
      'carryingOut.nextPhase.settled',
      'carryingOut.nextPhase.failed',
      'fulfilled',
      'superseded',
      'lapsed',
      'collapsed',
    ]);
  });
});

describe('a snapshot of the bare machine', () => {
  const council = { id: 'council', body: 'the council', objectionDays: 5 } as const;
  const scenario = bridge({
    phases: [{ length: { length: 10, unit: 'days' } }, { length: { length: 5, unit: 'days' }, toBeNegotiated: true }],
    process: { ratification: [council] },
  });
  const approve = { type: 'ratification.voted', step: 'council', outcome: 'approved' } as const;
  const course = [
    table('dear'),
    suspend,
    resume,
    table('plan'),
    conclude,
    approve,
    pass(2),
    suspend,
    pass(1),
    resume,
    pass(2),
    start,
    { type: 'nextPhase.opened' },
    pass(4),
    allege('east'),
    { type: 'nextPhase.settled' },
    pass(7),
    { type: 'breach.cured', obligation: 'stones', by: 'east' },
    pass(4),
  ] as const;

  it.each(course.map((event, i) => [i, event.type] as const))('taken before event %i, %s, survives JSON', (at) => {
    const machine = createTalksMachine(scenario);
    const whole = createActor(machine).start();
    for (const event of course) whole.send(event);
    let actor = createActor(machine).start();
    for (const event of course.slice(0, at)) actor.send(event);
    actor = createActor(machine, { snapshot: json(actor.getPersistedSnapshot()) }).start();
    for (const event of course.slice(at)) actor.send(event);
    expect(json(actor.getSnapshot())).toEqual(json(whole.getSnapshot()));
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', value: 'fulfilled' });
    expect(play(scenario, course).state).toBe('fulfilled');
  });

  it('is small: the scenario is closed over, not copied', () => {
    const talks = play(gaza2024(), [table('P4b')], { start: 'talks' });
    expect(
      JSON.stringify(createActor(createTalksMachine(gaza2024())).start().getPersistedSnapshot()).length,
    ).toBeLessThan(1_000);
    expect(JSON.stringify(talks.snapshot).length).toBeLessThan(3_000);
  });
});

it('xstate/graph walks talks within the bounds that it is given', () => {
  const paths = getShortestPaths(createTalksMachine(oneRound.scenario), {
    events: Object.values(oneRound.events),
    serializeState: ({ value, context }) => JSON.stringify([value, context]),
    stopWhen: (snapshot) => snapshot.matches({ talks: 'considering' }),
    limit: 1_000,
  });
  const first = paths.find(({ state }) => state.matches({ talks: 'considering' }));
  expect(first?.steps.map(({ event }) => event.type).slice(1)).toEqual([
    'precondition.met',
    'mandate.given',
    'round.opened',
    'offer.tabled',
  ]);
});

it('where an event has a place is read from the machine', () => {
  const talks = openTalks(bridge());
  go(talks, table('dear'));
  const places = (snapshot: TalksSnapshot) => new Set(getNextTransitions(snapshot).map((t) => String(t.eventType)));
  for (const { type } of talks.nextEvents) expect(places(talks.snapshot)).toContain(type);
});
