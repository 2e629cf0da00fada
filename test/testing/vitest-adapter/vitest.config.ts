import main from '../../../.config/vitest.config.js';

// The cases that the test beside this folder runs in a vitest of their own: some of them fail, and are meant to.
export default {
  ...main,
  test: { ...main.test, include: ['test/testing/vitest-adapter/*.cases.ts'], typecheck: { enabled: false } },
};
