import { describe, expect, it } from 'vitest';
import { exactly, some } from '../../src/terms/amount.js';
import {
  ambiguous,
  deferred,
  definedElsewhere,
  isAmount,
  isUnsettled,
  normaliseValue,
  onTheAgenda,
  partiesIn,
  sayUnsettled,
  undisclosed,
  UNSETTLED,
} from '../../src/terms/value.js';

const readings = [{ party: 'north', reading: 'on board' }] as const;

describe('what is not settled', () => {
  it('says which way it is not', () => {
    expect([
      deferred(),
      deferred({ until: 'June' }),
      onTheAgenda(),
      ambiguous(...readings),
      undisclosed(),
    ]).toStrictEqual([
      { unsettled: 'deferred' },
      { unsettled: 'deferred', until: 'June' },
      { unsettled: 'on the agenda' },
      { unsettled: 'ambiguous', readings },
      { unsettled: 'undisclosed' },
    ]);
    expect(definedElsewhere('Annex B')).toStrictEqual({ unsettled: 'defined elsewhere', where: 'Annex B' });
    expect(UNSETTLED).toEqual(['deferred', 'on the agenda', 'ambiguous', 'undisclosed', 'defined elsewhere']);
  });
});

describe('what is said of what is not settled', () => {
  it('is why it is not, in a word or two', () => {
    const all = [deferred(), onTheAgenda(), ambiguous(...readings), undisclosed(), definedElsewhere('Annex B')];
    const words = ['to be agreed', 'on the agenda', 'ambiguous', 'undisclosed', 'defined elsewhere'];
    expect(all.map(sayUnsettled)).toEqual(words);
  });

  it('is between whom', () => {
    expect(partiesIn(deferred({ between: ['north', 'south'] }))).toEqual(['north', 'south']);
    expect(partiesIn(deferred())).toEqual([]);
    expect(partiesIn(ambiguous(...readings))).toEqual(['north']);
    expect(partiesIn(onTheAgenda())).toEqual([]);
    expect(partiesIn(definedElsewhere('Annex B'))).toEqual([]);
  });
});

describe.each([
  ['a bare figure', 3, exactly(3), false],
  ['an amount', some(), some(), false],
  ['yes', true, true, false],
  ['a bare option', 'a', { oneOf: ['a'] }, false],
  ['some options', { oneOf: ['a', 'b'] }, { oneOf: ['a', 'b'] }, false],
  ['what is on the agenda', onTheAgenda(), onTheAgenda(), true],
] as const)('%s', (_, draft, value, unsettled) => {
  it('is read so', () => {
    expect(normaliseValue(draft)).toEqual(value);
  });

  it('is known for what it is', () => {
    expect(isUnsettled(draft)).toBe(unsettled);
    expect(isUnsettled(value)).toBe(unsettled);
    expect(isAmount(value)).toBe(typeof value === 'object' && 'wording' in value);
  });
});
