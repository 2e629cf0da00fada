import * as z from 'zod/mini';
import { isCalendarDate } from '../base/day.js';
import { once } from '../base/once.js';
import { ATTRIBUTIONS } from '../evidence/citation.js';
import { ANSWERS } from '../scenario/agreement.js';

const maybe = z.optional;

const details = () => {
  const date = z
    .string()
    .check(z.refine(isCalendarDate, { error: 'a date is a real day, 2024-02-23, or a month, 2024-02' }));
  return {
    on: maybe(date),
    reportedOn: maybe(date),
    citation: maybe(
      z.strictObject({
        source: z.string(),
        attribution: z.enum(ATTRIBUTIONS),
        by: maybe(z.string()),
        fact: maybe(z.string()),
        as: maybe(z.literal('support')),
      }),
    ),
    because: maybe(z.string()),
  };
};

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
