import { createTalksMachine, type TalksEvent } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { bridge } from '../support/bridge.js';
import { accept, allege, conclude, pass, start, suspend, table } from '../support/play.js';
import { two } from '../support/started.js';

/** An actor of talks on the bridge, and what it has told so far. */
function listening(...changes: Parameters<typeof bridge>) {
  const actor = createActor(createTalksMachine(bridge(...changes))).start();
  const told: unknown[] = [];
  for (const type of ['talks.blocked', 'talks.agreed', 'phase.began'] as const)
    actor.on(type, (event) => told.push(event));
  const send = (...events: readonly TalksEvent[]) => {
    for (const event of events) actor.send(event);
    return actor.getSnapshot().value;
  };
  return { actor, told, send };
}

describe('the machine tells', () => {
  it('that talks are blocked, and by what; that they agree, and on what; and which phase begins', () => {
    const { told, send } = listening({ phases: two });
    send(table('dear'));
    expect(told).toEqual([{ type: 'talks.blocked', offer: 'dear', stickingPoints: ['cheap'] }]);
    send(accept('west'), conclude, start, pass(10));
    expect(told.slice(1)).toEqual([
      { type: 'talks.agreed', offer: 'dear' },
      { type: 'phase.began', offer: 'dear', phase: 1 },
    ]);
    const plan = listening({ phases: two });
    plan.send(table('plan'), conclude, start, pass(10));
    expect(plan.told).toEqual([
      { type: 'talks.agreed', offer: 'plan' },
      { type: 'phase.began', offer: 'plan', phase: 1 },
      { type: 'phase.began', offer: 'plan', phase: 2 },
    ]);
  });

  it('nothing of what cannot happen, which leaves it where it is', () => {
    const ratification = [{ id: 'chamber', body: 'the chamber', objectionDays: 5 }] as const;
    const { actor, told, send } = listening({ process: { ratification } });
    send({ ...table('plan'), on: '2030-03-01' }, conclude);
    send({ type: 'ratification.voted', step: 'chamber', outcome: 'approved' });
    const before = actor.getSnapshot();
    expect(before.value).toEqual({ ratifying: 'objectionWindow' });
    // Days are being counted: it cannot be suspended on a later day.
    expect(send({ ...suspend, on: '2030-03-04' })).toEqual(before.value);
    expect(send({ type: 'ratification.objected', step: 'court', outcome: 'sustained' })).toEqual(before.value);
    expect(actor.getSnapshot().context).toBe(before.context);
    expect(told).toHaveLength(1);
    expect(send(suspend)).toBe('suspended');
  });

  it('a breach and its cure lead into the phase that was under way, and not to another', () => {
    const { send } = listening({ phases: two });
    send(table('plan'), conclude, start, pass(11), allege());
    expect(send()).toMatchObject({ carryingOut: { delivery: 'inDispute' } });
    expect(send({ type: 'breach.cured', obligation: 'cost' })).toMatchObject({
      carryingOut: { delivery: 'inDispute' },
    });
    expect(send({ type: 'breach.cured', obligation: 'stones' })).toMatchObject({ carryingOut: { delivery: 'phase2' } });
  });
});
