import { jsonFaults } from '../base/json-text.js';
import { printJson } from '../base/json-print.js';
import { fault } from '../base/fault.js';
import { isRecord } from '../base/plain.js';
import { failure, type Result } from '../base/result.js';
import { checkScenario } from './define.js';
import { draftOf } from './draft-of.js';
import type { Scenario } from './scenario.js';

/**
 * Reads a scenario from JSON text: the draft that {@link checkScenario} takes. A byte order mark before it, and a
 * `$schema` at its top, which editors use, are passed over.
 *
 * Codes of the text: `file/not-json`, with the line and the column; `file/duplicate-key`, of which `JSON.parse` would
 * keep the last without a word; `file/too-big` beyond 5 million characters; `scenario/too-big` beyond 50,000 values,
 * or 250,000 in the texts of deals (and, in checking, where laying its offers over its terms would take beyond 50 million steps: the scenario of 2024 takes
 * 0.3 million), `scenario/too-deep` beyond 200 levels. Without any of these, the faults of {@link checkScenario}. Never throws.
 *
 * @example
 * const read = parseScenario(toJson(scenario));
 * read.ok && read.value.title; // 'lake'
 *
 * const torn = parseScenario('{\n  "id": "lake",\n  "parties": {');
 * torn.ok ? [] : torn.faults.map((fault) => fault.code); // ['file/not-json']
 */
export function parseScenario(json: string): Result<Scenario> {
  if (typeof json !== 'string') {
    return failure([fault('file/not-json', [], 'This is no JSON: it should be text.', { wanted: 'text' })]);
  }
  const text = json.startsWith('\ufeff') ? json.slice(1) : json;
  const faults = jsonFaults(text);
  if (faults.length > 0) return failure(faults);
  const draft: unknown = JSON.parse(text);
  return scenarioOf(draft);
}

/** The scenario that a file says, once its text has been read into a plain value; what editors use is passed over. */
export function scenarioOf(draft: unknown): Result<Scenario> {
  return checkScenario(withoutSchema(draft));
}

/** How {@link toJson} writes a scenario. */
export interface JsonOptions {
  /** Where the JSON Schema lies, as `$schema` says it to editors: `./node_modules/sticking-points/dist/scenario.schema.json`. */
  readonly schema?: string;
}

/**
 * Writes a scenario as JSON text for people and {@link parseScenario}, which makes an equal scenario of it: a draft
 * without what would be filled in again.
 *
 * @example
 * toJson(scenario).split('\n').slice(0, 3);
 * // ['{', '  "id": "lake",', '  "parties": { "north": {}, "south": {} },']
 */
export function toJson(scenario: Scenario, options: JsonOptions = {}): string {
  const { schema } = options;
  return `${printJson({ ...(schema === undefined ? {} : { $schema: schema }), ...draftOf(scenario) })}\n`;
}

function withoutSchema(draft: unknown): unknown {
  if (!isRecord(draft)) return draft;
  // It is a record, as has just been seen.
  const { $schema, ...rest } = draft as Readonly<Record<string, unknown>>;
  return typeof $schema === 'string' ? rest : draft;
}
