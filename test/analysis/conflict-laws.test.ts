import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../laws/runs.js';
import { LAWS } from './conflict-laws.js';
import * as engines from './engines.js';

describe('on random scenarios', () => {
  it.each(LAWS)('%s', async (_, law) => {
    await fc.assert(law(engines.theEngine), runs(150));
  });
});

/** Broken engines, and the law that has to find each out. */
const SABOTAGE: readonly (readonly [string, number, engines.Engine])[] = [
  ['leaves out a claim', 0, engines.tooSmall],
  ['counts a claim too many', 0, engines.tooLarge],
  ['gives up too little', 1, engines.tooLittle],
  ['leaves out a conflict', 2, engines.oneTooFew],
  ['leaves out a concession set', 2, engines.oneWayLess],
  ['invents a conflict of one', 3, engines.invents],
  ['minds names', 4, engines.mindsNames],
  ['says that it has all', 5, engines.alwaysComplete],
  ['says that all are free', 5, engines.allFree],
  ['proves half', 6, engines.halfProved],
];

describe('the law finds out an engine that', () => {
  it.each(SABOTAGE)('%s', async (_, law, engine) => {
    expect((await fc.check(LAWS[law]![1](engine), { numRuns: 400, endOnFailure: true })).failed).toBe(true);
  });
});
