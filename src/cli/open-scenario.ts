import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fault } from '../base/fault.js';
import { didYouMean } from '../base/spelling.js';
import type { Scenario } from '../scenario/scenario.js';
import { BadInput } from './bad-input.js';
import type { Io } from './io.js';
import { readScenarioFile } from './files/scenario-file.js';
import { SHIPPED } from './shipped.js';

/** The scenario of that name: a shipped one by its id, else a file. `./gaza-2024` names a file that is called like one. */
export async function openScenario(io: Pick<Io, 'folder'>, name: string): Promise<Scenario> {
  const shipped = Object.hasOwn(SHIPPED, name) ? SHIPPED[name] : undefined;
  if (shipped) return shipped();
  if (!/[./\\]/.test(name) && !existsSync(resolve(io.folder, name))) {
    const ids = Object.keys(SHIPPED);
    const message = `No scenario is called '${name}', and no file here is. ${didYouMean(name, ids)} A file of your own is begun by: sticking-points init FILE`;
    throw new BadInput([fault('cli/unknown-scenario', [], message, { name, known: ids })]);
  }
  return readScenarioFile(io.folder, name);
}
