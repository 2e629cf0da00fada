import * as z from 'zod/mini';
import { once } from '../base/once.js';
import { MOST_OCCURRENCES } from '../offers/text/occurrences.js';
import { conditionShape } from '../positions/shape.js';
import { RIGIDITIES } from '../positions/position.js';
import { amountShape } from '../terms/shapes.js';
import { MOST_PHASES } from '../terms/space.js';
import { ANSWERS } from './agreement.js';
import { citation, date, maybe, text, texts } from './evidence-shapes.js';
import { MANDATES } from './process.js';

/** The most days that one event can let pass: a century. */
const MOST_DAYS = 36_525;

const days = () => z.int().check(z.minimum(1), z.maximum(MOST_DAYS));
const votes = () => z.int().check(z.minimum(0));

const event = <T extends string, S extends z.core.$ZodShape>(type: T | readonly [T, ...T[]], shape: S) =>
  z.strictObject({
    type: typeof type === 'string' ? z.literal(type) : z.enum(type),
    ...shape,
    on: maybe(date()),
    reportedOn: maybe(date()),
    citation: maybe(citation()),
    because: maybe(text()),
  });

const bodyVotes = () => z.record(z.string(), z.enum(['for', 'against', 'abstains']));

const newOffer = () => z.looseObject({ id: z.string() });

/** The shape of an event. A whole offer inside it is checked against the scenario, not here. */
export const eventShape = /* @__PURE__ */ once(() =>
  z.discriminatedUnion(
    'type',
    [
      event(['precondition.met', 'precondition.lapsed'], { precondition: text() }),
      event('mandate.given', { party: text(), mandate: z.enum(MANDATES) }),
      event(['round.opened', 'round.closed'], { round: text() }),
      event('offer.recorded', { offer: newOffer() }),
      event('offer.tabled', { offer: z.union([text(), newOffer()]) }),
      event('offer.withdrawn', { offer: text() }),
      event('answer.declared', { party: text(), answer: z.enum(ANSWERS), concedes: maybe(texts()) }),
      event('position.revised', {
        position: text(),
        condition: z.nullable(conditionShape()),
        rigidity: maybe(z.enum(RIGIDITIES)),
        title: maybe(text()),
      }),
      event(['talks.suspended', 'talks.resumed'], { by: maybe(texts()) }),
      event('agreement.concluded', {}),
      event('ratification.voted', {
        step: text(),
        body: maybe(text()),
        outcome: maybe(z.enum(['approved', 'rejected'])),
        votes: maybe(z.strictObject({ for: votes(), against: votes(), abstained: maybe(votes()) })),
      }),
      event('ratification.objected', {
        step: text(),
        outcome: z.enum(['sustained', 'dismissed']),
        by: maybe(text()),
      }),
      event('days.passed', { days: maybe(days()), until: maybe(date()) }).check(
        z.refine(({ days: n, until }) => (n === undefined) !== (until === undefined), {
          error: "one of 'days' and 'until'",
          path: ['days'],
        }),
      ),
      event('deal.started', {}),
      event('phase.ended', { phase: z.int().check(z.minimum(1), z.maximum(MOST_PHASES)) }),
      event('phase.extended', {
        days: days(),
        phase: maybe(z.int().check(z.minimum(1), z.maximum(MOST_PHASES))),
        rule: maybe(text()),
        by: maybe(texts()),
      }),
      event('performance.reported', {
        obligation: text(),
        amount: amountShape(),
        parts: maybe(z.record(z.string(), z.number().check(z.nonnegative()))),
        observer: maybe(text()),
      }),
      event(['performance.waived', 'performance.excused'], {
        obligation: text(),
        amount: maybe(amountShape()),
        by: maybe(texts()),
      }),
      event('performance.withheld', { obligation: text(), by: maybe(texts()) }),
      event('performance.postponed', {
        obligation: text(),
        occurrence: maybe(z.int().check(z.minimum(1), z.maximum(MOST_OCCURRENCES))),
        to: date(),
        by: texts(),
      }),
      event(['performance.suspended', 'performance.resumed'], {
        obligations: texts().check(z.minLength(1)),
        by: maybe(texts()),
      }),
      event('instrument.suspended', { instrument: text(), obligation: text(), by: texts().check(z.minLength(1)) }),
      event('instrument.resumed', { instrument: text(), by: maybe(texts()) }),
      event('breach.found', { obligation: text(), by: text(), against: maybe(texts()), votes: maybe(bodyVotes()) }),
      event('event.happened', { event: text() }),
      event('event.moved', { event: text(), to: date(), by: texts() }),
      event('certification.given', { certification: text(), votes: maybe(bodyVotes()) }),
      event(['breach.alleged', 'breach.cured'], { obligation: text(), by: maybe(text()) }),
      event(['nextPhase.opened', 'nextPhase.settled', 'nextPhase.failed'], {}),
      event(['promisedTalks.opened', 'promisedTalks.settled', 'promisedTalks.failed'], { talks: text() }),
      event('deal.superseded', { offer: maybe(text()) }),
      event('deal.ended', { by: maybe(texts()) }),
    ],
    { error: 'an event that can happen' },
  ),
);
