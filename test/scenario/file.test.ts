import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { checkOffer, checkScenario, parseScenario, toJson, type Scenario } from 'sticking-points';
import { describe, expect, it } from 'vitest';
import { jsonFaults } from '../../src/base/json-text.js';
import { draftOf } from '../../src/scenario/draft-of.js';
import { runs } from '../laws/runs.js';
import { draftWith, rightDraft } from '../support/draft.js';
import { everything } from '../support/everything.js';
import { drawnScenarios, WRITTEN } from '../support/scenarios.js';
import { MOST_SECONDS, withWork } from '../support/work.js';

/** The faults of a text, as `code at path`. */
function faultsOf(text: string): readonly string[] {
  const result = parseScenario(text);
  return result.ok ? [] : result.faults.map((f) => `${f.code} at ${f.path.join('.')}`);
}

function read(text: string): Scenario {
  const result = parseScenario(text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.value;
}

/** Written and read, a scenario is the same; written again, so is the text. */
function survives(scenario: Scenario): void {
  const text = toJson(scenario);
  const again = read(text);
  expect(isDeepStrictEqual(again, scenario)).toBe(true); // unlike vitest, at ease with a term called `constructor`
  expect(toJson(again)).toBe(text);
}

describe('written and read again, a scenario is the same to the last bit', () => {
  it.each(Object.entries(WRITTEN))('%s', (_, scenario) => {
    survives(scenario);
    expect(toJson(scenario).length).toBeLessThan(JSON.stringify(scenario, null, 2).length);
  });

  it('and so is whatever is drawn', () => {
    fc.assert(fc.property(drawnScenarios(), survives), runs(150));
  });

  it('where everything is inferred, noted, disputed or left open', () => {
    const checked = checkScenario(everything());
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    survives(checked.value);
    // What stands in the draft stands in what is written: nothing is lost on the way.
    const written = JSON.stringify(draftOf(checked.value));
    for (const word of [
      '2030-02-01',
      'So it seems.',
      'a few',
      'June',
      'the north',
      'It would mislead.',
      'Oslo',
      'third',
    ]) {
      expect(written).toContain(word);
    }
    for (const [id, offer] of Object.entries(checked.value.offers)) {
      const alone = checkOffer(checked.value, id, offer);
      expect(alone.ok && alone.value).toStrictEqual(offer);
    }
  });

  it('short: a scenario is written as a person would write it', () => {
    expect(toJson(read(JSON.stringify(rightDraft())))).toMatchInlineSnapshot(`
      "{
        "id": "right",
        "sources": { "wire": { "outlet": "the wire", "date": "2030-01-10" } },
        "parties": { "north": {}, "south": {} },
        "terms": {
          "catch": {
            "kind": "quantity",
            "scope": "phase",
            "unit": "tonnes",
            "step": 0.5,
            "bounds": { "most": 100 },
            "categories": {
              "cod": "cod",
              "hake": "hake",
              "white": { "label": "white fish", "of": ["cod", "hake"] }
            }
          },
          "boats": { "kind": "quantity", "unit": "boats", "bounds": { "most": 20 } },
          "observers": { "kind": "flag" },
          "patrols": { "kind": "flag", "scope": "phase" },
          "zone": { "kind": "choice", "options": { "coastal": "the coast", "open": "open waters" } }
        },
        "counts": { "stock": { "figure": 130 } },
        "exchange": { "rate": { "of": "catch", "per": "boats" } },
        "space": { "phases": { "least": 1, "most": 2 } },
        "positions": {
          "enough": {
            "party": "north",
            "rigidity": "demand",
            "condition": { "kind": "compare", "of": "catch", "op": ">=", "line": 40 }
          }
        },
        "offers": { "first": { "by": ["south"], "terms": { "boats": 3 } } }
      }
      "
    `);
  });
});

describe('what is wrong with a text is said with its place', () => {
  const right = JSON.stringify(rightDraft(), null, 2);

  it.each([
    ['', 1, 1, 'a value'],
    ['\n\r\n\r ', 4, 2, 'a value'],
    ['{"id": "x",}', 1, 12, 'a key in double quotes'],
    ["{'id': 1}", 1, 2, "a key in double quotes or '}'"],
    ['{\r\n  "id" "x"}', 2, 8, 'a colon'],
    ['[1 2]', 1, 4, "a comma or ']'"],
    ['[1,]', 1, 4, 'a value'],
    ['{"a": [1, {"b": NaN}]}', 1, 17, 'a value'],
    ['{} {}', 1, 4, 'the end'],
    ['"tab\there"', 1, 5, 'the rest of a text in double quotes'],
    ['"\\x"', 1, 2, 'the rest of a text in double quotes'],
    ['// no\n{}', 1, 1, 'a value'],
    ['01', 1, 2, 'the end'],
    ['\ufeff\ufeff{}', 1, 1, 'a value'],
    [right.slice(0, -2), 94, 4, "a comma or '}'"],
  ])('%j: line %i, column %i, %s', (text, line, column, wanted) => {
    const result = parseScenario(text);
    expect(result.ok ? [] : result.faults).toMatchObject([{ code: 'file/not-json', facts: { line, column, wanted } }]);
  });

  it('whatever the text, it is JSON exactly if JSON.parse says so', () => {
    const bits = fc.constantFrom(
      ...'{}[],:" \n\t0123-+.eE\\u/bnax\u0000\u2028\ud800'.split(''),
      'true',
      'false',
      'null',
      '"a"',
      '1e4',
      '\\u00e9',
      '\\"',
    );
    const soup = fc.array(bits, { maxLength: 12 }).map((b) => b.join(''));
    const bent = fc.tuple(fc.json(), fc.nat(), bits, fc.boolean()).map(([text, at, bit, instead]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + bit + text.slice(place + (instead ? 1 : 0));
    });
    fc.assert(
      fc.property(fc.oneof(soup, bent, fc.json()), (text) => {
        const codes = jsonFaults(text).map((f) => f.code);
        const parses = ((): boolean => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        expect(codes.includes('file/not-json')).toBe(!parses);
      }),
      runs(4_000),
    );
  });

  it('a key that stands twice is a fault, of which JSON.parse keeps the last without a word', () => {
    const text = '{\n"id": "x", "parties": {"north": {"label": "a", "label": "b"}},\n"\\u0069d": "y"}';
    const result = parseScenario(text);
    expect(result.ok ? [] : result.faults).toMatchObject([
      { code: 'file/duplicate-key', path: ['parties', 'north', 'label'], facts: { key: 'label', line: 2, column: 48 } },
      { code: 'file/duplicate-key', path: ['id'], facts: { key: 'id', line: 3, column: 1 } },
    ]);
    expect(faultsOf('{"a": [{"b": 1}, {"b": 1}], "b": {"a": 1}}').filter((f) => f.includes('twice'))).toEqual([]);
  });

  it.each([undefined, null, 5, {}, new Uint8Array(3)])('what is no text is no JSON: %o', (input) => {
    // The compiler refuses all of these; JavaScript does not.
    expect(faultsOf(input as never)).toEqual(['file/not-json at ']);
  });

  it('a byte order mark and the schema of an editor are passed over', () => {
    const plain = parseScenario(right);
    const marked = parseScenario(`\ufeff${JSON.stringify({ $schema: './scenario.schema.json', ...rightDraft() })}`);
    expect(plain.ok).toBe(true);
    expect(marked).toEqual(plain);
    expect(faultsOf(JSON.stringify({ ...rightDraft(), $schema: 5 }))).toEqual(['scenario/unknown-key at $schema']);
    const written = plain.ok ? toJson(plain.value, { schema: './scenario.schema.json' }) : '';
    expect(written).toContain('"$schema": "./scenario.schema.json"');
    expect(parseScenario(written)).toEqual(plain);
  });
});

describe('hostile texts end in a fault, and soon', () => {
  const inTime = (text: string): readonly string[] => {
    const { result, seconds } = withWork(() => faultsOf(text));
    expect(seconds).toBeLessThan(MOST_SECONDS);
    return result;
  };
  const withFirst = (terms: string) =>
    JSON.stringify(draftWith(['offers.first.terms.boats', 0])).replace('"boats":0', `"boats":${terms}`);

  it('nested without end', () => {
    expect(inTime('['.repeat(100_000) + ']'.repeat(100_000))).toEqual(['scenario/too-deep at 0.0.0.0']);
    expect(inTime('{"a":'.repeat(100_000))).toEqual(['scenario/too-deep at a.a.a.a']);
    const nested =
      '{"kind":"not","of":'.repeat(1_500) + '{"kind":"flag","of":"observers","is":true}' + '}'.repeat(1_500);
    expect(inTime(`{"positions":{"p":{"condition":${nested}}}}`)).toEqual([
      'scenario/too-deep at positions.p.condition.of',
    ]);
  });

  it('five million bytes of this and that', () => {
    const MANY = 5 * 1024 * 1024;
    expect(inTime(' '.repeat(MANY))).toEqual(['file/too-big at ']);
    expect(inTime(`"${'x'.repeat(4_900_000)}"`)).toEqual(['scenario/shape at ']);
    expect(inTime(`"${'\\u0041'.repeat(800_000)}"`)).toEqual(['scenario/shape at ']);
    expect(inTime(`"${'x'.repeat(4_900_000)}`)).toEqual(['file/not-json at ']);
    expect(inTime(' '.repeat(4_900_000))).toEqual(['file/not-json at ']);
    expect(inTime('9'.repeat(4_900_000))).toEqual(['scenario/shape at ']);
    expect(inTime(`[${'1,'.repeat(2_000_000)}1]`)).toEqual(['scenario/too-big at ']);
    expect(inTime('[\n'.repeat(1_000_000))).toEqual(['scenario/too-deep at 0.0.0.0']);
    expect(inTime(`{"id":"${'x'.repeat(4_000_000)}","parties":{},"terms":{},"positions":{}}`)).toEqual([
      'scenario/nobody-decides at agreement.of',
    ]);
  });

  it('many faults, each of which looks for what was meant', () => {
    const records = (count: number, entry: (i: number) => unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`some-long-name-of-something-${i}`, entry(i)]));
    const none = { id: 'many', parties: { north: {} }, terms: {}, positions: {} };
    const misspelt = {
      ...none,
      parties: records(1_000, () => ({})),
      terms: records(1_000, () => ({ kind: 'flag' })),
      positions: records(1_000, (i) => ({
        party: `some-lang-nome-of-${i}`,
        rigidity: 'demand',
        condition: { kind: 'flag', of: `some-lang-nome-of-${i}`, is: true },
      })),
    };
    expect(inTime(JSON.stringify(misspelt))).toHaveLength(2_000);
    const alike = { ...none, terms: records(12_000, () => ({ kind: 'flag', label: 'x' })) };
    expect(inTime(JSON.stringify(alike))).toHaveLength(11_999);
    const misshapen = {
      ...none,
      positions: records(8_000, () => ({ party: 'north', rigidity: 'x', condition: { kind: 'flag' } })),
    };
    expect(inTime(JSON.stringify(misshapen))).toHaveLength(24_000);
  });

  it('keys that objects have from birth', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const text = `{"${key}": {"polluted": true}, ${JSON.stringify(rightDraft()).slice(1)}`;
      expect(inTime(text)).toEqual([`scenario/unknown-key at ${key}`]);
      const within = JSON.stringify(rightDraft()).replace('"boats":3', `"${key}": 3`);
      expect(inTime(within)).toHaveLength(1);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    ['1e400', 'scenario/shape'],
    ['-1e400', 'scenario/shape'],
    ['1e308', 'amount/out-of-range'],
    ['123456789012345678901234567890', 'amount/out-of-range'],
    ['1e-400', undefined],
    ['5e-324', 'amount/too-fine'],
    ['-0', undefined],
    ['NaN', 'file/not-json'],
    ['Infinity', 'file/not-json'],
    ['"1"', 'offer/wrong-value'],
  ])('the figure %s: %s', (figure, code) => {
    expect(inTime(withFirst(figure)).map((f) => f.split(' at ')[0])).toEqual(code === undefined ? [] : [code]);
  });

  it('texts that editors and terminals would trip over: refused in ids, kept in labels, never in a sentence', () => {
    const ODD = [
      '\ud800',
      'a\udc00b',
      '\u202eevil',
      'zero\u200bwidth',
      'nul\u0000',
      '\u001b[31mred',
      'ﬁ',
      'é',
      '\ufeff',
      '\u2028',
    ];
    for (const odd of ODD) {
      const id = JSON.stringify(draftWith([`parties`, { north: {}, south: {}, [odd]: {} }]));
      const result = parseScenario(id);
      expect(result.ok ? [] : result.faults).toMatchObject([{ code: 'scenario/shape', path: ['parties', odd] }]);
      // eslint-disable-next-line no-control-regex -- that none is there is what is tested
      expect(result.ok ? '' : result.faults[0]?.message).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
      const label = parseScenario(JSON.stringify(draftWith(['terms.boats.label', odd])));
      expect(label.ok && label.value.terms['boats']?.label).toBe(odd);
      if (label.ok) survives(label.value);
    }
  });
});
