import { chartOf, createTalksMachine } from 'sticking-points';
import { expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';
import { fishery } from '../support/fishery.js';
import { treaty } from '../support/refused.js';

it.each([
  ['fishery', fishery],
  ['treaty', treaty],
])('the chart of %s has every state, and every way between two', (name, scenario) => {
  const { states, arrows } = chartOf(createTalksMachine(scenario));
  const lines = [
    ...states.map(({ id, within, kind, description, first }) =>
      [id, `within ${within ?? 'none'}`, kind, ...(first ? ['first'] : []), description ?? 'no words'].join(' | '),
    ),
    ...arrows.map(({ from, to, events }) => `${from} -> ${to}: ${events.join(', ')}`),
  ];
  expectGolden(`${lines.join('\n')}\n`, `charts/${name}.txt`);
  expect(states.every((state) => Object.values(state).every((value) => value !== undefined))).toBe(true);
});
