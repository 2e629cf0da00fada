import type { TalksEvent } from 'sticking-points';
import { expect, it } from 'vitest';
import { nameOf } from '../../../src/testing/laws/same-state.js';
import { bridge } from '../../support/bridge.js';
import { conclude, pass, play, start, table } from '../../support/play.js';

const vote = { id: 'vote', body: 'the council', rule: { kind: 'as reported' }, objectionDays: 30 } as const;
const approved = { type: 'ratification.voted', step: 'vote', outcome: 'approved' } as const;
const phases = [{ length: { length: 30, unit: 'days' } }];
const plain = bridge({ phases });
const ratified = bridge({ phases, process: { ratification: [vote] } });
const on = (day: number, event: TalksEvent): TalksEvent => ({ ...event, on: `2030-01-${day}` });

/** Told after the tabling, of one day or another. */
const ROWS = [
  ['concluded', ratified, [], conclude, []],
  ['concluded, and in force of itself', plain, [], conclude, []],
  ['concluded, and approved in time', ratified, [], conclude, [on(25, approved)]],
  ['opened', plain, [conclude, on(20, start), pass(5)], { type: 'nextPhase.opened' }, []],
] as const;

it.each(ROWS)('of two days on which something was %s, a way out is the same', (_, scenario, before, event, after) => {
  const named = (day: number) => {
    const events = [
      on(20, table('plan')),
      ...before,
      on(25, { type: 'mandate.given', party: 'guild', mandate: 'listen' }),
    ];
    return nameOf(play(scenario, [...events, on(day, event), ...after]), []);
  };
  expect(named(21)).toBe(named(22));
});
