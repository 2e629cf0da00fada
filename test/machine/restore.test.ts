import { restoreTalks } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';
import { play, table } from '../support/play.js';

const scenario = bridge();
const saved = play(scenario, [table('dear')]).save();

const faultsOf = (envelope: unknown) => {
  const result = restoreTalks(scenario, envelope);
  return result.ok ? [] : result.faults;
};

describe('a fault of saved talks', () => {
  it.each([
    ['version', { version: 2 }, { version: '2', reads: 1 }],
    ['scenario', { scenario: 'tunnel' }, { id: 'tunnel', scenario: 'bridge' }],
    ['fingerprint', { fingerprint: '0' }, { fingerprint: '0', now: saved.fingerprint }],
    ['state', { state: 'talks.open' }, { saved: 'talks.open', now: 'talks.blocked' }],
  ])('says where it lies, and as data what was saved and what there is: %s', (key, change, facts) => {
    expect(faultsOf(saved)).toEqual([]);
    expect(faultsOf({ ...saved, ...change })).toMatchObject([{ path: [key], facts }]);
  });

  it('is that of its shape where something else than talks was saved, in whatever version', () => {
    const faults = faultsOf({ ...saved, format: 'sticking-points/score', version: 2 });
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['save/shape']));
    expect(faults.map(({ path }) => path)).toContainEqual(['format']);
  });
});
