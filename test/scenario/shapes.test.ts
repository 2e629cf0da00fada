import fc from 'fast-check';
import { checkOffer, checkScenario, defineScenario, FAULT_ERROR_CODE, FaultError, isFaultError } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { draftWith, rightDraft } from '../support/draft.js';
import { fishery } from '../support/fishery.js';

/** The faults of a draft, as `code at path`. */
function faultsOf(draft: unknown): readonly string[] {
  const result = checkScenario(draft);
  return result.ok ? [] : result.faults.map((f) => `${f.code} at ${f.path.join('.')}`);
}

/** What JavaScript may hand in where a record is wanted. */
const NO_RECORDS = [null, undefined, 5, 'text', true, [], [1, 2], () => 5, Symbol('s'), 10n, new Map(), new Date(0)];

describe('what is no scenario at all', () => {
  it.each(NO_RECORDS)('%o is a fault, not an exception', (input) => {
    expect(faultsOf(input)).not.toEqual([]);
    // The compiler refuses all of these; JavaScript does not.
    expect(() => defineScenario(input as never)).toThrow(FaultError);
  });

  it('an empty record lacks what every scenario has, all said at once', () => {
    expect(faultsOf({})).toEqual(['id', 'parties', 'terms', 'positions'].map((key) => `scenario/shape at ${key}`));
  });

  it('empty lists of parties, terms and positions leave nobody to decide', () => {
    expect(faultsOf({ id: 'x', parties: {}, terms: {}, positions: {} })).toEqual([
      'scenario/nobody-decides at agreement.of',
    ]);
  });

  it('whatever is handed in, there is a result, and its faults are plain JSON with sentences', () => {
    const anything = fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true });
    const records = fc.record({ id: fc.constant('x'), parties: anything, terms: anything, positions: anything });
    fc.assert(
      fc.property(fc.oneof(anything, records), (input) => {
        const result = checkScenario(input);
        if (result.ok) return;
        expect(result.faults.length).toBeGreaterThan(0);
        expect(result.faults.every((f) => f.code !== '' && f.message.length > 10)).toBe(true);
        expect(JSON.parse(JSON.stringify(result.faults))).toEqual(result.faults);
      }),
      { numRuns: 400 },
    );
  });

  it('whatever is put in one place of a right draft, there is a result', () => {
    const draft = rightDraft();
    const places = fc.constantFrom(...Object.keys(draft), 'terms.catch', 'terms.zone.options', 'positions.enough');
    fc.assert(
      fc.property(places, fc.anything(), (place, value) => void checkScenario(draftWith([place, value]))),
      { numRuns: 400 },
    );
  });
});

