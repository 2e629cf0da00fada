import { days, defineScenario, weeks } from 'sticking-points';
import { expect, it } from 'vitest';
import { phaseWords } from '../../src/machine/phase-words.js';

const scenario = defineScenario({
  id: 'lake',
  parties: { north: {}, south: {} },
  terms: { open: { kind: 'flag' } },
  space: { phases: 2 },
  positions: {},
  offers: {
    short: { phases: [{ length: days(10) }, {}] },
    other: { phases: [{ length: days(10) }, {}] },
    long: { phases: [{ length: weeks(6) }] },
    former: { standing: 'carried out', phases: [{ length: days(99) }, { length: days(98) }] },
  },
});

it.each([
  [1, 'First phase: 10 days in short and other; 6 weeks in long'],
  [2, 'Second phase'],
])('phase %i is called by its place and its lengths in the offers that may yet be agreed on', (phase, words) => {
  expect(phaseWords(scenario, phase)).toBe(words);
});
