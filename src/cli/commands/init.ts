import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fault } from '../../base/fault.js';
import { printJson } from '../../base/json-print.js';
import { printable } from '../../base/printable.js';
import { valueOrThrow } from '../../base/result.js';
import { paragraph } from '../../report/wrap.js';
import { scenarioOf, toJson } from '../../scenario/file.js';
import { scenarioJsonSchema } from '../../scenario/json-schema.js';
import { BadInput } from '../bad-input.js';
import type { Context } from '../context.js';
import { EXIT } from '../exit.js';
import { writeNew, writeWhole } from '../files/write-file.js';
import { firstScenario } from '../first-scenario.js';
import type { Outcome } from '../outcome.js';

/** The schema's file, beside the scenario: an editor finds it there with nothing installed. */
const SCHEMA = 'sticking-points.schema.json';

/** Writes a first scenario with remarks, and the schema by which an editor completes and checks it. */
export async function init(context: Context, file: string): Promise<Outcome> {
  const { io, asOf, width } = context;
  const path = resolve(io.folder, file);
  if (!existsSync(dirname(path))) {
    const message = `There is no folder called '${dirname(file)}': make it first.`;
    throw new BadInput([fault('cli/no-folder', [], message, { file })]);
  }
  const schema = join(dirname(path), SCHEMA);
  const text = firstScenario(`./${SCHEMA}`, asOf ?? '2030-01-10');
  if (!writeNew(path, /\.json$/i.test(file) ? await asJson(text) : text)) {
    const message = `There is a file called '${file}' already, and it is left as it is: give another name.`;
    throw new BadInput([fault('cli/file-exists', [], message, { file })]);
  }
  writeWhole(schema, `${printJson(scenarioJsonSchema())}\n`);
  const beside = relative(io.folder, schema);
  return {
    exit: EXIT.fine,
    value: { file, schema: beside },
    text: () =>
      [
        paragraph(printable(`Written: ${file}, a deal of two parties with remarks on every part,`), width, ''),
        paragraph(printable(`and ${beside}, by which an editor completes and checks it.`), width, ''),
        '',
        'Now:',
        ...['validate', 'show', 'assess', 'step'].map((command) => printable(`  sticking-points ${command} ${file}`)),
      ].join('\n'),
  };
}

async function asJson(yaml: string): Promise<string> {
  const { readYaml } = await import('../files/yaml.js');
  const scenario = valueOrThrow(scenarioOf(valueOrThrow(readYaml(yaml), 'first')), 'first');
  return toJson(scenario, { schema: `./${SCHEMA}` });
}
