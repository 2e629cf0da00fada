import * as z from 'zod/mini';
import { scopeShape } from '../terms/shapes.js';
import { basis, maybe, text, texts } from './evidence-shapes.js';

const weight = () => z.int().check(z.minimum(0));

const grounds = () => ({ basis: maybe(basis()), because: maybe(text()) });

/** The shape of a rule of agreement. */
export const agreementShape = () =>
  z.discriminatedUnion(
    'rule',
    [
      z.strictObject({ rule: z.literal('unanimity'), of: texts(), ...grounds() }),
      z.strictObject({ rule: z.literal('quota'), of: texts(), needed: weight(), vetoes: maybe(texts()), ...grounds() }),
      z.strictObject({
        rule: z.literal('weights'),
        weights: z.record(z.string(), weight()),
        needed: weight(),
        vetoes: maybe(texts()),
        ...grounds(),
      }),
    ],
    { error: "a rule of agreement, 'unanimity', 'quota' or 'weights'" },
  );

/** The shape of a score. */
export const scoreShape = () =>
  z.strictObject({
    threshold: z.number(),
    parts: z.array(
      z.union([
        z.strictObject({
          of: text(),
          in: maybe(scopeShape()),
          points: z.array(z.strictObject({ at: z.number(), worth: z.number() })).check(z.minLength(1)),
        }),
        z.strictObject({
          of: text(),
          in: maybe(z.int().check(z.positive())),
          table: z.record(z.string(), z.number()),
        }),
      ]),
    ),
    basis: maybe(z.literal('assumed')),
    because: text(),
  });
