import { createTalksMachine, isFaultError, openTalks, type Fault } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { bridge } from '../support/bridge.js';

const scenario = bridge({ process: { rounds: { first: { held: '2030-02' } } } });
const OPTIONS = ['asOf', 'answers', 'start'];

/** What is said against options, which JavaScript may hand in as anything. */
function faultsOf(options: unknown, open: (...args: never[]) => unknown = openTalks): readonly Fault[] {
  try {
    open(...([scenario, options] as never[])); // as JavaScript may hand them in
    return [];
  } catch (error) {
    if (!isFaultError(error)) throw error;
    expect(error.message).toContain('These talks cannot be opened.');
    return error.faults;
  }
}

describe('options of talks', () => {
  it.each([
    {},
    { asOf: '2030-02-01' },
    { asOf: '2030-02' },
    { answers: 'by position' },
    { answers: 'declared' },
    { start: 'talks' },
    { start: 'betweenRounds' },
    { asOf: undefined, answers: undefined, start: undefined },
  ])('may be these: %j', (options) => {
    expect(faultsOf(options)).toEqual([]);
    expect(faultsOf(options, createTalksMachine)).toEqual([]);
  });

  it.each([
    [null, '', 'null', 'give a record'],
    ['declared', '', "'declared'", 'give a record'],
    [7, '', '7', 'give a record'],
    [{ asOf: '2030-02-30' }, 'asOf', "'2030-02-30'", 'a real day'],
    [{ asOf: ['2030-02-01'] }, 'asOf', 'this list', 'a real day'],
    [{ asOf: null }, 'asOf', 'null', 'a real day'],
    [{ answers: 'talks' }, 'answers', "'talks'", "'by position' or 'declared'"],
    [{ answers: null }, 'answers', 'null', "'by position' or 'declared'"],
    [{ start: 'declared' }, 'start', "'declared'", "'talks' or 'betweenRounds'"],
    [{ asof: '2030-02-01' }, 'asof', "'asof'", "Did you mean 'asOf'?"],
    [{ tempo: undefined }, 'tempo', "'tempo'", "no option called 'tempo'"],
  ])('cannot be these, and are told what would do: %j', (options, path, found, way) => {
    for (const open of [openTalks, createTalksMachine]) {
      const faults = faultsOf(options, open);
      expect(faults).toMatchObject([{ code: 'talks/bad-option', facts: { found, known: OPTIONS } }]);
      expect(faults[0]?.path.join('.')).toBe(path);
      expect(faults[0]?.message).toContain(way);
    }
  });

  it('are told everything that is wrong with them', () => {
    const faults = faultsOf({ asOf: 'today', answers: 'declared', start: 'now', pace: 1 });
    expect(faults.map(({ path }) => path)).toEqual([['asOf'], ['start'], ['pace']]);
  });
});
