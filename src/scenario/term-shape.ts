import * as z from 'zod/mini';
import { basis, maybe, records, text, texts } from './evidence-shapes.js';

const scope = () => maybe(z.enum(['deal', 'phase']));

const category = () => z.union([text(), z.strictObject({ label: text(), of: maybe(texts()) })]);

/** The shape of a term as a modeller writes it. */
export const termShape = () =>
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('quantity'),
        label: maybe(text()),
        unit: z.union([text(), z.strictObject({ one: text(), many: text() })]),
        scope: scope(),
        step: maybe(z.number().check(z.positive())),
        bounds: maybe(
          z.strictObject({
            least: maybe(z.number()),
            most: maybe(z.number()),
            basis: maybe(basis()),
            because: maybe(text()),
          }),
        ),
        verb: maybe(text()),
        categories: maybe(records(category())),
        overlap: maybe(z.boolean()),
        complete: maybe(z.boolean()),
        absent: maybe(z.number()),
        note: maybe(text()),
      }),
      z.strictObject({
        kind: z.literal('flag'),
        label: maybe(text()),
        scope: scope(),
        absent: maybe(z.boolean()),
        note: maybe(text()),
      }),
      z.strictObject({
        kind: z.literal('choice'),
        label: maybe(text()),
        scope: scope(),
        options: records(text()),
        ordered: maybe(z.boolean()),
        basis: maybe(basis()),
        because: maybe(text()),
        absent: maybe(text()),
        note: maybe(text()),
      }),
    ],
    { error: "of kind 'quantity', 'flag' or 'choice'" },
  );
