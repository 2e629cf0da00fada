// The public surface as a checked-in report, one file a door: .config/api/*.api.md.
//
// `npm run surface` compares the reports with what dist declares and fails where they differ;
// `npm run surface:update` rewrites them, so that a change to the surface shows as a diff.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

/** What no door exports although a door speaks of it, and why that is meant. */
const KEPT_INSIDE = {
  machineFor: 'the type of the machine is what it returns, and too long to be written out',
  Ready: 'half of EventTemplate, which is the name for both',
  IdKey: 'the keys of the other half',
  TermBase: 'its fields are seen on every kind of term that extends it',
};

const root = fileURLToPath(new URL('..', import.meta.url));
const update = process.argv.includes('--update');
const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const doors = Object.values(exports).flatMap((door) => door.import?.types ?? []);
const scratch = `${root}node_modules/.cache/surface/`;
mkdirSync(scratch, { recursive: true });
mkdirSync(`${root}.config/api`, { recursive: true });

const silent = { logLevel: 'none' };
const wrong = [];
const forgotten = [];
for (const door of doors) {
  const name = /([^/]+)\.d\.ts$/.exec(door)[1];
  if (!existsSync(`${root}${door}`)) {
    wrong.push(`There is no ${door}: run \`npm run build\` first.`);
    continue;
  }
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: `${root}package.json`,
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `<projectFolder>/${door}`,
      newlineKind: 'lf',
      compiler: {
        // The declarations alone, as a user's compiler reads them.
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            lib: ['es2023'],
            module: 'nodenext',
            moduleResolution: 'nodenext',
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: true,
            types: [],
          },
          files: [door],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: '<projectFolder>/.config/api/',
        reportTempFolder: '<projectFolder>/node_modules/.cache/surface/',
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'error' },
          // Nothing here is alpha or beta: what a door exports is public.
          'ae-missing-release-tag': silent,
          // Looked at below, when it is known what the front door exports.
          'ae-forgotten-export': { logLevel: 'warning', addToApiReportFile: false },
          // test/docs sees to the docstrings, and TypeDoc to their links.
          'ae-unresolved-link': silent,
          'ae-undocumented': silent,
        },
        tsdocMessageReporting: { default: silent },
      },
    },
  });
  const found = [];
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: update,
    messageCallback(message) {
      message.handled = true;
      if (message.messageId === 'ae-forgotten-export') {
        message.logLevel = 'none'; // a warning would count as a failure in CI
        forgotten.push({ door: name, symbol: /The symbol "(.+?)"/.exec(message.text)[1] });
      }
      if (message.logLevel === 'error') found.push(`${name}: ${message.messageId}: ${message.text}`);
    },
  });
  if (update && apiReportChanged) console.log(`  .config/api/${name}.api.md is rewritten`);
  if (!update && apiReportChanged) {
    found.push(
      `The surface of '${name}' is not what .config/api/${name}.api.md says: ` +
        `run \`npm run surface:update\` and commit the difference if it is meant.`,
      difference(`${root}.config/api/${name}.api.md`, `${scratch}${name}.api.md`),
    );
  }
  if (!succeeded && found.length === 0) found.push(`${name}: api-extractor failed.`);
  wrong.push(...found);
}
// A side door speaks of types that the front door exports, or that of analysis; any other type must be exported where it is
// spoken of.
const front = ['index', 'analysis']
  .map((name) => `${root}.config/api/${name}.api.md`)
  .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
  .join('\n');
const exported = new Set(
  [...front.matchAll(/^export (?:\w+ )*?(?:class|const|function|interface|type) (\w+)/gm)].map((m) => m[1]),
);
for (const { door, symbol } of forgotten) {
  if (!(symbol in KEPT_INSIDE) && (door === 'index' || !exported.has(symbol))) {
    wrong.push(`'${door}' speaks of ${symbol}, which no door exports: export it, or write it out where it is used.`);
  }
}
for (const symbol of Object.keys(KEPT_INSIDE)) {
  if (wrong.length === 0 && !forgotten.some((one) => one.symbol === symbol))
    wrong.push(`${symbol} need not be in KEPT_INSIDE any more.`);
}
rmSync(scratch, { recursive: true, force: true });
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
console.log(`  ${doors.length} doors, their surface as the reports say`);

function difference(before, after) {
  return spawnSync('git', ['diff', '--no-index', '--no-color', '-U1', before, after], { encoding: 'utf8' }).stdout;
}
