import * as z from 'zod/mini';
import { once } from '../base/once.js';
import { ANSWERS } from '../scenario/agreement.js';
import { citation, date, maybe, text } from '../scenario/evidence-shapes.js';

const details = () => ({
  on: maybe(date()),
  reportedOn: maybe(date()),
  citation: maybe(citation()),
  because: maybe(text()),
});

/** The shape of an event. A whole offer inside it is checked against the scenario, not here. */
export const eventShape = /* @__PURE__ */ once(() =>
  z.discriminatedUnion(
    'type',
    [
      z.strictObject({
        type: z.literal('offer.tabled'),
        offer: z.union([z.string(), z.looseObject({ id: z.string() })]),
        ...details(),
      }),
      z.strictObject({ type: z.literal('offer.withdrawn'), offer: z.string(), ...details() }),
      z.strictObject({
        type: z.literal('answer.declared'),
        party: z.string(),
        answer: z.enum(ANSWERS),
        concedes: maybe(z.array(z.string())),
        ...details(),
      }),
      z.strictObject({ type: z.literal('talks.suspended'), by: maybe(z.array(z.string())), ...details() }),
      z.strictObject({ type: z.literal('talks.resumed'), by: maybe(z.array(z.string())), ...details() }),
    ],
    { error: 'an event that can happen' },
  ),
);
