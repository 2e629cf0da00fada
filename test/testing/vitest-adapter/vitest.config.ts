import main from '../../../.config/vitest.config.js';

// The cases that the test beside this folder runs in a vitest of their own: some of them fail, and are meant to.
const { projects: _, ...common } = main.test!;
export default {
  ...main,
  test: { ...common, include: ['test/testing/vitest-adapter/*.cases.ts'], typecheck: { enabled: false } },
};
