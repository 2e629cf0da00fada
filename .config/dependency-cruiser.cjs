// Which way imports run. Type-only imports count: a folder that needs another's types needs the other.

/** The folders of src, in order: each may import itself and those before it. */
const ORDER = [
  'base',
  'evidence',
  'terms',
  'offers',
  'positions',
  'scenario',
  'assessment',
  'obligations',
  'review',
  'machine',
  'analysis',
  'report',
  'testing',
  'library',
  'cli',
];

/** Folders that see less than their place in the order would allow. */
const SEES = {
  library: ['base', 'evidence', 'terms', 'offers', 'positions', 'scenario'],
};

/** Each outside package that src may import, and the folders it is at home in. */
const HOMES = {
  immer: ['base'],
  xstate: ['machine', 'testing'],
  zod: ['evidence', 'terms', 'offers', 'positions', 'scenario', 'machine'],
  highs: ['analysis'],
  saxes: ['report/interchange'],
  'fast-check': ['testing'],
  vitest: ['testing/vitest'],
  '@fast-check/vitest': ['testing/vitest'],
  commander: ['cli'],
  picocolors: ['cli'],
  yaml: ['cli'],
  '@clack/prompts': ['cli'],
};

/** What is not loaded with the library, and the one file that loads each: of an optional peer, it says what to install. */
const LOADED_BY = {
  // A terminal is asked, and YAML read, only where that is wanted: help has to be quick.
  '@clack/prompts': 'src/cli/step/terminal.ts',
  highs: 'src/analysis/highs.ts',
  'fast-check': 'src/testing/fast-check.ts',
};

/** Bundled into dist: any folder may use these. */
const BUNDLED = ['fastest-levenshtein', 'string-width', 'wrap-ansi', '@sindresorhus/fnv1a'];

const anyOf = (names) => `(${names.join('|')})`;

/** A package, whether it was found in node_modules or not found at all. */
const packages = (names) => `^(node_modules/)?${anyOf(names)}(/|$)`;

const DOORS = '^src/[^/]+$';

const directions = ORDER.map((folder, place) => {
  const seen = SEES[folder] ?? ORDER.slice(0, place);
  return {
    name: `${folder}-sees-only-what-is-before-it`,
    comment: `src/${folder} may import itself${seen.length === 0 ? ' and no other folder' : ` and ${seen.join(', ')}`}.`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/[^/]+/', pathNot: `^src/${anyOf([folder, ...seen])}/` },
  };
});

const homes = Object.entries(HOMES).map(([name, folders]) => ({
  name: `${name}-stays-at-home`,
  comment: `Only ${folders.map((folder) => `src/${folder}`).join(', ')} may import ${name}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${anyOf(folders)}/` },
  to: { path: packages([name]) },
}));

const loaders = Object.entries(LOADED_BY).map(([name, file]) => ({
  name: `${name}-is-loaded-in-one-place`,
  comment: `Only ${file} may load ${name}; its types may be imported from it (\`import type\`).`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${file.replaceAll('.', '\\.')}$` },
  to: { path: packages([name]), dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...directions,
    ...homes,
    ...loaders,
    {
      name: 'no-cycles',
      comment: 'No file may reach itself through its imports, not even through types.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'doors-are-for-the-outside',
      comment: 'The files at the top of src are the public doors: inside src, import from the folders.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: `${DOORS}|^sticking-points(/|$)` },
    },
    {
      name: 'doors-lead-nowhere-unexpected',
      comment:
        'fast-check is optional: only the doors testing and vitest may lead to src/testing. Nothing leads to src/cli.',
      severity: 'error',
      from: { path: DOORS, pathNot: '^src/(testing|vitest)\\.ts$' },
      to: { path: '^src/(testing|cli)/' },
    },
    {
      name: 'every-folder-has-its-place',
      comment: 'A folder of src that is missing from ORDER in this file has no place in the order yet.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/${anyOf(ORDER)}/` },
    },
    {
      name: 'every-folder-has-its-place-as-importer',
      comment: 'A folder of src that is missing from ORDER in this file has no place in the order yet.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/${anyOf(ORDER)}/` },
      to: {},
    },
    {
      name: 'src-runs-anywhere',
      comment: 'No node builtins: the library runs in browsers too. Only src/cli knows where it is.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-stands-alone',
      comment: 'src imports neither examples nor tests nor anything else of this repository.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['local'], pathNot: '^src/' },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'src may import the packages that HOMES and BUNDLED in this file list, and no others.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypesNot: ['local', 'core'],
        pathNot: [packages([...Object.keys(HOMES), ...BUNDLED]), '^src/', '^sticking-points(/|$)'],
      },
    },
    {
      name: 'examples-use-the-doors',
      comment: "An example imports 'sticking-points' and its doors, as a reader of it would.",
      severity: 'error',
      from: { path: '^examples/' },
      to: { path: '^src/[^/]+/' },
    },
    {
      name: 'vitest-stays-at-its-door',
      comment: 'vitest is optional: only the door vitest may lead to src/testing/vitest.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(vitest\\.ts$|testing/vitest/)' },
      to: { path: '^src/testing/vitest/' },
    },
    {
      name: 'found',
      comment: 'Every import leads to a file.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // No `combinedDependencies`, no cache: the same answer on every machine.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['sticking-points:source', 'import', 'types', 'default'],
    },
  },
};
