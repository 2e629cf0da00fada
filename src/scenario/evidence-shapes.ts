import * as z from 'zod/mini';
import { isCalendarDate } from '../base/day.js';
import { BASES } from '../evidence/basis.js';
import { ATTRIBUTIONS } from '../evidence/citation.js';

/** What may be left out. */
export const maybe = z.optional;

/** Any text. */
export const text = () => z.string();
/** A list of texts. */
export const texts = () => z.array(z.string());
/** The shape of a basis. */
export const basis = () => z.enum(BASES);

/** The shape of a date. How one is written comes first, since that is all that a JSON Schema can say. */
export const date = () => {
  const error = 'a real day, 2024-02-23, or a month, 2024-02';
  const written = /^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$/;
  return z.string().check(z.regex(written, { error, abort: true }), z.refine(isCalendarDate, { error }));
};

/** The shape of a moment. */
export const moment = () =>
  z.union([
    date(),
    z.strictObject({
      words: maybe(text()),
      earliest: maybe(date()),
      latest: maybe(date()),
      basis: maybe(basis()),
      because: maybe(text()),
    }),
  ]);

/** The shape of a citation. */
export const citation = () =>
  z.strictObject({
    source: text(),
    attribution: z.enum(ATTRIBUTIONS),
    by: maybe(text()),
    fact: maybe(text()),
    as: maybe(z.literal('support')),
  });

/** The shape of a list of citations. */
export const citations = () => z.array(citation());

/** The keys by which a record says where it comes from. */
export const origin = () => ({
  basis: maybe(basis()),
  because: maybe(text()),
  citations: maybe(citations()),
  reported: maybe(date()),
});

/** The shape of a noted value. */
const noted = <T extends z.core.$ZodType>(value: T) =>
  z.strictObject({
    value,
    basis: basis(),
    because: maybe(text()),
    citations: maybe(citations()),
    reported: maybe(date()),
  });

/** The shape of a value, noted or bare. */
export const note = <T extends z.core.$ZodType>(value: T) => z.union([value, noted(value)]);

/** The shape of a field: a value noted or bare, or several readings of it. */
export const field = <T extends z.core.$ZodType>(value: T) =>
  z.union([
    value,
    noted(value),
    z.strictObject({ readings: z.array(z.union([value, noted(value)])).check(z.minLength(1)) }),
  ]);

/** Ids that are whole numbers would be moved to the front of their record; the rest of the rule keeps paths readable. */
export const id = () =>
  z
    .string()
    .check(
      z.regex(/^[A-Za-z][A-Za-z0-9_.-]*$/, 'an id, which begins with a letter and has letters, digits, _ . - only'),
    );

/** The shape of records by id. */
export const records = <T extends z.core.$ZodType>(value: T) => z.record(id(), value);
