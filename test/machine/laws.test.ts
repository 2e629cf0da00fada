import fc from 'fast-check';
import { createTalksMachine, openTalks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { comesHome } from '../support/course.js';
import { played, replay, runs, type Played } from '../support/runs.js';
import { plain, standFor } from '../support/steps.js';
import { LAWS, theDoors } from './laws.js';
import { SABOTAGE } from './sabotage.js';

/** Random talks, the same for every law, by the seed of all laws: what fails is found again by it. */
const { seed = 0 } = fc.readConfigureGlobal();
const pool: readonly Played[] = fc.sample(runs, { seed, numRuns: 130 }).map(played);
const tries = pool.flatMap((run) => run.tries);

/** Tries something on all of them; says which one it failed on. */
function onAll(check: (run: Played) => void, among = pool): void {
  among.forEach((run, i) => {
    try {
      check(run);
    } catch (error) {
      const events = fc.stringify(run.tries.map(({ event }) => event));
      throw new Error(`Run ${i} of seed ${seed}, on '${run.scenario.id}', after ${events}`, { cause: error });
    }
  });
}

describe('the random talks', () => {
  it('reach every state there is, and each often enough', () => {
    const times: Record<string, number> = {};
    for (const { state } of tries) times[state] = (times[state] ?? 0) + 1;
    const rare = {
      betweenRounds: 10,
      'talks.open': 50,
      'talks.considering': 50,
      'talks.blocked': 5,
      'talks.agreedInPrinciple': 20,
      suspended: 5,
      'ratifying.voting': 5,
      'ratifying.objectionWindow': 2,
      'carryingOut.awaitingStart': 10,
      'carryingOut.phase1': 20,
      'carryingOut.phase2': 1,
      'carryingOut.inDispute': 2,
      fulfilled: 5,
      superseded: 2,
      lapsed: 2,
      collapsed: 2,
    };
    for (const [state, least] of Object.entries(rare)) {
      expect(times[state] ?? 0, `${state} of ${JSON.stringify(times)}`).toBeGreaterThanOrEqual(least);
    }
  });

  it('hold events that are accepted and events that are refused', () => {
    const accepted = tries.filter((t) => t.accepted).length;
    expect(Math.min(accepted, tries.length - accepted)).toBeGreaterThan(tries.length / 10);
  });
});

describe('at every step', () => {
  it('an event is accepted if and only if one of the next events stands for it', () => {
    onAll((run) => {
      for (const { event, accepted, foreseen } of run.tries) expect(accepted, fc.stringify(event)).toBe(foreseen);
    });
  });

  it('every next event is itself accepted', () => {
    onAll(
      ({ scenario, options, events }) => {
        const talks = openTalks(scenario, options);
        for (const event of events) talks.do(event);
        for (const template of talks.nextEvents) {
          const { reasons } = talks.do(standFor(template, talks.log.length, talks));
          expect(reasons, JSON.stringify(template)).toEqual([]);
          talks.undo();
        }
      },
      pool.slice(0, 40),
    );
  });

  it('a refused event changes nothing, and is told why', () => {
    onAll(({ scenario, options, tries: all }) => {
      const talks = openTalks(scenario, options);
      for (const { event, accepted, after } of all) {
        const before = { snapshot: plain(talks.snapshot), log: talks.log, state: talks.state };
        const { reasons } = talks.do(event);
        expect(reasons.length === 0).toBe(accepted);
        expect(plain(talks.snapshot)).toEqual(after);
        if (accepted) continue;
        expect({ snapshot: after, log: talks.log, state: talks.state }).toEqual(before);
        for (const { code, message } of reasons) {
          expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
          expect(message).toMatch(/\w.*[.?]$/s);
        }
      }
    });
  });

  it("its context is plain JSON, and it is tagged 'blocked' exactly where it is", () => {
    onAll(({ scenario, options, events }) => {
      const talks = openTalks(scenario, options);
      for (const event of events) {
        talks.do(event);
        const { context } = talks.snapshot;
        expect(JSON.parse(JSON.stringify(context))).toEqual(context);
        expect(talks.snapshot.hasTag('blocked')).toBe(talks.state === 'talks.blocked');
        // The deal's own count of phases and the state's name never part.
        const phase = /^carryingOut\.phase(\d+)$/.exec(talks.state);
        if (phase) expect(context.deal?.phase).toBe(Number(phase[1]));
      }
    });
  });

  it('neither clock goes back', () => {
    onAll(({ scenario, options, events }) => {
      const talks = openTalks(scenario, options);
      for (const event of events) {
        const before = talks.clock;
        talks.do(event);
        const { today, asOf } = talks.clock;
        if (before.today !== null) expect((today ?? '') >= before.today).toBe(true);
        if (before.asOf !== null) expect(`${asOf ?? ''}-99`.slice(0, 10) >= before.asOf).toBe(true);
        else expect(asOf).toBeNull();
      }
    });
  });
});

describe('over whole runs', () => {
  it.each(LAWS)('%s', (_, law) => {
    onAll((run) => {
      law(run, theDoors);
    });
  });

  it('from where they end there is a course to a final state, without anybody ending the deal', () => {
    onAll(
      (run) => {
        const talks = replay(run, run.events);
        expect(comesHome(talks), talks.state).toBe(true);
      },
      pool.slice(0, 60),
    );
  });

  it('an actor of the machine goes where the talks go, refused events and a restart from JSON included', () => {
    onAll(({ scenario, options, tries: all }) => {
      const machine = createTalksMachine(scenario, options);
      let actor = createActor(machine).start();
      all.forEach(({ event, after }, i) => {
        if (i % 5 === 4) {
          const saved = JSON.stringify(actor.getPersistedSnapshot());
          actor = createActor(machine, { snapshot: JSON.parse(saved) as never }).start(); // xstate types it no closer
        }
        // xstate itself throws on what is no event at all; the machine ignores every event it refuses.
        const sendable =
          typeof event === 'object' && (event as object | null) !== null && typeof event.type === 'string';
        if (sendable && actor.getSnapshot().status === 'active') actor.send(event);
        const { status, value, context } = plain(actor.getSnapshot()) as Record<string, unknown>;
        expect({ status, value, context }).toEqual({
          status: (after as Record<string, unknown>)['status'],
          value: (after as Record<string, unknown>)['value'],
          context: (after as Record<string, unknown>)['context'],
        });
      });
    });
  });
});

it.each(SABOTAGE)('a law fails on %s', (_, law, doors) => {
  expect(() => {
    onAll((run) => LAWS[law]?.[1](run, doors));
  }).toThrow('Run');
});
