import type { Position } from 'sticking-points';
import { expect, it } from 'vitest';
import { rigidityBy } from '../../src/positions/position.js';

it('how firmly a position is held is supposed, on no report, for a day before one said so', () => {
  const rigidity = {
    value: 'red line',
    basis: 'reported',
    because: 'It was said to be final.',
    citations: [{ source: 'wire', attribution: 'on-record' }],
    reported: '2030-02-01',
  } as const;
  const position: Position = { id: 'toll', party: 'north', title: 'a toll', rigidity, readings: [] };
  expect(rigidityBy(position, {}, '2030-02-01')).toBe(rigidity);
  expect(rigidityBy(position, {})).toBe(rigidity);
  expect(rigidityBy(position, {}, '2030-01-31')).toEqual({
    value: 'red line',
    basis: 'assumed',
    because: 'No report by then said how firmly it was held.',
    citations: [],
  });
});
