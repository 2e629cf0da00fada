import { isFaultError } from 'sticking-points';
import { fishingQuota } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';
import { exhaust } from '../../../src/testing/exhaust.js';
import type { ExhaustBounds } from '../../../src/testing/exhaust/bounds.js';

describe('bounds that cannot be', () => {
  const codesOf = (bounds: unknown): readonly string[] => {
    try {
      exhaust(fishingQuota(), { bounds: bounds as ExhaustBounds }); // from JavaScript they may be anything
    } catch (error) {
      if (!isFaultError(error)) throw error;
      return error.faults.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
    }
    return [];
  };

  it.each([
    [{ offers: ['compromis'] }, "bounds.offers.0: No offer is called 'compromis'. Did you mean 'compromise'?"],
    [{ offers: 'compromise' }, "bounds.offers: 'offers' cannot be 'compromise': give a list."],
    [{ positions: ['nothing'] }, /^bounds\.positions\.0: No position is called 'nothing'\. Known: /],
    [{ answers: ['maybe'] }, /^bounds\.answers\.0: No answer is called 'maybe'\./],
    [{ answers: [3] }, 'bounds.answers.0: 3 is no answer: give its name.'],
    [{ mandates: [] }, "bounds.mandates: 'mandates' cannot be this list: give a list for each party."],
    [{ mandates: { nrth: ['listen'] } }, "bounds.mandates: No party is called 'nrth'. Did you mean 'north'?"],
    [
      { mandates: { north: ['lisen'] } },
      "bounds.mandates.north.0: No mandate is called 'lisen'. Did you mean 'listen'?",
    ],
    [{ days: [1, 0] }, "bounds.days.1: 'days.1' cannot be 0: give a whole number, 1 or more."],
    [{ depth: -1 }, "bounds.depth: 'depth' cannot be -1: give a whole number, 0 or more."],
    [{ states: 0 }, "bounds.states: 'states' cannot be 0: give a whole number, 1 or more."],
    [{ extensions: 1.5 }, "bounds.extensions: 'extensions' cannot be 1.5: give a whole number, 0 or more."],
    [{ revisions: Infinity }, "bounds.revisions: 'revisions' cannot be Infinity: give a whole number, 0 or more."],
    [{ megabytes: 0 }, "bounds.megabytes: 'megabytes' cannot be 0: give a figure above 0."],
    [{ stats: 5 }, "bounds.stats: No bound is called 'stats'. Did you mean 'states'?"],
    [
      { events: [], days: [1] },
      "bounds.days: 'events' takes the place of all that 'days' would make: give one of the two.",
    ],
    [{ events: [{ type: 'talks.suspend' }] }, /^bounds\.events\.0\.type: There is no event called 'talks\.suspend'/],
    [{ events: [null] }, /^bounds\.events\.0\.type: An event needs a type/],
    [null, 'bounds: The bounds cannot be null: give a record, or leave them out.'],
  ])('%j', (bounds, said) => {
    const [code, ...more] = codesOf(bounds);
    expect(more).toEqual([]);
    expect(code).toMatch(/^testing\/bad-bound /);
    const sentence = code?.replace('testing/bad-bound ', '') ?? '';
    if (typeof said === 'string') expect(sentence).toBe(said);
    else expect(sentence).toMatch(said);
  });

  it('are all told at once, and what may be left out may be undefined', () => {
    expect(codesOf({ depth: -1, states: 'many', offers: ['x', 'y'] })).toHaveLength(4);
    expect(codesOf({ depth: undefined, states: 1 })).toEqual([]);
  });

  it('are told apart from options of talks that cannot be', () => {
    const talks = { asOf: 'yesterday' };
    expect(() => exhaust(fishingQuota(), { talks })).toThrow('talks/bad-option');
  });
});