describe('faults of shape', () => {
  it('all come at once, and faults of reference only after them', () => {
    const shapes: [string, unknown][] = [
      ['terms.boats.step', -1],
      ['positions.enough.rigidity', 'firm'],
      ['offers.first.known', 'partly'],
      ['offers.first.tems', {}],
      ['sources.wire.date', '2030-02-30'],
    ];
    const references: [string, unknown][] = [
      ['positions.enough.party', 'nort'],
      ['offers.first.by', ['soth']],
    ];
    expect(faultsOf(draftWith(...shapes, ...references))).toEqual([
      'scenario/shape at sources.wire.date',
      'scenario/shape at terms.boats.step',
      'scenario/shape at positions.enough.rigidity',
      'scenario/shape at offers.first.known',
      'scenario/unknown-key at offers.first.tems',
    ]);
    expect(faultsOf(draftWith(...references))).toEqual([
      'scenario/unknown-party at positions.enough.party',
      'scenario/unknown-party at offers.first.by.0',
    ]);
  });

  it.each(['5', '007', '', 'two words', '__proto__', 'a/b', 'a@1', 'ü'])('the id %j is refused', (id) => {
    // A computed key makes an own key even of `__proto__`; a literal one would not.
    const offers = { [id]: {} };
    expect(faultsOf(draftWith(['offers', offers]))).not.toEqual([]);
    expect(faultsOf(draftWith(['id', id]))).toEqual(['scenario/shape at id']);
  });

  it('ids that objects have from birth name nothing, and may be given', () => {
    const born = ['constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const parties = Object.fromEntries(born.map((id) => [id, {}]));
    const draft = draftWith(['parties', { ...parties, north: {}, south: {} }]);
    expect(faultsOf(draft)).toEqual([]);
    for (const id of born) expect(faultsOf(draftWith(['positions.enough.party', id]))).toHaveLength(1);
  });

  it('a key called __proto__, which copying would lose, is named', () => {
    const terms: unknown = JSON.parse('{"__proto__": {"kind": "flag"}, "observers": {"kind": "flag"}}');
    expect(faultsOf(draftWith(['terms', terms]))).toEqual(['scenario/unknown-key at terms.__proto__']);
  });

  it('so are lists with gaps or keys of their own, symbols and keys that are not listed, all of which copying would lose', () => {
    const hidden = Object.defineProperty({}, 'label', { value: 'x', enumerable: false });
    expect(faultsOf(draftWith(['parties.north', hidden]))).toEqual(['scenario/unknown-key at parties.north.label']);
    const marked = { [Symbol('mark')]: 1 };
    expect(faultsOf(draftWith(['parties.north', marked]))).toEqual([
      'scenario/unknown-key at parties.north.Symbol(mark)',
    ]);
    const named = Object.assign(['a'], { of: 'b' });
    const swapped = Object.assign(new Array<string>(1), { of: 'b' });
    for (const list of [new Array<string>(2), named, swapped, new Array<string>(2 ** 32 - 1)]) {
      expect(faultsOf(draftWith(['parties.north.aliases', list])).at(-1)).toBe(
        'scenario/shape at parties.north.aliases',
      );
    }
    expect(faultsOf(draftWith(['parties.north.aliases', ['a', 'b']]))).toEqual([]);
  });

  it('more values than can be checked while somebody waits are too many', () => {
    const aliases = Array.from({ length: 60_000 }, () => 'x');
    expect(faultsOf(draftWith(['parties.north.aliases', aliases]))).toEqual(['scenario/too-big at ']);
  });

  it('what JavaScript says twice, a key that holds nothing and a zero below zero, is as JSON has it', () => {
    const result = checkScenario(draftWith(['parties.north', { note: undefined }], ['offers.first.terms.boats', -0]));
    const { parties = {}, offers = {} } = result.ok ? result.value : {};
    expect(Object.keys(parties['north'] ?? {})).not.toContain('note');
    expect(offers['first']?.terms['boats']).toMatchObject({ value: { wording: 'exactly', n: 0 } });
  });

  it.each([300, 5_000, 50_000])('%d conditions within one another are too many, said without overflowing', (levels) => {
    let condition: unknown = { kind: 'flag', of: 'observers', is: true };
    for (let i = 0; i < levels; i++) condition = { kind: 'not', of: condition };
    expect(faultsOf(draftWith(['positions.enough.condition', condition]))).toEqual([
      'scenario/too-deep at positions.enough.condition.of',
    ]);
  });

  it('so is a record that holds itself', () => {
    const itself: Record<string, unknown> = { kind: 'not' };
    itself['of'] = itself;
    expect(faultsOf(draftWith(['positions.enough.condition', itself]))[0]).toContain('scenario/too-deep');
  });

  it('a hundred conditions within one another are none', () => {
    let condition: unknown = { kind: 'flag', of: 'observers', is: true };
    for (let i = 0; i < 100; i++) condition = { kind: 'not', of: condition };
    expect(faultsOf(draftWith(['positions.enough.condition', condition]))).toEqual([]);
  });

  it('a position has a condition or readings, not both and not neither', () => {
    const { enough } = rightDraft().positions;
    const { condition, ...bare } = enough;
    for (const wrong of [bare, { ...bare, readings: {} }, { ...enough, readings: { a: { condition } } }]) {
      expect(faultsOf(draftWith(['positions.enough', wrong]))).toEqual(['scenario/shape at positions.enough']);
    }
  });
});

describe('an offer checked by itself', () => {
  const codes = (id: string, draft: unknown) => {
    const result = checkOffer(fishery, id, draft as never); // JavaScript hands in what the compiler refuses
    return result.ok ? [] : result.faults.map((f) => `${f.code} at ${f.path.join('.')}`);
  };

  it.each(NO_RECORDS)('%o is no offer', (input) => {
    expect(codes('counter', input)).toEqual(['scenario/shape at ']);
  });

  it.each(['__proto__', '5', ''])('it cannot be called %j', (id) => {
    expect(codes(id, { terms: { catch: 40 } })).toEqual(['scenario/shape at id']);
  });

  it('its faults lie where it says them', () => {
    expect(codes('counter', { terms: { cach: 40 } })).toEqual(['scenario/unknown-term at terms.cach']);
    expect(codes('counter', { basis: 'inferred' })).toEqual(['evidence/no-reasoning at ']);
    expect(codes('counter', { basis: 'inferred', because: 'It follows.' })).toEqual([]);
  });

  it('an offer of the scenario comes out as it went in', () => {
    for (const [id, offer] of Object.entries(fishery.offers)) {
      const result = checkOffer(fishery, id, offer);
      expect(result.ok && result.value).toEqual(offer);
    }
  });
});

describe('the thrown error', () => {
  it('carries every fault, names the scenario, and is known by its code', () => {
    const thrown = ((): unknown => {
      try {
        return defineScenario(draftWith(['positions.enough.party', 'nort'], ['offers.first.by', ['soth']]) as never);
      } catch (error) {
        return error;
      }
    })();
    if (!isFaultError(thrown)) throw new Error('It is not recognised.');
    expect(thrown.faults.map((f) => f.path.join('.'))).toEqual(['positions.enough.party', 'offers.first.by.0']);
    expect(thrown.message).toContain("'right'");
    expect(thrown.message).toContain("Did you mean 'north'?");
    expect(isFaultError({ code: FAULT_ERROR_CODE, faults: [] })).toBe(true); // as one from another copy of the library
    for (const other of [new Error('x'), { code: 'x' }, null, 'text', undefined])
      expect(isFaultError(other)).toBe(false);
  });
});
