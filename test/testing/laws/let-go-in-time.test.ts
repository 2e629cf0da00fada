import { days, onDay, progress, type TalksEvent } from 'sticking-points';
import { nothingDoneBeforeItsTrigger } from 'sticking-points/testing';
import { expect, it } from 'vitest';
import { bridge } from '../../support/bridge.js';
import { conclude, pass, play, start, table } from '../../support/play.js';

const haul = { owedBy: ['east'], to: ['west'], of: 'stones', amount: 4, begins: onDay(7), within: days(14) };
const signed = {
  by: ['east', 'west'],
  terms: { cost: 40, toll: false },
  phases: [{ length: days(42) }],
  text: { obligations: { haul } },
};
const scenario = bridge({ offers: { signed } });
const [done, excused]: readonly TalksEvent[] = [
  { type: 'performance.reported', obligation: 'haul', amount: 1 },
  { type: 'performance.excused', obligation: 'haul', by: ['west'] },
];

it.each([
  ['early', [done, pass(6), excused]],
  ['in time', [done, pass(7), excused]],
  ['late', [done, pass(30), excused]],
] as const)('what was begun early and let go %s was completed by that, which is no flaw', (when, events) => {
  const told = events.flatMap((event) => event ?? []);
  const talks = play(scenario, [table('signed'), conclude, start, ...told]);
  expect(progress(talks)?.duties[0]).toMatchObject({ when, done: 1, excused: 3 });
  expect(nothingDoneBeforeItsTrigger().talks(talks)).toBe('held');
});
