import { isFaultError } from 'sticking-points';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.doUnmock('fast-check');
  vi.resetModules();
});

async function loading(): Promise<unknown> {
  vi.resetModules();
  return import('../../src/testing/fast-check.js').then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('loading fast-check', () => {
  it('gives the package itself', async () => {
    const { fc } = await import('../../src/testing/fast-check.js');
    expect(fc.__version).toMatch(/^4\./);
    expect(fc.sample(fc.constant(7), 1)).toEqual([7]);
  });

  it('says what to install where it is not there', async () => {
    vi.doMock('fast-check', () => {
      throw new Error('of the module system');
    });
    const error = await loading();
    expect(error).toMatchObject({ faults: [{ code: 'testing/needs-fast-check', facts: { needed: 4 } }] });
    expect(isFaultError(error)).toBe(true);
    const { message, cause } = error as Error; // as isFaultError says
    expect(message).toMatch(/sticking-points\/testing needs fast-check 4\.\n.*npm install --save-dev fast-check/);
    expect(cause).toBeInstanceOf(Error);
  });

  it.each(['3.23.2', '2.0.0', '4.0.0', '4.9.9', '5.0.0', '10.1.0'])('says that %s will not do', async (version) => {
    vi.doMock('fast-check', () => ({ __version: version }));
    const error = await loading();
    expect(error).toMatchObject({ faults: [{ code: 'testing/needs-fast-check', facts: { needed: 4, version } }] });
    expect(String(error)).toContain(`is ${version}.`);
    expect(error).not.toHaveProperty('cause');
  });

  it.each(['4.10.0', '4.11.2', '4.10.0-beta.1'])('takes %s', async (version) => {
    vi.doMock('fast-check', () => ({ __version: version }));
    expect(await loading()).toBe(undefined);
  });
});
