import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Lets what is bundled from CommonJS `require` a builtin of Node: an ES module has no `require`, so that each is imported
 * instead. Builtins that ES modules import stay as they are.
 */
export function builtinsByImport(): Plugin {
  return {
    name: 'builtins-by-import',
    setup(build) {
      build.onResolve({ filter: /^node:/ }, ({ path, kind }) =>
        kind === 'require-call' ? { path, namespace: 'builtin' } : { path, external: true },
      );
      build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
        contents: `import it from ${JSON.stringify(path)}; module.exports = it;`,
      }));
    },
  };
}
