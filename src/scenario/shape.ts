import * as z from 'zod/mini';
import { isCalendarDate } from '../base/day.js';
import { once } from '../base/once.js';
import { BASES } from '../evidence/basis.js';
import { ATTRIBUTIONS } from '../evidence/citation.js';
import { RELATIONS, STANDINGS } from '../offers/offer.js';
import { RIGIDITIES } from '../positions/position.js';
import { conditionShape } from '../positions/shape.js';
import { amountShape, lengthShape, valueShape } from '../terms/shapes.js';
import { MOST_STEPS } from '../terms/decimal.js';
import { MOST_PHASES } from '../terms/space.js';
import { ANSWERS } from './agreement.js';

const maybe = z.optional;
const text = () => z.string();
const texts = () => z.array(z.string());
const basis = () => z.enum(BASES);

const date = () => z.string().check(z.refine(isCalendarDate, { error: 'a real day, 2024-02-23, or a month, 2024-02' }));

const moment = () =>
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

const citations = () =>
  z.array(
    z.strictObject({
      source: text(),
      attribution: z.enum(ATTRIBUTIONS),
      by: maybe(text()),
      fact: maybe(text()),
      as: maybe(z.literal('support')),
    }),
  );

const origin = () => ({
  basis: maybe(basis()),
  because: maybe(text()),
  citations: maybe(citations()),
  reported: maybe(date()),
});

const noted = <T extends z.core.$ZodType>(value: T) =>
  z.strictObject({
    value,
    basis: basis(),
    because: maybe(text()),
    citations: maybe(citations()),
    reported: maybe(date()),
  });

const note = <T extends z.core.$ZodType>(value: T) => z.union([value, noted(value)]);

const field = <T extends z.core.$ZodType>(value: T) =>
  z.union([
    value,
    noted(value),
    z.strictObject({ readings: z.array(z.union([value, noted(value)])).check(z.minLength(1)) }),
  ]);

/** Ids that are whole numbers would be moved to the front of their record; the rest of the rule keeps paths readable. */
const id = () =>
  z
    .string()
    .check(
      z.regex(/^[A-Za-z][A-Za-z0-9_.-]*$/, 'an id, which begins with a letter and has letters, digits, _ . - only'),
    );

const records = <T extends z.core.$ZodType>(value: T) => z.record(id(), value);

const scope = () => maybe(z.enum(['deal', 'phase']));

const category = () => z.union([text(), z.strictObject({ label: text(), of: maybe(texts()) })]);

const term = () =>
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

const clauses = () => z.record(z.string(), field(valueShape()));

const offerKeys = () => ({
  ...origin(),
  label: maybe(text()),
  standing: maybe(z.enum(STANDINGS)),
  by: maybe(note(texts())),
  to: maybe(note(texts())),
  known: maybe(z.enum(['partial', 'full'])),
  put: maybe(moment()),
  related: maybe(
    z.array(z.strictObject({ how: z.enum(RELATIONS), offer: text(), basis: maybe(basis()), because: maybe(text()) })),
  ),
  phaseCount: maybe(field(amountShape())),
  length: maybe(field(lengthShape())),
  terms: maybe(clauses()),
  phases: maybe(
    z.array(
      z.strictObject({
        label: maybe(text()),
        length: maybe(field(lengthShape())),
        terms: maybe(clauses()),
        toBeNegotiated: maybe(note(z.boolean())),
      }),
    ),
  ),
  barred: maybe(z.record(z.string(), note(text()))),
  note: maybe(text()),
});

/** The shape of an offer as a modeller writes it, under its id. */
const offerShape = () => z.strictObject(offerKeys());

/** The same of an offer that carries its id itself, as one does that is not yet part of a scenario. */
export const wholeOfferShape = /* @__PURE__ */ once(() => z.strictObject({ id: id(), ...offerKeys() }));

const position = () => {
  const condition = conditionShape();
  return z.strictObject({
    ...origin(),
    party: text(),
    title: maybe(text()),
    rigidity: note(z.enum(RIGIDITIES)),
    condition: maybe(condition),
    from: maybe(moment()),
    readings: maybe(records(z.strictObject({ ...origin(), title: maybe(text()), condition, from: maybe(moment()) }))),
    reservation: maybe(note(condition)),
    note: maybe(text()),
  });
};

/** The shape of a whole scenario as a modeller writes it. What refers to what is checked after it. */
export const scenarioShape = /* @__PURE__ */ once(() =>
  z.strictObject({
    id: id(),
    title: maybe(text()),
    // Whatever is inferred has its own reasoning: it is no default.
    basis: maybe(z.enum(['reported', 'assumed'])),
    note: maybe(text()),
    sources: maybe(
      records(
        z.strictObject({
          outlet: text(),
          date: date(),
          dateBasis: maybe(basis()),
          because: maybe(text()),
          details: maybe(text()),
        }),
      ),
    ),
    parties: records(
      z.strictObject({
        label: maybe(text()),
        aliases: maybe(texts()),
        roles: maybe(z.array(note(text()))),
        note: maybe(text()),
      }),
    ),
    terms: records(term()),
    counts: maybe(
      records(z.strictObject({ label: maybe(text()), figure: maybe(field(amountShape())), note: maybe(text()) })),
    ),
    exchange: maybe(records(z.strictObject({ label: maybe(text()), of: text(), per: text(), note: maybe(text()) }))),
    space: maybe(
      z.strictObject({
        phases: maybe(
          z.union([
            z.int().check(z.minimum(1), z.maximum(MOST_PHASES)),
            z.strictObject({
              least: z.int().check(z.minimum(1)),
              most: z.int().check(z.maximum(MOST_PHASES)),
            }),
          ]),
        ),
        days: maybe(z.int().check(z.minimum(0), z.maximum(MOST_STEPS))),
        basis: maybe(basis()),
        because: maybe(text()),
      }),
    ),
    agreement: maybe(
      z.strictObject({
        rule: z.literal('unanimity'),
        of: texts(),
        basis: maybe(basis()),
        because: maybe(text()),
      }),
    ),
    positions: records(position()),
    invariants: maybe(
      records(
        z.strictObject({
          title: text(),
          condition: conditionShape(),
          basis: maybe(basis()),
          because: maybe(text()),
        }),
      ),
    ),
    offers: maybe(records(offerShape())),
    answers: maybe(z.array(z.strictObject({ ...origin(), party: text(), offer: text(), answer: z.enum(ANSWERS) }))),
    named: maybe(
      z.array(
        z.strictObject({
          title: text(),
          offer: maybe(text()),
          positions: maybe(texts()),
          citations: citations(),
          note: maybe(text()),
        }),
      ),
    ),
    statements: maybe(
      records(z.strictObject({ ...origin(), party: maybe(text()), text: text(), said: maybe(moment()) })),
    ),
  }),
);
