import { checkOffer, checkScenario, defineScenario, FaultError } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { draftWith } from '../support/draft.js';
import { fishery } from '../support/fishery.js';

function faultsOf(...changes: [string, unknown][]) {
  const result = checkScenario(draftWith(...changes));
  return result.ok ? [] : result.faults;
}

const messages = (...changes: [string, unknown][]) => faultsOf(...changes).map((f) => f.message);

const ID_RULE = 'an id, which begins with a letter and has letters, digits, _ . - only';

describe('the sentence of a fault', () => {
  it('says the rule for ids, of keys too', () => {
    expect(messages(['offers', { '1st': {} }])).toEqual([`The key '1st' cannot be one: it should be ${ID_RULE}.`]);
    expect(faultsOf(['offers', { '1st': {} }])[0]?.path).toEqual(['offers', '1st']);
    expect(messages(['id', '1st'])).toEqual([`'id' cannot be '1st': it should be ${ID_RULE}.`]);
  });

  it('says how a date is written', () => {
    expect(messages(['sources.wire.date', '2030-02-30'])).toEqual([
      "'sources.wire.date' cannot be '2030-02-30': it should be a real day, 2024-02-23, or a month, 2024-02.",
    ]);
  });

  it('names what is no record', () => {
    class Terms {
      readonly kind = 'flag';
    }
    expect(messages(['terms', new Map()])).toEqual(["'terms' cannot be a Map: it should be a record."]);
    expect(messages(['terms', new Terms()])).toEqual(["'terms' cannot be a Terms: it should be a record."]);
  });

  it('guesses no id that is nothing like the one given', () => {
    const others = { parties: { a: {}, b: {} } };
    const [message] = messages(['parties', others.parties], ['positions.enough.party', 'z'], ['offers', {}]);
    expect(message).toBe("There is no party called 'z'. Known: 'a', 'b'.");
  });

  it('says of bounds that exclude each other only that', () => {
    expect(faultsOf(['terms.boats.bounds', { least: 5, most: 3 }]).map((f) => f.code)).toEqual([
      'term/contradictory-bounds',
    ]);
  });

  it('names each place of a contradiction once', () => {
    const readings = { readings: [2, 2.5] };
    const [fault] = faultsOf(['offers.first.terms', { catch: readings, 'catch/cod': 4 }]);
    expect(fault?.message).toContain('look at catch and catch/cod.');
  });

  it('refuses what is computed, and never lets it throw', () => {
    const computed = {
      get catch() {
        throw new Error('Not now.');
      },
    };
    expect(faultsOf(['terms', computed])).toMatchObject([{ code: 'scenario/computed', path: ['terms', 'catch'] }]);
    // The compiler takes any of these; JavaScript hands them in.
    const whole = {
      get id(): string {
        throw new Error('Not now.');
      },
    };
    expect(() => defineScenario(whole as never)).toThrow(FaultError);
    expect(checkOffer(fishery, 'new', computed as never)).toMatchObject({ faults: [{ code: 'scenario/computed' }] });
  });
});
