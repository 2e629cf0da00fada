import * as z from 'zod/mini';
import { conditionShape } from '../positions/shape.js';
import {
  ambiguousShape,
  amountShape,
  deferredShape,
  lengthShape,
  openAmountShape,
  scopeShape,
  valueShape,
} from '../terms/shapes.js';
import { citation, citations, date, field, id, moment, note, text, texts } from './evidence-shapes.js';
import { scenarioShape } from './shape.js';
import { triggerShape } from './text-shape.js';
import { DESCRIPTIONS } from './schema-descriptions.js';

/** A JSON Schema, or a part of one. */
type Schema = Readonly<Record<string, unknown>>;

/** What stands in many places of the schema: said once, under these names, the largest first. */
const NAMED = {
  clause: () => field(valueShape()),
  disputedAmount: () => field(amountShape()),
  disputedLength: () => field(lengthShape()),
  notedText: () => note(text()),
  notedTexts: () => note(texts()),
  value: valueShape,
  openAmount: openAmountShape,
  deferred: deferredShape,
  ambiguous: ambiguousShape,
  length: lengthShape,
  amount: amountShape,
  scope: scopeShape,
  moment,
  citations,
  citation,
  date,
  id,
};

/**
 * The JSON Schema (draft 2020-12) of a scenario as it is written, made from the very shapes that `checkScenario` reads
 * with. It accepts whatever they do, and says nothing of what refers to what.
 */
export function scenarioJsonSchema(): Schema {
  const { $schema, $defs, properties, ...rest } = schemaOf(scenarioShape());
  const own = Object.entries(RECURSIVE).map(([name, shape]) => [onlyDefinition(name, shape), name] as const);
  const names = new Map(Object.entries(NAMED).map(([name, shape]) => [JSON.stringify(bareSchemaOf(shape())), name]));
  // Each time one of these is part of a shape, zod writes it down anew, under a name of its own.
  const aliases: Aliases = new Map(
    Object.entries(record($defs)).map(([name, definition]) => {
      const known = own.find(([written, as]) => inTermsOf(name, as, definition) === written);
      if (!known) throw new Error(`The definition '${name}' has no name: add it to those that contain themselves.`);
      return [`#/$defs/${name}`, `#/$defs/${known[1]}`];
    }),
  );
  const tidy = (schema: unknown): unknown => described(named(schema, names, aliases));
  return {
    $schema,
    $id: 'https://github.com/sticking-points/sticking-points/scenario.schema.json',
    title: 'A scenario of sticking-points',
    description:
      'One negotiation as data: sources, parties, terms, positions, offers. What refers to what is checked by the library.',
    ...rest,
    properties: { $schema: { type: 'string' }, ...record(record(tidy({ properties }))['properties']) },
    $defs: {
      ...Object.fromEntries(own.map(([written, name]) => [name, tidy(JSON.parse(written))])),
      ...Object.fromEntries(
        [...names].map(([written, name]) => [name, described(namedWithin(JSON.parse(written), names, aliases))]),
      ),
    },
  };
}

/** What contains itself, under the name it has in the schema. */
const RECURSIVE: Readonly<Record<string, () => z.core.$ZodType>> = { condition: conditionShape, trigger: triggerShape };

/** The references that zod made, with those that stand in their place. */
type Aliases = ReadonlyMap<string, string>;

function schemaOf(shape: z.core.$ZodType): Schema {
  return z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' });
}

function bareSchemaOf(shape: z.core.$ZodType): Schema {
  const { $schema: _, ...bare } = schemaOf(shape);
  return bare;
}

/** What contains itself, written down by itself. */
function onlyDefinition(as: string, shape: () => z.core.$ZodType): string {
  const schema = schemaOf(z.strictObject({ [as]: shape() }));
  const [[name, definition] = ['', undefined]] = Object.entries(record(schema['$defs']));
  return inTermsOf(name, as, definition);
}

/** A definition as text, with references to itself under the name it is to have. */
function inTermsOf(name: string, as: string, definition: unknown): string {
  return JSON.stringify(definition).replaceAll(JSON.stringify(`#/$defs/${name}`), JSON.stringify(`#/$defs/${as}`));
}

type Names = ReadonlyMap<string, string>;

/** The same schema, with a reference wherever something stands that has a name. */
function named(schema: unknown, names: Names, aliases: Aliases): unknown {
  const name = names.get(JSON.stringify(schema));
  return name === undefined ? namedWithin(schema, names, aliases) : { $ref: `#/$defs/${name}` };
}

function namedWithin(schema: unknown, names: Names, aliases: Aliases): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((part) => named(part, names, aliases));
  const { $ref } = record(schema);
  if (typeof $ref === 'string') {
    return { $ref: aliases.get($ref) ?? $ref };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, named(part, names, aliases)]));
}

/** The same schema, with a sentence beside each property that has one. */
function described(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(described);
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) => {
      if (key !== 'properties') return [key, described(part)];
      const properties = Object.entries(record(part)).map(([property, held]) => {
        const description = Object.hasOwn(DESCRIPTIONS, property) ? DESCRIPTIONS[property] : undefined;
        return [property, { ...(description !== undefined && { description }), ...record(described(held)) }];
      });
      return [key, Object.fromEntries(properties)];
    }),
  );
}

function record(value: unknown): Schema {
  // Every part of a JSON Schema that is asked for here is a record.
  return (value ?? {}) as Schema;
}
