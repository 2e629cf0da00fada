import * as z from 'zod/mini';
import { once } from '../base/once.js';
import { RIGIDITIES } from '../positions/position.js';
import { conditionShape } from '../positions/shape.js';
import { amountShape } from '../terms/shapes.js';
import { MOST_STEPS } from '../terms/decimal.js';
import { MOST_PHASES } from '../terms/space.js';
import { ANSWERS } from './agreement.js';
import {
  basis,
  citations,
  date,
  field,
  id,
  maybe,
  moment,
  note,
  origin,
  records,
  text,
  texts,
} from './evidence-shapes.js';
import { agreementShape, scoreShape } from './decision-shape.js';
import { eventShape } from './event-shape.js';
import { offerShape } from './offer-shape.js';
import { processShape } from './process-shape.js';
import { termShape } from './term-shape.js';

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
    confidential: maybe(z.literal(true)),
    note: maybe(text()),
  });
};

/** The shape of a whole scenario as a modeller writes it. What refers to what is checked after it. */
export const scenarioShape = /* @__PURE__ */ once(() =>
  z.strictObject({
    id: id(),
    title: maybe(text()),
    language: maybe(text().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/))),
    direction: maybe(z.enum(['ltr', 'rtl'])),
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
    terms: records(termShape()),
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
        months: maybe(z.array(z.int().check(z.minimum(1), z.maximum(MOST_STEPS)))),
        basis: maybe(basis()),
        because: maybe(text()),
      }),
    ),
    agreement: maybe(agreementShape()),
    scores: maybe(z.record(z.string(), scoreShape())),
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
      records(
        z.strictObject({
          ...origin(),
          party: maybe(text()),
          text: text(),
          confidential: maybe(z.literal(true)),
          said: maybe(moment()),
        }),
      ),
    ),
    process: maybe(processShape()),
    timeline: maybe(
      z.array(z.strictObject({ ...origin(), text: text(), when: maybe(moment()), event: maybe(eventShape()) })),
    ),
  }),
);
