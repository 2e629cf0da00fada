import { jsonFaults } from '../../base/json-text.js';
import { failure, type Result } from '../../base/result.js';
import { parseScenario, scenarioOf } from '../../scenario/file.js';
import type { Scenario } from '../../scenario/scenario.js';
import { BadInput } from '../bad-input.js';
import { readText } from './read-text.js';

/** A scenario read from a YAML or JSON file; `BadInput` with file, line and column of each fault. */
export async function readScenarioFile(folder: string, file: string): Promise<Scenario> {
  const text = readText(folder, file);
  const read = isJson(file, text) ? parseScenario(text) : await scenarioOfYaml(text);
  if (read.ok) return read.value;
  const { placed } = await import('./yaml.js');
  throw new BadInput(placed(read.faults, file, text));
}

/** By its ending; without one that tells, by its first character. */
function isJson(file: string, text: string): boolean {
  if (/\.json$/i.test(file)) return true;
  return !/\.ya?ml$/i.test(file) && /^\ufeff?\s*[{[]/.test(text);
}

/** A plain value read from a text of YAML or JSON. */
export async function readValue(file: string, text: string): Promise<Result<unknown>> {
  if (!isJson(file, text)) {
    const { readYaml } = await import('./yaml.js');
    return readYaml(text);
  }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  const faults = jsonFaults(json);
  return faults.length > 0 ? failure(faults) : { ok: true, value: JSON.parse(json) as unknown };
}

async function scenarioOfYaml(text: string): Promise<Result<Scenario>> {
  const { readYaml } = await import('./yaml.js');
  const read = readYaml(text);
  return read.ok ? scenarioOf(read.value) : read;
}
