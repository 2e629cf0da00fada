import * as z from 'zod/mini';
import { WORDINGS } from './amount.js';
import { LENGTH_UNITS } from './length.js';
import { UNSETTLED } from './value.js';

/** The shape of a scope. */
export const scopeShape = () =>
  z.union([z.int().check(z.positive()), z.literal('total'), z.strictObject({ upTo: z.int().check(z.positive()) })]);

const words = () => z.optional(z.string());

const baseShape = () =>
  z.union([
    z.strictObject({ count: z.string() }),
    z.strictObject({ quantity: z.string(), in: z.optional(scopeShape()) }),
  ]);

const wordedShape = () =>
  z.discriminatedUnion(
    'wording',
    [
      z.strictObject({
        wording: z.enum(['exactly', 'at least', 'more than', 'at most', 'up to', 'less than']),
        n: z.number(),
        words: words(),
      }),
      z.strictObject({
        wording: z.literal('about'),
        n: z.number(),
        give: z.optional(z.strictObject({ n: z.number().check(z.nonnegative()), basis: z.literal('assumed') })),
        words: words(),
      }),
      z.strictObject({ wording: z.literal('between'), from: z.number(), to: z.number(), words: words() }),
      z.strictObject({ wording: z.literal('some'), words: words() }),
      z.strictObject({ wording: z.enum(['all', 'remaining', 'half of']), of: z.optional(baseShape()), words: words() }),
      z.strictObject({
        wording: z.literal('share of'),
        parts: z.int().check(z.positive()),
        outOf: z.int().check(z.positive()),
        of: z.optional(baseShape()),
        words: words(),
      }),
    ],
    { error: `an amount worded ${WORDINGS.map((w) => `'${w}'`).join(', ')}` },
  );

/** The shape of an amount, a bare number included. */
export const amountShape = () => z.union([z.number(), wordedShape()]);

/** The shape of a length. */
export const lengthShape = () =>
  z.strictObject(
    {
      length: amountShape(),
      unit: z.enum(LENGTH_UNITS),
      days: z.optional(z.int().check(z.nonnegative())),
    },
    { error: "a record such as { length: 30, unit: 'days' }" },
  );

const [DEFERRED, , AMBIGUOUS] = UNSETTLED;

/** The shape of what is left to be agreed. */
export const deferredShape = () =>
  z.strictObject({
    unsettled: z.literal(DEFERRED),
    between: z.optional(z.array(z.string())),
    until: z.optional(z.string()),
    otherwise: z.optional(z.string()),
  });

/** The shape of what each party reads its own way. */
export const ambiguousShape = () =>
  z.strictObject({
    unsettled: z.literal(AMBIGUOUS),
    readings: z.array(z.strictObject({ party: z.string(), reading: z.string() })),
  });

/** The shapes of what is not settled, by why. */
const unsettledShapes = () =>
  [
    deferredShape(),
    z.strictObject({ unsettled: z.enum(['on the agenda', 'undisclosed']) }),
    z.strictObject({ unsettled: z.literal('defined elsewhere'), where: z.string() }),
    ambiguousShape(),
  ] as const;

/** The shape of what an offer says of a term. */
export const valueShape = () =>
  z.union([
    z.number(),
    z.boolean(),
    z.string(),
    wordedShape(),
    z.strictObject({ oneOf: z.array(z.string()).check(z.minLength(1)) }),
    ...unsettledShapes(),
  ]);

/** The shape of an amount that may not be settled. */
export const openAmountShape = () => z.union([z.number(), wordedShape(), ...unsettledShapes()]);
