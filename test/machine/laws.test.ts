import fc from 'fast-check';
import { createTalksMachine, openTalks, type Scenario, type Talks, type TalksOptions } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { anyScenario, eventOf, isForeseen, optionsIn, plain, standFor, stepsIn, type Step } from '../support/steps.js';

interface Run {
  readonly scenario: Scenario;
  readonly options: TalksOptions;
  readonly steps: readonly Step[];
}

const runs: fc.Arbitrary<Run> = anyScenario.chain((scenario) =>
  fc.record({ scenario: fc.constant(scenario), options: optionsIn(scenario), steps: stepsIn(scenario) }),
);

/** Takes random runs step by step; `take` tries the step, and checks what it likes about it. */
function walk(numRuns: number, take: (talks: Talks, run: Run, step: Step) => void): void {
  fc.assert(
    fc.property(runs, (run) => {
      const talks = openTalks(run.scenario, run.options);
      for (const step of run.steps) take(talks, run, step);
    }),
    { numRuns },
  );
}

describe('at every step of any talks', () => {
  it('an event is accepted if and only if one of the next events stands for it', () => {
    const seen = { accepted: 0, refused: 0 };
    walk(150, (talks, { scenario, options }, step) => {
      const event = eventOf(talks, step);
      const foreseen = isForeseen(scenario, options, talks, event);
      const { accepted } = talks.do(event);
      expect(accepted, JSON.stringify(event)).toBe(foreseen);
      seen[accepted ? 'accepted' : 'refused'] += 1;
    });
    // The law says nothing where only one of the two is ever tried.
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
  });

  it('every next event is itself accepted', () => {
    walk(30, (talks, _, step) => {
      for (const template of talks.nextEvents) {
        const { reasons } = talks.do(standFor(template, talks.log.length, talks));
        expect(reasons, JSON.stringify(template)).toEqual([]);
        talks.undo();
      }
      talks.do(eventOf(talks, step));
    });
  });

  it('a refused event changes nothing, and is told why', () => {
    walk(100, (talks, _, step) => {
      const before = { snapshot: plain(talks.snapshot), log: talks.log, state: talks.state };
      const { accepted, reasons } = talks.do(eventOf(talks, step));
      expect(reasons.length === 0).toBe(accepted);
      if (accepted) return;
      expect({ snapshot: plain(talks.snapshot), log: talks.log, state: talks.state }).toEqual(before);
      for (const { code, message } of reasons) {
        expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
        expect(message).toMatch(/\w.*[.?]$/s);
      }
    });
  });

  it("its context is plain JSON, and it is tagged 'blocked' exactly where it is", () => {
    const states = new Set<string>();
    walk(100, (talks, _, step) => {
      talks.do(eventOf(talks, step));
      const { context } = talks.snapshot;
      expect(JSON.parse(JSON.stringify(context))).toEqual(context);
      expect(talks.snapshot.hasTag('blocked')).toBe(talks.state === 'talks.blocked');
      states.add(talks.state);
    });
    expect(states.size).toBeGreaterThan(5);
  });
});

describe('over whole runs', () => {
  it('undo gives an equal state, and as many as there were events lead to the beginning', () => {
    fc.assert(
      fc.property(runs, ({ scenario, options, steps }) => {
        const talks = openTalks(scenario, options);
        const been = [plain(talks.snapshot)];
        for (const step of steps) if (talks.do(eventOf(talks, step)).accepted) been.push(plain(talks.snapshot));
        expect(talks.log).toHaveLength(been.length - 1);
        for (const before of been.reverse().slice(1)) {
          expect(talks.undo()).toBe(true);
          expect(plain(talks.snapshot)).toEqual(before);
        }
        expect(talks.undo()).toBe(false);
        expect(talks.log).toEqual([]);
        expect(plain(talks.snapshot)).toEqual(plain(openTalks(scenario, options).snapshot));
      }),
      { numRuns: 60 },
    );
  });

  it('the log done again on fresh talks leads to an equal snapshot, as JSON too', () => {
    fc.assert(
      fc.property(runs, ({ scenario, options, steps }) => {
        const talks = openTalks(scenario, options);
        for (const step of steps) talks.do(eventOf(talks, step));
        const log = JSON.parse(JSON.stringify(talks.log)) as typeof talks.log; // plain JSON, as its docstring says
        expect(log).toEqual(talks.log);
        const again = openTalks(scenario, options);
        for (const { event, state } of log) {
          expect(again.do(event).reasons).toEqual([]);
          expect(again.state).toBe(state);
        }
        expect(plain(again.snapshot)).toEqual(plain(talks.snapshot));
        expect(again.assessment).toEqual(talks.assessment);
      }),
      { numRuns: 60 },
    );
  });

  it('an actor of the machine goes where the talks go, refused events and a restart from JSON included', () => {
    fc.assert(
      fc.property(runs, fc.nat(12), ({ scenario, options, steps }, at) => {
        const machine = createTalksMachine(scenario, options);
        const talks = openTalks(scenario, options);
        let actor = createActor(machine).start();
        steps.forEach((step, i) => {
          if (i === at) {
            const saved = JSON.stringify(actor.getPersistedSnapshot());
            actor = createActor(machine, { snapshot: JSON.parse(saved) as never }).start(); // xstate types it no closer
          }
          const event = eventOf(talks, step);
          talks.do(event);
          // xstate itself throws on what is no event at all; the machine ignores every event it refuses.
          if (typeof event === 'object' && event !== null && typeof event.type === 'string') actor.send(event);
          expect(actor.getSnapshot().status).toBe('active');
          expect(actor.getSnapshot().value).toEqual(talks.snapshot.value);
          expect(actor.getSnapshot().context).toEqual(talks.snapshot.context);
        });
        if (steps.length <= at) expect(plain(actor.getSnapshot())).toEqual(plain(talks.snapshot));
      }),
      { numRuns: 60 },
    );
  });
});
