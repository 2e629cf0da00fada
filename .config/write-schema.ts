// Part of the build: writes the JSON Schema of a scenario beside what tsup has built.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printJson } from '../src/base/json-print.js';
import { scenarioJsonSchema } from '../src/scenario/json-schema.js';

const file = fileURLToPath(new URL('../dist/scenario.schema.json', import.meta.url));
writeFileSync(file, `${printJson(scenarioJsonSchema())}\n`);
