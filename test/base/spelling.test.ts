import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/base/spelling.js';

describe('didYouMean', () => {
  it.each([
    ['a letter too few', 'prisoers', 'prisoners'],
    ['a letter too many', 'prisonners', 'prisoners'],
    ['another letter', 'prisomers', 'prisoners'],
    ['two letters that changed places', 'prisnoers', 'prisoners'],
  ])('names the id from which one differs by %s', (_, written, meant) => {
    expect(didYouMean(written, ['hostages', meant, 'aid'])).toBe(`Did you mean '${meant}'?`);
  });

  it('names the nearest, and of several as near the first', () => {
    expect(didYouMean('catch2', ['catch14', 'catch', 'catch1'])).toBe("Did you mean 'catch'?");
  });

  it('lists what is known where nothing is near', () => {
    expect(didYouMean('a', ['z', 'y'])).toBe("Known: 'z', 'y'.");
    expect(didYouMean('observer', ['catch', 'season'])).toBe("Known: 'catch', 'season'.");
    expect(didYouMean('', ['a'])).toBe("Known: 'a'.");
    expect(didYouMean('a', [])).toBe('None is declared.');
  });
});
