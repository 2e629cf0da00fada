import fc from 'fast-check';
import { DUTY_STANDINGS } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { few, runs } from '../../laws/runs.js';
import { partingOf } from './compare.js';
import { anyDuties, anyReports } from './drawn.js';

/** What has to have been met on the way, so that talks and model were held together on all of it. */
const MET = [
  ...DUTY_STANDINGS,
  'carryingOut.phase1',
  'carryingOut.inDispute',
  'fulfilled',
  'talks/never-delivered',
  'talks/so-already',
  'talks/no-consent',
  'talks/not-later',
  'talks/nothing-owed',
  'talks/not-its-verifier',
  'talks/not-carried',
  'talks/no-member',
];

describe('a text that is carried out, and a model of that written apart', () => {
  it('stand alike after every event, for each observer', { timeout: 300_000 }, () => {
    const seen = new Map<string, number>();
    const cases = anyDuties.chain((duties) => fc.tuple(fc.constant(duties), anyReports(duties)));
    fc.assert(
      fc.property(cases, ([duties, events]) => {
        expect(partingOf(duties, events, seen)).toBeUndefined();
      }),
      runs(400),
    );
    for (const what of MET) expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(few(3));
  });
});
