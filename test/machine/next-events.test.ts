import {
  createTalksMachine,
  openTalks,
  refusalsOf,
  type EventTemplate,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { nextEventsOf } from '../../src/machine/next-events.js';
import { rulesOf } from '../../src/machine/rules.js';
import { bridge } from '../support/bridge.js';
import { matchesTemplate } from '../support/matches-template.js';
import { accept, against, play, table, withdraw } from '../support/play.js';
import { oneFlag } from './tiny/one-flag.js';
import { oneRound } from './tiny/one-round.js';
import type { Tiny } from './tiny/tiny.js';
import { twoPhases } from './tiny/two-phases.js';

/** Talks in each state that a scenario's table of events leads to. */
function everyState({ scenario, events, nameOf }: Tiny): readonly Talks[] {
  const found = new Map<string, Talks>();
  const waiting = [openTalks(scenario)];
  for (let talks = waiting.shift(); talks; talks = waiting.shift()) {
    const name = nameOf(talks.snapshot);
    if (found.has(name)) continue;
    found.set(name, talks);
    for (const event of Object.values(events)) {
      const fork = talks.fork();
      if (fork.do(event).accepted) waiting.push(fork);
    }
  }
  return [...found.values()];
}

/** The same event with one id in it that of nothing, for each of its ids. */
const elsewhere = (event: TalksEvent): readonly TalksEvent[] =>
  Object.entries(event)
    .filter(([key, value]) => !NO_IDS.includes(key) && typeof value === 'string')
    .map(([key]) => ({ ...event, [key]: 'nobody' }));

const NO_IDS: readonly string[] = ['type', 'outcome', 'mandate'];

const ofType = (talks: Talks, type: TalksEvent['type']) => talks.nextEvents.filter((one) => one.type === type);

describe.each([
  ['two parties and one flag', oneFlag],
  ['a round with a precondition and a mandate', oneRound],
  ['a vote, two phases and a dispute', twoPhases],
])('in every state of tiny talks, %s', (_, tiny) => {
  const states = everyState(tiny);

  it('of an event that is accepted exactly one template is listed; of one that is refused, at most one that leaves something free', () => {
    for (const talks of states) {
      for (const event of Object.values(tiny.events)) {
        const where = `${tiny.nameOf(talks.snapshot)}: ${JSON.stringify(event)}`;
        const standingFor = talks.nextEvents.filter((one) => matchesTemplate(one, event));
        if (against(talks, event).length === 0) expect(standingFor, where).toHaveLength(1);
        else
          expect(
            standingFor.filter(({ free }) => !free),
            where,
          ).toEqual([]);
      }
    }
  });

  it('no template stands for an event once one of its ids is changed', () => {
    const changed = Object.values(tiny.events).flatMap(elsewhere);
    expect(changed.length).toBeGreaterThan(0);
    for (const { nextEvents } of states) {
      expect(changed.filter((event) => nextEvents.some((one) => matchesTemplate(one, event)))).toEqual([]);
    }
  });

  it('a template that leaves nothing free can be done as it stands, and no template is listed twice', () => {
    for (const talks of states) {
      const told = talks.nextEvents.map((template) => JSON.stringify(template));
      expect(new Set(told).size).toBe(told.length);
      const ready = talks.nextEvents.filter((template) => !template.free);
      // Without `free`, a template is an event.
      for (const template of ready)
        expect(against(talks, template as TalksEvent), JSON.stringify(template)).toEqual([]);
    }
  });

  it('whoever is told that an event has no place is told the types of all that have one', () => {
    for (const { scenario, snapshot, nextEvents } of states) {
      const types = new Set(nextEvents.map(({ type }) => type));
      const [misplaced = 'deal.started'] = (['talks.resumed', 'deal.started'] as const).filter(
        (type) => !types.has(type),
      );
      expect(refusalsOf(scenario, snapshot, { type: misplaced })).toMatchObject([
        { code: 'talks/no-place', facts: { possible: [...types] } },
      ]);
    }
  });

  it('where the talks are over nothing can happen, and everywhere else days can pass', () => {
    for (const talks of states) {
      const isOver = ['fulfilled', 'lapsed', 'superseded', 'collapsed'].includes(talks.state);
      const passing: readonly EventTemplate[] = [{ type: 'days.passed', free: ['days'] }];
      if (isOver) expect(talks.nextEvents).toEqual([]);
      else expect(ofType(talks, 'days.passed')).toEqual(passing);
    }
  });
});

describe('an actor that was stopped', () => {
  const scenario = bridge();
  const actor = createActor(createTalksMachine(scenario)).start();
  actor.stop();
  const stopped = actor.getSnapshot();

  it('has nothing that can happen next', () => {
    expect(stopped.status).toBe('stopped');
    expect(nextEventsOf(rulesOf(scenario, {}), stopped)).toEqual([]);
  });

  it('takes no event, and the refusal names none that it would take', () => {
    const event = table('plan');
    expect(refusalsOf(scenario, stopped, event)).toMatchObject([{ code: 'talks/no-place', facts: { possible: [] } }]);
  });
});

describe('an offer', () => {
  it.each([[['a']], [['o']], [['o', 'oo', 'ooo']], [['o-0', 'plan-0', 'undefined-0']]])(
    'that is new can be recorded and tabled, whatever ids the known ones have: %j',
    (ids) => {
      const known = openTalks(bridge({ offers: Object.fromEntries(ids.map((id) => [id, {}])) }));
      const isNew = { free: ['offer'] };
      expect(ofType(known, 'offer.recorded')).toMatchObject([isNew]);
      expect(ofType(known, 'offer.tabled').filter(({ free }) => free)).toMatchObject([isNew]);
    },
  );

  it('can be withdrawn only while it lies on the table, and then only that one', () => {
    const talks = openTalks(bridge());
    expect(ofType(talks, 'offer.withdrawn')).toEqual([]);
    talks.do(table('dear'));
    expect(ofType(talks, 'offer.withdrawn')).toEqual([withdraw('dear')]);
  });

  it('is accepted with exactly the demands that it leaves unmet conceded, and rejected with none', () => {
    const talks = play(bridge(), [table('dear')]);
    expect(ofType(talks, 'answer.declared')).toContainEqual({ ...accept('west'), concedes: ['cheap'] });
    expect(ofType(talks, 'answer.declared')).toContainEqual({ ...accept('east'), concedes: [] });
    expect(ofType(talks, 'answer.declared')).toContainEqual({
      type: 'answer.declared',
      party: 'west',
      answer: 'rejects',
      concedes: [],
    });
  });
});
