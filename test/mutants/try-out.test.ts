import { describe, expect, it } from 'vitest';
import { outputOf } from './try-out.js';

const run = (code: string, seconds: number) => outputOf(['-e', code], '.', seconds);

describe('a process of its own', () => {
  it('says what it said', async () => {
    expect(await run('console.log("so")', 10)).toEqual({ stdout: 'so\n' });
  });

  it('is stopped where it takes too much of the processor, and says so', async () => {
    const { stdout, broke } = await run('console.log("so far"); for (;;);', 1);
    expect(broke).toBe("not done in 1 seconds of the processor's time");
    expect(stdout).toBe('so far\n');
  });

  it('is not stopped where it only waits, as on a busy machine', async () => {
    expect(await run('setTimeout(() => console.log("at last"), 2500)', 2)).toEqual({ stdout: 'at last\n' });
  });

  it('says why it could not be begun', async () => {
    expect((await run('throw new TypeError("amiss")', 10)).broke).toBe('could not be loaded: TypeError: amiss');
    expect((await run('process.kill(process.pid)', 10)).broke).toBe('ended by SIGTERM');
  });
});
