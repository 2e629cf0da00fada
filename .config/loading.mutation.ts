import type { RunnerTask, RunnerTestFile } from 'vitest';
import type { Reporter, Vitest } from 'vitest/node';

/** Reports a file of tests that does not load as a test that fails: Stryker knows of tests only. */
export class LoadingIsATest implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunEnd(): void {
    for (const file of this.vitest?.state.getFiles() ?? []) {
      if (file.result?.state === 'fail' && !file.tasks.some(hasFailed)) file.tasks.push(loadingOf(file));
    }
  }
}

function hasFailed(task: RunnerTask): boolean {
  return task.result?.state === 'fail';
}

/** As much of a test as Stryker reads. */
function loadingOf(file: RunnerTestFile): RunnerTask {
  return { type: 'test', name: 'loads', mode: 'run', file, result: file.result } as RunnerTask;
}
