import * as z from 'zod/mini';
import { once } from '../base/once.js';
import { RELATIONS, STANDINGS } from '../offers/offer.js';
import { amountShape, lengthShape, valueShape } from '../terms/shapes.js';
import { basis, field, id, maybe, moment, note, origin, text, texts } from './evidence-shapes.js';
import { textShape } from './text-shape.js';

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
  text: maybe(textShape()),
  note: maybe(text()),
});

/** The shape of an offer as a modeller writes it, under its id. */
export const offerShape = () => z.strictObject(offerKeys());

/** The same of an offer that carries its id itself, as one does that is not yet part of a scenario. */
export const wholeOfferShape = /* @__PURE__ */ once(() => z.strictObject({ id: id(), ...offerKeys() }));
