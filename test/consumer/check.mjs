// npm run consumer: the packed package in the hands of a stranger.
//
// Packs the tarball, looks inside, installs it in an empty folder outside this repository (first
// without fast-check, then with it) and there opens every door from ESM, from CommonJS and from
// both at once, type-checks a program, and sees that a door that cannot open says why. Stops at the first failure, with a sentence and exit code 1.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names that each door must export; it may export more. */
const EXPECTED = {
  '.': ['defineScenario', 'assess', 'openTalks', 'createTalksMachine', 'isFaultError', 'parseScenario', 'toJson'],
  './scenarios': ['gaza2024', 'gaza2024StricterHamas', 'gaza2024StricterIsrael', 'fishingQuota', 'labourContract'],
  './report': ['stepText', 'explanationText'],
  './analysis': ['findConflicts', 'findConcessions', 'explain', 'loadSolver'],
  './testing': ['offers', 'scenarios', 'courses', 'acceptableOffers', 'blockedOffers', 'checkDeal', 'exhaust'],
  './vitest': ['testDeal'],
};

/** What else can be had by name: files that are no doors. */
const FILES = ['./package.json', './scenario.schema.json'];

/** The doors that open without fast-check. */
const MAIN_DOORS = ['.', './scenarios', './report', './analysis'];
const ALL_DOORS = [...MAIN_DOORS, './testing'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = fileURLToPath(new URL('fixture', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sticking-points-consumer-')));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

checkManifest();
const tarball = pack();
makeConsumer();

install(tarball);
must(!existsSync(installed('fast-check')), 'fast-check was installed though nobody asked for it.');
checkDoors(MAIN_DOORS, 'without fast-check');
checkFiles();
checkCommandLine();
checkTypes(['main'], 'without fast-check');
checkClosed('./testing', 'without fast-check', 'fast-check', {
  import: { says: /npm install --save-dev fast-check/, cause: 'ERR_MODULE_NOT_FOUND' },
  require: { says: /npm install --save-dev fast-check/, cause: 'MODULE_NOT_FOUND' },
});
pretend('fast-check', `export const __version = '3.23.2';`);
checkClosed('./testing', 'with an old fast-check', 'fast-check', {
  import: { says: /is 3\.23\.2\.[^]*npm install --save-dev fast-check/ },
  require: { says: /is 3\.23\.2\.[^]*npm install --save-dev fast-check/ },
});

install(`fast-check@${manifest.devDependencies['fast-check']}`);
checkDoors(ALL_DOORS, 'with fast-check');
checkTypes(['main', 'testing'], 'with fast-check');
const wantsVitest = /npm install --save-dev vitest @fast-check\/vitest/;
checkClosed('./vitest', 'without vitest', 'vitest', {
  import: { says: wantsVitest, cause: 'ERR_MODULE_NOT_FOUND' },
  require: { says: wantsVitest, cause: 'MODULE_NOT_FOUND' },
});

install(...['vitest', '@fast-check/vitest'].map((name) => `${name}@${manifest.devDependencies[name]}`));
// vitest comes by `import` alone.
checkClosed('./vitest', 'with vitest', 'vitest', { require: { says: /by `import` alone/ } });
checkCases();

console.log('The packed package works for a stranger.');

function checkManifest() {
  const doors = Object.keys(manifest.exports).filter((door) => !FILES.includes(door));
  const forgotten = doors.filter((door) => !(door in EXPECTED));
  must(forgotten.length === 0, `package.json has doors that this check does not open: ${forgotten.join(', ')}.`);
  must(existsSync(join(root, 'dist')), 'There is no dist to pack: run `npm run build` first.');
}

function pack() {
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root, 'npm pack failed'),
  );
  const paths = files.map(({ path }) => path);
  const expected = /^(dist\/|src\/|package\.json$|README|LICENSE$)/;
  const strangers = paths.filter((path) => !expected.test(path));
  must(strangers.length === 0, `The tarball holds what no user needs: ${strangers.join(', ')}.`);
  const tests = paths.filter((path) =>
    /(^|\/)(tests?|__tests__|golden)\/|\.(test|spec|test-d|bench)\.[cm]?[jt]s/.test(path),
  );
  must(tests.length === 0, `The tarball holds tests: ${tests.join(', ')}.`);
  for (const needed of ['LICENSE', 'package.json', 'dist/cli.js', ...filesOf(manifest.exports)]) {
    must(paths.includes(needed), `The tarball lacks ${needed}.`);
  }
  for (const format of ['js', 'cjs']) checkHomes(paths.filter((path) => path.endsWith(`.${format}.map`)));
  step(`packed: ${paths.length} files, no tests among them`);
  return join(folder, filename);
}

/** Every source file is in one file of dist, whichever doors need it: that is what lets them share state and identity. */
function checkHomes(sourceMaps) {
  const homes = new Map();
  for (const map of sourceMaps) {
    for (const source of JSON.parse(readFileSync(join(root, map), 'utf8')).sources) {
      must(!homes.has(source), `${source} is twice in dist, by ${homes.get(source)} and by ${map}.`);
      homes.set(source, map);
    }
  }
  must(homes.size > 0, 'The tarball holds no source maps.');
}

function makeConsumer() {
  cpSync(fixture, folder, { recursive: true });
  // The same programs once more as CommonJS, for the other half of the declarations.
  for (const name of ['main', 'testing']) cpSync(join(folder, `${name}.ts`), join(folder, `${name}.cts`));
}

function install(...what) {
  const name = what.map((one) => (one.startsWith('/') ? 'the tarball' : one)).join(' and ');
  run(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error', ...what],
    folder,
    `Installing ${name} in an empty folder failed`,
  );
}

function checkDoors(doors, when) {
  const esm = JSON.parse(run(process.execPath, ['doors.mjs', ...doors], folder, `From ESM, ${when}`));
  const cjs = JSON.parse(run(process.execPath, ['doors.cjs', ...doors], folder, `From CommonJS, ${when}`));
  for (const door of doors) {
    must(/\/dist\/.*\.js$/.test(esm[door].file), `import of ${door} leads to ${esm[door].file}, not to ESM in dist.`);
    must(
      /\/dist\/.*\.cjs$/.test(cjs[door].file),
      `require of ${door} leads to ${cjs[door].file}, not to CommonJS in dist.`,
    );
    const missing = EXPECTED[door].filter((name) => !esm[door].names.includes(name));
    must(missing.length === 0, `Door ${door} does not export ${missing.join(', ')}.`);
    const onlyEsm = esm[door].names.filter((name) => !cjs[door].names.includes(name));
    const onlyCjs = cjs[door].names.filter((name) => !esm[door].names.includes(name));
    must(onlyEsm.length === 0, `Door ${door} exports ${onlyEsm.join(', ')} to ESM alone.`);
    must(onlyCjs.length === 0, `Door ${door} exports ${onlyCjs.join(', ')} to CommonJS alone.`);
  }
  run(process.execPath, ['formats.mjs', ...doors], folder, `From ESM and CommonJS at once, ${when}`);
  step(
    `${doors.join('  ')}: the same names from ESM and CommonJS, one library behind them; faults told across both (${when})`,
  );
}

/** A door whose package is missing says so in the library's own words, and what to install, in both formats. */
function checkClosed(door, when, needed, expected) {
  const specifier = `sticking-points${door.slice(1)}`;
  const said = JSON.parse(run(process.execPath, ['missing.mjs', specifier], folder, `Opening ${door}`));
  for (const [way, { says, cause }] of Object.entries(expected)) {
    const told = said[way];
    must(told !== null, `${way} of ${door} opens without what it needs.`);
    must(
      told.code === 'sticking-points/faults' && told.faults.join() === `testing/needs-${needed}`,
      `${way} of ${door} fails with another error than its own: ${told.message}`,
    );
    must(says.test(told.message), `${way} of ${door} does not say ${says}: ${told.message}`);
    must(told.cause === cause, `${way} of ${door} names ${told.cause} as the cause, not ${cause}.`);
  }
  step(`${door}: says what it needs, from ESM and CommonJS (${when})`);
}

/** A run of vitest finds the cases that the door makes, and only what is broken fails. */
function checkCases() {
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', '--reporter=json', 'deal.test.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  const { testResults = [] } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const cases = testResults.flatMap(({ assertionResults }) => assertionResults.map((c) => `${c.title}: ${c.status}`));
  const expected = ['is small: passed', 'is none: failed'];
  must(status === 1, `vitest ended with ${status}.`);
  must(
    expected.every((one) =>
      cases.some((found) => found.startsWith(one.split(':')[0]) && found.endsWith(one.split(': ')[1])),
    ),
    `vitest showed ${cases.join(', ')}.`,
  );
  step('./vitest: its cases run in vitest, by `import`');
}

/** Puts a package of one file where a real one would be installed. */
function pretend(name, code) {
  mkdirSync(installed(name), { recursive: true });
  writeFileSync(
    join(installed(name), 'package.json'),
    JSON.stringify({ name, main: 'index.cjs', exports: { import: './index.mjs', require: './index.cjs' } }),
  );
  writeFileSync(join(installed(name), 'index.mjs'), code);
  writeFileSync(join(installed(name), 'index.cjs'), code.replace('export const ', 'exports.'));
}

/** The JSON Schema is there under its name, and speaks of a file that the library itself has written. */
function checkFiles() {
  const { schema, written, read } = JSON.parse(run(process.execPath, ['files.cjs'], folder, 'Reading the JSON Schema'));
  must(/2020-12/.test(schema.$schema), 'The JSON Schema does not say which draft it follows.');
  const unknown = Object.keys(JSON.parse(written)).filter((key) => !(key in schema.properties));
  must(unknown.length === 0, `The JSON Schema does not know what toJson writes: ${unknown.join(', ')}.`);
  must(read === true, 'A shipped scenario that was written is not the same when it is read again.');
  step('scenario.schema.json: found by name, and a scenario written and read');
}

/** The command line runs for a stranger, who has nothing but the package. */
function checkCommandLine() {
  const bin = (args) =>
    spawnSync('npx', ['--no-install', 'sticking-points', ...args], { cwd: folder, encoding: 'utf8' });
  const listed = bin(['list']);
  must(listed.status === 0 && listed.stdout.includes('gaza-2024'), `npx sticking-points list: ${listed.stderr}`);
  const assessed = bin(['assess', 'gaza-2024']);
  must(assessed.status === 1 && assessed.stdout.includes('(P5)'), `npx sticking-points assess: ${assessed.stderr}`);
  const begun = bin(['init', 'lake.yaml']);
  must(begun.status === 0 && bin(['validate', 'lake.yaml']).status === 0, `npx sticking-points init: ${begun.stderr}`);
  const checked = bin(['check', 'lake.yaml']);
  must(checked.status === 2 && /fast-check@4/.test(checked.stderr), 'Without fast-check, check does not say so.');
  step('npx sticking-points: list, assess, init and validate run; check says what it needs');
}

function checkTypes(programs, when) {
  const resolutions = {
    // .ts is ESM here and .cts CommonJS: both kinds of declarations are read.
    node16: {
      module: 'node16',
      moduleResolution: 'node16',
      files: programs.flatMap((name) => [`${name}.ts`, `${name}.cts`]),
    },
    bundler: { module: 'esnext', moduleResolution: 'bundler', files: programs.map((name) => `${name}.ts`) },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...readConsumer(), type: 'module' }));
  for (const [name, { files, ...options }] of Object.entries(resolutions)) {
    const config = join(folder, `tsconfig.${name}.json`);
    const compilerOptions = {
      ...options,
      target: 'es2022',
      lib: ['es2023'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    };
    writeFileSync(config, JSON.stringify({ compilerOptions, files }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    run(
      process.execPath,
      [tsc, '--project', config],
      folder,
      `Under moduleResolution ${name}, ${when}, a program does not type-check`,
    );
  }
  step(`${programs.join(', ')}: type-check under node16 and bundler (${when})`);
}

function readConsumer() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function installed(name) {
  return join(folder, 'node_modules', name);
}

/** Every file that `exports` leads to. */
function filesOf(value) {
  return typeof value === 'string' ? [value.replace(/^\.\//, '')] : Object.values(value).flatMap(filesOf);
}

function run(command, args, cwd, sentence) {
  // A stranger's shell has none of the variables that `npm run` sets.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)_|^NODE_OPTIONS$|^INIT_CWD$/.test(name)),
  );
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1e8 });
  if (error !== undefined) fail(`${sentence}: ${error.message}`);
  if (status !== 0) fail(`${sentence}:\n${(stdout + stderr).trim().slice(0, 4000)}`);
  return stdout;
}

function step(sentence) {
  console.log(`  ${sentence}`);
}

function must(holds, sentence) {
  if (!holds) fail(sentence);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
